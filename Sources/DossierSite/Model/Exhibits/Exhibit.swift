public import DossierSource

/// A table, matrix, timeline or chart that a fenced block asks for.
public struct Exhibit: Sendable {
  /// The author's id, unique in its text.
  public var id: String?
  public var caption: String?
  /// The keys of the block, as its declaration reads them.
  public var values: ExhibitValues
  /// What is asked for; `nil` where the block could not be read, and a diagnostic says why.
  public var content: (any ExhibitContent)?
  /// The line of the fence.
  public var span: Span

  /// Every sort of exhibit; one is added by a line here and one where it is drawn.
  public static let sorts: [any ExhibitContent.Type] = [
    CompareExhibit.self, MatrixExhibit.self, TimelineExhibit.self, ChartExhibit.self,
    ScaledExhibit.self, DistanceExhibit.self, MapExhibit.self,
  ]

  /// The first words of an info string that make a fenced block an exhibit.
  public static let names = Set(sorts.map { $0.declaration.name })

  /// The sort of exhibit that a fenced block's first word names.
  static func sort(_ name: String) -> (any ExhibitContent.Type)? {
    sorts.first { $0.declaration.name == name }
  }
}

/// What an exhibit of one sort asks for, made of the keys that it declares.
public protocol ExhibitContent: Sendable {
  /// The keys, from which reading, checks and documentation follow.
  static var declaration: ExhibitDeclaration { get }

  /// Makes it of what was read; `nil` where a key that it needs is not there.
  init?(_ values: ExhibitValues)
}

/// Which records an exhibit is about: those named, or all of a kind.
public struct RecordSelection: Sendable {
  /// In the author's order; empty where a kind is given.
  public var records: [LocatedKey]
  public var kind: Located?

  /// No record.
  public static let none = RecordSelection(records: [], kind: nil)

  var isEmpty: Bool { records.isEmpty && kind == nil }
}

/// A record's key with its place in the file.
public struct LocatedKey: Sendable, Equatable {
  public var key: RecordKey
  public var span: Span
}
