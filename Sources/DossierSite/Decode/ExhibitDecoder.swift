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
    var exhibit = Exhibit(id: block.id, caption: nil, content: .broken, span: span)
    let outcome = YAMLDocument.parse(
      Array(block.text.utf8)[...], path: findings.path, firstLine: block.firstLine,
      indentation: block.indentation)
    guard let root = findings.take(outcome) else {
      if outcome.diagnostics.isEmpty {
        findings.error("exhibit.empty", "the exhibit says nothing", at: span)
      }
      return exhibit
    }
    guard var reader = MappingReader(root, as: block.name, &findings) else { return exhibit }
    exhibit.caption = reader.text("caption", &findings)
    exhibit.content = compare(&reader, &findings)
    reader.finish(&findings)
    return exhibit
  }

  private static func compare(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Exhibit.Content {
    let records = keys("records", &reader, &findings)
    let fields = reader.ids("fields", &findings)
    for (key, isEmpty) in [("records", records.isEmpty), ("fields", fields.isEmpty)] where isEmpty {
      reader.missing(key, &findings)
    }
    guard !records.isEmpty, !fields.isEmpty else { return .broken }
    return .compare(CompareExhibit(records: records, fields: fields))
  }

  /// A list of `kind:id`.
  private static func keys(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> [LocatedKey] {
    reader.texts(key, &findings).compactMap { node in
      let parts = (node.text ?? "").split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy({ Identifier.isValid(String($0)) }) {
        let name = RecordKey(kind: String(parts[0]), id: String(parts[1]))
        return LocatedKey(key: name, span: node.span)
      }
      findings.error(
        "reference.syntax", "'\(node.text ?? "")' names no record", at: node.span,
        help: "write kind:id, such as mission:kfor")
      return nil
    }
  }
}
