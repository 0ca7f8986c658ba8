import DossierCitation
import DossierSource

/// Reads a file of the bibliography that an editor writes: a list of entries in CSL-JSON's keys, as
/// YAML.
struct SourceDecoder {
  private var findings: Findings
  private let languages: [Language]

  /// What a name of CSL-JSON says of itself and not of the person.
  private static let partsOfNames = ["comma-suffix", "static-ordering", "parse-names"]

  /// - Returns: `nil` for what is no list; of a list, the entries that could be read.
  ///
  /// - Parameter languages: Those in which notes may be written.
  static func decode(_ file: SourceFile, languages: [Language]) -> Outcome<[Source]?> {
    if LibraryDecoder.reads(file.path) {
      return LibraryDecoder.decode(file, languages: languages)
    }
    var decoder = SourceDecoder(findings: Findings(path: file.path), languages: languages)
    let sources = decoder.decode(file)
    return Outcome(sources, decoder.findings.diagnostics)
  }

  private mutating func decode(_ file: SourceFile) -> [Source]? {
    guard let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path)) else {
      return findings.diagnostics.isEmpty ? [] : nil
    }
    guard let items = root.items else {
      findings.expected("a list of sources", for: "sources", at: root)
      return nil
    }
    return items.compactMap { entry($0) }
  }

  private mutating func entry(_ node: YAMLNode) -> Source? {
    guard var reader = MappingReader(node, as: "source", &findings),
      let id = id(&reader)
    else { return nil }
    if isAddition(reader) { return addition(id, &reader) }
    let type = reader.requiredText("type", &findings) ?? "document"
    guard let title = reader.requiredText("title", &findings) else { return nil }
    var source = Source(id: id.id, type: type, title: title, place: findings.place(id.span))
    source.authors = names("author", &reader)
    source.editors = names("editor", &reader)
    source.containerTitle = reader.text("container-title", &findings)
    source.publisher = reader.text("publisher", &findings)
    source.publisherPlace = reader.text("publisher-place", &findings)
    source.issued = date("issued", &reader)
    source.accessed = date("accessed", &reader)
    source.url = reader.webAddress("URL", &findings)
    numbers(&source, &reader)
    source.eventTitle = reader.text("event-title", &findings) ?? reader.text("event", &findings)
    source.language = reader.text("language", &findings)
    let copies = CopyDecoder(languages: languages)
    source.note = copies.localized("note", &reader, &findings)
    copies.read(into: &source, &reader, &findings)
    for (key, _) in reader.rest where Variables.isKnown(key.text ?? "") {
      _ = reader.takeEntry(key.text ?? "")
    }
    reader.finish(&findings, alsoKnown: Variables.texts.union(Variables.names).sorted())
    source.work = WorkNode.work(node, isExport: false)
    source.title = source.work.plainTitle ?? title
    return source
  }

  /// Whether an entry says nothing but what CSL has no keys for.
  private func isAddition(_ reader: MappingReader) -> Bool {
    reader.rest.contains { CopyDecoder.keys.contains($0.key.text ?? "") }
      && reader.rest.allSatisfy {
        let key = $0.key.text ?? ""
        return CopyDecoder.keys.contains(key) || key == "note"
      }
  }

  private mutating func addition(_ id: Located, _ reader: inout MappingReader) -> Source {
    var source = Source(id: id.id, type: "", title: "", place: findings.place(id.span))
    source.addition = .toAnother
    let copies = CopyDecoder(languages: languages)
    source.note = copies.localized("note", &reader, &findings)
    copies.read(into: &source, &reader, &findings)
    reader.finish(&findings)
    return source
  }

  private mutating func numbers(_ source: inout Source, _ reader: inout MappingReader) {
    source.doi = reader.text("DOI", &findings)
    source.isbn = reader.text("ISBN", &findings)
    source.volume = reader.text("volume", &findings)
    source.issue = reader.text("issue", &findings)
    source.page = reader.text("page", &findings)
    source.genre = reader.text("genre", &findings)
    source.number = reader.text("number", &findings)
  }

  private mutating func id(_ reader: inout MappingReader) -> Located? {
    guard let node = reader.take("id") else {
      reader.missing("id", &findings)
      return nil
    }
    let id = Located(id: node.text ?? "", span: node.span)
    return CopyDecoder.isID(id, &findings) ? id : nil
  }

  /// A list of `{family, given}` or `{literal}`; a text alone is a body's name.
  private mutating func names(_ key: String, _ reader: inout MappingReader) -> [Source.Name] {
    guard let node = reader.take(key) else { return [] }
    return (node.items ?? [node]).compactMap { name($0, key: key) }
  }

  private mutating func name(_ node: YAMLNode, key: String) -> Source.Name? {
    findings.tellHTMLComment(in: node)
    if let text = node.text { return Source.Name(family: text, isLiteral: true) }
    guard var reader = MappingReader(node, as: key, &findings) else { return nil }
    if let literal = reader.text("literal", &findings) {
      reader.finish(&findings)
      return Source.Name(family: literal, isLiteral: true)
    }
    for key in Self.partsOfNames { _ = reader.takeEntry(key) }
    let particle = reader.text("non-dropping-particle", &findings).map { $0 + " " } ?? ""
    let suffix = reader.text("suffix", &findings).map { " " + $0 } ?? ""
    guard let family = reader.requiredText("family", &findings) else { return nil }
    let given = [reader.text("given", &findings), reader.text("dropping-particle", &findings)]
      .compactMap(\.self)
    reader.finish(&findings)
    return Source.Name(
      family: particle + family + suffix, given: given.isEmpty ? nil : given.joined(separator: " "))
  }

  /// A date as a text, a number, or CSL's `date-parts`.
  private mutating func date(_ key: String, _ reader: inout MappingReader) -> PartialDate? {
    guard let node = reader.take(key) else { return nil }
    guard let entries = node.entries else {
      return PartialDate.decode(node, key: key, &findings)
    }
    var parts = MappingReader(entries: entries, span: node.span)
    if let text = parts.take("raw") ?? parts.take("literal") {
      return PartialDate.decode(text, key: key, &findings)
    }
    for key in ["season", "circa"] { _ = parts.takeEntry(key) }
    defer { parts.finish(&findings) }
    let first = parts.take("date-parts")?.items?.first?.items ?? []
    let text = first.map { part in
      part.text.map { $0.utf8.count < 2 ? "0" + $0 : $0 } ?? ""
    }.joined(separator: "-")
    if let date = PartialDate(text) { return date }
    findings.error(
      "date.invalid", "'\(key)' holds no date", at: node.span,
      help: "write YYYY, YYYY-MM or YYYY-MM-DD")
    return nil
  }
}
