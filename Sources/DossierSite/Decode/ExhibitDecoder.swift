import DossierMarkdown
import DossierSource

/// Reads the YAML of a fenced block that asks for an exhibit.
struct ExhibitDecoder {
  /// The exhibits of a body, parallel to its exhibit holes.
  static func exhibits(in body: Body, _ findings: inout Findings) -> [Exhibit] {
    var seen: Set<String> = []
    var exhibits: [Exhibit] = []
    for hole in body.prose.holes {
      guard case .exhibit(let block) = hole.filling else { continue }
      if let id = block.id, !seen.insert(id).inserted {
        findings.error(
          "exhibit.duplicate", "two exhibits have the id '\(id)'", at: hole.span,
          help: "give one of them another id")
      }
      exhibits.append(exhibit(block, at: hole.span, &findings))
    }
    return exhibits
  }

  private static func exhibit(
    _ block: ExhibitBlock, at span: Span, _ findings: inout Findings
  ) -> Exhibit {
    var exhibit = Exhibit(id: block.id, caption: nil, values: ExhibitValues(), span: span)
    guard let sort = Exhibit.sort(block.name) else { return exhibit }
    let outcome = YAMLDocument.parse(
      Array(block.text.utf8)[...], path: findings.path, firstLine: block.firstLine,
      indentation: block.indentation)
    guard let root = findings.take(outcome) else {
      if sort.declaration.mayBeEmpty {
        exhibit.content = sort.init(exhibit.values)
      } else if outcome.diagnostics.isEmpty {
        findings.error("exhibit.empty", "the exhibit says nothing", at: span)
      }
      return exhibit
    }
    guard let mapping = MappingReader(root, as: block.name, &findings) else { return exhibit }
    var decoder = ExhibitDecoder(mapping)
    exhibit.caption = decoder.reader.text("caption", &findings)
    decoder.read(sort.declaration, &findings)
    decoder.reader.finish(&findings)
    exhibit.values = decoder.values
    exhibit.content = sort.init(decoder.values)
    return exhibit
  }

  private var reader: MappingReader
  private var values = ExhibitValues()

  private init(_ reader: MappingReader) {
    self.reader = reader
  }

  /// Reads what is declared; of a block without a form every key is known, and none is missed.
  private mutating func read(_ declaration: ExhibitDeclaration, _ findings: inout Findings) {
    var missing: [ExhibitKey] = []
    func take(_ key: ExhibitKey, _ decoder: inout ExhibitDecoder, _ findings: inout Findings) {
      let before = findings.diagnostics.count
      let value = decoder.value(of: key, &findings)
      decoder.values[key.name] = value ?? decoder.values[key.name]
      // What is there and wrong has been told.
      let isTold = findings.diagnostics.count > before
      if value == nil, key.isRequired, !isTold { missing.append(key) }
    }
    let deciding = declaration.keys.first { $0.name == ExhibitDeclaration.form }
    if let deciding { take(deciding, &self, &findings) }
    let form = values.text(ExhibitDeclaration.form)
    for key in declaration.keys(ofForm: form) where key.name != deciding?.name {
      take(key, &self, &findings)
    }
    let isOpen = deciding != nil && form == nil
    for key in missing where !isOpen || key.forms.isEmpty { tellMissing(key, &findings) }
  }

  private func tellMissing(_ key: ExhibitKey, _ findings: inout Findings) {
    guard case .selection = key.sort else { return reader.missing(key.name, &findings) }
    if reader.had(ExhibitKey.kind.name) { return }
    findings.error(
      "yaml.missing-key", "the key '\(key.name)' is missing", at: reader.span,
      help: "add '\(key.name): [kind:id, …]', or 'kind: …' for all records of a kind")
  }

  /// What a key says; `nil` where it is not there, says nothing, or is wrong, which is told.
  private mutating func value(
    of key: ExhibitKey, _ findings: inout Findings
  ) -> ExhibitValues.Value? {
    switch key.sort {
    case .text, .unit: return reader.text(key.name, &findings).map { .text($0) }
    case .flag: return reader.flag(key.name, &findings).map { .flag($0) }
    case .date: return reader.date(key.name, &findings).map { .date($0) }
    case .choice(let words): return choice(of: key, words, &findings).map { .text($0) }
    case .texts:
      let texts = reader.ids(key.name, &findings)
      return texts.isEmpty ? nil : .texts(texts)
    case .number: return number(key.name, &findings).map { .number($0) }
    case .numbers(let count): return numbers(key.name, count, &findings).map { .numbers($0) }
    case .groups(let keys):
      let groups = groups(key.name, keys, &findings)
      return groups.isEmpty ? nil : .groups(groups)
    case .kind, .field, .fieldOrFirst, .fields, .fieldOr, .map, .source:
      let ids = reader.ids(key.name, &findings)
      return ids.isEmpty ? nil : .ids(ids)
    case .record, .records, .selection:
      let records = records(key.name, &findings)
      return records.isEmpty ? nil : .records(records)
    }
  }

  private mutating func number(_ key: String, _ findings: inout Findings) -> Double? {
    guard let node = reader.take(key) else { return nil }
    guard let number = node.text.flatMap(Double.init), number.isFinite else {
      findings.expected("a number", for: key, at: node)
      return nil
    }
    return number
  }

  private mutating func numbers(
    _ key: String, _ count: Int, _ findings: inout Findings
  ) -> [Double]? {
    guard let node = reader.take(key) else { return nil }
    let numbers = (node.items ?? []).compactMap { $0.text.flatMap(Double.init) }
    guard numbers.count == count, node.items?.count == count, numbers.allSatisfy(\.isFinite) else {
      findings.expected("a list of \(count) numbers", for: key, at: node)
      return nil
    }
    return numbers
  }

  /// A list of mappings, of which one alone stands for a list of one.
  private mutating func groups(
    _ key: String, _ keys: [ExhibitKey], _ findings: inout Findings
  ) -> [ExhibitValues] {
    guard let node = reader.take(key) else { return [] }
    return (node.items ?? [node]).compactMap { item in
      guard let mapping = MappingReader(item, as: key, &findings) else { return nil }
      var decoder = ExhibitDecoder(mapping)
      decoder.read(ExhibitDeclaration(name: key, summary: "", keys: keys), &findings)
      decoder.reader.finish(&findings)
      return decoder.values
    }
  }

  private mutating func choice(
    of key: ExhibitKey, _ words: [String], _ findings: inout Findings
  ) -> String? {
    guard let node = reader.take(key.name) else { return nil }
    let word = node.text ?? ""
    if words.contains(word) { return word }
    let isForm = key.name == ExhibitDeclaration.form
    findings.error(
      isForm ? "chart.type" : "exhibit.choice",
      isForm ? "'\(word)' is no type of a chart" : "'\(word)' is no '\(key.name)'", at: node.span,
      help: Suggestion.help(for: word, among: words))
    return nil
  }

  /// A list of `kind:id`.
  private mutating func records(_ key: String, _ findings: inout Findings) -> [LocatedKey] {
    reader.names(key, &findings).compactMap { node in
      let parts = (node.text ?? "").split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy({ Identifier.isValid(String($0)) }) {
        let name = RecordKey(kind: String(parts[0]), id: String(parts[1]))
        return LocatedKey(key: name, span: node.span)
      }
      findings.error(
        "reference.syntax", "'\(node.text ?? "")' names no record", at: node.span,
        help: "write kind:id")
      return nil
    }
  }
}
