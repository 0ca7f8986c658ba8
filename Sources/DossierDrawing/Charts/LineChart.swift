/// Values over time, a line for each record, with its name at its end.
///
/// A range is an upright line with two ends, each joined to the values before and after it;
/// approximate values are hollow, disputed ones diamonds with every other value as a hollow diamond
/// beside them. Nothing is drawn between one run and the next.
public struct LineChart: Sendable {
  public var text: ChartText
  /// The word for what is measured, over the axis.
  public var unit: String
  public var series: [ChartSeries]
  public var isLogarithmic: Bool
  public var tickLabel: TickLabel

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

  /// Draws the chart.
  ///
  /// - Parameter idPrefix: Begins the ids in the drawing.
  public func drawing(idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    try check()
    let layout = LineLayout(self)
    let svg = ChartSheet.svg(text, "chart-line", height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg, marks: ChartMark.marks(of: points))
  }

  var points: [ChartPoint] { series.flatMap { $0.runs.joined() } }

  private func check() throws(ChartRefusal) {
    guard series.count <= SeriesStyle.limit else {
      throw .tooManySeries(count: series.count, limit: SeriesStyle.limit)
    }
    for line in series {
      for point in line.runs.joined() {
        try ChartRefusal.check(year: point.year, of: line.label)
        for value in point.extents {
          try ChartRefusal.check(value, of: line.label, isLogarithmic: isLogarithmic)
        }
      }
    }
    guard !points.isEmpty else { throw .empty }
  }
}

/// Where everything in a line chart stands.
private struct LineLayout {
  let chart: LineChart
  let area: PlotArea
  let labels: [LineLabel]
  let height: Double

  init(_ chart: LineChart) {
    self.chart = chart
    let points = chart.points
    let values = points.flatMap(\.extents)
    let yAxis = Axis.numbers(
      values, form: chart.isLogarithmic ? .logarithmic : .linear, atMost: 6,
      tickLabel: chart.tickLabel)
    let names = chart.series.map { LineLabel.lines(of: $0) }
    let nameWidth = names.joined().reduce(0) { max($0, TextWidth.of($1)) }
    let top = chart.unit.isEmpty ? 8.0 : 28
    let nameHeight = Double(names.joined().count) * TextWidth.lineHeight
    let box = Box(
      left: max(yAxis.labelWidth + 6, 18), top: top,
      right: ChartSheet.width - (nameWidth > 0 ? nameWidth + 14 : 18),
      bottom: top + max(220, nameHeight))
    let years = points.map(\.year)
    let xAxis = Axis.years(
      from: years.min() ?? 0, to: years.max() ?? 1, atMost: Int((box.right - box.left) / 46) + 1)
    area = PlotArea(xAxis, yAxis, in: box)
    height = box.bottom + 24
    labels = LineLabel.place(on: chart.series, in: area, box)
  }

  func draw(to svg: inout SVGWriter) {
    if !chart.unit.isEmpty { svg.text([chart.unit], "chart-unit", at: Point(x: 0, y: 8)) }
    area.drawAxes(clearOf: labels.map { Box(of: $0.lines, at: $0.place) }, to: &svg)
    let isCrowded = chart.points.count > 80
    for (index, line) in chart.series.enumerated() {
      let style = SeriesStyle(index)
      svg.series(style) { svg in
        svg.marks { svg in
          for run in line.runs { draw(run, of: line.label, style, isCrowded: isCrowded, to: &svg) }
          for label in labels where label.series == index { drawLeader(to: label, &svg) }
        }
        for label in labels where label.series == index {
          svg.text(label.lines, "chart-label", at: label.place)
        }
      }
    }
  }

  /// A thread from the last point to a name that does not stand beside it.
  private func drawLeader(to label: LineLabel, _ svg: inout SVGWriter) {
    guard label.isFar else { return }
    svg.link(
      "leader", from: Point(x: label.end.x + 5, y: label.end.y),
      to: Point(x: label.place.x - 3, y: label.place.y))
  }

