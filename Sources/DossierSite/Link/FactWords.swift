import DossierMarkdown
import DossierSource

extension LinkedSite {
  /// The first number in an author's words for a fact that no claim of it supports.
  ///
  /// - Parameters:
  ///   - words: Plain text.
  ///   - claim: The point of a series that is meant; `nil` for the whole fact.
  func unsupportedNumber(
    in words: String, field: Int, of record: Int, claim: Int?
  ) -> NumberInWords? {
    let declaration = kind(of: record).fields[field]
    guard declaration.type.isNumeric else { return nil }
    let all = records[record].facts[field]?.claims ?? []
    let claims = claim.map { [all[$0]] } ?? all
    var quantities = claims.compactMap { schema.quantity($0, in: declaration) }
    quantities += claims.compactMap(\.value.quantity)
    if let derived = derived[record][field]?.quantity { quantities.append(derived) }
    guard !quantities.isEmpty else { return nil }
    let years = Set(claims.compactMap { $0.evidence.asOf.map { Double($0.year) } })
    return NumberInWords.all(in: words).first { number in
      if number.mayBeYear && years.contains(number.low) { return false }
      return !quantities.contains(where: number.isSupported)
    }
  }

  /// The values of a fact in figures, for a diagnostic's help.
  func figures(ofField field: Int, of record: Int) -> String {
    let rules = LanguageRules(schema.configuration.original)
    let claims = records[record].facts[field]?.claims ?? []
    var figures = claims.compactMap { $0.value.quantity.map(rules.quantity) }
    if let derived = derived[record][field]?.quantity { figures.append(rules.quantity(derived)) }
    return figures.prefix(8).joined(separator: ", ")
  }
}
