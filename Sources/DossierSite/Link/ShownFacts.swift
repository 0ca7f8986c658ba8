extension LinkedSite {
  /// The claims that stand for what a record says; none for a derived field and where it says nothing.
  public func shownClaims(
    _ field: Int, of record: Int, _ choice: ClaimChoice = .preferred
  ) -> [NumberedClaim] {
    records[record].facts[field]?.shown(in: kind(of: record).fields[field], choice) ?? []
  }

  /// What a derived field comes to; `nil` for a field of another type.
  ///
  /// - Parameter date: Computes it from the claims of that time; `nil` for the state of affairs.
  public func derivedValue(
    _ field: Int, of record: Int, at date: PartialDate? = nil
  ) -> DerivedValue? {
    guard let date, derived[record][field] != nil else { return derived[record][field] }
    var evaluator = DerivationEvaluator(
      kind: kind(of: record), facts: records[record].facts, schema: schema,
      choice: ClaimChoice(at: date))
    return evaluator.evaluate()[field]
  }

  /// The number that stands for a fact; `nil` where there is none, and for a list, which has many.
  public func figure(
    _ field: Int, of record: Int, _ choice: ClaimChoice = .preferred
  ) -> StatedFigure? {
    let declaration = kind(of: record).fields[field]
    if let derived = derivedValue(field, of: record, at: choice.at) {
      return derived.quantity.map {
        StatedFigure(quantity: $0, isApproximate: derived.isApproximate)
      }
    }
    guard !declaration.isList, let shown = shownClaims(field, of: record, choice).first,
      let quantity = schema.quantity(shown.claim, in: declaration)
    else { return nil }
    return StatedFigure(
      quantity: quantity, isApproximate: shown.claim.isApproximate, of: shown.claim.of, claim: shown
    )
  }
}
