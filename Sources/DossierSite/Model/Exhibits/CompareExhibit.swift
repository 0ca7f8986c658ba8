/// Records as columns, their fields as rows.
public struct CompareExhibit: ExhibitContent {
  public var selection: RecordSelection
  public var fields: [Located]
  /// Whether rows in which all records say the same are folded away.
  public var showsDifferences: Bool
  /// The time whose claims are compared; `nil` for the state of affairs.
  public var at: PartialDate?

  public static let showsOnlyWhatItNames = true

  public static let declaration = ExhibitDeclaration(
    name: "compare", summary: "Records side by side, their fields as rows.",
    keys: ExhibitKey.records("the records, a column each") + [
      ExhibitKey(
        "fields", .fields(of: "records", .anything), isRequired: true,
        "the fields, a row each, under the groups of their kind"),
      ExhibitKey(
        "differences", .flag, "whether rows in which all records say the same are folded away"),
      .at(),
    ])

  public init?(_ values: ExhibitValues) {
    selection = values.selection("records")
    fields = values.ids("fields")
    showsDifferences = values.flag("differences")
    at = values.date("at")
    if selection.isEmpty || fields.isEmpty { return nil }
  }
}
