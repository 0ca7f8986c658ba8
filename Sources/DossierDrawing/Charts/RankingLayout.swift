/// Where everything in a ranking stands.
struct RankingLayout {
  private let chart: RankingChart
  private let lines: [Line]
  private let key: GroupKey
  private let axis: Axis
  private let scale: Scale
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
    top = key.height + (chart.reference == nil ? 0 : TextWidth.lineHeight + 4)
    (lines, bottom) = Self.lines(of: chart.sorted, below: top)
    let zero = chart.form == .bars ? [Extent(0)] : []
    axis = Axis.numbers(
      zero + chart.rows.flatMap(\.extents), form: chart.isLogarithmic ? .logarithmic : .linear,
      atMost: 5, tickLabel: chart.tickLabel)
    scale = Self.scale(axis, lines)
  }

  private static func lines(
    of rows: [ChartRow], below top: Double
  ) -> (lines: [Line], bottom: Double) {
    var (y, lines) = (top, [Line]())
    for row in rows {
      let label = TextWidth.lines(row.label, within: 140)
      let value = TextWidth.lines(row.text, within: 130)
      let height = Double(max(label.count, value.count)) * TextWidth.lineHeight + 4
      lines.append(Line(row: row, label: label, value: value, y: y + height / 2, height: height))
      y += height
    }
    return (lines, y)
  }

  /// The longest scale that leaves room for the text of each row behind its mark.
  private static func scale(_ axis: Axis, _ lines: [Line]) -> Scale {
    let labelWidth = lines.flatMap(\.label).reduce(0) { max($0, TextWidth.of($1)) }
    let start = labelWidth + 18
    let unit = axis.scale(from: 0, to: 1)
    var end = ChartSheet.width - 12
    for line in lines {
      let width = line.value.reduce(0) { max($0, TextWidth.of($1)) }
      let arrow = line.row.goesOn ? ValueMark.arrow : 0
      let room = ChartSheet.width - start - width - arrow - 12
      let part = unit.position(max(line.row.reach, axis.form == .linear ? 0 : axis.low))
      if part > 0 { end = min(end, start + room / part) }
    }
    return axis.scale(from: start, to: max(end, start + 60))
  }

  var height: Double { bottom + 26 + (chart.unit.isEmpty ? 0 : TextWidth.lineHeight) }

  func draw(to svg: inout SVGWriter) {
    key.draw(to: &svg)
    let texts = lines.map { Box(of: $0.value, at: place(ofTextOf: $0)) }
    drawAxis(clearOf: texts, to: &svg)
    drawReference(clearOf: texts, to: &svg)
    for line in lines {
      svg.series(SeriesStyle(line.row.group)) { svg in
        svg.marks { draw(line, to: &$0) }
      }
      svg.text(line.label, "chart-label", at: Point(x: scale.start - 12, y: line.y), .end)
      svg.text(line.value, "chart-value", at: place(ofTextOf: line))
    }
  }

  /// Behind all marks of the row, and behind zero where a scale has one.
  private func place(ofTextOf line: Line) -> Point {
    let row = line.row
    let reach = scale.position(chart.isLogarithmic ? row.reach : max(row.reach, 0))
    let isBare = chart.form == .bars && row.others.isEmpty && !row.value.isBound
    return Point(x: reach + (row.goesOn ? ValueMark.arrow : isBare ? 0 : 3) + 8, y: line.y)
  }

  private func drawAxis(clearOf texts: [Box], to svg: inout SVGWriter) {
    let base = chart.form == .bars ? 0 : axis.low
    svg.strokes("grid", 0.18) { svg in
      let rules = axis.ticks.map(\.value).filter { chart.form == .dots || $0 != base }
      svg.lines("rule", rules.flatMap { rule(at: $0, clearOf: texts) }, 0.75)
    }
    if chart.form == .bars {
      svg.strokes("axis", 1) { svg in
        svg.lines("base", rule(at: base, clearOf: texts), 1)
      }
    }
    axis.drawLabels(along: scale, at: bottom + 14, to: &svg)
    guard !chart.unit.isEmpty else { return }
    let place = Point(x: ChartSheet.width, y: bottom + 14 + TextWidth.lineHeight)
    svg.text([chart.unit], "chart-unit", at: place, .end)
  }

  private func rule(at value: Double, clearOf texts: [Box]) -> [(start: Point, end: Point)] {
    LineBreaks.standing(at: scale.position(value), from: top, to: bottom + 4, clearOf: texts)
  }

  private func drawReference(clearOf texts: [Box], to svg: inout SVGWriter) {
    guard let reference = chart.reference else { return }
    let x = scale.position(reference.value)
    svg.strokes("median-line", 0.6) { svg in
      for part in LineBreaks.standing(at: x, from: top - 3, to: bottom, clearOf: texts) {
        svg.element(
          "line",
          [
            "x1": .number(x), "y1": .number(part.start.y), "x2": .number(x),
            "y2": .number(part.end.y), "stroke-width": 1.0, "stroke-dasharray": "4 3",
          ])
      }
    }
    let half = TextWidth.of(reference.text) / 2
    let place = Point(
      x: min(max(x, half), ChartSheet.width - half), y: top - 3 - TextWidth.lineHeight / 2)
    svg.text([reference.text], "chart-median", at: place, .middle)
  }
}

