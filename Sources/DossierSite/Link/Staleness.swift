public import DossierSource

extension LinkedSite {
  /// Notes on facts whose preferred claim is older than their kind allows, at a moment.
  ///
  /// - Parameter now: Seconds since 1970.
  public func staleFacts(at now: Int) -> [Diagnostic] {
    records.indices.flatMap { record in
      facts.statements(of: record).compactMap { $0.staleness(at: now) }
    }
  }

}

extension Statement {
  fileprivate func staleness(at now: Int) -> Diagnostic? {
    guard let claim = claims.first, let date = reviewDate(of: claim),
      date.startInSeconds < now
    else { return nil }
    return .note(
      "fact.stale", "'\(declaration.id)' was to be reviewed by \(date)",
      at: claim.evidence.place,
      help: "hold it against its sources, and set 'reviewed:' to the day on which you did")
  }
}
