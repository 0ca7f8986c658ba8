extension BibliographyFormat {
  private static let pageLabels = ["pp.", "p.", "pages ", "page ", "сс.", "стор.", "с."]

  /// A locator as it is printed: pages lose their label, and ranges of pages get an en dash.
  static func locatorText(_ locator: String) -> String {
    let text = locator[...].trimmed
    let lowered = text.lowercased()
    if let label = pageLabels.first(where: { lowered.hasPrefix($0) }) {
      return withDashes(text.dropFirst(label.count).trimmed)
    }
    let isBare = text.utf8.first.map { (48...57).contains($0) } == true
    return isBare ? withDashes(text) : String(text)
  }

  /// Makes hyphens en dashes between two numbers, Arabic or Roman; "A-3" and "2018-IX" stay.
  static func withDashes(_ pages: some StringProtocol) -> String {
    let characters = Array(pages)
    var text = ""
    for (index, character) in characters.enumerated() {
      let isRange =
        character == "-" && index > 0 && index + 1 < characters.count
        && areAlike(characters[index - 1], characters[index + 1])
      text.append(isRange ? "–" : character)
    }
    return text
  }

  private static func areAlike(_ left: Character, _ right: Character) -> Bool {
    let roman = "ivxlcdm"
    return left.isNumber && right.isNumber || roman.contains(left) && roman.contains(right)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
