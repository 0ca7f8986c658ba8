import DossierSite

/// One quantity across records, the greatest first, as bars from zero or as dots.
///
/// Bounds are ranges, approximate values hollow, disputed ones diamonds with every other value as a
/// hollow diamond on the same row. Records without a value are the caller's to list.
struct RankingChart {
  /// The mark of a value.
  enum Form {
    /// A length from zero; for quantities of which zero means none.
    case bars
    /// A place on an axis, which may be logarithmic.
    case dots
  }

  var text: ChartText
  var form: Form
  /// The word for what is measured, at the axis of dots.
  var unit: String
  var rows: [ChartRow]
  /// The names of the groups, each with a sign of its own; empty for none.
  var groups: [String] = []
  /// The word before the median; empty for no median.
  var medianLabel = ""
  var isLogarithmic = false
  var rules: LanguageRules

  /// Draws the chart.
  ///
  /// - Parameter idPrefix: Begins the ids in the drawing.
  func drawing(idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    try check()
    let layout = RankingLayout(self)
    let name = form == .bars ? "chart-bars" : "chart-dots"
    let svg = ChartSheet.svg(text, name, height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg: svg, marks: marks)
  }

  /// The rows from the greatest middle to the least; equal ones in the order of the input.
  var sorted: [ChartRow] {
    rows.enumerated().sorted { left, right in
      let (a, b) = (left.element.value.middle, right.element.value.middle)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  private func check() throws(ChartRefusal) {
    if form == .bars && isLogarithmic { throw .logarithmicBars }
    for row in rows {
      for value in [row.value] + row.others {
        try ChartRefusal.check(value, of: row.label, isLogarithmic: isLogarithmic)
      }
    }
    guard !rows.isEmpty else { throw .empty }
  }

  private var marks: [ChartMark] {
    ChartMark.allCases.filter { mark in
      rows.contains { row in
        switch mark {
        case .approximate: row.isApproximate
        case .disputed: !row.others.isEmpty
        case .interval: !row.value.isExact || row.others.contains { !$0.isExact }
        }
      }
    }
  }
}

extension ChartRow {
  /// The greatest of its values, which its text stands behind.
  fileprivate var reach: Double {
    ([value] + others).reduce(-Double.infinity) { max($0, $1.high) }
  }
}

/// Where everything in a ranking stands.
private struct RankingLayout {
  private let chart: RankingChart
  private let lines: [Line]
  private let key: GroupKey
  private let axis: Axis
  private let scale: Scale
  private let median: Quantity?
  private let top: Double
  private let bottom: Double

  /// A row with its place.
  private struct Line {
    var row: ChartRow
    var label: [String]
    var value: [String]
    var y: Double
    var height: Double
  }

  init(_ chart: RankingChart) {
    self.chart = chart
    key = GroupKey(chart.groups)
    let rows = chart.sorted
    median =
      chart.medianLabel.isEmpty
      ? nil
      : .median(of: rows.map(\.value)).map {
        Interval($0).rounded(to: 1)
      }
    top = key.height + (median == nil ? 0 : TextWidth.lineHeight + 4)
    var (y, lines) = (top, [Line]())
    for row in rows {
      let label = TextWidth.lines(row.label, within: 140)
      let value = TextWidth.lines(row.text, within: 130)
      let height = Double(max(label.count, value.count)) * TextWidth.lineHeight + 4
      lines.append(Line(row: row, label: label, value: value, y: y + height / 2, height: height))
      y += height
    }
    (self.lines, bottom) = (lines, y)
    axis = Self.axis(of: chart)
    scale = Self.scale(axis, lines)
  }

  /// Bars have no ticks, since each carries its value.
  private static func axis(of chart: RankingChart) -> Axis {
    let zero = chart.form == .bars ? [Quantity(0)] : []
    let values = zero + chart.rows.flatMap { [$0.value] + $0.others }
    var axis = Axis.numbers(
      values, form: chart.isLogarithmic ? .logarithmic : .linear, atMost: 5, rules: chart.rules)
    if chart.form == .bars {
      axis.ticks = []
      axis.low = values.reduce(0) { min($0, $1.low) }
      axis.high = values.reduce(axis.low) { max($0, $1.high) }
    }
    return axis
  }

  /// The longest scale that leaves room for the text of each row behind its mark.
  private static func scale(_ axis: Axis, _ lines: [Line]) -> Scale {
    let labelWidth = lines.flatMap(\.label).reduce(0) { max($0, TextWidth.of($1)) }
    let start = labelWidth + 14
    let unit = axis.scale(from: 0, to: 1)
    var end = ChartSheet.width - 12
    for line in lines {
      let width = line.value.reduce(0) { max($0, TextWidth.of($1)) }
      let room = ChartSheet.width - start - width - 10
      let part = unit.position(max(line.row.reach, axis.form == .linear ? 0 : axis.low))
      if part > 0 { end = min(end, start + room / part) }
    }
    return axis.scale(from: start, to: max(end, start + 60))
  }

  var height: Double {
    if chart.form == .bars { return bottom + 2 }
    return bottom + 26 + (chart.unit.isEmpty ? 0 : TextWidth.lineHeight)
  }

  func draw(to svg: inout SVGWriter) {
    key.draw(to: &svg)
    drawAxis(to: &svg)
    drawMedian(to: &svg)
    for line in lines {
      svg.series(SeriesStyle(line.row.group)) { svg in
        svg.marks { draw(line, to: &$0) }
      }
      svg.text(line.label, "chart-label", at: Point(x: scale.start - 10, y: line.y), .end)
      svg.text(line.value, "chart-value", at: Point(x: end(of: line.row) + 8, y: line.y))
    }
  }

  /// Where the marks of a row end.
  private func end(of row: ChartRow) -> Double {
    scale.position(max(row.reach, chart.isLogarithmic ? row.reach : 0))
      + (chart.form == .dots || !row.others.isEmpty ? 3 : 0)
  }

  private func drawAxis(to svg: inout SVGWriter) {
    svg.strokes("grid", 0.18) { svg in
      let rules = axis.ticks.map { tick in
        let x = scale.position(tick.value)
        return (start: Point(x: x, y: top), end: Point(x: x, y: bottom + 4))
      }
      svg.lines("rule", rules, 0.75)
      if chart.form == .bars {
        let zero = scale.position(0)
        svg.line("base", from: Point(x: zero, y: top), to: Point(x: zero, y: bottom), 0.75)
      }
    }
    axis.drawLabels(along: scale, at: bottom + 14, to: &svg)
    guard chart.form == .dots, !chart.unit.isEmpty else { return }
    let place = Point(x: ChartSheet.width, y: bottom + 14 + TextWidth.lineHeight)
    svg.text([chart.unit], "chart-unit", at: place, .end)
  }

  private func drawMedian(to svg: inout SVGWriter) {
    guard let median else { return }
    let (low, high) = (scale.position(median.low), scale.position(median.high))
    let text = chart.medianLabel + "\u{A0}" + chart.rules.quantity(median)
    svg.strokes("median", 0.6) { svg in
      for x in low == high ? [low] : [low, high] {
        svg.element(
          "line",
          [
            "x1": .number(x), "y1": .number(top - 3), "x2": .number(x), "y2": .number(bottom),
            "stroke-width": 1.0, "stroke-dasharray": "4 3",
          ])
      }
    }
    let half = TextWidth.of(text) / 2
    let x = min(max((low + high) / 2, half), ChartSheet.width - half)
    let place = Point(x: x, y: top - 3 - TextWidth.lineHeight / 2)
    svg.text([text], "chart-median", at: place, .middle)
  }

  private func draw(_ line: Line, to svg: inout SVGWriter) {
    switch chart.form {
    case .bars: drawBar(line, to: &svg)
    case .dots: drawDot(line, to: &svg)
    }
    for other in line.row.others {
      if !other.isExact { drawRange(other, at: line.y, to: &svg) }
      let x = scale.position(other.middle)
      svg.link(
        "dispute", from: Point(x: scale.position(line.row.value.middle), y: line.y),
        to: Point(x: x, y: line.y))
      Marker(shape: .diamond, isHollow: true, radius: 2.75).draw(
        at: Point(x: x, y: line.y), to: &svg)
    }
  }

  private func drawDot(_ line: Line, to svg: inout SVGWriter) {
    let row = line.row
    let place = Point(x: scale.position(row.value.middle), y: line.y)
    svg.link("guide", from: Point(x: scale.start, y: line.y), to: place)
    if !row.value.isExact { drawRange(row.value, at: line.y, to: &svg) }
    let shape = row.others.isEmpty ? SeriesStyle(row.group).shape : .diamond
    Marker(shape: shape, isHollow: row.isApproximate).draw(at: place, to: &svg)
  }

  private func drawRange(_ value: Quantity, at y: Double, to svg: inout SVGWriter) {
    svg.whisker(
      from: Point(x: scale.position(value.low), y: y),
      to: Point(x: scale.position(value.high), y: y))
  }

  /// A bar to what is certain, and an empty one over what may be.
  private func drawBar(_ line: Line, to svg: inout SVGWriter) {
    let (value, zero) = (line.row.value, 0.0)
    let near = value.low > 0 ? value.low : min(value.high, zero)
    drawBar(from: zero, to: near, line.y, isHollow: line.row.isApproximate, &svg)
    if !value.isExact {
      drawBar(from: value.low, to: value.high, line.y, isHollow: true, &svg)
    }
    guard !line.row.others.isEmpty else { return }
    Marker(shape: .diamond, isHollow: line.row.isApproximate)
      .draw(at: Point(x: scale.position(value.middle), y: line.y), to: &svg)
  }

  private func drawBar(
    from start: Double, to end: Double, _ y: Double, isHollow: Bool, _ svg: inout SVGWriter
  ) {
    let (a, b) = (scale.position(start), scale.position(end))
    svg.element(
      "rect",
      [
        "class": .text(isHollow ? "bar hollow-bar" : "bar"), "x": .number(min(a, b)),
        "y": .number(y - 5), "width": .number(abs(b - a)), "height": 10.0,
        "fill-opacity": .number(isHollow ? 0.25 : 1), "stroke-width": 1.0,
      ])
  }
}
