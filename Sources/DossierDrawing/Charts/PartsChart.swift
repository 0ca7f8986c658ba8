/// Several values of each record in one row: as bars in a stack, as bars one under another, or as two
/// marks with a line between them.
///
/// Records without a value are the caller's to list.
public struct PartsChart: DrawableChart {
  /// How the values of a row stand to one another.
  public enum Form: String, Sendable {
    /// Bars that go on where the one before them ends; those below zero go the other way.
    case stacked
    /// Bars one under another.
    case grouped
    /// Marks with a line from the least to the greatest.
    case dumbbell
  }

  public var text: ChartText
  public var form: Form
  /// The word for what is measured, at the axis.
  public var unit: String
  /// The names of the values, each with a sign of its own.
  public var parts: [String]
  public var rows: [PartsRow]
  public var tickLabel: TickLabel
  public var isLogarithmic = false
  public var references: [ChartReference] = []

  public init(
    text: ChartText, form: Form, unit: String, parts: [String], rows: [PartsRow],
    tickLabel: @escaping TickLabel
  ) {
    self.text = text
    self.form = form
    self.unit = unit
    self.parts = parts
    self.rows = rows
    self.tickLabel = tickLabel
  }

  public func drawing(width: Double, idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    try check()
    let sheet = ChartSheet(width: width)
    let layout = PartsLayout(self, sheet)
    let name = "chart-" + form.rawValue
    let svg = sheet.svg(text, name, height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg, marks: ChartMark.marks(of: rows.flatMap { $0.parts.map(\.value) }))
  }

  /// The rows with the most in all first; of marks, those that reach farthest.
  var sorted: [PartsRow] {
    let sizes = rows.map { form == .stacked ? $0.total : $0.greatest }
    return rows.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.map { rows[$0] }
  }

  private func check() throws(ChartRefusal) {
    if form != .dumbbell && isLogarithmic { throw .logarithmicBars }
    guard parts.count <= SeriesStyle.limit else {
      throw .tooManySeries(count: parts.count, limit: SeriesStyle.limit)
    }
    for row in rows {
      for part in row.parts {
        try ChartRefusal.check(part.value.value, of: row.label, isLogarithmic: isLogarithmic)
        if form == .stacked, !part.value.value.isExact { throw .notStacked(label: row.label) }
      }
      try ChartRefusal.check(Extent(row.total), of: row.label)
    }
    for reference in references { try reference.check(isLogarithmic: isLogarithmic) }
    guard rows.contains(where: { !$0.parts.isEmpty }) else { throw .empty }
  }
}

/// A record with several values.
public struct PartsRow: Sendable {
  /// A value with its place among the chart's names of values.
  public struct Part: Sendable {
    public var index: Int
    public var value: ChartRow

    /// - Parameter value: Its label and its group are not looked at.
    public init(index: Int, value: ChartRow) {
      self.index = index
      self.value = value
    }
  }

  public var label: String
  /// In the order of the chart's names of values.
  public var parts: [Part]

  public init(label: String, parts: [Part]) {
    self.label = label
    self.parts = parts
  }

  /// The sum of the lower ends.
  var total: Double { parts.reduce(0) { $0 + $1.value.value.leadingEnd } }

  var greatest: Double {
    parts.reduce(-Double.infinity) { max($0, $1.value.value.trailingEnd) }
  }

  /// Where a stack ends below zero and above it.
  var stack: Extent {
    let values = parts.map(\.value.value.leadingEnd)
    return Extent(
      low: values.filter { $0 < 0 }.reduce(0, +), high: values.filter { $0 > 0 }.reduce(0, +))
  }
}

/// Where everything in a chart of parts stands.
private struct PartsLayout {
  private let chart: PartsChart
  private let rows: [PartsRow]
  private let frame: RowFrame

