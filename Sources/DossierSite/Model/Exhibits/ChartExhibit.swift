import DossierSource

/// Figures of records, drawn.
public struct ChartExhibit: ExhibitContent {
  /// How they are drawn.
  public enum Form: String, CaseIterable, Sendable {
    /// A series over time, a line for each record.
    case line
    case bars
    /// A quantity across records, sorted, with the median.
    case dots
    /// Two quantities.
    case scatter
    /// A quantity at two times, a line for each record.
    case slope
    /// Two quantities of each record, on one line.
    case dumbbell
    /// Several quantities of each record, as bars that go on one behind another.
    case stacked
    /// Several quantities of each record, as bars one under another.
    case grouped
  }

  /// A value that all others are seen against.
  public struct Reference: Sendable {
    public var value: Double
    public var label: String
    /// The work that gives it; `nil` for the publisher's own.
    public var source: Located?
  }

  /// What happened at a time.
  public struct Note: Sendable {
    public var at: PartialDate
    public var text: String
    public var more: String?
    public var source: Located?

    init?(_ group: ExhibitValues) {
      guard let at = group.date("at"), let text = group.text("text") else { return nil }
      self.at = at
      self.text = text
      more = group.text("more")
      source = group.id("source")
    }
  }

  /// The axis once more in other units.
  public struct Second: Sendable {
    /// The unit, where it is another of the same dimension.
    public var unit: String?
    /// A record and its field that the values are divided by.
    public var per: LocatedKey?
    public var by: Located?
  }

  public var form: Form
  public var selection: RecordSelection
  /// The fields, as many as the form takes and never none: of a scatter that of the horizontal axis
  /// first.
  public let fields: [Located]
  /// Which claims are drawn: for a line all that count the same, at any time.
  public var choice: ClaimChoice
  /// The two times of a slope.
  public var times: [PartialDate]
  public var isLogarithmic: Bool
  public var references: [Reference]
  public var notes: [Note]
  /// A field, `record` or `of`, by which the chart is parted.
  public var facet: Located?
  /// A field whose choices give marks their signs.
  public var group: Located?
  /// The fields that say who named a figure, and when.
  public var name: Located?
  public var when: Located?
  /// The years between two values beyond which dots stand for a line.
  public var gap: Double?
  public var second: Second?

  /// The first of the fields.
  public var field: Located { fields[0] }

  public init?(_ values: ExhibitValues) {
    guard let form = values.text(ExhibitDeclaration.form).flatMap(Form.init) else { return nil }
    self.form = form
    let names = form.isPair ? ["x", "y"] : form.isSeveral ? ["fields"] : ["field"]
    fields = names.flatMap(values.ids)
    selection = values.selection("records")
    choice = ClaimChoice(of: values.text("of"), at: values.date("at"))
    times = ["from", "to"].compactMap(values.date)
    isLogarithmic = values.flag("log")
    references = values.groups("reference").compactMap { group in
      guard let value = group.number("value"), let label = group.text("label") else { return nil }
      return Reference(value: value, label: label, source: group.id("source"))
    }
    notes = values.groups("notes").compactMap(Note.init)
    facet = values.id("facet")
    group = values.id("group")
    name = values.id("name")
    when = values.id("when")
    gap = values.number("gap")
    second = Second(values)
    let isComplete = fields.count >= names.count && (form != .slope || times.count == 2)
    if selection.isEmpty || !isComplete || fields.isEmpty { return nil }
  }
}

extension ChartExhibit {
  /// One series of one record as a line.
  ///
  /// - Parameters:
  ///   - of: What the claims that are drawn count; `nil` for all.
  ///   - gap: The years between two values beyond which dots stand for a line.
  public init(series field: String, of record: RecordKey, counting of: String?, gap: Double) {
    let place = Span(line: 1, column: 1)
    form = .line
    fields = [Located(id: field, span: place)]
    selection = RecordSelection(records: [LocatedKey(key: record, span: place)], kind: nil)
    choice = ClaimChoice(of: of)
    (times, references, notes) = ([], [], [])
    isLogarithmic = false
    self.gap = gap
  }
}

extension ChartExhibit.Second {
  fileprivate init?(_ values: ExhibitValues) {
    unit = values.text("second-unit")
    per = values.records("second-per").first
    by = values.id("second-by")
    if unit == nil, per == nil || by == nil { return nil }
  }
}

extension ChartExhibit.Form {
  fileprivate var isPair: Bool { self == .scatter || self == .dumbbell }
  fileprivate var isSeveral: Bool { self == .stacked || self == .grouped }
}

// What a block says.
extension ChartExhibit {
  public static let isDrawn = true
  public static let showsOnlyWhatItNames = true

