import DossierSource

/// Periods on one axis.
public struct TimelineExhibit: ExhibitContent {
  public var selection: RecordSelection
  /// A field with periods or dates; `nil` for the first that the kind has.
  public var field: Located?
  /// A field with dates within the periods.
  public var moments: Located?
  /// A field with choices or references by which the periods are grouped.
  public var group: Located?
  /// Such a field whose groups are lanes, in which periods share lines.
  public var lanes: Located?
  public var from: PartialDate?
  public var to: PartialDate?
  /// A day that is marked, as that on which something came into force.
  public var mark: PartialDate?
  public var markLabel: String?
  public var notes: [ChartExhibit.Note]
  public static let isDrawn = true

  public static let declaration = ExhibitDeclaration(
    name: "timeline", summary: "Periods and moments of records on one axis.",
    keys: ExhibitKey.records(
      "the records, a period each; they may be of several kinds", ofSeveralKinds: true) + [
        ExhibitKey(
          "field", .fieldOrFirst(of: "records", .time),
          "a field with periods or dates; the first of the kind, where left out or where a kind has none of "
            + "that name"),
        ExhibitKey(
          "moments", .field(of: "records", .time),
          "a field with dates that are marked within the periods"),
        ExhibitKey(
          "group", .field(of: "records", .anything),
          "a field with choices or references by which the periods are grouped, a line each"),
        ExhibitKey(
          "lanes", .field(of: "records", .anything),
          "such a field by which they are put into lanes, where only those that overlap stand under "
            + "one another"),
        ExhibitKey("from", .date, "where the axis begins; what began before is cut off"),
        ExhibitKey("to", .date, "where it ends"),
        ExhibitKey("mark", .date, "a day that is marked"),
        ExhibitKey("mark-label", .text, "what happened on it"),
        ExhibitKey("notes", ChartExhibit.notes, ChartExhibit.notesMeaning),
      ])

  public init?(_ values: ExhibitValues) {
    selection = values.selection("records")
    field = values.id("field")
    moments = values.id("moments")
    group = values.id("group")
    lanes = values.id("lanes")
    from = values.date("from")
    to = values.date("to")
    mark = values.date("mark")
    markLabel = values.text("mark-label")
    notes = values.groups("notes").compactMap(ChartExhibit.Note.init)
    if selection.isEmpty { return nil }
  }

  /// All records of a kind by the first of its fields that says when.
  ///
  /// - Parameter lanes: The id of a field with choices by which they are put into lanes.
  public init(ofKind kind: String, lanes: String?) {
    let place = Span(line: 1, column: 1)
    selection = RecordSelection(records: [], kind: Located(id: kind, span: place))
    self.lanes = lanes.map { Located(id: $0, span: place) }
    notes = []
  }
}
