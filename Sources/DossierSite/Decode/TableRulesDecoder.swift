import DossierSource
import DossierTables

extension FolderTableRules {
  /// Reads `content/<folder>/_tables.yml`: rules for all tables of the folder, and under the name of a
  /// file those for it alone.
  static func decode(_ file: SourceFile, _ kind: Kind) -> Outcome<FolderTableRules> {
    var findings = Findings(path: file.path)
    var rules = FolderTableRules()
    if let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path)),
      let entries = root.entries
    {
      let isFile: (YAMLNode) -> Bool = { key in
        TableName.endings.contains { key.text?.hasSuffix($0) == true }
      }
      rules.common = TableRules.decode(
        entries.filter { !isFile($0.key) }, root.span, TableRules(), kind, &findings)
      for (key, value) in entries where isFile(key) {
        guard let own = value.entries else {
          findings.expected("a mapping", for: key.text ?? "", at: value)
          continue
        }
        rules.ofFiles[key.text ?? ""] = TableRules.decode(
          own, value.span, rules.common, kind, &findings)
      }
    } else if findings.diagnostics.isEmpty {
      findings.error(
        "tables.empty", "the file says nothing of tables", at: Span(line: 1, column: 1),
        help: "say 'decimal', 'dates', 'separator', 'skip-rows', 'columns' or 'years', or remove it"
      )
    }
    return Outcome(rules, findings.diagnostics)
  }
}

extension TableRules {
  fileprivate static func decode(
    _ entries: [(key: YAMLNode, value: YAMLNode)], _ span: Span, _ common: TableRules,
    _ kind: Kind, _ findings: inout Findings
  ) -> TableRules {
    var rules = common
    var reader = MappingReader(entries: entries, span: span)
    rules.decimal = word("decimal", &reader, &findings) ?? rules.decimal
    rules.dates = word("dates", &reader, &findings) ?? rules.dates
    rules.form.separator = word("separator", &reader, &findings) ?? rules.form.separator
    if let node = reader.take("skip-rows") {
      rules.form.skippedRows = count(node, &findings) ?? rules.form.skippedRows
    }
    if let node = reader.take("columns") { rules.columns = names(node, &findings) ?? rules.columns }
    if let node = reader.take("years") { rules.series = field(node, kind, &findings) }
    reader.finish(&findings)
    return rules
  }

  private static func word<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Word? {
    guard let node = reader.take(key) else { return nil }
    if let word = Word(rawValue: node.text ?? "") { return word }
    let known = Word.allCases.map { $0.rawValue == "\t" ? "\"\\t\"" : "\"\($0.rawValue)\"" }
    findings.error(
      "tables.value", "'\(key)' cannot be \(node.sort)", at: node.span,
      help: "known: " + known.joined(separator: ", "))
    return nil
  }

  private static func count(_ node: YAMLNode, _ findings: inout Findings) -> Int? {
    if let count = Int(node.word ?? ""), (0...1000).contains(count) { return count }
    findings.error(
      "tables.value", "'skip-rows' cannot be \(node.sort)", at: node.span,
      help: "write how many rows stand before the head, at most 1000")
    return nil
  }

  private static func names(_ node: YAMLNode, _ findings: inout Findings) -> [String: String]? {
    guard let entries = node.entries else {
      findings.expected(
        "a mapping from the head's names to those of columns", for: "columns", at: node)
      return nil
    }
    var names: [String: String] = [:]
    for (key, value) in entries {
      guard let name = findings.text(value, for: key.text ?? "") else { continue }
      names[key.text ?? ""] = name
    }
    return names
  }

  private static func field(
    _ node: YAMLNode, _ kind: Kind, _ findings: inout Findings
  ) -> String? {
    let id = node.text ?? ""
    let numeric = kind.fields.filter { $0.type.isNumeric && $0.type.name != "derived" }
    if numeric.contains(where: { $0.id == id }) { return id }
    findings.error(
      "field.unknown", "the kind has no field '\(id)' of numbers", at: node.span,
      help: Suggestion.help(for: id, among: numeric.map(\.id)))
    return nil
  }
}
