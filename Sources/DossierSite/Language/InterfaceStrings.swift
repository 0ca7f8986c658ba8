public import DossierSource

/// The words of the pages themselves in one language, from `templates/strings/<language>.yml`.
public struct InterfaceStrings: Sendable {
  public let language: Language
  /// By key; plain texts have only the form `other`.
  public let words: [String: PluralWord]
  /// Every `{name}` in a text, in the order of the file.
  public private(set) var placeholders: [Placeholder] = []

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

  /// A text; the key itself where there is none, which ``decode(_:)`` and its checks forbid.
  public subscript(key: String) -> String { words[key]?.other ?? key }

  /// A text that a language need not have.
  public func word(_ key: String) -> String? { words[key]?.other }

  /// A text with `{name}` replaced.
  public func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    Self.fill(self[key], values)
  }

  private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    replacing(in: text) { name in values.first { $0.key == name }?.value }
  }

  /// A text with what a name in braces stands for; where that is `nil`, as it is.
  private static func replacing(in text: String, _ value: (Substring) -> String?) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let (name, end) = (rest[rest.utf8.index(after: open)..<close], rest.utf8.index(after: close))
      filled += rest[..<open]
      filled += value(name).map { $0[...] } ?? rest[open..<end]
      rest = rest[end...]
    }
    return filled + rest
  }

  /// A text in the plural form of a number, which takes the place of `{n}`.
  public func count(_ key: String, _ number: Int, _ rules: LanguageRules) -> String {
    let word = words[key] ?? PluralWord(other: key)
    let quantity = Quantity(Double(number))
    return Self.fill(rules.word(word, for: quantity), ["n": rules.quantity(quantity)])
  }

  /// The language of a file of interface texts, by its path; `nil` for any other file.
  public static func language(of path: String) -> Language? {
    guard path.hasPrefix("templates/strings/"), path.hasSuffix(".yml") else { return nil }
    let code = path.dropFirst("templates/strings/".count).dropLast(".yml".count)
    return code.contains("/") ? nil : Language(String(code))
  }

  /// Reads a file of interface texts: a flat mapping from key to text or plural forms.
  public static func decode(_ file: SourceFile, _ language: Language) -> Outcome<InterfaceStrings> {
    var findings = Findings(path: file.path)
    let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path))
    var words: [String: PluralWord] = [:]
    var placeholders: [Placeholder] = []
    if let root, let reader = MappingReader(root, as: "strings", &findings) {
      for (key, value) in reader.rest {
        words[key.text ?? ""] = PluralWord.decode(value, key: key.text ?? "", &findings)
        placeholders += self.placeholders(of: key.text ?? "", in: value)
      }
    }
    var strings = InterfaceStrings(language: language, words: words)
    strings.placeholders = placeholders
    return Outcome(strings, findings.diagnostics)
  }

  private static func placeholders(of key: String, in node: YAMLNode) -> [Placeholder] {
    var found: [Placeholder] = []
    for text in node.entries?.map(\.value) ?? [node] {
      _ = replacing(in: text.text ?? "") { name in
        found.append(Placeholder(key: key, name: String(name), span: text.span))
        return nil
      }
    }
    return found
  }
}

extension PluralWord {
  /// Reads a text, or a mapping from plural form to text.
  static func decode(_ node: YAMLNode, key: String, _ findings: inout Findings) -> PluralWord? {
    if let text = node.line { return PluralWord(other: text) }
    guard var forms = MappingReader(node, as: key, &findings) else { return nil }
    var word = PluralWord(other: "")
    word.one = forms.text("one", &findings)
    word.few = forms.text("few", &findings)
    word.many = forms.text("many", &findings)
    word.other = forms.requiredText("other", &findings) ?? word.many ?? word.one ?? ""
    forms.finish(&findings)
    return word
  }
}
