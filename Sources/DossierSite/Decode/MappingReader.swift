import DossierSource

/// Reads the keys of a YAML mapping one by one, and knows which nobody asked for.
///
/// Keys that begin with `x-` are the author's own, and are not there for it.
struct MappingReader {
  let span: Span
  private var entries: [(key: YAMLNode, value: YAMLNode)]
  private var asked: [String] = []
  /// A few, which are sooner gone through than hashed.
  private var found: [String] = []
  /// Keys without a value that were asked for, with their places.
  private var blank: [String: Span] = [:]

  /// `nil`, with a diagnostic, where the node is no mapping.
  init?(_ node: YAMLNode, as what: String, _ findings: inout Findings) {
    guard let entries = node.entries else {
      findings.expected("a mapping", for: what, at: node)
      return nil
    }
    self.init(entries: entries, span: node.span)
  }

  init(entries: [(key: YAMLNode, value: YAMLNode)], span: Span) {
    let hasOwn = entries.contains { Self.isAuthorsOwn($0.key.text ?? "") }
    self.entries = hasOwn ? entries.filter { !Self.isAuthorsOwn($0.key.text ?? "") } : entries
    self.span = span
  }

  /// Whether a key is one that nothing reads, by its name.
  static func isAuthorsOwn(_ key: String) -> Bool { key.utf8.starts(with: "x-".utf8) }

  /// The value of a key; a null is as good as none.
  mutating func take(_ key: String) -> YAMLNode? {
    guard let entry = takeEntry(key) else { return nil }
    guard entry.value.isNull else { return entry.value }
    blank[key] = entry.key.span
    return nil
  }

  /// The key and value of a key, null or not.
  mutating func takeEntry(_ key: String) -> (key: YAMLNode, value: YAMLNode)? {
    asked.append(key)
    guard let index = entries.firstIndex(where: { $0.key.text == key }) else { return nil }
    found.append(key)
    return entries.remove(at: index)
  }

  /// Whether a key that was asked for was there, be its value good or bad.
  func had(_ key: String) -> Bool { found.contains(key) }

  /// Whether a key is there that has not been asked for.
  func holds(_ key: String) -> Bool { entries.contains { $0.key.text == key } }

  /// The text of a key on one line; a list, a mapping and a blank text are diagnostics.
  mutating func text(_ key: String, _ findings: inout Findings) -> String? {
    take(key).flatMap { findings.line($0, for: key) }
  }

  /// The text of a key that may be left out, but not be left blank.
  mutating func filledText(_ key: String, _ findings: inout Findings) -> String? {
    let text = text(key, &findings)
    if blankSpan(key) != nil { missing(key, &findings) }
    return text
  }

  /// The text of a key that must be there.
  mutating func requiredText(_ key: String, _ findings: inout Findings) -> String? {
    guard let node = take(key) else {
      missing(key, &findings)
      return nil
    }
    return findings.line(node, for: key)
  }

  /// Where a key stands that was asked for and has no value; `nil` where it is not there at all.
  func blankSpan(_ key: String) -> Span? { blank[key] }

  /// Reports that a key is not there, or has no value.
  func missing(_ key: String, _ findings: inout Findings) {
    if let blank = blank[key] {
      findings.error(
        "yaml.missing-key", "the key '\(key)' has no value", at: blank, help: "write '\(key): …'")
      return
    }
    findings.error(
      "yaml.missing-key", "the key '\(key)' is missing", at: span, help: "add '\(key): …'")
  }

  /// `true` or `false`; anything else is a diagnostic.
  mutating func flag(_ key: String, _ findings: inout Findings) -> Bool? {
    guard let node = take(key) else { return nil }
    switch node.word {
    case "true": return true
    case "false": return false
    default:
      findings.expected("true or false", for: key, at: node)
      return nil
    }
  }

  /// A date; anything else is a diagnostic.
  mutating func date(_ key: String, _ findings: inout Findings) -> PartialDate? {
    take(key).flatMap { PartialDate.decode($0, key: key, &findings) }
  }

  mutating func requiredDate(_ key: String, _ findings: inout Findings) -> PartialDate? {
    if let node = take(key) { return PartialDate.decode(node, key: key, &findings) }
    missing(key, &findings)
    return nil
  }

  /// A list of texts, where one alone stands for a list of one.
  mutating func texts(_ key: String, _ findings: inout Findings) -> [YAMLNode] {
    guard let node = take(key) else { return [] }
    let items = node.items ?? [node]
    return items.filter { item in
      if item.text == nil { findings.expected("a text", for: key, at: item) }
      return item.text != nil
    }
  }

  /// A list of names, each once.
  mutating func names(_ key: String, _ findings: inout Findings) -> [YAMLNode] {
    texts(key, &findings).distinct(in: key, &findings)
  }

  /// A list of ids with their places, each once.
  mutating func ids(_ key: String, _ findings: inout Findings) -> [Located] {
    names(key, &findings).map { Located(id: $0.text ?? "", span: $0.span) }
  }

  /// The keys that are left over.
  var rest: [(key: YAMLNode, value: YAMLNode)] { entries }

  /// Reports the keys that are left over, each with the nearest of the known ones.
  func finish(_ findings: inout Findings, alsoKnown: [String] = []) {
    guard !entries.isEmpty else { return }
    let known = Set(asked + alsoKnown).sorted()
    for (key, _) in entries {
      let name = key.text ?? ""
      findings.error(
        "yaml.unknown-key", "the key '\(name)' is not known here", at: key.span,
        help: Suggestion.help(for: name, among: known))
    }
  }
}

extension PartialDate {
  /// Reads a date of a YAML document; anything else is a diagnostic.
  static func decode(_ node: YAMLNode, key: String, _ findings: inout Findings) -> PartialDate? {
    guard let text = node.text else {
      findings.expected("a date", for: key, at: node)
      return nil
    }
    if let date = PartialDate(text) { return date }
    findings.tellMisreading(ofDate: text, at: node.span)
    return nil
  }
}

extension Localized where Value == String {
  /// Reads a text for all languages, or a mapping from language to text.
  static func decode(
    _ node: YAMLNode, key: String, languages: [Language], _ findings: inout Findings
  ) -> Localized<String>? {
    if node.text != nil { return findings.line(node, for: key).map { Localized($0) } }
    return localized(node, key: key, languages: languages, &findings) { value, findings in
      findings.line(value, for: key)
    }
  }
}

extension Localized {
  /// Reads a mapping from language to whatever `decode` makes of its value.
  static func localized(
    _ node: YAMLNode, key: String, languages: [Language], _ findings: inout Findings,
    decode: (YAMLNode, inout Findings) -> Value?
  ) -> Localized? {
    guard let entries = node.entries else {
      findings.expected("a text or a mapping from language to text", for: key, at: node)
      return nil
    }
    var values: [(language: Language, value: Value)] = []
    for (name, value) in entries where !MappingReader.isAuthorsOwn(name.text ?? "") {
      let language = Language(name.text ?? "")
      if !languages.isEmpty && !languages.contains(language) {
        findings.warning(
          "language.unknown", "'\(language.code)' is none of the site's languages", at: name.span,
          help: Suggestion.help(for: language.code, among: languages.map(\.code)))
      }
      if let value = decode(value, &findings) { values.append((language, value)) }
    }
    return Localized(values)
  }
}
