/// Two quantities of each record against each other, with the records' names.
///
/// A range is a line with two ends, two ranges the edges of what they hold; approximate values are
/// hollow, disputed ones diamonds. A name that finds no room gives way to a number; the names behind
/// the numbers are given back with the drawing.
public struct ScatterChart: DrawableChart {
  public var text: ChartText
  /// The words for what is measured along x and y.
  public var xUnit: String
  public var yUnit: String
  public var spots: [ChartSpot]
  /// The names of the groups, each with a sign of its own; empty for none.
  public var groups: [String]
  public var isXLogarithmic: Bool
  public var isYLogarithmic: Bool
  public var tickLabel: TickLabel

  public init(
    text: ChartText, xUnit: String, yUnit: String, spots: [ChartSpot], groups: [String] = [],
    isXLogarithmic: Bool = false, isYLogarithmic: Bool = false, tickLabel: @escaping TickLabel
  ) {
    self.text = text
    self.xUnit = xUnit
    self.yUnit = yUnit
    self.spots = spots
    self.groups = groups
    self.isXLogarithmic = isXLogarithmic
    self.isYLogarithmic = isYLogarithmic
    self.tickLabel = tickLabel
  }

  public func drawing(width: Double, idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    try check()
    let sheet = ChartSheet(width: width)
    var layout = ScatterLayout(self, sheet)
    layout.placeLabels()
    let svg = sheet.svg(text, "chart-scatter", height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg, unlabelled: layout.unlabelled, marks: ChartMark.marks(of: spots))
  }

  private func check() throws(ChartRefusal) {
    for spot in spots {
      try ChartRefusal.check(spot.x, of: spot.label, isLogarithmic: isXLogarithmic)
      try ChartRefusal.check(spot.y, of: spot.label, isLogarithmic: isYLogarithmic)
    }
    guard !spots.isEmpty else { throw .empty }
  }
}

/// Where everything in a scatter chart stands.
private struct ScatterLayout {
  /// With more spots than this, no name is tried: few would find room.
  static let mostLabels = 150

  private let chart: ScatterChart
  private let key: GroupKey
  private let area: PlotArea
  private let box: Box
  private let width: Double
  private let xUnit: [String]
  private let yUnit: [String]
  private var labels: [(text: String, box: Box)] = []
  private(set) var unlabelled: [ChartKey] = []

  init(_ chart: ScatterChart, _ sheet: ChartSheet) {
    self.chart = chart
    width = sheet.width
    key = GroupKey(chart.groups, width: width)
    let yAxis = Axis.numbers(
      chart.spots.map(\.y), form: chart.isYLogarithmic ? .logarithmic : .linear, atMost: 6,
      tickLabel: chart.tickLabel)
    let xAxis = Axis.numbers(
      chart.spots.map(\.x), form: chart.isXLogarithmic ? .logarithmic : .linear,
      atMost: sheet.isNarrow ? 5 : 8, tickLabel: chart.tickLabel)
    (xUnit, yUnit) = (sheet.lines(chart.xUnit), sheet.lines(chart.yUnit))
    let head = Double(yUnit.count) * TextWidth.lineHeight
    let top = key.height + (yUnit.isEmpty ? 8 : head + 12)
    box = Box(
      left: max(yAxis.labelWidth + 8, 18), top: top, right: width - 12,
      bottom: top + min(max(width * 0.55, 300), 460))
    let lying = xAxis.scale(from: box.left, to: box.right)
    area = PlotArea(xAxis.thinned(along: lying, within: width), yAxis, in: box, width: width)
  }

  var height: Double { box.bottom + 24 + Double(xUnit.count) * TextWidth.lineHeight }

  /// Gives each spot its name, else a number, from the highest spot to the lowest.
  ///
  /// A name keeps clear of all marks, of lines between two ends as well.
  mutating func placeLabels() {
    guard chart.spots.count <= Self.mostLabels else {
      unlabelled = chart.spots.map { ChartKey(number: nil, label: $0.label) }
      return
    }
    let area = Box(left: box.left, top: box.top - 8, right: width, bottom: box.bottom)
    let boxes = chart.spots.map { box(of: $0) }
    var room = SpotLabels(within: area, around: chart.spots.flatMap { marks(of: $0).map(\.box) })
    let order = chart.spots.indices.sorted { (boxes[$0].top, $0) < (boxes[$1].top, $1) }
    var left: [Int] = []
    for index in order where !label(index, chart.spots[index].label, in: &room) {
      left.append(index)
    }
    for (number, index) in left.sorted().enumerated() {
      let isThere = label(index, String(number + 1), in: &room)
      unlabelled.append(
        ChartKey(number: isThere ? number + 1 : nil, label: chart.spots[index].label))
    }
  }

  private mutating func label(_ index: Int, _ text: String, in room: inout SpotLabels) -> Bool {
    let spot = chart.spots[index]
    guard let box = room.place(text, beside: box(of: spot)) else {
      return false
    }
    labels.append((text, box))
    return true
  }

  private func marker(_ spot: ChartSpot) -> Marker {
    Marker(
      shape: spot.isDisputed ? .diamond : SeriesStyle(spot.group).shape,
      isHollow: spot.isApproximate)
  }

  /// The lines and signs of a spot: one for a value along each known end of the other.
  private func marks(of spot: ChartSpot) -> [ValueMark] {
    let lying = spot.y.ends.map { mark(spot, spot.x, area.x, across: area.y.position($0)) }
    guard !spot.y.isExact else { return lying }
    let standing = spot.x.ends.map { end in
      var mark = mark(spot, spot.y, area.y, across: area.x.position(end))
      mark.isUpright = true
      return mark
    }
    return spot.x.isExact ? standing : lying + standing
  }

  private func mark(
    _ spot: ChartSpot, _ value: Extent, _ scale: Scale, across: Double
  ) -> ValueMark {
    ValueMark(
      value: value, marker: marker(spot), scale: scale, across: across,
      hasSignedEnds: spot.isApproximate || spot.isDisputed || chart.groups.count > 1,
      note: spot.note)
  }

  private func box(of spot: ChartSpot) -> Box {
    let boxes = marks(of: spot).map(\.box)
    return boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
  }

  func draw(to svg: inout SVGWriter) {
    key.draw(to: &svg)
    let head = Double(yUnit.count) * TextWidth.lineHeight
    svg.text(yUnit, "chart-unit", at: Point(x: 0, y: key.height + head / 2))
    area.drawAxes(clearOf: labels.map(\.box), to: &svg)
    let foot = Double(xUnit.count + 1) * TextWidth.lineHeight / 2
    svg.text(xUnit, "chart-unit", at: Point(x: width, y: box.bottom + 14 + foot), .end)
    for spot in chart.spots { draw(spot, to: &svg) }
    for label in labels {
      svg.text(
        [label.text], "chart-label",
        at: Point(x: label.box.left, y: (label.box.top + label.box.bottom) / 2))
    }
  }

  private func draw(_ spot: ChartSpot, to svg: inout SVGWriter) {
    svg.series(SeriesStyle(spot.group)) { svg in
      svg.marks { svg in
        for mark in marks(of: spot) { mark.draw(as: spot.label, to: &svg) }
      }
    }
  }
}
