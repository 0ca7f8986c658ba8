import DossierSource

/// Reads the declaration of a collection, `content/handouts/<id>.yml`.
struct HandoutDecoder {
  private typealias Portions = Set<HandoutCollection.Portion>

  private let languages: [Language]
  private var findings: Findings

  static func decode(
    _ file: SourceFile, id: String, languages: [Language]
  ) -> Outcome<HandoutCollection?> {
    var decoder = HandoutDecoder(languages: languages, findings: Findings(path: file.path))
    let collection = decoder.decode(file, id)
    return Outcome(collection, decoder.findings.diagnostics)
  }

  private mutating func decode(_ file: SourceFile, _ id: String) -> HandoutCollection? {
    guard let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path)) else {
      if findings.diagnostics.isEmpty {
        findings.error("handout.empty", "the handout says nothing", at: Span(line: 1, column: 1))
      }
      return nil
    }
    guard var reader = MappingReader(root, as: "handout", &findings) else { return nil }
    let title = localized("title", &reader)
    if title == nil { reader.missing("title", &findings) }
    let collection = HandoutCollection(
      id: id, path: file.path, title: title ?? Localized(id),
      subtitle: localized("subtitle", &reader), keyPoints: keyPoints(&reader),
      authors: reader.ids("authors", &findings),
      date: reader.date("date", &findings), form: form(&reader),
      numbersHeadings: reader.flag("numbered", &findings) ?? false, parts: parts(&reader),
      schedule: Schedule.decode(&reader, &findings))
    reader.finish(&findings)
    return collection
  }

  private mutating func localized(
    _ key: String, _ reader: inout MappingReader
  ) -> Localized<String>? {
    reader.take(key).flatMap { Localized.decode($0, key: key, languages: languages, &findings) }
  }

  private mutating func keyPoints(_ reader: inout MappingReader) -> [Localized<String>] {
    guard let node = reader.take("key-points") else { return [] }
    guard let items = node.items else {
      findings.expected("a list of texts", for: "key-points", at: node)
      return []
    }
    return items.compactMap {
      Localized.decode($0, key: "key-points", languages: languages, &findings)
    }
  }

  private mutating func form(_ reader: inout MappingReader) -> HandoutCollection.Form {
    guard let node = reader.take("form") else { return .report }
    if let form = node.text.flatMap(HandoutCollection.Form.init) { return form }
    findings.error(
      "handout.form", "\(node.sort) is no form of a handout", at: node.span,
      help: Suggestion.help(
        for: node.text ?? "", among: HandoutCollection.Form.allCases.map(\.rawValue)))
    return .report
  }

  private mutating func parts(_ reader: inout MappingReader) -> [HandoutCollection.Content] {
    guard let node = reader.take("parts") else {
      reader.missing("parts", &findings)
      return []
    }
    guard let items = node.items else {
      findings.expected("a list of parts", for: "parts", at: node)
      return []
    }
    return items.compactMap { part($0) }
  }

  private mutating func part(_ node: YAMLNode) -> HandoutCollection.Content? {
    if let name = node.text { return part(named: name, Self.everything, at: node.span) }
    guard var reader = MappingReader(node, as: "parts", &findings) else { return nil }
    defer { reader.finish(&findings) }
    if let title = reader.take("chapter") {
      return Localized.decode(title, key: "chapter", languages: languages, &findings)
        .map { .chapter($0) }
    }
    let portions = portions(&reader)
    if let kind = reader.ids("kind", &findings).first { return .kind(kind, portions) }
    if let record = reader.take("record"), let name = record.text {
      return part(named: name, portions, at: record.span)
    }
    reader.missing("record", &findings)
    return nil
  }

  private static let everything = Portions(HandoutCollection.Portion.allCases)

  private mutating func portions(_ reader: inout MappingReader) -> Portions {
    let words = reader.ids("only", &findings)
    let known = words.compactMap { word -> HandoutCollection.Portion? in
      if let portion = HandoutCollection.Portion(rawValue: word.id) { return portion }
      findings.error(
        "handout.portion", "'\(word.id)' is no portion of a record", at: word.span,
        help: Suggestion.help(
          for: word.id, among: HandoutCollection.Portion.allCases.map(\.rawValue)))
      return nil
    }
    return known.isEmpty ? Self.everything : Portions(known)
  }

  /// `verdicts`, `glossary`, `sources`, `timeline`, `kind:id` or `kind:id#exhibit`.
  private mutating func part(
    named name: String, _ portions: Portions, at span: Span
  ) -> HandoutCollection.Content? {
    switch name {
    case "glossary": return .glossary
    case "sources": return .sources
    case "timeline": return .timeline
    case "verdicts": return .verdicts(Located(id: name, span: span))
    default: break
    }
    let halves = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ Identifier.isValid(String($0)) }) else {
      findings.error(
        "handout.part", "'\(name)' is no part of a handout", at: span,
        help: "write kind:id, kind:id#exhibit, verdicts, glossary, sources or timeline")
      return nil
    }
    let key = LocatedKey(
      key: RecordKey(kind: String(parts[0]), id: String(parts[1])), span: span)
    return halves.count > 1 ? .exhibit(key, id: String(halves[1])) : .record(key, portions)
  }
}
