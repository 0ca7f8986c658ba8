/// One figure of a record, large.
public struct FigureExhibit: ExhibitContent {
  public var record: LocatedKey
  public var field: Located
  /// What it is a figure of; the field's name where left out.
  public var says: String?

  public static let declaration = ExhibitDeclaration(
    name: "figure", summary: "One figure of a record, large, with its date.",
    keys: keys(isRequired: true))

  static func keys(isRequired: Bool) -> [ExhibitKey] {
    [
      ExhibitKey(
        "record", .record(nil), isRequired: isRequired, "the record that states the figure"),
      ExhibitKey(
        "field", .field(of: "record", .anything), isRequired: isRequired, "its field"),
      ExhibitKey(
        "says", .text, "what it is a figure of; the field's name, where left out"),
    ]
  }

  public init?(_ values: ExhibitValues) {
    guard let record = values.records("record").first, let field = values.id("field") else {
      return nil
    }
    self.record = record
    self.field = field
    says = values.text("says")
  }
}
