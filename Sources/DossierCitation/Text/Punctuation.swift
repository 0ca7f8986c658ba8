/// Sets punctuation and quotation marks in their places once a text is whole.
enum Punctuation {
  /// Moves full stops and commas into the quotation before them, where the language wants it.
  ///
  /// What an author wrote around a cite stays as it was written. Of two quotations that end
  /// together, the inner one takes the sign.
  static func settled(_ text: RichText, movesIntoQuotes: Bool) -> RichText {
    guard movesIntoQuotes, text.tokens.contains(.close(.quotation)) else { return text }
    var tokens = text.tokens
    var settled = RichText()
    var affixes = 0
    for index in tokens.indices {
      let token = tokens[index]
      if token == .open(.part(.affix)) { affixes += 1 }
      if token == .close(.part(.affix)) { affixes -= 1 }
      if token == .close(.quotation), affixes == 0, settled.last.character != nil,
        let next = sign(in: tokens, after: index)
      {
        tokens[next.index] = .text(next.rest)
        settled.append(next.sign)
      }
      settled.tokens.append(tokens[index])
    }
    return settled
  }

  /// The full stop or comma that follows a closing mark, over marks that close or open looks but
  /// not over a quotation that opens; and the text without it.
  private static func sign(
    in tokens: [Token], after index: Int
  ) -> (sign: String, rest: String, index: Int)? {
    var place = index + 1
    while place < tokens.count {
      switch tokens[place] {
      case .text(let text) where !text.isEmpty:
        guard let first = text.first, first == "." || first == "," else { return nil }
        return (String(first), String(text.dropFirst()), place)
      case .open(.quotation), .open(.display): return nil
      case .open, .close, .text: place += 1
      }
    }
    return nil
  }
}
