/// How the parts of one series look: told apart by dashes and shape, and by colour besides.
struct SeriesStyle {
  /// How many lines differ in dashes or shape.
  static let limit = 20

  private let index: Int

  /// - Parameter index: From 0; beyond the limit the styles begin again.
  init(_ index: Int) {
    self.index = max(index, 0)
  }

  /// The classes by which a page colours it.
  var name: String { "series series-\(index % Self.colours.count + 1)" }

  /// A colour with a contrast of 3:1 on white and on near black, for a page without style.
  var colour: String { Self.colours[index % Self.colours.count] }

  /// The lengths of strokes and gaps; `none` for a line without gaps.
  var dashes: String { Self.dashes[index % Self.dashes.count] }

  var shape: Marker.Shape { Self.shapes[index % Self.shapes.count] }

  private static let colours = ["#0f7f8c", "#b8651b", "#8a68c4", "#5a8a2e", "#c9505a", "#3f7fc4"]
  private static let dashes = ["none", "8 3", "4 2", "10 3 2 3", "14 4"]
  private static let shapes: [Marker.Shape] = [.circle, .square, .triangle, .turnedTriangle]
}

/// A sign at a place in a chart.
struct Marker {
  /// The outlines; a diamond is kept for what is disputed and for moments.
  enum Shape {
    case circle, square, triangle, turnedTriangle, diamond, plus
  }

  var shape: Shape
  /// Whether only the outline is drawn, for what is approximate.
  var isHollow: Bool
  /// Half of its width.
  var radius = 3.5

  /// The room that it takes up.
  func box(at place: Point) -> Box {
    let reach = radius + 1
    return Box(
      left: place.x - reach, top: place.y - reach, right: place.x + reach, bottom: place.y + reach)
  }

  /// Writes the sign in the colour and with the strokes of what it stands in: see
  /// ``SVGWriter/marks(_:around:)``.
  func draw(at place: Point, note: String = "", to svg: inout SVGWriter) {
    let name: SVGValue = .text(isHollow ? "marker hollow" : "marker")
    let fill: SVGWriter.Attributes = isHollow ? ["fill": "none"] : [:]
    if shape == .circle {
      let circle: SVGWriter.Attributes = [
        "class": name, "cx": .number(place.x), "cy": .number(place.y), "r": .number(radius),
      ]
      svg.element("circle", circle, fill) { $0.note(note) }
    } else {
      svg.element("path", ["class": name, "d": .text(path(place))], fill) { $0.note(note) }
    }
  }

  private func path(_ place: Point) -> String {
    let corners = corners.map {
      SVGWriter.number(place.x + $0.x * radius) + " " + SVGWriter.number(place.y + $0.y * radius)
    }
    return "M" + corners.joined(separator: "L") + "Z"
  }

  private var corners: [Point] {
    switch shape {
    case .circle: []
    case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)].map(Point.init)
    case .triangle: [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)].map(Point.init)
    case .turnedTriangle: [(0, 1.15), (1.1, -0.85), (-1.1, -0.85)].map(Point.init)
    case .diamond: [(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)].map(Point.init)
    case .plus:
      [
        (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4), (0.4, 1.1),
        (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
      ].map(Point.init)
    }
  }
}

extension SVGWriter {
  /// What `body` writes, drawn with the strokes of marks.
  mutating func marks(_ name: String = "marks", around body: (inout SVGWriter) -> Void) {
    element(
      "g",
      [
        "class": .text(name), "stroke": "currentColor", "stroke-width": 1.5,
        "paint-order": "normal",
      ], around: body)
  }

  /// What `body` writes, in the colour of a series.
  mutating func series(_ style: SeriesStyle, around body: (inout SVGWriter) -> Void) {
    element(
      "g",
      [
        "class": .text(style.name), "color": .text(style.colour), "fill": "currentColor",
      ], around: body)
  }
}