  private func draw(
    _ run: [ChartPoint], of label: String, _ style: SeriesStyle, isCrowded: Bool,
    to svg: inout SVGWriter
  ) {
    let ordered = run.enumerated().sorted {
      ($0.element.year, $0.offset) < ($1.element.year, $1.offset)
    }
    let points = thinned(ordered.map(\.element))
    for line in points.traces { drawLine(line.map { area.place($0.point, $0.value) }, style, &svg) }
    for point in points {
      drawOthers(of: point, label, to: &svg)
      let isMarked = !isCrowded || points.count == 1 || !point.others.isEmpty
      let shape = point.others.isEmpty ? style.shape : .diamond
      let mark = area.mark(
        point.value, of: point, Marker(shape: shape, isHollow: point.isApproximate),
        hasSignedEnds: point.isApproximate || !point.others.isEmpty)
      svg.values.append(mark.drawn(as: label))
      if isMarked || !point.value.isExact { mark.draw(to: &svg) }
    }
  }

  private func drawLine(_ places: [Point], _ style: SeriesStyle, _ svg: inout SVGWriter) {
    let path = places.map { SVGWriter.number($0.x) + " " + SVGWriter.number($0.y) }
    svg.element(
      "path",
      [
        "class": "trace", "d": .text("M" + path.joined(separator: "L")), "fill": "none",
        "stroke-width": 1.75, "stroke-linejoin": "round",
      ], style.dashes == "none" ? [:] : ["stroke-dasharray": .text(style.dashes)])
  }

  /// The values that dispute a point's.
  private func drawOthers(of point: ChartPoint, _ label: String, to svg: inout SVGWriter) {
    for other in point.others {
      if let gap = point.value.gap(to: other) {
        svg.link("dispute", from: area.place(point, gap.from), to: area.place(point, gap.to))
      }
      let marker = Marker(shape: .diamond, isHollow: true, radius: 2.75)
      area.mark(other, of: point, marker, hasSignedEnds: true).draw(as: label, to: &svg)
    }
  }

  /// Of a run with more points than the drawing can show, the first, the lowest, the highest and
  /// the last of each unit of width, and all that are disputed or within bounds.
  private func thinned(_ points: [ChartPoint]) -> [ChartPoint] {
    guard points.count > 800 else { return points }
    var kept: Set<Int> = []
    var start = 0
    for index in points.indices {
      if !points[index].others.isEmpty || !points[index].value.isExact { kept.insert(index) }
      let column = Int(area.x.position(points[index].year))
      let isLast = index + 1 == points.count
      guard isLast || Int(area.x.position(points[index + 1].year)) != column else { continue }
      let values = (start...index).map { (index: $0, value: points[$0].value) }
      kept.formUnion([start, index])
      values.min { $0.value.leadingEnd < $1.value.leadingEnd }.map { _ = kept.insert($0.index) }
      values.max { $0.value.trailingEnd < $1.value.trailingEnd }
        .map { _ = kept.insert($0.index) }
      start = index + 1
    }
    return kept.sorted().map { points[$0] }
  }
}

extension [ChartPoint] {
  /// The lines that join the points: one along the low ends and one along the high ones, the second
  /// only as far as it is another; an end that is not known is passed by the one that is.
  var traces: [[(point: ChartPoint, value: Double)]] {
    guard count > 1 else { return [] }
    let low = map { (point: $0, value: $0.value.leadingEnd) }
    let differing = indices.filter { self[$0].value.ends.count > 1 }
    return [low]
      + differing.reduce(into: [[Int]]()) { runs, index in
        if runs.last?.last == index - 1 {
          runs[runs.count - 1].append(index)
        } else {
          runs.append([index])
        }
      }.map { run in
        let first = Swift.max(run[0] - 1, 0)
        let last = Swift.min(run[run.count - 1] + 1, count - 1)
        return (first...last).map { (point: self[$0], value: self[$0].value.trailingEnd) }
      }
  }
}