  init(_ chart: PartsChart, _ sheet: ChartSheet) {
    self.chart = chart
    rows = chart.sorted
    let isBars = chart.form != .dumbbell
    var extents = rows.flatMap { row in
      chart.form == .stacked ? [row.stack] : row.parts.map(\.value.value)
    }
    extents += chart.references.map { Extent($0.value) } + (isBars ? [Extent(0)] : [])
    let axis = Axis.numbers(
      extents, form: chart.isLogarithmic ? .logarithmic : .linear, atMost: sheet.isNarrow ? 5 : 8,
      tickLabel: chart.tickLabel)
    let form = chart.form
    frame = RowFrame(
      rows.map { Self.row($0, form) }, axis,
      RowFrame.Lines(
        unit: chart.unit, references: chart.references, groups: chart.parts), isBars: isBars, sheet)
  }

  private static func row(_ row: PartsRow, _ form: PartsChart.Form) -> RowFrame.Row {
    var tracks = row.parts.map { part in
      RowFrame.Track(
        text: part.value.text, reach: part.value.value.trailingEnd,
        goesOn: part.value.value.high == .infinity)
    }
    if form != .grouped {
      let text = row.parts.map(\.value.text).joined(separator: " · ")
      let reach = form == .stacked ? row.stack.high : row.greatest
      tracks = [
        RowFrame.Track(
          text: text, reach: reach, goesOn: tracks.contains(where: \.goesOn),
          gap: form == .stacked ? 8 : 11)
      ]
    }
    return RowFrame.Row(label: row.label, tracks: tracks)
  }

  private var scale: Scale { frame.scale }
  var height: Double { frame.height }

  func draw(to svg: inout SVGWriter) {
    frame.draw(to: &svg) { index, svg in
      let (row, line) = (rows[index], frame.lines[index])
      switch chart.form {
      case .stacked: drawStack(row, at: line.middle, to: &svg)
      case .grouped:
        for (part, height) in zip(row.parts, line.heights) {
          draw(part, of: row.label, isBar: true, at: height, to: &svg)
        }
      case .dumbbell: drawDumbbell(row, at: line.middle, to: &svg)
      }
    }
  }

  private func drawStack(_ row: PartsRow, at y: Double, to svg: inout SVGWriter) {
    var (below, above) = (0.0, 0.0)
    for part in row.parts {
      let length = part.value.value.low
      let start = length < 0 ? below : above
      svg.series(SeriesStyle(part.index)) { svg in
        svg.marks { svg in
          svg.bar(
            from: start, to: start + length, on: scale, at: y,
            isHollow: part.value.isApproximate)
        }
      }
      let ends = [start, start + length].map { Point(x: scale.position($0), y: y) }
      svg.values.append(
        DrawnValue(label: row.label, value: part.value.value, start: ends[0], end: ends[1]))
      below += min(length, 0)
      above += max(length, 0)
    }
  }

  private func drawDumbbell(_ row: PartsRow, at y: Double, to svg: inout SVGWriter) {
    let ends = row.parts.map(\.value.value)
    if let least = ends.min(by: { $0.leadingEnd < $1.leadingEnd }),
      let most = ends.max(by: { $0.trailingEnd < $1.trailingEnd }), let gap = least.gap(to: most)
    {
      svg.strokes("span-line", 0.5) { svg in
        svg.line(
          "span", from: Point(x: scale.position(gap.from), y: y),
          to: Point(x: scale.position(gap.to), y: y), 1)
      }
    }
    for part in row.parts { draw(part, of: row.label, isBar: false, at: y, to: &svg) }
  }

  private func draw(
    _ part: PartsRow.Part, of label: String, isBar: Bool, at y: Double, to svg: inout SVGWriter
  ) {
    let style = SeriesStyle(part.index)
    let mark = ValueMark(
      value: part.value.value,
      marker: Marker(shape: style.shape, isHollow: part.value.isApproximate), scale: scale,
      across: y, hasSignedEnds: !isBar)
    svg.series(style) { svg in
      svg.marks { svg in
        svg.values.append(mark.drawn(as: label))
        if isBar {
          svg.bar(
            of: part.value.value, isApproximate: part.value.isApproximate, on: scale, at: y)
        }
        if !isBar || part.value.value.isBound { mark.draw(to: &svg) }
      }
    }
  }
}
