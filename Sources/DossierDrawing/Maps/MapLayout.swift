/// Where everything on a map stands.
struct MapLayout {
  private let chart: MapChart
  private let plane: MapPlane
  private let width: Double
  private let spots: [PlacedSpot]
  private let names: [PlacedName]
  private let isSetApart: Bool

  private static let rowHeight = 30.0

  init(_ chart: MapChart, width: Double, ratio: Double) throws(MapRefusal) {
    self.chart = chart
    self.width = width
    plane = MapPlane(
      chart.frame, chart.projection, left: 0, top: 0, width: width,
      maxHeight: width * ratio)
    for spot in chart.spots {
      if let size = spot.size, !(size >= 0 && size.isFinite) { throw .size(label: spot.label) }
    }
    for ruler in chart.rulers {
      let length = ruler.length.trailingEnd * plane.scale
      guard length > 0, length <= width - 4 else { throw .length(label: ruler.label) }
    }
    let room = MapSpace(plane.box)
    (spots, isSetApart) = room.placed(chart.spots, on: plane, largest: chart.largest)
    let frames = chart.insets.compactMap { [plane] in Self.box(of: $0, on: plane) }
    let letters = chart.insets.isEmpty ? [] : frames.map(Self.boxOfLetter)
    names = room.named(spots, besides: frames + letters)
  }

  private var rulersHeight: Double { Double(chart.rulers.count) * Self.rowHeight }
  private var barHeight: Double { chart.projection == .azimuthal ? 26 : 0 }
  private var height: Double { plane.box.bottom + barHeight + rulersHeight + 2 }

  func drawing(idPrefix: String) -> MapDrawing {
    var svg = SVGWriter(.map)
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "map",
        "viewBox": .text("0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))"),
        "width": .number(width), "height": .number(height), "role": "img",
        "aria-labelledby": .text("\(idPrefix)-title \(idPrefix)-description"),
        "font-family": .text(TextWidth.fonts), "font-size": .number(TextWidth.fontSize),
        "fill": "currentColor",
        "paint-order": "stroke",
      ]
    ) { svg in
      svg.element("title", ["id": .text("\(idPrefix)-title")], text: chart.text.title)
      svg.element("desc", ["id": .text("\(idPrefix)-description")], text: chart.text.description)
      draw(to: &svg)
    }
    return MapDrawing(
      svg: svg.bytes,
      marks: spots.map { DrawnSpot(label: $0.spot.label, centre: $0.centre, radius: $0.radius) },
      labels: names.map {
        DrawnName(
          label: $0.label, left: $0.box.left, top: $0.box.top, right: $0.box.right,
          bottom: $0.box.bottom)
      }, isSetApart: isSetApart, scale: plane.scale)
  }

  private func draw(to svg: inout SVGWriter) {
    svg.element("g", ["transform": "scale(.5)"]) { svg in
      for outline in chart.outlines { draw(outline, to: &svg) }
    }
    for inset in chart.insets {
      guard let box = Self.box(of: inset, on: plane) else { continue }
      draw(inset.letter, around: box, to: &svg)
    }
    for name in names { drawLeader(of: name, to: &svg) }
    // The largest first, so that none is hidden.
    for spot in spots { draw(spot, to: &svg) }
    for name in names {
      svg.mapText(name.label, "name", x: name.box.left, y: (name.box.top + name.box.bottom) / 2)
    }
    if chart.projection == .azimuthal { drawBar(to: &svg) }
    for (index, ruler) in chart.rulers.enumerated() { draw(ruler, row: index, to: &svg) }
  }

  private func draw(_ outline: MapOutline, to svg: inout SVGWriter) {
    let isClosed = outline.sort != .line
    let parts = outline.rings.flatMap { isClosed ? plane.rings(of: $0) : plane.lines(of: $0) }
    guard !parts.isEmpty else { return }
    let path = parts.map { GridPoint.path($0, isClosed: isClosed) }.joined()
    svg.element(
      "path", ["class": .text(outline.sort.rawValue), "d": .text(path)],
      isClosed
        ? [
          "fill-rule": "evenodd", "fill": .text(outline.sort.fill),
          "stroke": .text(outline.sort.stroke),
        ]
        : ["fill": "none", "stroke": .text(outline.sort.stroke), "stroke-width": 3.0])
  }

  /// The part of a map that an inset shows; `nil` where it is not seen.
  private static func box(of inset: MapInset, on plane: MapPlane) -> Box? {
    let places = inset.frame.edge.compactMap(plane.place)
    guard let first = places.first else { return nil }
    let whole = places.reduce(Box(left: first.x, top: first.y, right: first.x, bottom: first.y)) {
      $0.union(Box(left: $1.x, top: $1.y, right: $1.x, bottom: $1.y))
    }
    return plane.box.overlaps(whole) ? whole : nil
  }

  private func draw(_ letter: String, around box: Box, to svg: inout SVGWriter) {
    svg.element(
      "rect",
      [
        "class": "frame", "x": .number(box.left), "y": .number(box.top),
        "width": .number(box.right - box.left), "height": .number(box.bottom - box.top),
        "fill": "none", "stroke": "currentColor",
      ])
    let place = Self.boxOfLetter(box)
    svg.mapText(letter, "letter", x: place.right - 2, y: place.top + 7, anchor: "end")
  }

  /// Where the letter of an inset stands: to the left of its upper corner.
  private static func boxOfLetter(_ box: Box) -> Box {
    let right = max(box.left - 4, 14)
    return Box(left: right - 14, top: box.top, right: right, bottom: box.top + 14)
  }

  private func draw(_ placed: PlacedSpot, to svg: inout SVGWriter) {
    let isKnown = placed.spot.size != nil || chart.largest == nil
    svg.series(SeriesStyle(placed.spot.group)) { svg in
      svg.element(
        "g", ["class": .text(isKnown ? "spot" : "spot unknown")],
        isKnown ? [:] : ["stroke": "currentColor", "stroke-dasharray": "2.2 1.6"]
      ) { svg in
        let shape = MapChart.shape(placed.spot.group)
        let marker = Marker(shape: shape, isHollow: !isKnown, radius: placed.radius)
        marker.draw(at: placed.centre, note: placed.spot.note, to: &svg)
      }
    }
  }

  private func drawLeader(of name: PlacedName, to svg: inout SVGWriter) {
    guard let from = name.leader else { return }
    let end = Point(
      x: min(max(from.x, name.box.left), name.box.right),
      y: min(max(from.y, name.box.top + 3), name.box.bottom - 3))
    svg.line("leader", from: from, to: end, 0.8)
  }
}

