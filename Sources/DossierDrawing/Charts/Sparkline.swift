/// A series as small as a word: a line without an axis, which ends in a mark at the newest value.
public struct Sparkline: Sendable {
  private let points: [(year: Double, value: Double)]

  /// `nil` where there is nothing to see: fewer than two values, or one that has no place.
  ///
  /// - Parameter points: The moments in decimal years, in any order, each with its value.
  public init?(_ points: [(year: Double, value: Extent)]) {
    let known = points.filter { point in
      point.year.isFinite && point.value.leadingEnd.isFinite && abs(point.value.leadingEnd) <= 1e15
    }
    guard known.count > 1, known.count == points.count else { return nil }
    self.points = known.map { ($0.year, $0.value.leadingEnd) }.sorted { $0.year < $1.year }
  }

  private static let (width, height) = (72.0, 18.0)

  /// The line as SVG, hidden from screen readers: the values stand beside it.
  ///
  /// It begins at zero, or at the least value where that is below.
  ///
  /// - Parameter title: What it shows; an engine that makes PDFs wants it for every drawing.
  public func svg(title: String) -> [UInt8] {
    var svg = SVGWriter()
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart-spark",
        "viewBox": .text("0 0 \(SVGWriter.number(Self.width)) \(SVGWriter.number(Self.height))"),
        "width": .number(Self.width), "height": .number(Self.height), "aria-hidden": "true",
        "fill": "currentColor",
      ]
    ) { svg in
      svg.note(title)
      svg.series(SeriesStyle(0)) { svg in
        svg.marks { draw(to: &$0) }
      }
    }
    return svg.bytes
  }

  private func draw(to svg: inout SVGWriter) {
    let values = points.map(\.value)
    let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 1, 0))
    let y = Scale(form: .linear, low: low, high: high, start: Self.height - 3, end: 4)
    let x = Scale(
      form: .linear, low: points[0].year, high: points[points.count - 1].year, start: 2,
      end: Self.width - 5)
    let places = seen(on: x).map { Point(x: x.position($0.year), y: y.position($0.value)) }
    let path = places.map { SVGWriter.number($0.x) + " " + SVGWriter.number($0.y) }
    svg.element(
      "path",
      [
        "class": "spark-line", "d": .text("M" + path.joined(separator: "L")), "fill": "none",
        "stroke-width": 1.25, "stroke-linejoin": "round",
      ])
    if let last = places.last {
      Marker(shape: .circle, isHollow: false, radius: 2).draw(at: last, to: &svg)
    }
  }

  /// The points that differ at half a pixel, the last among them.
  private func seen(on x: Scale) -> [(year: Double, value: Double)] {
    guard points.count > 200 else { return points }
    return points.indices.filter { index in
      index + 1 == points.count
        || Int(2 * x.position(points[index].year)) != Int(2 * x.position(points[index + 1].year))
    }.map { points[$0] }
  }
}
