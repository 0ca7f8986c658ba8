public import DossierSource

extension LinkedSite {
  /// The date after which a claim should be held against its sources again.
  ///
  /// It counts from the record's `reviewed`, else from the claim's `as-of`; only for fields with a
  /// `review-after`, their kind's or their own, and not for a record whose period has ended.
  public func reviewDate(of claim: Claim, field: Int, record: Int) -> PartialDate? {
    let kind = kind(of: record)
    guard let months = kind.fields[field].reviewAfterMonths ?? kind.reviewAfterMonths,
      kind.fields[field].type != .series, !hasEnded(record),
      let start = records[record].reviewed ?? claim.evidence.asOf
    else { return nil }
    return start.adding(months: months)
  }

  /// Whether the first period among a record's facts has an end.
  private func hasEnded(_ record: Int) -> Bool {
    for fact in records[record].facts {
      if case .period(let period)? = fact?.claims.first?.value { return period.to != nil }
    }
    return false
  }

  /// Notes on facts whose preferred claim is older than their kind allows, at a moment.
  ///
  /// - Parameter now: Seconds since 1970.
  public func staleFacts(at now: Int) -> [Diagnostic] {
    records.indices.flatMap { record in
      records[record].facts.indices.compactMap { staleFact($0, of: record, at: now) }
    }
  }

  private func staleFact(_ field: Int, of record: Int, at now: Int) -> Diagnostic? {
    guard let claim = records[record].facts[field]?.claims.first,
      let date = reviewDate(of: claim, field: field, record: record), date.startInSeconds < now
    else { return nil }
    let entry = records[record]
    return .note(
      "fact.stale", "'\(kind(of: record).fields[field].id)' was to be reviewed by \(date)",
      at: Place(path: entry.path, span: claim.evidence.span),
      help: "hold it against its sources, and set 'reviewed:' to the day on which you did")
  }

  /// Notes on sources that nothing cites.
  public func uncitedSources() -> [Diagnostic] {
    sources.indices.filter { citations[$0].isEmpty }.map { source in
      .note(
        "source.uncited", "nothing cites the source '\(sources[source].id)'",
        at: sources[source].place, help: "cite it, or remove it")
    }
  }
}
