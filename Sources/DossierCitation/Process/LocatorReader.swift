/// Reads what an author writes behind a work: "p. 3", "chap. 2, sec. 4", "4-6 and passim".
public struct LocatorReader: Sendable {
  /// What was found: a place in the work with its label, and what follows it.
  public struct Found: Sendable, Hashable {
    /// A term of CSL: `page`, `chapter`, …
    public var label: String?
    public var locator: String?
    /// Begins with what parts it from the locator.
    public var suffix: String
  }

  /// What a label may be called, small, the longest first.
  private let names: [(name: String, label: String)]

  private static let labels = [
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation",
    "equation", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part",
    "rule", "scene", "section", "sub-verbo", "supplement", "table", "timestamp", "title-locator",
    "verse", "volume",
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
    for (name, label) in [("p.", "page"), ("pp.", "page"), ("ch.", "chapter"), ("vol.", "volume")] {
      known[name] = known[name] ?? label
    }
    names = known.map { ($0.key, $0.value) }
      .sorted { ($1.name.count, $0.name) < ($0.name.count, $1.name) }
  }

  /// What a text behind a work says. A text that is no place in it is a suffix.
  public func read(_ text: String) -> Found {
    let text = text.trimmed
    guard !text.isEmpty else { return Found(suffix: "") }
    let small = text.lowercased()
    for (name, label) in names where small.hasPrefix(name) {
      let rest = String(text.dropFirst(name.count))
      let isWhole = name.last?.isLetter != true || rest.first?.isLetter != true
      let (locator, suffix) = Self.place(rest.trimmed)
      if isWhole, !locator.isEmpty { return Found(label: label, locator: locator, suffix: suffix) }
    }
    let (locator, suffix) = Self.place(text)
    guard locator.first?.isNumber == true || Self.isRoman(locator) else {
      return Found(suffix: ", " + text)
    }
    return Found(label: "page", locator: locator, suffix: suffix)
  }

  private static func isRoman(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { "ivxlcdm-–".contains($0) }
  }

  /// The figures at the beginning of a text, with what joins them, and the rest.
  private static func place(_ text: String) -> (locator: String, suffix: String) {
    var end = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let word = text[index...].prefix { !$0.isWhitespace }
      guard isPlace(word) else { break }
      end = word.endIndex
      index = text[end...].firstIndex { !$0.isWhitespace } ?? text.endIndex
    }
    var locator = String(text[..<end])
    var suffix = String(text[end...])
    while let last = locator.last, ",;".contains(last) {
      locator.removeLast()
      suffix = String(last) + suffix
    }
    return (locator, suffix)
  }

  /// Whether a word may be of a place: it has a figure, is Roman, or joins two of these.
  private static func isPlace(_ word: Substring) -> Bool {
    if word.contains(where: \.isNumber) { return true }
    let bare = word.filter { !",;".contains($0) }
    return isRoman(String(bare)) || ["-", "–", "&"].contains(bare)
  }
}
