public import DossierSource

extension InterfaceStrings {
  /// Reads a file of interface texts: a flat mapping from key to text or plural forms.
  public static func decode(_ file: SourceFile, _ language: Language) -> Outcome<InterfaceStrings> {
    var findings = Findings(path: file.path)
    let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path))
    var words: [String: PluralWord] = [:]
    var placeholders: [Placeholder] = []
    var places: [String: Span] = [:]
    if let root, let reader = MappingReader(root, as: "strings", &findings) {
      for (name, value) in reader.rest {
        let key = name.text ?? ""
        guard value.text?.isBlank != true else {
          findings.expected("a text", for: key, at: value)
          continue
        }
        words[key] = PluralWord.decode(value, key: key, &findings)
        placeholders += self.placeholders(of: key, in: value)
        places[key] = value.span
        for text in texts(of: value) { findings.tellSigns(in: text, of: key) }
      }
    }
    var strings = InterfaceStrings(language: language, words: words)
    (strings.placeholders, strings.places) = (placeholders, places)
    return Outcome(strings, findings.diagnostics)
  }

  private static func placeholders(of key: String, in node: YAMLNode) -> [Placeholder] {
    var found: [Placeholder] = []
    for text in texts(of: node) {
      _ = replacing(in: text.text ?? "") { name, _ in
        found.append(Placeholder(key: key, name: String(name), span: text.span))
        return nil
      }
    }
    return found
  }

  /// The texts of a key: one for each plural form, or the one that it is.
  private static func texts(of node: YAMLNode) -> [YAMLNode] {
    node.entries?.map(\.value) ?? [node]
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

extension Findings {
  /// Reports signs that no reader can want: half a pair of braces, and characters that control what a
  /// page may not hold, or the direction of what stands behind the text.
  fileprivate mutating func tellSigns(in node: YAMLNode, of key: String) {
    guard let text = node.text else { return }
    let rest = InterfaceStrings.replacing(in: text) { _, _ in "" }
    if rest.contains(where: { $0 == "{" || $0 == "}" }) {
      error(
        "strings.brace", "a brace in '\(key)' has no other", at: node.span,
        help: "a name for which something is put stands between '{' and '}'")
    }
    if let sign = text.control {
      let code = String(sign.value, radix: 16, uppercase: true)
      error(
        "strings.control",
        "'\(key)' holds the control character U+\(String(repeating: "0", count: 4 - code.count))\(code)",
        at: node.span, help: "take it out, or close what it opens")
    }
  }
}

extension String {
  /// The first control character that is no white space, or that turns the direction of what stands
  /// behind the text too: an embedding, an override or an isolate that is not closed, or closes nothing.
  fileprivate var control: Unicode.Scalar? {
    var (embeddings, isolates): ([Unicode.Scalar], [Unicode.Scalar]) = ([], [])
    for sign in unicodeScalars {
      switch sign.value {
      case 0x202A, 0x202B, 0x202D, 0x202E: embeddings.append(sign)
      case 0x2066...0x2068: isolates.append(sign)
      case 0x202C: if embeddings.popLast() == nil { return sign }
      case 0x2069: if isolates.popLast() == nil { return sign }
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F..<0xA0: return sign
      default: continue
      }
    }
    return embeddings.first ?? isolates.first
  }
}
