/// Periods on one axis.
public struct TimelineExhibit: ExhibitContent {
  public var selection: RecordSelection
  /// A field with periods or dates; `nil` for the first that the kind has.
  public var field: Located?
  /// A field with choices or references by which the periods are grouped.
  public var group: Located?
  public var from: PartialDate?
  public var to: PartialDate?
  /// A day that is marked, as that on which something came into force.
  public var mark: PartialDate?
  public var markLabel: String?

  public static let declaration = ExhibitDeclaration(
    name: "timeline", summary: "Periods and moments of records on one axis.",
    keys: ExhibitKey.records("the records, a period each") + [
      ExhibitKey(
        "field", .field(of: "records", .time),
        "a field with periods or dates; the first of the kind, where left out"),
      ExhibitKey(
        "group", .field(of: "records", .anything),
        "a field with choices or references by which the periods are grouped"),
      ExhibitKey("from", .date, "where the axis begins"),
      ExhibitKey("to", .date, "where it ends"),
      ExhibitKey("mark", .date, "a day that is marked"),
      ExhibitKey("mark-label", .text, "what happened on it"),
    ])

  public init?(_ values: ExhibitValues) {
    selection = values.selection("records")
    field = values.id("field")
    group = values.id("group")
    from = values.date("from")
    to = values.date("to")
    mark = values.date("mark")
    markLabel = values.text("mark-label")
    if selection.isEmpty { return nil }
  }
}
