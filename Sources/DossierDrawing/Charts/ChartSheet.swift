/// What can be drawn as a chart, as wide as it is to be shown.
public protocol DrawableChart: Sendable {
  /// Draws the chart.
  ///
  /// - Parameters:
  ///   - width: In pixels, at least 300; below 480 it is laid out for a phone.
  ///   - idPrefix: Begins the ids in the drawing.
  func drawing(width: Double, idPrefix: String) throws(ChartRefusal) -> ChartDrawing
}

extension DrawableChart {
  /// Draws the chart 400 pixels wide.
  public func drawing(idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    try drawing(width: 400, idPrefix: idPrefix)
  }
}

/// The element around a chart, and what all charts have in common.
///
/// A unit of a chart is a pixel: it is drawn for a wide screen and for a narrow one, and never shown as
/// wide as another.
struct ChartSheet {
  let width: Double

  init(width: Double) {
    self.width = width.isFinite ? min(max(width, 300), 4_000) : 400
  }

  /// Whether it is for a phone.
  var isNarrow: Bool { width < 480 }

  /// Words that stand over the whole width, in lines; none for no words.
  func lines(_ text: String) -> [String] {
    text.isEmpty ? [] : TextWidth.lines(text, within: width)
  }

  /// The whole drawing.
  ///
  /// - Parameters:
  ///   - name: The class of the kind of chart.
  ///   - idPrefix: Begins the ids, so that they are unique in their page.
  func svg(
    _ text: ChartText, _ name: String, height: Double, idPrefix: String,
    around body: (inout SVGWriter) -> Void
  ) -> SVGWriter {
    var svg = SVGWriter()
    let size = "0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))"
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": .text("chart \(name)"),
        "viewBox": .text(size), "width": .number(width), "height": .number(height),
        "role": "img", "aria-labelledby": .text("\(idPrefix)-title \(idPrefix)-description"),
        "font-family": .text(TextWidth.fonts), "font-size": .number(TextWidth.fontSize),
        "fill": "currentColor", "stroke": "none", "paint-order": "stroke",
      ]
    ) { svg in
      svg.element("title", ["id": .text("\(idPrefix)-title")], text: text.title)
      svg.element("desc", ["id": .text("\(idPrefix)-description")], text: text.description)
      body(&svg)
    }
    return svg
  }
}

extension SVGWriter {
  /// What `body` writes, as lines of the ink's colour.
  mutating func strokes(_ name: String, _ opacity: Double, around body: (inout SVGWriter) -> Void) {
    element(
      "g",
      [
        "class": .text(name), "stroke": "currentColor", "stroke-opacity": .number(opacity),
      ], around: body)
  }

  /// A thin dotted line, from a value to another that disputes it or from a mark to its name.
  mutating func link(_ name: String, from start: Point, to end: Point) {
    dashed(name, from: start, to: end, dashes: "1 2", width: 0.75)
  }

  /// A line in strokes, which is no value.
  mutating func dashed(
    _ name: String, from start: Point, to end: Point, dashes: String, width: Double
  ) {
    element(
      "line",
      [
        "class": .text(name), "x1": .number(start.x), "y1": .number(start.y),
        "x2": .number(end.x), "y2": .number(end.y), "stroke-width": .number(width),
        "stroke-dasharray": .text(dashes),
      ])
  }
}

/// The names of groups with their signs, above a chart.
struct GroupKey {
  private let names: [[String]]
  private let places: [Point]
  /// What the key takes up in height; 0 for no groups.
  let height: Double

  /// Sets the names in lines as long as the chart is wide; a longer name stands alone, in several.
  init(_ groups: [String], width: Double) {
    let names = groups.map { TextWidth.lines($0, within: width - 12) }
    var places: [Point] = []
    var (x, y) = (0.0, 0.0)
    var bottom = 0.0
    for name in names {
      let length = 12 + TextWidth.widest(name)
      if x > 0, x + length > width || name.count > 1 { (x, y) = (0, bottom) }
      let high = Double(name.count) * TextWidth.lineHeight
      places.append(Point(x: x, y: y + high / 2))
      bottom = max(bottom, y + high)
      // Nothing stands beside a name of several lines.
      (x, y) = name.count > 1 ? (0, bottom) : (x + length + 14, y)
    }
    self.names = names
    self.places = places
    height = names.isEmpty ? 0 : bottom + TextWidth.lineHeight / 2
  }

  func draw(to svg: inout SVGWriter) {
    for (index, place) in places.enumerated() {
      let style = SeriesStyle(index)
      svg.series(style) { svg in
        svg.marks { svg in
          Marker(shape: style.shape, isHollow: false)
            .draw(at: Point(x: place.x + 4, y: place.y), to: &svg)
        }
      }
      svg.text(names[index], "chart-sign", at: Point(x: place.x + 12, y: place.y))
    }
  }
}
