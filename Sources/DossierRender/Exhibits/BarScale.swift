import DossierSite

/// What the bars of a row share: a scale from zero to the largest value of the row.
struct BarScale {
  private let top: Double

  /// `nil` where bars would tell nothing: fewer than two values, one below zero, or none above it.
  init?(_ quantities: [Quantity]) {
    let top = quantities.map(\.high).max() ?? 0
    guard quantities.count > 1, top > 0, top.isFinite, quantities.allSatisfy({ $0.low >= 0 })
    else { return nil }
    self.top = top
  }

  /// A bar as SVG, without a `style` attribute and without words: the value stands beside it.
  ///
  /// It is filled as far as the value is known, and hollow between the bounds of an interval; that
  /// of an approximate value is hollow as a whole.
  func bar(of quantity: Quantity, isApproximate: Bool) -> [UInt8] {
    let known = isApproximate ? 0 : permille(quantity.low)
    let end = max(permille(quantity.high), 4)
    var svg: [UInt8] = []
    svg.append(html: "<svg class=\"bar\" width=\"100%\" height=\"8\" aria-hidden=\"true\">")
    if end > known {
      svg.append(
        html: "<rect class=\"bar-open\" x=\"0\" y=\"1\" width=\"\(Self.percent(end))\" height=\"6\""
          + " fill=\"none\" stroke=\"#0b5763\" stroke-width=\"1\"/>")
    }
    if known > 0 {
      svg.append(
        html: "<rect class=\"bar-known\" width=\"\(Self.percent(known))\" height=\"8\""
          + " fill=\"#0b5763\"/>")
    }
    svg.append(html: "</svg>")
    return svg
  }

  private func permille(_ value: Double) -> Int { Int((value / top * 1000).rounded()) }

  private static func percent(_ permille: Int) -> String {
    "\(permille / 10)" + (permille % 10 == 0 ? "" : ".\(permille % 10)") + "%"
  }
}
