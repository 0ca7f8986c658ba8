import DossierSite

extension Quantity {
  /// The median of values within bounds: as low as the median of the lower bounds, as high as that
  /// of the upper; the mean of the middle two for an even number, `nil` for none.
  static func median(of values: [Quantity]) -> Quantity? {
    guard let low = middle(of: values.map(\.low)), let high = middle(of: values.map(\.high)) else {
      return nil
    }
    return Quantity(low: low, high: high, decimals: values.map(\.decimals).max() ?? 0)
  }

  private static func middle(of numbers: [Double]) -> Double? {
    let sorted = numbers.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
    return sorted.count % 2 == 1 ? upper : sorted[sorted.count / 2 - 1] / 2 + upper / 2
  }
}
