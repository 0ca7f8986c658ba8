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

  /// Whether it is shown as a drawing rather than as a table of words and signs.
  public var isDrawn: Bool { content.map { type(of: $0).isDrawn } ?? false }
}

/// What an exhibit of one sort asks for, made of the keys that it declares.
public protocol ExhibitContent: Sendable {
  /// The keys, from which reading, checks and documentation follow.
  static var declaration: ExhibitDeclaration { get }

  /// Whether it is shown as a drawing rather than as a table of words and signs.
  static var isDrawn: Bool { get }

  /// Whether it shows nothing but the facts of those records that it names, or of those whose kind it does.
  static var showsOnlyWhatItNames: Bool { get }

  /// Makes it of what was read; `nil` where a key that it needs is not there.
  init?(_ values: ExhibitValues)
}

extension ExhibitContent {
  public static var isDrawn: Bool { false }
  public static var showsOnlyWhatItNames: Bool { false }
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
