/// One quantity of records at two times, a line from the one to the other for each.
public struct SlopeChart: DrawableChart {
  public var text: ChartText
  /// The word for what is measured, over the axes.
  public var unit: String
  /// The two times, in words.
  public var times: (first: String, second: String)
  public var slopes: [Slope]
  public var isLogarithmic: Bool
  public var tickLabel: TickLabel

  /// A record at the two times.
  public struct Slope: Sendable {
    /// The label of both is the record's name; their texts are the values in words.
    public var first: ChartRow
    public var second: ChartRow

    public init(first: ChartRow, second: ChartRow) {
      self.first = first
      self.second = second
    }

    var rows: [ChartRow] { [first, second] }
  }

  /// - Parameter times: The two times, in words.
  public init(
    text: ChartText, unit: String, times: (first: String, second: String), slopes: [Slope],
    isLogarithmic: Bool = false, tickLabel: @escaping TickLabel
  ) {
    self.text = text
    self.unit = unit
    self.times = times
    self.slopes = slopes
    self.isLogarithmic = isLogarithmic
    self.tickLabel = tickLabel
  }

  public func drawing(width: Double, idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    guard slopes.count <= SeriesStyle.limit else {
      throw .tooManySeries(count: slopes.count, limit: SeriesStyle.limit)
    }
    for row in slopes.flatMap(\.rows) {
      for value in row.extents {
        try ChartRefusal.check(value, of: row.label, isLogarithmic: isLogarithmic)
      }
    }
    guard !slopes.isEmpty else { throw .empty }
    let sheet = ChartSheet(width: width)
    let layout = SlopeLayout(self, sheet)
    let svg = sheet.svg(text, "chart-slope", height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg, marks: ChartMark.marks(of: slopes.flatMap(\.rows)))
  }
}

/// Where everything in a chart of slopes stands.
private struct SlopeLayout {
  private let chart: SlopeChart
  private let axis: Axis
  private let scale: Scale
  private let unit: [String]
  private let left: [Column.Label]
  private let right: [Column.Label]
  private let start: Double
  private let end: Double
  private let top: Double
  private let sheet: ChartSheet

  /// The names at one of the two times.
  private struct Column {
    struct Label {
      var lines: [String]
      var y: Double
      /// Where its value stands.
      var end: Double
    }

    /// - Parameter width: The longest line that there may be.
    static func lines(of row: ChartRow, hasName: Bool, within width: Double) -> [String] {
      TextWidth.lines(hasName ? row.label + " " + row.text : row.text, within: width)
    }

    static func labels(_ texts: [[String]], at ends: [Double], from top: Double, to bottom: Double)
      -> [Label]
    {
      let wanted = zip(texts, ends).map { lines, end in
        LabelColumn.Label(centre: end, height: Double(lines.count) * TextWidth.lineHeight)
      }
      let centres = LabelColumn.centres(wanted, from: top, to: bottom)
      return zip(zip(texts, ends), centres).map { Label(lines: $0.0, y: $1, end: $0.1) }
    }
  }

  init(_ chart: SlopeChart, _ sheet: ChartSheet) {
    self.chart = chart
    self.sheet = sheet
    let most = sheet.isNarrow ? 118.0 : 220
    let firsts = chart.slopes.map {
      Column.lines(of: $0.first, hasName: !sheet.isNarrow, within: most)
    }
    let seconds = chart.slopes.map { Column.lines(of: $0.second, hasName: true, within: most) }
    axis = Axis.numbers(
      chart.slopes.flatMap(\.rows).flatMap(\.extents),
      form: chart.isLogarithmic ? .logarithmic : .linear, atMost: 6, tickLabel: chart.tickLabel)
    unit = sheet.lines(chart.unit)
    start = max(firsts.reduce(0) { max($0, TextWidth.widest($1)) }, 20) + 22
    end = max(
      sheet.width - seconds.reduce(0) { max($0, TextWidth.widest($1)) } - 22, start + 60)
    top = Double(unit.count + 1) * TextWidth.lineHeight + 14
    let lines = max(firsts.joined().count, seconds.joined().count)
    let length = max(sheet.isNarrow ? 260 : 320, Double(lines) * TextWidth.lineHeight)
    let scale = axis.scale(from: top + length, to: top)
    self.scale = scale
    func labels(_ texts: [[String]], _ rows: [ChartRow], _ top: Double) -> [Column.Label] {
      Column.labels(
        texts, at: rows.map { scale.position($0.value.leadingEnd) }, from: top - 6,
        to: top + length + 6)
    }
    left = labels(firsts, chart.slopes.map(\.first), top)
    right = labels(seconds, chart.slopes.map(\.second), top)
  }

