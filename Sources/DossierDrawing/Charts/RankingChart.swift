/// One quantity across records, the greatest first, as bars from zero or as dots.
///
/// Ranges are lines with two ends, bounds lines that go on, approximate values hollow, disputed ones
/// diamonds with every other value as a hollow diamond on the same row. Records without a value are
/// the caller's to list.
public struct RankingChart: DrawableChart {
  /// The mark of a value.
  public enum Form: Sendable {
    /// A length from zero; for quantities of which zero means none.
    case bars
    /// A place on an axis, which may be logarithmic.
    case dots
  }

  public var text: ChartText
  public var form: Form
  /// The word for what is measured, at the axis.
  public var unit: String
  public var rows: [ChartRow]
  /// The names of the groups, each with a sign of its own; empty for none.
  public var groups: [String]
  public var references: [ChartReference]
  /// The headings under which the rows stand, each with rows sorted among themselves; empty for none.
  public var sections: [String] = []
  public var second: SecondAxis?
  public var isLogarithmic: Bool
  public var tickLabel: TickLabel

  public init(
    text: ChartText, form: Form, unit: String, rows: [ChartRow], groups: [String] = [],
    reference: ChartReference? = nil, isLogarithmic: Bool = false, tickLabel: @escaping TickLabel
  ) {
    self.text = text
    self.form = form
    self.unit = unit
    self.rows = rows
    self.groups = groups
    references = reference.map { [$0] } ?? []
    self.isLogarithmic = isLogarithmic
    self.tickLabel = tickLabel
  }

  public func drawing(width: Double, idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    try check()
    let sheet = ChartSheet(width: width)
    let layout = RankingLayout(self, sheet)
    let name = form == .bars ? "chart-bars" : "chart-dots"
    let svg = sheet.svg(text, name, height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg, marks: ChartMark.marks(of: rows))
  }

  /// The rows of each section from the greatest to the least, by the low end, which is the only thing certain of a
  /// range, then by the high one; "at most" goes by its only end. Equal ones keep their order.
  var sorted: [ChartRow] {
    rows.enumerated().sorted { left, right in
      let (a, b) = (left.element.value, right.element.value)
      let (here, there) = (left.element.section, right.element.section)
      guard here == there else { return here < there }
      return (b.leadingEnd, b.high, left.offset) < (a.leadingEnd, a.high, right.offset)
    }.map(\.element)
  }

  private func check() throws(ChartRefusal) {
    if form == .bars && isLogarithmic { throw .logarithmicBars }
    for row in rows {
      for value in row.extents {
        try ChartRefusal.check(value, of: row.label, isLogarithmic: isLogarithmic)
      }
    }
    for reference in references { try reference.check(isLogarithmic: isLogarithmic) }
    guard !rows.isEmpty else { throw .empty }
  }
}
