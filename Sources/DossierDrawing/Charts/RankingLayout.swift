/// Where everything in a ranking stands.
struct RankingLayout {
  private let chart: RankingChart
  private let rows: [ChartRow]
  private let frame: RowFrame

  init(_ chart: RankingChart, _ sheet: ChartSheet) {
    self.chart = chart
    rows = chart.sorted
    let zero = chart.form == .bars ? [Extent(0)] : []
    let axis = Axis.numbers(
      zero + chart.rows.flatMap(\.extents) + chart.references.map { Extent($0.value) },
      form: chart.isLogarithmic ? .logarithmic : .linear, atMost: sheet.isNarrow ? 5 : 8,
      tickLabel: chart.tickLabel)
    let isBars = chart.form == .bars
    frame = RowFrame(
      rows.map { Self.row($0, isBars: isBars) }, axis,
      RowFrame.Lines(
        unit: chart.unit, references: chart.references, second: chart.second,
        sections: chart.sections, groups: chart.groups), isBars: isBars, sheet)
  }

  private static func row(_ row: ChartRow, isBars: Bool) -> RowFrame.Row {
    let isBare = isBars && row.others.isEmpty && !row.value.isBound
    return RowFrame.Row(
      label: row.label, when: row.when, section: row.section,
      tracks: [
        RowFrame.Track(
          text: row.text, reach: row.reach, goesOn: row.goesOn,
          gap: row.goesOn || isBare ? 8 : 11)
      ])
  }

  private var scale: Scale { frame.scale }
  var height: Double { frame.height }

  func draw(to svg: inout SVGWriter) {
    frame.draw(to: &svg) { index, svg in
      let (row, y) = (rows[index], frame.lines[index].middle)
      svg.series(SeriesStyle(row.group)) { svg in
        svg.marks { draw(row, at: y, to: &$0) }
      }
    }
  }
}

extension RankingLayout {
  private func draw(_ row: ChartRow, at y: Double, to svg: inout SVGWriter) {
    switch chart.form {
    case .bars: drawBar(row, at: y, to: &svg)
    case .dots: drawDot(row, at: y, to: &svg)
    }
    for other in row.others {
      if let gap = row.value.gap(to: other) {
        svg.link(
          "dispute", from: Point(x: scale.position(gap.from), y: y),
          to: Point(x: scale.position(gap.to), y: y))
      }
      let marker = Marker(shape: .diamond, isHollow: true, radius: 2.75)
      mark(other, marker, at: y, hasSignedEnds: true).draw(as: row.label, to: &svg)
    }
  }

  private func mark(
    _ value: Extent, _ marker: Marker, at y: Double, hasSignedEnds: Bool
  ) -> ValueMark {
    ValueMark(value: value, marker: marker, scale: scale, across: y, hasSignedEnds: hasSignedEnds)
  }

  private func drawDot(_ row: ChartRow, at y: Double, to svg: inout SVGWriter) {
    let shape = row.others.isEmpty ? SeriesStyle(row.group).shape : .diamond
    let mark = mark(
      row.value, Marker(shape: shape, isHollow: row.isApproximate), at: y,
      hasSignedEnds: row.isApproximate || !row.others.isEmpty || chart.groups.count > 1)
    if mark.box.left > scale.start {
      svg.link("guide", from: Point(x: scale.start, y: y), to: Point(x: mark.box.left, y: y))
    }
    mark.draw(as: row.label, to: &svg)
  }

  /// A bar to what is certain, and an empty one over what may be; an arrow where it goes on.
  private func drawBar(_ row: ChartRow, at y: Double, to svg: inout SVGWriter) {
    svg.values.append(drawn(row, at: y))
    let shape: Marker.Shape = row.others.isEmpty ? .circle : .diamond
    let marker = Marker(shape: shape, isHollow: row.isApproximate)
    svg.bar(of: row.value, isApproximate: row.isApproximate, on: scale, at: y)
    if row.value.isBound {
      mark(row.value, marker, at: y, hasSignedEnds: !row.others.isEmpty).draw(to: &svg)
    }
    guard !row.others.isEmpty, !row.value.isBound else { return }
    for end in row.value.ends {
      marker.draw(at: Point(x: scale.position(end), y: y), to: &svg)
    }
  }

  /// What a bar shows: from zero as far as its value goes, or where its arrow ends.
  private func drawn(_ row: ChartRow, at y: Double) -> DrawnValue {
    var drawn = mark(
      row.value, Marker(shape: .circle, isHollow: false), at: y, hasSignedEnds: false
    ).drawn(as: row.label)
    if row.value.isExact { drawn.start.x = scale.position(0) }
    return drawn
  }
}

extension SVGWriter {
  /// A bar to what is certain of a value, and an empty one over what may be.
  mutating func bar(
    of value: Extent, isApproximate: Bool, on scale: Scale, at y: Double
  ) {
    bar(from: 0, to: value.leastLength, on: scale, at: y, isHollow: isApproximate)
    guard !value.isBound, !value.isExact else { return }
    bar(from: value.low, to: value.high, on: scale, at: y, isHollow: true)
  }

  /// A bar between two values; nothing where they are one.
  mutating func bar(
    from start: Double, to end: Double, on scale: Scale, at y: Double, isHollow: Bool
  ) {
    guard start != end else { return }
    let (a, b) = (scale.position(start), scale.position(end))
    element(
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