  var height: Double { scale.start + 14 }

  func draw(to svg: inout SVGWriter) {
    svg.text(
      unit, "chart-unit", at: Point(x: 0, y: Double(unit.count) * TextWidth.lineHeight / 2))
    let y = top - 8 - TextWidth.lineHeight / 2
    let (first, second) = (chart.times.first, chart.times.second)
    let firstEnd = max(start, TextWidth.of(first, isBold: true))
    let secondStart = min(end, sheet.width - TextWidth.of(second, isBold: true))
    svg.text([first], "chart-group", at: Point(x: firstEnd, y: y), .end, isBold: true)
    svg.text([second], "chart-group", at: Point(x: secondStart, y: y), isBold: true)
    svg.strokes("axis", 0.6) { svg in
      for x in [start, end] {
        svg.line("base", from: Point(x: x, y: top - 4), to: Point(x: x, y: scale.start + 4), 1)
      }
    }
    for (index, slope) in chart.slopes.enumerated() { draw(slope, SeriesStyle(index), to: &svg) }
    for (index, label) in left.enumerated() {
      draw(label, SeriesStyle(index), x: start, isLeft: true, to: &svg)
    }
    for (index, label) in right.enumerated() {
      draw(label, SeriesStyle(index), x: end, isLeft: false, to: &svg)
    }
  }

  private func draw(_ slope: SlopeChart.Slope, _ style: SeriesStyle, to svg: inout SVGWriter) {
    let ends = zip([start, end], slope.rows)
    svg.series(style) { svg in
      svg.marks { svg in
        svg.trace(
          ends.map { Point(x: $0, y: scale.position($1.value.leadingEnd)) }, style.dashes)
        for (x, row) in ends {
          for (number, value) in row.extents.enumerated() {
            let shape: Marker.Shape = row.others.isEmpty ? style.shape : .diamond
            let marker = Marker(shape: shape, isHollow: row.isApproximate || number > 0)
            ValueMark(
              value: value, marker: marker, scale: scale, isUpright: true, across: x,
              hasSignedEnds: row.isApproximate || !row.others.isEmpty
            ).draw(as: row.label, to: &svg)
          }
        }
      }
    }
  }

  private func draw(
    _ label: Column.Label, _ style: SeriesStyle, x: Double, isLeft: Bool, to svg: inout SVGWriter
  ) {
    let side = isLeft ? -1.0 : 1
    svg.series(style) { svg in
      if abs(label.y - label.end) > 6 {
        svg.marks { svg in
          svg.link(
            "leader", from: Point(x: x + side * 5, y: label.end),
            to: Point(x: x + side * 14, y: label.y))
        }
      }
      svg.text(
        label.lines, "chart-label", at: Point(x: x + side * 16, y: label.y),
        isLeft ? .end : .start)
    }
  }
}

extension SVGWriter {
  /// A line from place to place in the colour of its series.
  ///
  /// - Parameter dashes: The lengths of strokes and gaps; `none` for a line without gaps.
  mutating func trace(_ places: [Point], _ dashes: String) {
    let path = places.map { Self.number($0.x) + " " + Self.number($0.y) }
    element(
      "path",
      [
        "class": "trace", "d": .text("M" + path.joined(separator: "L")), "fill": "none",
        "stroke-width": 1.75, "stroke-linejoin": "round",
      ], dashes == "none" ? [:] : ["stroke-dasharray": .text(dashes)])
  }
}
