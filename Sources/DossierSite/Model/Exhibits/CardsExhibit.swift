/// Records as a list to choose from, each with its summary.
public struct CardsExhibit: ExhibitContent {
  public var selection: RecordSelection

  public static let declaration = ExhibitDeclaration(
    name: "cards",
    summary: "Records to go on with, each with its summary; articles of a kind in the order that "
      + "they are best read in, by their `order`.",
    keys: ExhibitKey.records("the records, a card each"))

  public init?(_ values: ExhibitValues) {
    selection = values.selection("records")
    if selection.isEmpty { return nil }
  }
}
