import DossierSource

/// Reads what an entry of the bibliography says in keys of ours, of a work's copies and relays above
/// all.
struct CopyDecoder {
  let languages: [Language]

  /// The keys that are none of CSL's.
  static let keys: Set<String> = [
    "aliases", "archived", "consulted", "draft", "embargo", "grade", "part-of", "via",
  ]

  /// Reads all of them.
  func read(
    into source: inout Source, _ reader: inout MappingReader, _ findings: inout Findings
  ) {
    source.archived = reader.webAddress("archived", &findings)
    source.consulted = copies("consulted", &reader, &findings)
    source.relays = copies("via", &reader, &findings)
    source.partOf = work("part-of", &reader, &findings)
    source.aliases = reader.ids("aliases", &findings).filter { Self.isID($0, &findings) }
    source.grade = reader.text("grade", &findings)
    source.schedule = Schedule.decode(&reader, &findings)
  }

  /// Whether a text can be the id of a work that an editor writes; else a diagnostic.
  static func isID(_ id: Located, _ findings: inout Findings) -> Bool {
    if Identifier.isValidWork(id.id) { return true }
    findings.error(
      "source.id", "'\(id.id)' cannot be a source's id", at: id.span,
      help: withComma(id.id) ?? Identifier.suggestion(for: id.id).map { "write '\($0)'" })
    return false
  }

  /// The cure for a locator that a blank alone sets apart from the id.
  private static func withComma(_ text: String) -> String? {
    guard let blank = text.firstIndex(of: " "), Identifier.isValidWork(String(text[..<blank])),
      text[..<blank].allSatisfy({ !$0.isUppercase }),
      text[blank...].dropFirst().first?.isNumber == false
    else { return nil }
    return "put a comma behind the id: \"\(text[..<blank]),\(text[blank...])\""
  }

  /// A text for all languages, or one for each.
  func localized(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Localized<String>? {
    reader.take(key).flatMap {
      Localized.decode($0, key: key, languages: languages, &findings)
    }
  }

  /// A list of copies, where one alone stands for a list of one.
  func copies(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> [Source.Copy] {
    guard let node = reader.take(key) else { return [] }
    return (node.items ?? [node]).compactMap { copy($0, key: key, &findings) }
  }

  /// The id of a work of the bibliography.
  func work(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Located? {
    guard let node = reader.take(key) else { return nil }
    return findings.text(node, for: key).map { Located(id: $0, span: node.span) }
  }

  private func copy(
    _ node: YAMLNode, key: String, _ findings: inout Findings
  ) -> Source.Copy? {
    guard var reader = MappingReader(node, as: key, &findings) else { return nil }
    var copy = Source.Copy()
    copy.place = localized("where", &reader, &findings)
    copy.title = reader.text("title", &findings)
    copy.issued = reader.date("issued", &findings)
    copy.url = reader.webAddress("URL", &findings)
    copy.accessed = reader.date("accessed", &findings)
    copy.source = work("source", &reader, &findings)
    let isNamed = ["where", "URL", "source"].contains(where: reader.had)
    reader.finish(&findings)
    guard isNamed else {
      findings.error(
        "source.copy", "'\(key)' does not say where", at: node.span,
        help: "add 'where: …', 'URL: …', or 'source: …' with the id of a work")
      return nil
    }
    return copy.place == nil && copy.url == nil && copy.source == nil ? nil : copy
  }
}

extension MappingReader {
  /// An address with the scheme http or https; anything else is a diagnostic.
  mutating func webAddress(_ key: String, _ findings: inout Findings) -> String? {
    guard let node = take(key) else { return nil }
    if let text = node.text, WebAddress.isValid(text) { return text }
    findings.error(
      "source.address", "\(node.sort) is no address of the web", at: node.span,
      help: "write https://…, without spaces or quotation marks")
    return nil
  }
}
