import DossierSource

/// Reads what an author writes behind a work: "p. 3", "chap. 2, sec. 4", "4-6 and passim".
public struct LocatorReader: Sendable {
  /// What was found: a place in the work with its label, and what follows it.
  public struct Found: Sendable, Hashable {
    /// A term of CSL: `page`, `chapter`, …
    public var label: String?
    public var locator: String?
    /// Begins with what parts it from the locator.
    public var suffix: RichText
  }

  /// What a label may be called, small, the longest first.
  private let names: [(name: String, label: String)]

  private static let labels = [
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation",
    "equation", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part",
    "rule", "scene", "section", "sub-verbo", "supplement", "table", "timestamp", "title-locator",
    "verse", "volume",
  ]

  /// What is written beside the terms of the languages, and means one thing in all of them.
  private static let others = [
    ("p.", "page"), ("pp.", "page"), ("pág.", "page"), ("págs.", "page"), ("стор.", "page"),
    ("str.", "page"), ("ch.", "chapter"), ("cap.", "chapter"), ("гл.", "chapter"),
    ("vol.", "volume"), ("т.", "volume"),
  ]

  /// Takes the names of labels from languages, in their order.
  public init(_ locales: [Locale]) {
    var known: [String: String] = ["§": "section", "§§": "section", "¶": "paragraph"]
    for locale in locales {
      for label in Self.labels {
        for form in [Locale.Form.long, .short] {
          guard let term = locale.terms[.init(name: label, form: form)] else { continue }
          for name in [term.single, term.multiple] where !name.isEmpty {
            let small = name.lowercased()
            known[small] = known[small] ?? label
          }
        }
      }
    }
    for (name, label) in Self.others {
      known[name] = known[name] ?? label
    }
    // Many write "p 3".
    for (name, label) in known where name.hasSuffix(".") {
      let bare = String(name.dropLast())
      known[bare] = known[bare] ?? label
    }
    names = known.map { ($0.key, $0.value) }
      .sorted { ($1.name.count, $0.name) < ($0.name.count, $1.name) }
  }

  /// What a text behind a work says. A text that is no place in it is a suffix.
  public func read(_ text: String) -> Found { read(RichText(affix: text)) }

  /// What words behind a work say, of which those of a place have no markup.
  public func read(_ words: RichText) -> Found {
    let words = words.withoutLead.text
    guard !words.isEmpty else { return Found(suffix: RichText()) }
    if case .character(_, let index) = words.first, case .text(let head) = words.tokens[index],
      words.tokens[..<index].allSatisfy({ $0 == .text("") }), let place = place(in: head)
    {
      var rest = words
      rest.tokens[index] = .text(place.rest)
      return Found(label: place.label, locator: place.locator, suffix: rest)
    }
    return Found(suffix: RichText(tokens: [.text(", ")] + words.tokens))
  }

  /// What stands in braces behind a work: a place in it, whatever it says; nothing for no place.
  ///
  /// - Parameter suffix: What follows the braces.
  public func read(place text: String, suffix: RichText) -> Found {
    let text = text.trimmed
    guard !text.isEmpty else { return Found(suffix: suffix) }
    for (name, label) in names where text.lowercased().hasPrefix(name) {
      let rest = text.dropFirst(name.count)
      if Self.ends(name, before: rest), !String(rest).trimmed.isEmpty {
        return Found(label: label, locator: String(rest).trimmed, suffix: suffix)
      }
    }
    return Found(label: "page", locator: text, suffix: suffix)
  }

  /// The place with which a text begins, and what follows it.
  private func place(in text: String) -> (label: String, locator: String, rest: String)? {
    let small = text.lowercased()
    for (name, label) in names where small.hasPrefix(name) {
      let rest = text.dropFirst(name.count)
      guard Self.ends(name, before: rest) else { continue }
      let (locator, suffix) = PlaceWords.cut(rest.drop(while: \.isWhitespace), isLabelled: true)
      if !locator.isEmpty { return (label, locator, suffix) }
    }
    let (locator, rest) = PlaceWords.cut(text[...], isLabelled: false)
    return locator.isEmpty ? nil : ("page", locator, rest)
  }

  private static func ends(_ name: String, before rest: Substring) -> Bool {
    name.last?.isLetter != true || rest.first?.isLetter != true
  }
}

/// The words that say a place: figures, Roman numerals, and what joins two of these.
private enum PlaceWords {
  /// The place with which a text begins, and the rest with what parts it from the place.
  static func cut(_ text: Substring, isLabelled: Bool) -> (locator: String, rest: String) {
    var end = text.startIndex
    var index = text.startIndex
    var isNew = isLabelled
    while index < text.endIndex {
      let whole = text[index...].prefix { !$0.isWhitespace }
      let word = withoutEnd(whole)
      let isJoint = ["-", "–", "&"].contains(word) && index > text.startIndex
      guard isJoint || isPlace(word, mayBeCapital: isNew) else { break }
      // What is no place by itself may not begin one.
      if index == text.startIndex, !isLabelled, !mayBegin(word) { break }
      if !isJoint { end = word.endIndex }
      // What ends a sentence ends a place.
      if word.endIndex < whole.endIndex, !",;".contains(text[word.endIndex]) { break }
      isNew = isJoint || word.endIndex < whole.endIndex
      index = text[whole.endIndex...].firstIndex { !$0.isWhitespace } ?? text.endIndex
    }
    return (String(text[..<end]), String(text[end...]))
  }

  private static func withoutEnd(_ word: Substring) -> Substring {
    var word = word
    while word.count > 1, let last = word.last, ",;.:!?".contains(last) { word.removeLast() }
    return word
  }

  /// Without a label, figures must be there, or Roman numerals alone.
  private static func mayBegin(_ word: Substring) -> Bool {
    !word.contains("/") && !word.contains("@")
  }

  /// Whether a word has a figure or is Roman, each of its brackets closed in it.
  private static func isPlace(_ word: Substring, mayBeCapital: Bool) -> Bool {
    guard isBalanced(word) else { return false }
    if word.contains(where: \.isNumber) { return true }
    let parts = word.filter { !"()[]".contains($0) }.split { "-–,;".contains($0) }
    return !parts.isEmpty
      && parts.allSatisfy {
        isRoman($0) || mayBeCapital && $0 == $0.uppercased() && isRoman(Substring($0.lowercased()))
      }
  }

  private static func isBalanced(_ word: Substring) -> Bool {
    var depth = 0
    for character in word {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// Whether small letters are a Roman numeral as it is written.
  private static func isRoman(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.wholeMatch(of: /m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})/) != nil
  }
}
