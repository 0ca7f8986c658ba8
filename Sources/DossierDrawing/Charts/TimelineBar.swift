/// The mark of an item on a timeline.
struct TimelineBar {
  enum Shape {
    case diamond
    /// Whether it has an arrow at its beginning and at its end.
    case bar(before: Bool, after: Bool)
  }

  var start: Double
  var end: Double
  var y = 0.0
  var shape: Shape
  var isInForce: Bool

  init(start: Double, end: Double, shape: Shape, isInForce: Bool) {
    self.start = start
    self.end = end
    self.shape = shape
    self.isInForce = isInForce
  }

  /// - Parameter width: That of the chart, at whose edges ends that are not known lie, and those that
  ///   the range of years shuts out.
  init(_ item: TimelineItem, on scale: Scale, width: Double) {
    func place(_ year: Double) -> Double {
      year < scale.low ? 0 : year > scale.high ? width : scale.position(year)
    }
    switch item.extent {
    case .moment(let year):
      let x = place(year)
      self.init(start: x - 5, end: x + 5, shape: .diamond, isInForce: item.isInForce)
    case .period(let from, let to):
      let start = from.map(place) ?? 0
      let end = to.map(place) ?? width
      self.init(
        start: start, end: max(end, start + 1.5),
        shape: .bar(before: from == nil, after: to == nil),
        isInForce: item.isInForce)
    }
  }

  /// The same bar at a height.
  func at(_ y: Double) -> TimelineBar {
    var bar = self
    bar.y = y
    return bar
  }

  func draw(note: String, to svg: inout SVGWriter) {
    let name = isInForce ? "in-force" : "ended"
    switch shape {
    case .diamond:
      svg.marks(name) { svg in
        Marker(shape: .diamond, isHollow: false)
          .draw(at: Point(x: (start + end) / 2, y: y), note: note, to: &svg)
      }
    case .bar(let before, let after):
      svg.element(
        "path",
        [
          "class": .text("period " + name), "d": .text(outline(before, after)),
        ], isInForce ? [:] : ["fill-opacity": 0.5]
      ) { $0.note(note) }
    }
  }

  private func outline(_ before: Bool, _ after: Bool) -> String {
    let half = isInForce ? 3.5 : 1.75
    let (left, right) = (start + (before ? 7 : 0), end - (after ? 7 : 0))
    var corners = [Point(x: left, y: y - half), Point(x: right, y: y - half)]
    if after { corners += arrow(from: right, to: end) }
    corners += [Point(x: right, y: y + half), Point(x: left, y: y + half)]
    if before { corners += arrow(from: left, to: start).reversed() }
    let places = corners.map { SVGWriter.number($0.x) + " " + SVGWriter.number($0.y) }
    return "M" + places.joined(separator: "L") + "Z"
  }

  private func arrow(from base: Double, to tip: Double) -> [Point] {
    [Point(x: base, y: y - 6), Point(x: tip, y: y), Point(x: base, y: y + 6)]
  }
}
