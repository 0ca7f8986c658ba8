public import DossierSource

/// The words of the pages themselves in one language, from `templates/strings/<language>.yml`.
public struct InterfaceStrings: Sendable {
  public let language: Language
  /// By key; plain texts have only the form `other`.
  public let words: [String: PluralWord]
  /// Every `{name}` in a text, in the order of the file.
  public internal(set) var placeholders: [Placeholder] = []
  /// Where the text of a key stands in its file; nothing for one that another language gave.
  public internal(set) var places: [String: Span] = [:]
  /// The marks of quotations in the language; `nil` where nobody has said them.
  private var marks: LanguageRules?

  /// A name in braces, for which a value is put.
  public struct Placeholder: Sendable {
    /// Of the text that it stands in.
    public var key: String
    public var name: String
    public var span: Span
  }

  public init(language: Language, words: [String: PluralWord]) {
    self.language = language
    self.words = words
  }

  /// The same with the words of keys that it lacks.
  public func adding(_ words: [(String, PluralWord)]) -> InterfaceStrings {
    var strings = InterfaceStrings(
      language: language, words: self.words.merging(words) { own, _ in own })
    (strings.placeholders, strings.places) = (placeholders, places)
    strings.marks = marks
    return strings
  }

  /// The same with names in braces replaced once and for all, and with the rules of its language:
  /// its marks of quotations, its apostrophe, and the spaces beside its marks. For templates there is one
  /// more, `colon`.
  public func naming(_ names: [String: String], by rules: LanguageRules) -> InterfaceStrings {
    var words = words.mapValues { word in
      word.mapping { text in
        rules.wordSetting.typeset(Self.replacing(in: text) { name, _ in names[String(name)] })
      }
    }
    words["colon"] = PluralWord(other: rules.wordSetting.colon)
    var strings = InterfaceStrings(language: language, words: words)
    (strings.placeholders, strings.places) = (placeholders, places)
    strings.marks = rules
    return strings
  }

  /// A text; the key itself where there is none, which ``decode(_:)`` and its checks forbid.
  public subscript(key: String) -> String { words[key]?.other ?? key }

  /// "Blocked: something is absent", with the space that the language has before a colon.
  public func labelled(_ label: String, _ text: String) -> String {
    label + (word("colon") ?? ":") + " " + text
  }

  /// A text that a language need not have.
  public func word(_ key: String) -> String? { words[key]?.other }

  /// A text with `{name}` replaced; what is put between quotation marks has those of a quotation
  /// within another.
  public func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    fill(self[key], values)
  }

  /// A text in two, before and behind `{name}`; all before it, where it is not there.
  public func halves(_ key: String, at name: String) -> (before: Substring, after: Substring) {
    let text = self[key]
    guard let range = text.firstRange(of: "{\(name)}") else { return (text[...], "") }
    return (text[..<range.lowerBound], text[range.upperBound...])
  }

  private func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    Self.replacing(in: text) { name, before in
      guard let value = values.first(where: { $0.key == name })?.value else { return nil }
      // Marks are looked for only where a mark can be: behind no letter and no plain space.
      guard before.unicodeScalars.last.map({ $0.value > 0x7F }) ?? false else { return value }
      let marks = marks ?? LanguageRules(language)
      let open = marks.table.quotes.outer.open
      let isQuoted = before.hasSuffix(open) || before.hasSuffix(open + "\u{A0}")
      return isQuoted ? marks.nested(value) : value
    }
  }

  /// A text with what a name in braces stands for; where that is `nil`, as it is.
  ///
  /// - Parameter value: Takes a name, and what stands between it and the one before.
  static func replacing(
    in text: String, _ value: (_ name: Substring, _ before: Substring) -> String?
  ) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let (name, end) = (rest[rest.utf8.index(after: open)..<close], rest.utf8.index(after: close))
      filled += rest[..<open]
      filled += value(name, rest[..<open]).map { $0[...] } ?? rest[open..<end]
      rest = rest[end...]
    }
    return filled + rest
  }

  /// A text in the plural form of a number, which takes the place of `{n}`.
  public func count(_ key: String, _ number: Int, _ rules: LanguageRules) -> String {
    let word = words[key] ?? PluralWord(other: key)
    let quantity = Quantity(Double(number))
    return fill(rules.word(word, for: quantity), ["n": rules.quantity(quantity)])
  }

  /// The language of a file of interface texts, by its path; `nil` for any other file.
  public static func language(of path: String) -> Language? {
    Language(ofFile: path, in: "templates/strings/")
  }
}
