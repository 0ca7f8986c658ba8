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
  }

  public var form: Form
  public var selection: RecordSelection
  /// The field; for a scatter that of the horizontal axis.
  public var field: Located
  /// For a scatter the field of the vertical axis.
  public var other: Located?
  /// Which claims are drawn: for a line all that count the same, at any time.
  public var choice: ClaimChoice
  public var isLogarithmic: Bool

  public static let declaration = ExhibitDeclaration(
    name: "chart", summary: "Figures of records, drawn.",
    keys: [
      ExhibitKey(
        ExhibitDeclaration.form, .choice(Form.allCases.map(\.rawValue)), isRequired: true,
        "a series over time (`line`), one quantity across records (`bars`, or `dots` with a "
          + "median), or two (`scatter`)")
    ] + ExhibitKey.records("the records, a line, bar or dot each") + [
      ExhibitKey(
        "field", .field(of: "records", .series), isRequired: true, forms: [.line],
        "the series"),
      ExhibitKey(
        "field", .field(of: "records", .number), isRequired: true, forms: [.bars, .dots],
        "the field with the number"),
      ExhibitKey(
        "x", .field(of: "records", .number), isRequired: true, forms: [.scatter],
        "the number along the horizontal axis"),
      ExhibitKey(
        "y", .field(of: "records", .number), isRequired: true, forms: [.scatter],
        "the number along the vertical axis"),
      ExhibitKey("of", .text, "only claims that count this"),
      // A line shows every time.
      .at(forms: [Form.bars, .dots, .scatter].map(\.rawValue)),
      ExhibitKey("log", .flag, "whether the scale is logarithmic; not for bars"),
    ])

  public init?(_ values: ExhibitValues) {
    guard let form = values.text(ExhibitDeclaration.form).flatMap(Form.init),
      let field = values.id(form == .scatter ? "x" : "field")
    else { return nil }
    self.form = form
    self.field = field
    selection = values.selection("records")
    other = values.id("y")
    choice = ClaimChoice(of: values.text("of"), at: values.date("at"))
    isLogarithmic = values.flag("log")
    if selection.isEmpty || form == .scatter && other == nil { return nil }
  }
}

extension ExhibitKey {
  /// A key that only charts of some forms take.
  fileprivate init(
    _ name: String, _ sort: Sort, isRequired: Bool, forms: [ChartExhibit.Form], _ meaning: String
  ) {
    self.init(name, sort, isRequired: isRequired, forms: forms.map(\.rawValue), meaning)
  }
}
