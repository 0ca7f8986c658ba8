/// A way of drawing that carries meaning.
public enum ChartMark: CaseIterable, Sendable {
  case approximate, disputed, interval, bound
}

/// What a chart draws as one: a value with what disputes it, or two that belong together.
protocol MarkedValue {
  var isApproximate: Bool { get }
  var isDisputed: Bool { get }
  /// Every value of it that is drawn.
  var extents: [Extent] { get }
}

extension ChartMark {
  /// The marks that a key has to explain for what is drawn, in the order of their declaration.
  static func marks(of values: [some MarkedValue]) -> [ChartMark] {
    allCases.filter { mark in
      values.contains { value in
        switch mark {
        case .approximate: value.isApproximate
        case .disputed: value.isDisputed
        case .interval, .bound: value.extents.contains { $0.isDrawn(as: mark) }
        }
      }
    }
  }
}

extension Extent {
  /// Whether a key has to explain how the value is drawn, apart from disputes and approximation.
  func isDrawn(as mark: ChartMark) -> Bool {
    mark == .bound ? isBound : !isExact && !isBound
  }
}

extension ChartMark {
  /// A small drawing of the mark for the key under a chart, hidden from screen readers: the words
  /// beside it say what it means.
  ///
  /// - Parameter title: Those words; an engine that makes PDFs wants them for every drawing.
  public func symbol(title: String) -> [UInt8] {
    var svg = SVGWriter()
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart-symbol", "viewBox": "0 0 16 16",
        "width": 16.0, "height": 16.0, "aria-hidden": "true", "fill": "currentColor",
        "stroke": "currentColor", "stroke-width": 1.5,
      ]
    ) { svg in
      svg.element("title", [:], text: title)
      draw(at: Point(x: 8, y: 8), to: &svg)
    }
    return svg.bytes
  }

  private func draw(at place: Point, to svg: inout SVGWriter) {
    switch self {
    case .approximate: Marker(shape: .circle, isHollow: true).draw(at: place, to: &svg)
    case .disputed: Marker(shape: .diamond, isHollow: false).draw(at: place, to: &svg)
    case .interval: drawLine(Extent(low: 0, high: 1), at: place.y, to: &svg)
    case .bound: drawLine(Extent(low: 0, high: .infinity), at: place.y, to: &svg)
    }
  }

  /// A value that is not exact, on a scale of its own.
  private func drawLine(_ value: Extent, at y: Double, to svg: inout SVGWriter) {
    let scale = Scale(form: .linear, low: 0, high: 1, start: 2, end: 14)
    let mark = ValueMark(
      value: value, marker: Marker(shape: .circle, isHollow: false), scale: scale, across: y,
      reach: 12)
    mark.draw(to: &svg)
  }
}