extension RankingLayout {
  private func draw(_ line: Line, to svg: inout SVGWriter) {
    switch chart.form {
    case .bars: drawBar(line, to: &svg)
    case .dots: drawDot(line, to: &svg)
    }
    for other in line.row.others {
      if let gap = line.row.value.gap(to: other) {
        svg.link(
          "dispute", from: Point(x: scale.position(gap.from), y: line.y),
          to: Point(x: scale.position(gap.to), y: line.y))
      }
      let marker = Marker(shape: .diamond, isHollow: true, radius: 2.75)
      mark(other, marker, on: line, hasSignedEnds: true).draw(as: line.row.label, to: &svg)
    }
  }

  private func mark(
    _ value: Extent, _ marker: Marker, on line: Line, hasSignedEnds: Bool
  ) -> ValueMark {
    ValueMark(
      value: value, marker: marker, scale: scale, across: line.y, hasSignedEnds: hasSignedEnds)
  }

  private func drawDot(_ line: Line, to svg: inout SVGWriter) {
    let row = line.row
    let shape = row.others.isEmpty ? SeriesStyle(row.group).shape : .diamond
    let mark = mark(
      row.value, Marker(shape: shape, isHollow: row.isApproximate), on: line,
      hasSignedEnds: row.isApproximate || !row.others.isEmpty || chart.groups.count > 1)
    if mark.box.left > scale.start {
      svg.link(
        "guide", from: Point(x: scale.start, y: line.y), to: Point(x: mark.box.left, y: line.y))
    }
    mark.draw(as: row.label, to: &svg)
  }

  /// A bar to what is certain, and an empty one over what may be; an arrow where it goes on.
  private func drawBar(_ line: Line, to svg: inout SVGWriter) {
    let row = line.row
    svg.values.append(drawn(line))
    drawBar(from: 0, to: row.value.leastLength, line.y, isHollow: row.isApproximate, &svg)
    let shape: Marker.Shape = row.others.isEmpty ? .circle : .diamond
    let marker = Marker(shape: shape, isHollow: row.isApproximate)
    if row.value.isBound {
      mark(row.value, marker, on: line, hasSignedEnds: !row.others.isEmpty).draw(to: &svg)
    } else if !row.value.isExact {
      drawBar(from: row.value.low, to: row.value.high, line.y, isHollow: true, &svg)
    }
    guard !row.others.isEmpty, !row.value.isBound else { return }
    for end in row.value.ends {
      marker.draw(at: Point(x: scale.position(end), y: line.y), to: &svg)
    }
  }

  /// What a bar shows: from zero as far as its value goes, or where its arrow ends.
  private func drawn(_ line: Line) -> DrawnValue {
    let value = line.row.value
    var drawn = mark(value, Marker(shape: .circle, isHollow: false), on: line, hasSignedEnds: false)
      .drawn(as: line.row.label)
    if value.isExact { drawn.start.x = scale.position(0) }
    return drawn
  }

  private func drawBar(
    from start: Double, to end: Double, _ y: Double, isHollow: Bool, _ svg: inout SVGWriter
  ) {
    guard start != end else { return }
    let (a, b) = (scale.position(start), scale.position(end))
    svg.element(
      "rect",
      [
        "class": .text(isHollow ? "bar hollow-bar" : "bar"), "x": .number(min(a, b)),
        "y": .number(y - 5), "width": .number(abs(b - a)), "height": 10.0,
      ], isHollow ? ["fill": "none", "stroke-width": 1.0] : ["stroke": "none"])
  }
}

extension ChartRow {
  /// The greatest end of its values, which its text stands behind.
  fileprivate var reach: Double {
    extents.reduce(-Double.infinity) { max($0, $1.trailingEnd) }
  }

  /// Whether the greatest of its values goes on.
  fileprivate var goesOn: Bool { extents.contains { $0.high == .infinity } }
}

extension Extent {
  /// The end of the bar that the value has at the least: its end that is nearer to zero, or zero.
  fileprivate var leastLength: Double {
    if low > 0 { return low }
    return high < 0 ? high : 0
  }
}
