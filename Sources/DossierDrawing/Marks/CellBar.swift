/// What the bars of a row share: a scale from zero to the largest value of the row.
public struct BarScale {
  private let top: Double

  /// `nil` where bars would tell nothing: fewer than two values, one below zero, or none above it.
  public init?(_ quantities: [Extent]) {
    let top = quantities.map(\.trailingEnd).max() ?? 0
    guard quantities.count > 1, top > 0, top.isFinite,
      quantities.allSatisfy({ $0.leadingEnd >= 0 })
    else { return nil }
    self.top = top
  }

  /// A bar as SVG, without a `style` attribute and without words: the value stands beside it.
  ///
  /// It begins at a thin line at zero, is filled as far as the value is known, and hollow between the
  /// ends of a range; that of an approximate value is hollow as a whole. "At least" goes on as an
  /// arrow, "at most" is an arrow back from its end.
  public func bar(of quantity: Extent, isApproximate: Bool) -> [UInt8] {
    var svg = SVGWriter(.cellBar)
    svg.element(
      "svg",
      [
        "class": "cell-bar", "width": 64.0, "height": 8.0, "fill": "currentColor",
        "color": .text(Self.colour), "aria-hidden": "true",
      ]
    ) { svg in
      svg.element("rect", ["class": "base", "width": 1.0, "height": 8.0])
      let known = quantity.low.isFinite ? quantity.low : 0
      Self.draw(isHollow: isApproximate, from: 0, to: permille(known), &svg)
      if quantity.isBound {
        Self.drawArrow(isForward: quantity.low.isFinite, at: permille(quantity.leadingEnd), &svg)
      } else {
        Self.draw(isHollow: true, from: permille(known), to: permille(quantity.high), &svg)
      }
    }
    return svg.bytes
  }

  /// The colour where no style names another.
  private static let colour = "#0b5763"

  private static func draw(isHollow: Bool, from start: Int, to end: Int, _ svg: inout SVGWriter) {
    guard end > start else { return }
    let (x, width) = (SVGValue.text(percent(start)), SVGValue.text(percent(end - start)))
    if isHollow {
      svg.element(
        "rect",
        [
          "class": "open", "x": x, "y": 1.0, "width": width, "height": 6.0, "fill": "none",
          "stroke": "currentColor",
        ])
    } else {
      svg.element("rect", ["class": "known", "x": x, "width": width, "height": 8.0])
    }
  }

  private static func drawArrow(isForward: Bool, at place: Int, _ svg: inout SVGWriter) {
    svg.element("svg", ["class": "bound", "x": .text(percent(place)), "overflow": "visible"]) {
      $0.element(
        "path",
        [
          "class": "arrow",
          "d": .text(isForward ? "M0 0V8M0 4H9M6 1L9 4L6 7" : "M0 0V8M0 4H-9M-6 1L-9 4L-6 7"),
          "fill": "none", "stroke": "currentColor",
        ])
    }
  }

  private func permille(_ value: Double) -> Int { Int((value / top * 1000).rounded()) }

  private static func percent(_ permille: Int) -> String {
    "\(permille / 10)" + (permille % 10 == 0 ? "" : ".\(permille % 10)") + "%"
  }
}
