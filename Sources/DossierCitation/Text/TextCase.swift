/// How a style writes the letters of a text.
enum TextCase: String, Sendable {
  case lowercase
  case uppercase
  case capitalizeFirst = "capitalize-first"
  case capitalizeAll = "capitalize-all"
  case sentence
  case title

  /// A text with its letters as this case has them.
  ///
  /// What is marked to keep its case, and what is raised, lowered or in small capitals, stays.
  ///
  /// - Parameter language: Of the text; title case is for English alone.
  func apply(to text: RichText, language: String) -> RichText {
    if self == .title, !language.hasPrefix("en") { return text }
    // A word that has a capital keeps its letters, and most first words have.
    if self == .capitalizeFirst, text.first.character?.isUppercase == true { return text }
    var letters = CasedLetters(text, isTurkish: language.hasPrefix("tr"))
    switch self {
    case .lowercase: letters.change(letters.all) { $0.lower }
    case .uppercase: letters.change(letters.all) { $0.upper }
    case .capitalizeFirst: letters.capitalizeFirst()
    case .capitalizeAll: for word in letters.words { letters.capitalize(word) }
    case .sentence:
      letters.makeSentence()
    case .title: letters.makeTitle()
    }
    return letters.text
  }
}

/// The characters of a text, to be written in another case in their places.
private struct CasedLetters {
  struct Letter {
    var character: String
    var token: Int
    var isKept: Bool
    let isTurkish: Bool

    var lower: String { isTurkish && character == "I" ? "ı" : character.lowercased() }
    var upper: String { isTurkish && character == "i" ? "İ" : character.uppercased() }
    var isLetter: Bool { character.first?.isLetter ?? false }
    var isLower: Bool { character != character.uppercased() }
    var isUpper: Bool { character != character.lowercased() }
  }

  private var tokens: [Token]
  private(set) var letters: [Letter] = []
  private var wordsBegin: [Bool] = []

