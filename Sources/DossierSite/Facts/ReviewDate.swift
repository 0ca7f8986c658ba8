extension Statement {
  /// The date after which a claim should be held against its sources again.
  ///
  /// It counts from the record's `reviewed`, else from the claim's `as-of`; only for fields with a
  /// `review-after`, their kind's or their own, and not for a record whose period has ended.
  public func reviewDate(of claim: Claim) -> PartialDate? {
    let months = declaration.reviewAfterMonths ?? table.kinds[record].reviewAfterMonths
    guard let months, declaration.type != .series, !table.records[record].hasEnded,
      let start = table.records[record].reviewed ?? claim.evidence.asOf
    else { return nil }
    return start.adding(months: months)
  }
}

extension Record {
  /// The first period or date among its facts.
  var period: Period? {
    facts.lazy.compactMap { $0?.claims.first?.value.period }.first
  }

  /// Whether the first period among its facts has an end.
  fileprivate var hasEnded: Bool {
    for fact in facts {
      if case .period(let period)? = fact?.claims.first?.value { return period.to != nil }
    }
    return false
  }
}
