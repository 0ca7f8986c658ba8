import DossierSite

extension RankingChart {
  /// The median of the rows, where there is one: where all values are exact and count the same.
  ///
  /// The middle of values within bounds, of approximate ones and of those that sources dispute is not
  /// known, and the middle of troops and of people in all is a middle of nothing.
  var median: Quantity? {
    let isCertain = rows.allSatisfy { row in
      row.value.isExact && !row.isApproximate && row.others.isEmpty
    }
    guard !medianLabel.isEmpty, rows.count > 1, isCertain, Set(rows.map(\.counts)).count == 1,
      let middle = Self.middle(of: rows.map(\.value.low))
    else { return nil }
    return Interval(Quantity(middle)).rounded(to: max(1, rows.map(\.value.decimals).max() ?? 0))
  }

  /// The middle number; the mean of the middle two for an even count, `nil` for none.
  static func middle(of numbers: [Double]) -> Double? {
    let sorted = numbers.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
    return sorted.count % 2 == 1 ? upper : sorted[sorted.count / 2 - 1] / 2 + upper / 2
  }
}
