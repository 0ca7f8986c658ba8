/// Where something stands in a record.
public enum TextPart: Hashable, Sendable {
  case body
  case note(Int)
  case keyPoint(Int)
  /// A field, and the item or claim of it.
  case field(FieldIndex, Int)
  case exhibit(Int)
}

/// A place from which a record is referred to.
public struct Use: Hashable, Sendable {
  /// The index of the record that refers.
  public var record: RecordIndex
  public var part: TextPart
  /// The hole in that part's prose; `nil` in a field or an exhibit.
  public var hole: Int?
  /// The field of the target that is meant; `nil` for the record as a whole.
  public var field: FieldIndex?
  /// The language of the translation that it stands in; `nil` for the original.
  public var language: Language?
}

/// A place in which a source is cited.
public struct SourceUse: Hashable, Sendable {
  public var record: RecordIndex
  public var part: TextPart
}

/// What a reference leads to.
public enum Destination: Hashable, Sendable {
  case record(RecordIndex)
  /// A field of a record, by their indices.
  case fact(record: RecordIndex, field: FieldIndex)
  /// A point of a series, by its index among the claims.
  case point(record: RecordIndex, field: FieldIndex, claim: ClaimIndex)
  /// The verdict on an option in a scenario; today's where that is `nil`.
  case verdict(option: RecordIndex, scenario: RecordIndex?)
  case heading(record: RecordIndex, id: String)
  case exhibit(record: RecordIndex, id: String)
  case source(SourceIndex)
  /// A published file, by its path below the project.
  case file(String)
}
