import DossierSource

/// The two words by which a record says that a fact has no value.
enum NoValue: String {
  case unknown
  case notApplicable = "not-applicable"

  /// What people write elsewhere for either; as a text it would be shown as if it were the fact.
  private static let others: Set<String> = [
    "unknown", "not-applicable", "not applicable", "n/a", "n.a.", "tbd", "tbc", "t.b.d.", "?", "??",
    "???", "-", "–", "—", "…", "...",
  ]

  /// Whether a word is meant for one of the two, in letters of any case.
  static func isMeant(by word: String) -> Bool {
    word.utf8.count <= 16 && others.contains(word.lowercased())
  }
}

extension Findings {
  /// Tells of a word without quotation marks that means a missing value where a value is wanted: one
  /// of several claims, or a word of other people's.
  ///
  /// - Parameter choices: Values of the field, which stand for themselves.
  /// - Returns: Whether it is one.
  mutating func tellNoValue(_ node: YAMLNode, besides choices: [Choice]) -> Bool {
    guard let word = node.word, NoValue.isMeant(by: word),
      !choices.contains(where: { $0.id == word.lowercased() })
    else { return false }
    if NoValue(rawValue: word) != nil {
      error(
        "claim.no-value", "'\(word)' says that the whole fact has no value", at: node.span,
        help: "let it stand alone, or take it out")
    } else {
      error(
        "claim.no-value", "'\(word)' is no value, and not how one says that there is none",
        at: node.span,
        help: "write 'unknown' where nobody knows, 'not-applicable' where there can be none, "
          + "or put a text into quotation marks")
    }
    return true
  }
}