  public static let declaration = ExhibitDeclaration(
    name: "chart", summary: "Figures of records, drawn.",
    keys: [
      ExhibitKey(
        ExhibitDeclaration.form, .choice(Form.allCases.map(\.rawValue)), isRequired: true,
        "a series over time (`line`) or at two times (`slope`), one quantity across records "
          + "(`bars`, or `dots` with a median), two (`scatter`, `dumbbell`) or several (`stacked`, "
          + "`grouped`)")
    ] + ExhibitKey.records("the records, a line, bar or dot each") + figures + words + lines)

  private static let rows: [Form] = [.bars, .dots]

  private static let figures = [
    ExhibitKey(
      "field", .field(of: "records", .series), isRequired: true, forms: [.line, .slope],
      "the series"),
    ExhibitKey(
      "field", .field(of: "records", .number), isRequired: true, forms: rows,
      "the field with the number"),
    ExhibitKey(
      "x", .field(of: "records", .number), isRequired: true, forms: [.scatter, .dumbbell],
      "the first number; of a scatter that along the horizontal axis"),
    ExhibitKey(
      "y", .field(of: "records", .number), isRequired: true, forms: [.scatter, .dumbbell],
      "the second number; of a scatter that along the vertical axis"),
    ExhibitKey(
      "fields", .fields(of: "records", .number), isRequired: true, forms: [.stacked, .grouped],
      "the numbers, a bar each, in one unit"),
    ExhibitKey("of", .text, "only claims that count this"),
    // A line shows every time, and a slope the two that it names.
    .at(forms: Form.allCases.filter { $0 != .line && $0 != .slope }.map(\.rawValue)),
    ExhibitKey("from", .date, isRequired: true, forms: [.slope], "the first time"),
    ExhibitKey("to", .date, isRequired: true, forms: [.slope], "the second time"),
    ExhibitKey("log", .flag, "whether the scale is logarithmic; not for bars"),
  ]

  private static let words = [
    ExhibitKey(
      "facet", .fieldOr(["record", "of"], of: "records"), forms: [.line],
      "panels of their own with the same axes: one for each record, for what is counted, or for a "
        + "field"),
    ExhibitKey(
      "facet", .fieldOr(["of"], of: "records"), forms: rows,
      "sections: one for what is counted, or for a field; a record stands in each that it names"),
    ExhibitKey(
      "group", .field(of: "records", .choice), forms: rows + [.scatter],
      "a field whose choices give marks their signs"),
    ExhibitKey(
      "name", .field(of: "records", .anything), forms: rows,
      "a field that says who named the figure, in the place of the record's name"),
    ExhibitKey(
      "when", .field(of: "records", .time), forms: rows,
      "a field that says when, beside the name"),
  ]

  private static let lines = [
    ExhibitKey(
      "reference",
      .groups([
        ExhibitKey("value", .number, isRequired: true, "the value"),
        ExhibitKey("label", .text, isRequired: true, "what it is"),
        ExhibitKey("source", .source, "the work that gives it"),
      ]), forms: Form.allCases.filter { $0 != .scatter && $0 != .slope },
      "values that all others are seen against, each `{value: …, label: …, source: …}`"),
    ExhibitKey("notes", notes, forms: [.line], notesMeaning),
    ExhibitKey(
      "gap", .number, forms: [.line],
      "the years between two values beyond which dots stand for a line"),
    ExhibitKey(
      "second-unit", .unit, forms: [.line] + rows,
      "another unit of the same dimension, for a second axis"),
    ExhibitKey(
      "second-per", .record(nil), forms: [.line] + rows,
      "a record by whose figure values are divided for a second axis"),
    ExhibitKey(
      "second-by", .field(of: "second-per", .number), forms: [.line] + rows, "that figure"),
  ]

  /// What notes say, those of timelines too.
  static let notes = ExhibitKey.Sort.groups([
    ExhibitKey("at", .date, isRequired: true, "the time"),
    ExhibitKey("text", .text, isRequired: true, "what happened"),
    ExhibitKey("more", .text, "what else there is to say"),
    ExhibitKey("source", .source, "the work that says so"),
  ])

  static let notesMeaning =
    "what happened, the weightiest first, each `{at: …, text: …, more: …, source: …}`; what finds no "
    + "room stands under the drawing"
}

extension ExhibitKey {
  /// A key that only charts of some forms take.
  fileprivate init(
    _ name: String, _ sort: Sort, isRequired: Bool = false, forms: [ChartExhibit.Form],
    _ meaning: String
  ) {
    self.init(name, sort, isRequired: isRequired, forms: forms.map(\.rawValue), meaning)
  }
}
