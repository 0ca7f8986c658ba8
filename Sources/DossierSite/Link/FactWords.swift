import DossierMarkdown
import DossierSource

extension Statement {
  /// The first number in an author's words for the fact that no claim of it supports.
  ///
  /// - Parameters:
  ///   - words: Plain text.
  ///   - claim: The point of a series that is meant; `nil` for the whole fact.
  func unsupportedNumber(in words: String, claim: ClaimIndex?) -> NumberInWords? {
    guard declaration.type.isNumeric else { return nil }
    let all = self.claims
    let claims = claim.map { [all[$0.number]] } ?? all
    var quantities = claims.compactMap(quantity)
    quantities += claims.compactMap(\.value.quantity)
    if let derived = derived?.quantity { quantities.append(derived) }
    guard !quantities.isEmpty else { return nil }
    let years = Set(claims.compactMap { $0.evidence.asOf.map { Double($0.year) } })
    return NumberInWords.all(in: words).first { number in
      if number.mayBeYear && years.contains(number.low) { return false }
      return !quantities.contains(where: number.isSupported)
    }
  }

  /// The values of the fact in figures, for a diagnostic's help.
  func figures(_ rules: LanguageRules) -> String {
    var figures = claims.compactMap { $0.value.quantity.map(rules.quantity) }
    if let derived = derived?.quantity { figures.append(rules.quantity(derived)) }
    return figures.prefix(8).joined(separator: ", ")
  }
}
