/// Values over time, a line for each record, with its name and its newest value at its end.
///
/// A range is an upright line with two ends, each joined to the values before and after it;
/// approximate values are hollow, disputed ones diamonds with every other value as a hollow diamond
/// beside them. Nothing is drawn between one run and the next, and dots alone where a gap is long.
public struct LineChart: DrawableChart {
  public var text: ChartText
  /// The word for what is measured, over the axis.
  public var unit: String
  public var series: [ChartSeries]
  public var isLogarithmic: Bool
  public var tickLabel: TickLabel
  /// Values that all others are seen against; the axis reaches as far.
  public var references: [ChartReference] = []
  /// What happened, the weightiest first; what finds no room stands under the chart.
  public var notes: [ChartNote] = []
  /// The years between two values beyond which dots stand for a line; `nil` for none.
  public var gap: Double?
  public var second: SecondAxis?
  /// The series in panels of their own, which share their axes; each names its highest value.
  public var panels: [Panel] = []

  /// A part of a chart with an axis of its own.
  public struct Panel: Sendable {
    public var label: String
    /// The places of its lines among the chart's series.
    public var series: [Int]

    public init(label: String, series: [Int]) {
      self.label = label
      self.series = series
    }
  }

  /// More panels than these are more than can be compared.
  public static let mostPanels = 24

  public init(
    text: ChartText, unit: String, series: [ChartSeries], isLogarithmic: Bool = false,
    tickLabel: @escaping TickLabel
  ) {
    self.text = text
    self.unit = unit
    self.series = series
    self.isLogarithmic = isLogarithmic
    self.tickLabel = tickLabel
  }

  public func drawing(width: Double, idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    try check()
    let sheet = ChartSheet(width: width)
    guard panels.isEmpty else {
      let grid = PanelGrid(self, sheet)
      let svg = sheet.svg(text, "chart-panels", height: grid.height, idPrefix: idPrefix) {
        grid.draw(to: &$0)
      }
      return ChartDrawing(
        svg, unlabelled: grid.notes, marks: ChartMark.marks(of: points))
    }
    let layout = LineLayout(self, LineAxes(self, sheet), width: sheet.width)
    let svg = sheet.svg(text, "chart-line", height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(
      svg, unlabelled: layout.notes.beside, marks: ChartMark.marks(of: points))
  }

  var points: [ChartPoint] { series.flatMap { $0.runs.joined() } }

  private func check() throws(ChartRefusal) {
    try checkCounts()
    for line in series {
      for point in line.runs.joined() {
        try ChartRefusal.check(year: point.year, of: line.label)
        for value in point.extents {
          try ChartRefusal.check(value, of: line.label, isLogarithmic: isLogarithmic)
        }
      }
    }
    for reference in references { try reference.check(isLogarithmic: isLogarithmic) }
    let years = points.map(\.year)
    guard let first = years.min(), let last = years.max() else { throw .empty }
    for note in notes {
      try ChartRefusal.check(year: note.year, of: note.title)
      guard note.year >= first.rounded(.down), note.year <= last.rounded(.up) else {
        throw .outside(label: note.title)
      }
    }
  }

  private func checkCounts() throws(ChartRefusal) {
    if let gap, !(gap > 0 && gap.isFinite) { throw .noGap }
    guard panels.count <= Self.mostPanels else {
      throw .tooManyPanels(count: panels.count, limit: Self.mostPanels)
    }
    let most = panels.isEmpty ? series.count : panels.map(\.series.count).max() ?? 0
    guard most <= SeriesStyle.limit else {
      throw .tooManySeries(count: most, limit: SeriesStyle.limit)
    }
  }
}