  init(_ text: RichText, isTurkish: Bool) {
    tokens = text.tokens
    var kept = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .open(let mark): kept += Self.keepsCase(mark) ? 1 : 0
      case .close(let mark): kept -= Self.keepsCase(mark) ? 1 : 0
      case .text(let text):
        letters += text.map {
          Letter(character: String($0), token: index, isKept: kept > 0, isTurkish: isTurkish)
        }
      }
    }
  }

  private static func keepsCase(_ mark: Mark) -> Bool {
    switch mark {
    case .noCase, .noDecoration: true
    case .decoration(let decoration, let isContent):
      isContent && [.superscript, .subscripted, .smallCaps].contains(decoration)
    default: false
    }
  }

  var text: RichText {
    var texts: [Int: String] = [:]
    for letter in letters { texts[letter.token, default: ""] += letter.character }
    let changed = tokens.enumerated().map { index, token in
      if case .text = token { Token.text(texts[index] ?? "") } else { token }
    }
    return RichText(tokens: changed)
  }

  var all: Range<Int> { letters.indices }

  var areAllCapitals: Bool {
    !letters.contains { $0.isLower && !$0.isKept } && letters.contains { $0.isUpper && !$0.isKept }
  }

  mutating func change(_ range: Range<Int>, _ written: (Letter) -> String) {
    for index in range where !letters[index].isKept {
      letters[index].character = written(letters[index])
    }
  }

  /// Runs of what is neither a space nor a dash.
  var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in letters.indices {
      if isSeparator(letters[index].character) {
        if let first = start { words.append(first..<index) }
        start = nil
      } else {
        start = start ?? index
      }
    }
    if let start { words.append(start..<letters.count) }
    return words
  }

  private func isSeparator(_ character: String) -> Bool {
    guard let first = character.first else { return false }
    return first.isWhitespace || "-–—/".contains(first) || character == "\u{A0}"
  }

  /// Writes the first letter of a word large where the word has no capital.
  mutating func capitalize(_ word: Range<Int>) {
    guard
      let first = word.first(where: {
        letters[$0].isLetter || letters[$0].character.first?.isNumber == true
      }),
      letters[first].isLetter, !letters[word].contains(where: { $0.isUpper || $0.isKept })
    else { return }
    letters[first].character = letters[first].upper
  }

  mutating func capitalizeFirst() {
    if let first = words.first { capitalize(first) }
  }

  /// Writes all words but the first small, except those with a capital inside: names of firms,
  /// abbreviations.
  mutating func makeSentence() {
    let areAllCapitals = areAllCapitals
    for (place, word) in words.enumerated() where !letters[word].contains(where: \.isKept) {
      let hasInnerCapital = letters[word].drop { !$0.isLetter }.dropFirst().contains(
        where: \.isUpper)
      if areAllCapitals {
        change(place == 0 ? word.dropFirst() : word) { $0.lower }
      } else if place > 0, !hasInnerCapital {
        change(word) { $0.lower }
      }
    }
    capitalizeFirst()
  }

  mutating func makeTitle() {
    let words = words
    for (place, word) in words.enumerated() {
      guard !letters[word].contains(where: \.isKept) else { continue }
      let isEnd = place == 0 || place == words.count - 1 || isBeginning(word.lowerBound)
      let bare = self.bare(word)
      if !isEnd, TitleWords.small.contains(bare.lowercased()), !isAbbreviated(word),
        !beginsCompound(word)
      {
        if !bare.dropFirst().contains(where: \.isUppercase) { change(word) { $0.lower } }
      } else if !isLoneForeignLetter(bare), !isLoneAfterHyphen(word) {
        capitalize(word)
      }
    }
  }

  private func isAbbreviated(_ word: Range<Int>) -> Bool {
    letters[word].dropLast().contains { $0.character == "." }
  }

  private func isHyphen(_ index: Int) -> Bool {
    letters.indices.contains(index) && letters[index].character == "-"
  }

  /// Whether a word is the first of several that hyphens join.
  private func beginsCompound(_ word: Range<Int>) -> Bool {
    isHyphen(word.upperBound) && !isHyphen(word.lowerBound - 1)
  }

  private func isLoneAfterHyphen(_ word: Range<Int>) -> Bool {
    word.count == 1 && isHyphen(word.lowerBound - 1)
  }

  private func isLoneForeignLetter(_ word: String) -> Bool {
    word.count == 1 && word.first?.isASCII == false
  }

  private func bare(_ word: Range<Int>) -> String {
    let text = letters[word].map(\.character).joined()
    return text.trimmingPunctuation
  }

  /// Whether a sentence or a second title begins here.
  private func isBeginning(_ start: Int) -> Bool {
    guard let before = letters[..<start].last(where: { $0.character.first?.isWhitespace == false })
    else { return true }
    let isSpaced = letters[start - 1].character.first?.isWhitespace ?? false
    return isSpaced && ":.?!—".contains(before.character)
  }
}

extension String {
  /// The text without what is no letter or digit at its ends.
  fileprivate var trimmingPunctuation: String {
    let isWord: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    guard let first = firstIndex(where: isWord), let last = lastIndex(where: isWord) else {
      return ""
    }
    return String(self[first...last])
  }
}

/// Words that a title in English writes small within it.
private enum TitleWords {
  static let small: Set<String> = [
    "a", "about", "above", "across", "afore", "after", "against", "along", "alongside", "amid",
    "amidst", "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as",
    "aside", "astride", "at", "athwart", "atop", "barring", "before", "behind", "below",
    "beneath", "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d",
    "de", "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given", "in",
    "inside", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of",
    "off", "on", "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so",
    "than", "the", "through", "throughout", "thru", "thruout", "till", "to", "toward", "towards",
    "under", "underneath", "until", "unto", "up", "upon", "v", "van", "versus", "via",
    "vis-à-vis", "von", "vs", "with", "within", "without", "yet",
  ]
}
