public import DossierSource

/// A table, matrix, timeline or chart that a fenced block asks for.
public struct Exhibit: Sendable {
  /// What is drawn.
  public enum Content: Sendable {
    case compare(CompareExhibit)
    /// The block could not be read; a diagnostic says why.
    case broken
  }

  /// The author's id, unique in its text.
  public var id: String?
  public var caption: String?
  public var content: Content
  /// The line of the fence.
  public var span: Span

  /// The first words of an info string that make a fenced block an exhibit.
  public static let names: Set<String> = ["compare"]
}

/// Records as columns, their fields as rows.
public struct CompareExhibit: Sendable {
  public var records: [LocatedKey]
  public var fields: [Located]
}

/// A record's key with its place in the file.
public struct LocatedKey: Sendable, Equatable {
  public var key: RecordKey
  public var span: Span
}
