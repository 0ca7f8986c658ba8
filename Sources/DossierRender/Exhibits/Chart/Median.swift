import DossierSite

/// The middle of figures, where there is one: where all are exact and count the same.
///
/// The middle of values within bounds, of approximate ones and of those that sources dispute is not
/// known, and the middle of troops and of people in all is a middle of nothing.
struct Median {
  /// A figure with what decides whether it has a place in a middle.
  struct Member {
    var value: Quantity
    var isApproximate = false
    var isDisputed = false
    /// What is counted, by the ids of its inputs where it is derived; empty for what the field says.
    var counts: [String]
  }

  /// Whole where all figures have few digits, else with as many digits as they.
  static func of(_ members: [Member]) -> Quantity? {
    let isCertain = members.allSatisfy { member in
      member.value.isExact && !member.isApproximate && !member.isDisputed
    }
    guard members.count > 1, isCertain, Set(members.map(\.counts)).count == 1,
      let middle = middle(of: members.map(\.value.low))
    else { return nil }
    return Interval(Quantity(middle)).rounded(
      to: max(1, members.map(\.value.decimals).max() ?? 0))
  }

  /// The middle number; the mean of the middle two for an even count, `nil` for none.
  static func middle(of numbers: [Double]) -> Double? {
    let sorted = numbers.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
    return sorted.count % 2 == 1 ? upper : sorted[sorted.count / 2 - 1] / 2 + upper / 2
  }
}
