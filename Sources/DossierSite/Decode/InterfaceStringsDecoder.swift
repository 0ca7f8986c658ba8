public import DossierSource

extension InterfaceStrings {
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
      _ = replacing(in: text.text ?? "") { name, _ in
        found.append(Placeholder(key: key, name: String(name), span: text.span))
        return nil
      }
    }
    return found
  }
}

extension PluralWord {
  /// Reads a text, or a mapping from plural form to text.
  ///
  /// - Parameter takesPer: Whether it may say what it is behind "per".
  static func decode(
    _ node: YAMLNode, key: String, takesPer: Bool = false, _ findings: inout Findings
  ) -> PluralWord? {
    if let text = node.line { return PluralWord(other: text) }
    guard var forms = MappingReader(node, as: key, &findings) else { return nil }
    var word = PluralWord(other: "")
    word.zero = forms.text("zero", &findings)
    word.one = forms.text("one", &findings)
    word.two = forms.text("two", &findings)
    word.few = forms.text("few", &findings)
    word.many = forms.text("many", &findings)
    word.other = forms.requiredText("other", &findings) ?? word.many ?? word.one ?? ""
    if takesPer { word.per = forms.text("per", &findings) }
    forms.finish(&findings)
    return word
  }
}
