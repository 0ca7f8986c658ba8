/// What the bars of a row share: a scale from zero to the largest value of the row.
public struct BarScale {
  /// The largest value: where the scale ends.
  public let top: Double

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
  /// arrow, "at most" is an arrow back from its end. Where sources differ the bar is that of the lowest
  /// value, and a thin line goes on from it to the highest.
  ///
  /// - Parameter others: What other sources give.
  public func bar(of quantity: Extent, others: [Extent] = [], isApproximate: Bool) -> [UInt8] {
    let lowest = others.reduce(quantity) { $1.trailingEnd < $0.trailingEnd ? $1 : $0 }
    return CellDrawing.svg(isPeriod: false) { svg in
      svg.element("rect", ["class": "base", "width": 1.0, "height": 8.0])
      let known = lowest.low.isFinite ? lowest.low : 0
      Self.draw(isHollow: isApproximate, from: 0, to: share(known), &svg)
      if lowest.isBound {
        CellDrawing.arrow(isForward: lowest.low.isFinite, at: share(lowest.leadingEnd), &svg)
      } else {
        Self.draw(isHollow: true, from: share(known), to: share(lowest.high), &svg)
      }
      let highest = others.reduce(quantity.trailingEnd) { max($0, $1.trailingEnd) }
      CellDrawing.reach(from: share(lowest.trailingEnd), to: share(highest), &svg)
    }
  }

  private static func draw(
    isHollow: Bool, from start: Double, to end: Double, _ svg: inout SVGWriter
  ) {
    guard end > start else { return }
    let (x, width) = (CellDrawing.percent(start), CellDrawing.percent(end - start))
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

  private func share(_ value: Double) -> Double { value / top }
}

/// What the periods of a row share: an axis from the earliest moment to the latest.
public struct PeriodScale {
  /// The ends of the axis, in decimal years as ``DecimalYears`` gives them.
  public let start: Double
  public let end: Double

  /// `nil` where bars would tell nothing: fewer than two periods, or all at one moment.
  ///
  /// - Parameter periods: In decimal years; minus infinity and infinity for an end that is open.
  public init?(_ periods: [Extent]) {
    let ends = periods.flatMap(\.ends).filter(\.isFinite)
    guard periods.count > 1, let start = ends.min(), let end = ends.max(), end > start else {
      return nil
    }
    self.start = start
    self.end = end
  }

  /// A period as a bar on a thin line, as SVG; an open end is an arrow at the end of the axis, and a
  /// moment an upright line.
  public func bar(of period: Extent) -> [UInt8] {
    CellDrawing.svg(isPeriod: true) { svg in
      svg.element("rect", ["class": "axis", "y": 3.5, "width": "100%", "height": 1.0])
      let (from, to) = (share(max(period.low, start)), share(min(period.high, end)))
      if to > from {
        svg.element(
          "rect",
          [
            "class": "known", "x": CellDrawing.percent(from),
            "width": CellDrawing.percent(to - from), "height": 8.0,
          ])
      }
      CellDrawing.upright(at: from, &svg)
      if period.low == -.infinity { CellDrawing.arrow(isForward: false, at: 0, &svg) }
      if period.high == .infinity { CellDrawing.arrow(isForward: true, at: 1, &svg) }
    }
  }

  private func share(_ moment: Double) -> Double {
    min(max((moment - start) / (end - start), 0), 1)
  }
}

/// The parts of a drawing in a cell; places along it are shares of its width.
private enum CellDrawing {
  /// The colour where no style names another.
  private static let colour = "#0b5763"

  static func svg(isPeriod: Bool, around body: (inout SVGWriter) -> Void) -> [UInt8] {
    var svg = SVGWriter(.cellBar)
    svg.element(
      "svg",
      [
        "class": .text(isPeriod ? "cell-bar period" : "cell-bar"), "width": 64.0, "height": 8.0,
        "fill": "currentColor", "color": .text(colour), "aria-hidden": "true",
      ], around: body)
    return svg.bytes
  }

  static func arrow(isForward: Bool, at place: Double, _ svg: inout SVGWriter) {
    svg.element("svg", ["class": "bound", "x": percent(place), "overflow": "visible"]) {
      $0.element(
        "path",
        [
          "class": "arrow",
          "d": .text(isForward ? "M0 0V8M0 4H9M6 1L9 4L6 7" : "M0 0V8M0 4H-9M-6 1L-9 4L-6 7"),
          "fill": "none", "stroke": "currentColor",
        ])
    }
  }

  /// A thin line with an upright end.
  static func reach(from start: Double, to end: Double, _ svg: inout SVGWriter) {
    guard end > start else { return }
    svg.element(
      "line",
      [
        "class": "reach", "x1": percent(start), "y1": 4.0, "x2": percent(end), "y2": 4.0,
        "stroke": "currentColor",
      ])
    upright(at: end, &svg)
  }

  static func upright(at place: Double, _ svg: inout SVGWriter) {
    svg.element(
      "line",
      [
        "class": "end", "x1": percent(place), "y1": 0.0, "x2": percent(place), "y2": 8.0,
        "stroke": "currentColor",
      ])
  }

  /// A share of the whole with four digits that count, since a script may stretch the scale.
  static func percent(_ share: Double) -> SVGValue {
    guard share.isFinite, share > 0 else { return "0%" }
    var digits = 1.0
    while share * 100 * digits < 1000, digits < 1e12 { digits *= 10 }
    let number = "\((share * 100 * digits).rounded() / digits)"
    return .text((number.hasSuffix(".0") ? String(number.dropLast(2)) : number) + "%")
  }
}