// Lengths at the scale of the map.
extension MapLayout {
  /// A round length of about a fifth of the width.
  private func drawBar(to svg: inout SVGWriter) {
    let ticks = Ticks.numbers(from: 0, to: width / 5 / max(plane.scale, 1e-9), atMost: 4)
    let length = ticks.values.dropFirst().first ?? 1
    let y = plane.box.bottom + 12
    svg.element(
      "path",
      [
        "class": "scale", "fill": "none", "stroke": "currentColor",
        "d": .text(
          "M1 \(SVGWriter.number(y - 4))V\(SVGWriter.number(y + 4))M1 \(SVGWriter.number(y))H"
            + SVGWriter.number(1 + length * plane.scale) + "M"
            + SVGWriter.number(1 + length * plane.scale)
            + " \(SVGWriter.number(y - 4))V\(SVGWriter.number(y + 4))"),
      ])
    svg.mapText(
      chart.kilometres(length), "scale-text", x: 1 + length * plane.scale + 6, y: y)
  }

  /// The name and the length in words over a line that is as long.
  private func draw(_ ruler: MapRuler, row: Int, to svg: inout SVGWriter) {
    let top = plane.box.bottom + barHeight + Double(row) * Self.rowHeight
    svg.mapText(ruler.label + ": " + ruler.text, "ruler-text", x: 1, y: top + 10)
    let y = top + 23
    let scale = Scale(
      form: .linear, low: 0, high: width / plane.scale, start: 1, end: width + 1)
    svg.series(SeriesStyle(0)) { svg in
      let known = scale.position(ruler.length.leadingEnd)
      svg.element(
        "rect",
        [
          "class": .text(ruler.isApproximate ? "ruler open" : "ruler"), "x": 1.0,
          "y": .number(y - 3), "width": .number(known - 1), "height": 6.0,
        ],
        ruler.isApproximate
          ? ["fill": "none", "stroke": "currentColor"] : ["stroke": "none"])
      guard ruler.length.trailingEnd > ruler.length.leadingEnd else { return }
      svg.line(
        "range", from: Point(x: known, y: y),
        to: Point(x: scale.position(ruler.length.trailingEnd), y: y), 1.5)
    }
  }
}

extension MapOutline.Sort {
  /// The colours where no style names others.
  var fill: String {
    switch self {
    case .land: "#e9e6dc"
    case .highlight: "#c9dcdb"
    case .area: "#dcd9d0"
    case .line: "none"
    }
  }

  fileprivate var stroke: String {
    switch self {
    case .land, .highlight: "#fdfcf9"
    case .area, .line: "#1c2023"
    }
  }
}

extension SVGWriter {
  /// A line of text on a map, of which the place is the middle in height.
  fileprivate mutating func mapText(
    _ text: String, _ name: String, x: Double, y: Double, anchor: String = "start"
  ) {
    element(
      "text",
      [
        "class": .text(name), "x": .number(x),
        "y": .number(y + TextWidth.baseline),
      ], anchor == "start" ? [:] : ["text-anchor": .text(anchor)], text: text)
  }
}
