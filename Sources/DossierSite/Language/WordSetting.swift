import DossierMarkdown

/// How a language sets the words of the pages: its apostrophe, and the spaces beside marks.
struct WordSetting {
  private let apostrophe: String
  private let typography: Typography.Table

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "\u{2BC}"]

  init(_ table: LanguageTable) {
    (apostrophe, typography) = (table.apostrophe, table.typography)
  }

  /// A colon with the space that stands before it.
  var colon: String { (typography.marksBefore[":"] ?? "") + ":" }

  func typeset(_ text: String) -> String {
    var text = withOneApostrophe(text)
    for (mark, space) in typography.marksBefore {
      text = text.replacing(" \(mark)", with: "\(space)\(mark)")
    }
    for (mark, space) in typography.marksBehind {
      text = text.replacing("\(mark) ", with: "\(mark)\(space)")
    }
    return text
  }

  /// A text with one apostrophe within its words, whichever it was written with.
  private func withOneApostrophe(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: Self.apostrophes.contains) else { return text }
    return scalars.indices.reduce(into: "") { text, index in
      // A name in braces stands for a word.
      let isWithin =
        index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isAlphabetic
        && (scalars[index + 1].properties.isAlphabetic || scalars[index + 1] == "{")
      if isWithin && Self.apostrophes.contains(scalars[index]) {
        text += apostrophe
      } else {
        text.unicodeScalars.append(scalars[index])
      }
    }
  }
}
