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
      if outcome.diagnostics.isEmpty, block.name != "matrix" {
        findings.error("exhibit.empty", "the exhibit says nothing", at: span)
      } else if block.name == "matrix" {
        exhibit.content = .matrix(.all)
      }
      return exhibit
    }
    guard var reader = MappingReader(root, as: block.name, &findings) else { return exhibit }
    exhibit.caption = reader.text("caption", &findings)
    exhibit.content = content(block.name, &reader, &findings)
    reader.finish(&findings)
    return exhibit
  }

  private static func content(
    _ name: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Exhibit.Content {
    switch name {
    case "compare": compare(&reader, &findings)
    case "matrix": matrix(&reader, &findings)
    case "timeline": timeline(&reader, &findings)
    case "chart": chart(&reader, &findings)
    case "scaled": scaled(&reader, &findings)
    default: .broken
    }
  }

  private static func compare(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Exhibit.Content {
    let selection = selection("records", &reader, &findings)
    let fields = reader.ids("fields", &findings)
    if fields.isEmpty { reader.missing("fields", &findings) }
    let showsDifferences = reader.flag("differences", &findings) ?? false
    let at = reader.date("at", &findings)
    guard require(selection, reader, &findings), !fields.isEmpty else { return .broken }
    return .compare(
      CompareExhibit(
        selection: selection, fields: fields, showsDifferences: showsDifferences, at: at))
  }

  private static func matrix(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Exhibit.Content {
    var matrix = MatrixExhibit.all
    matrix.options.records = keys("options", &reader, &findings)
    matrix.conditions.records = keys("conditions", &reader, &findings)
    matrix.scenario = keys("scenario", &reader, &findings).first
    return .matrix(matrix)
  }

  private static func timeline(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Exhibit.Content {
    let timeline = TimelineExhibit(
      selection: selection("records", &reader, &findings), field: id("field", &reader, &findings),
      group: id("group", &reader, &findings), from: reader.date("from", &findings),
      to: reader.date("to", &findings), mark: reader.date("mark", &findings),
      markLabel: reader.text("mark-label", &findings))
    return require(timeline.selection, reader, &findings) ? .timeline(timeline) : .broken
  }

  private static func chart(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Exhibit.Content {
    let type = form(&reader, &findings)
    let isScatter = type == .scatter || type == nil && reader.holds("x")
    let selection = selection("records", &reader, &findings)
    let field = id(isScatter ? "x" : "field", &reader, &findings)
    let other = isScatter ? id("y", &reader, &findings) : nil
    // A line shows every time.
    let choice = ClaimChoice(
      of: reader.text("of", &findings), at: type == .line ? nil : reader.date("at", &findings))
    let isLogarithmic = reader.flag("log", &findings) ?? false
    if field == nil { reader.missing(isScatter ? "x" : "field", &findings) }
    if isScatter && other == nil { reader.missing("y", &findings) }
    guard require(selection, reader, &findings), let type, let field, !isScatter || other != nil
    else { return .broken }
    return .chart(
      ChartExhibit(
        form: type, selection: selection, field: field, other: other, choice: choice,
        isLogarithmic: isLogarithmic))
  }

  private static func form(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> ChartExhibit.Form? {
    guard let node = reader.take("type") else {
      reader.missing("type", &findings)
      return nil
    }
    let name = node.text ?? ""
    if let form = ChartExhibit.Form(rawValue: name) { return form }
    findings.error(
      "chart.type", "'\(name)' is no type of a chart", at: node.span,
      help: Suggestion.help(for: name, among: ChartExhibit.Form.allCases.map(\.rawValue)))
    return nil
  }

  private static func scaled(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Exhibit.Content {
    let precedents = selection("records", &reader, &findings)
    let ground = keys("ground", &reader, &findings).first
    let strength = id("strength", &reader, &findings)
    let measures = reader.ids("by", &findings)
    var estimateRecords = RecordSelection.none
    estimateRecords.kind = id("estimates-of", &reader, &findings)
    let estimates = id("estimates", &reader, &findings)
    let at = reader.date("at", &findings)
    let wanted = [
      ("ground", ground == nil), ("strength", strength == nil), ("by", measures.isEmpty),
    ]
    for (key, isMissing) in wanted where isMissing { reader.missing(key, &findings) }
    guard require(precedents, reader, &findings), let ground, let strength, !measures.isEmpty else {
      return .broken
    }
    return .scaled(
      ScaledExhibit(
        ground: ground, precedents: precedents, strength: strength, measures: measures,
        estimates: estimates, estimateRecords: estimateRecords, at: at))
  }
}

extension ExhibitDecoder {
  private static func id(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> Located? {
    reader.ids(key, &findings).first
  }

  /// The records of a list, or all of the kind under `kind`.
  private static func selection(
    _ key: String, _ reader: inout MappingReader, _ findings: inout Findings
  ) -> RecordSelection {
    RecordSelection(
      records: keys(key, &reader, &findings), kind: id("kind", &reader, &findings))
  }

  private static func require(
    _ selection: RecordSelection, _ reader: MappingReader, _ findings: inout Findings
  ) -> Bool {
    if !selection.records.isEmpty || selection.kind != nil { return true }
    if reader.had("records") || reader.had("kind") { return false }
    findings.error(
      "yaml.missing-key", "the key 'records' is missing", at: reader.span,
      help: "add 'records: [kind:id, …]', or 'kind: …' for all records of a kind")
    return false
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

extension RecordSelection {
  /// No record.
  static let none = RecordSelection(records: [], kind: nil)
}

extension MatrixExhibit {
  /// Every option under every condition, today.
  static let all = MatrixExhibit(options: .none, conditions: .none, scenario: nil)
}
