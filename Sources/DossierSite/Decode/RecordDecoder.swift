import DossierMarkdown
import DossierSource

/// Reads the file of a record.
struct RecordDecoder {
  let kind: Kind
  let configuration: SiteConfiguration
  let markdown: MarkdownParser
  private var findings: Findings
  private var gaps: [Record.Gap] = []

  private init(kind: Kind, schema: SiteSchema, findings: Findings) {
    (self.kind, self.findings) = (kind, findings)
    configuration = schema.configuration
    markdown = schema.markdown(in: schema.configuration.original)
  }

  static func decode(
    _ file: SourceFile, key: RecordKey, kind: Kind, schema: SiteSchema
  ) -> Outcome<Record?> {
    var decoder = RecordDecoder(kind: kind, schema: schema, findings: Findings(path: file.path))
    let record = decoder.decode(file, key)
    return Outcome(record, decoder.findings.diagnostics)
  }

  /// Reads what a row of a table says of a record, as the front matter of a file without a text.
  static func decode(
    _ root: YAMLNode, key: RecordKey, path: String, kind: Kind, schema: SiteSchema,
    _ findings: inout Findings
  ) -> Record? {
    var decoder = RecordDecoder(kind: kind, schema: schema, findings: findings)
    let record = decoder.decode(root, key, path)
    findings = decoder.findings
    return record
  }

  private mutating func decode(_ root: YAMLNode, _ key: RecordKey, _ path: String) -> Record? {
    guard var reader = MappingReader(root, as: key.id, &findings) else { return nil }
    let title = reader.text("title", &findings)
    if title == nil, !reader.had("title") {
      gaps.append(Record.Gap(field: nil, span: root.span, isBlank: false))
    }
    let body = FrontMatter(yaml: [], yamlLine: 1, body: [], bodyLine: 1)
    return record(&reader, root, title, body, key, path) { _ in RecordText() }
  }

  private mutating func decode(_ file: SourceFile, _ key: RecordKey) -> Record? {
    guard let (front, root) = FrontMatter.read(file, &findings) else { return nil }
    guard var reader = MappingReader(root, as: "front matter", &findings) else { return nil }
    let title = reader.requiredText("title", &findings)
    return record(&reader, root, title, front, key, file.path) { decoder in
      RecordText.decode(front, file, decoder.markdown, &decoder.findings)
    }
  }

  private mutating func record(
    _ reader: inout MappingReader, _ root: YAMLNode, _ title: String?, _ front: FrontMatter,
    _ key: RecordKey, _ path: String, text: (inout RecordDecoder) -> RecordText
  ) -> Record {
    let changes = changes(&reader)
    // In this order the mistakes of a file are told.
    let facts = facts(&reader)
    let schedule = Schedule.decode(&reader, &findings)
    let article = article(&reader)
    var names = Record.Names(title: title ?? key.id, aliases: aliases(&reader))
    let text = text(&self)
    names.short = reader.filledText("short", &findings)
    names.summary = reader.text("summary", &findings)
    var history = Record.History(changes: changes)
    readReview(&reader, into: &history)
    history.updated = reader.date("updated", &findings) ?? changes.first?.date
    tellUnfilled(&reader)
    let place = Record.File(
      key: key, path: path, textDigest: textDigest(root, front), frontDigest: front.digest,
      gaps: gaps)
    let record = Record(
      place, names, facts: Column(facts), schedule: schedule, article: article, history: history,
      text: text)
    reader.finish(&findings, alsoKnown: kind.fields.map(\.id))
    warnOfHeadings(record)
    return record
  }

  /// Where there is one language, nothing asks for it.
  private func textDigest(_ root: YAMLNode, _ front: FrontMatter) -> UInt64 {
    guard configuration.languages.count > 1 else { return 0 }
    return TextDigest(front: root, body: front.body, kind: kind).value
  }

  private mutating func facts(_ reader: inout MappingReader) -> [Fact?] {
    kind.fields.indexed.map { index, field in
      let decoder = ClaimDecoder(field: field, markdown: markdown, units: configuration.units)
      if let node = reader.take(field.id) { return decoder.fact(node, &findings) }
      if field.isRequired {
        let blank = reader.blankSpan(field.id)
        gaps.append(
          Record.Gap(field: index, span: blank ?? reader.span, isBlank: blank != nil))
      }
      return nil
    }
  }

  private mutating func article(_ reader: inout MappingReader) -> ArticleMatter {
    guard kind.role == .article else { return .none }
    let node = reader.take("date")
    if node == nil { reader.missing("date", &findings) }
    let date = node.flatMap { PartialDate.decode($0, key: "date", &findings) }
    return ArticleMatter(
      date: date, asOf: reader.date("as-of", &findings), order: order(&reader),
      authors: reader.ids("authors", &findings), topics: topics(&reader),
      keyPoints: reader.texts("key-points", &findings).map { inline($0) })
  }

  private mutating func order(_ reader: inout MappingReader) -> Int? {
    guard let node = reader.take("order") else { return nil }
    if let order = node.text.flatMap(Int.init), order > 0 { return order }
    findings.error(
      "article.order", "\(node.sort) is no place in an order", at: node.span,
      help: "write a whole number from 1 on")
    return nil
  }

  /// What a publisher has still to write is for those who publish, and not for readers.
  private mutating func tellUnfilled(_ reader: inout MappingReader) {
    for node in reader.texts("to-fill-in", &findings) {
      findings.note(
        "record.unfilled", "this is still to be filled in: \(node.text ?? "")", at: node.span,
        help: "write it into the text, and take it out of 'to-fill-in'")
    }
  }

  /// `reviewed: 2026-02-27`, or `reviewed: {on: 2026-02-27, by: …}`.
  private mutating func readReview(
    _ reader: inout MappingReader, into history: inout Record.History
  ) {
    guard let node = reader.take("reviewed") else { return }
    guard node.entries != nil else {
      history.reviewed = PartialDate.decode(node, key: "reviewed", &findings)
      return
    }
    guard var inner = MappingReader(node, as: "reviewed", &findings) else { return }
    history.reviewed = inner.requiredDate("on", &findings)
    history.reviewer = inner.filledText("by", &findings)
    inner.finish(&findings)
  }

  private mutating func topics(_ reader: inout MappingReader) -> [Located] {
    reader.ids("topics", &findings).filter { topic in
      if Identifier.isValid(topic.id), topic.id != "index" { return true }
      findings.error(
        "topic.id", "'\(topic.id)' cannot be a topic's id", at: topic.span,
        help: Identifier.suggestion(for: topic.id).map { "write '\($0)'" })
      return false
    }
  }

  private mutating func inline(_ node: YAMLNode) -> Prose {
    findings.tellComment(behind: node)
    return findings.take(markdown.parseInline(node.text ?? "", at: findings.place(node.textSpan)))
  }

  private mutating func aliases(_ reader: inout MappingReader) -> [Located] {
    reader.ids("aliases", &findings).filter { alias in
      if Identifier.isValid(alias.id), alias.id != "index" { return true }
      if FormerAddress.isAddress(alias.id) {
        if FormerAddress(alias.id) != nil { return true }
        findings.error(
          "record.address", "'\(alias.id)' is no address of a page of the site", at: alias.span,
          help: "write /folder/name or folder/name.html, of letters, digits and hyphens")
        return false
      }
      findings.error(
        "record.id", "'\(alias.id)' cannot be a record's id", at: alias.span,
        help: Identifier.suggestion(for: alias.id).map { "write '\($0)'" })
      return false
    }
  }

  private mutating func changes(_ reader: inout MappingReader) -> [ChangeNote] {
    guard let node = reader.take("changes") else { return [] }
    guard let items = node.items else {
      findings.expected("a list of {date, text}", for: "changes", at: node)
      return []
    }
    let notes = items.compactMap { item -> ChangeNote? in
      guard var reader = MappingReader(item, as: "changes", &findings) else { return nil }
      let date = reader.requiredDate("date", &findings)
      let text = reader.requiredText("text", &findings)
      reader.finish(&findings)
      guard let date, let text else { return nil }
      return ChangeNote(date: date, text: text)
    }
    return notes.sorted { $1.date < $0.date }
  }

  /// A reference `kind:id#x` means the field where a heading is called the same.
  private mutating func warnOfHeadings(_ record: Record) {
    for heading in record.text.body.headings where kind.fragments.contains(heading.id) {
      let isField = kind.fieldIndex(heading.id) != nil
      let meant = isField ? "the field" : "the verdict"
      findings.warning(
        "heading.field",
        "the heading '#\(heading.id)' is called like \(isField ? "a field of the kind" : "a verdict")",
        at: heading.span,
        help: "a reference to '#\(heading.id)' means \(meant); rename the heading")
    }
  }
}

extension RecordText {
  /// Parses the body of a file and the exhibits in it.
  static func decode(
    _ front: FrontMatter, _ file: SourceFile, _ markdown: MarkdownParser, _ findings: inout Findings
  ) -> RecordText {
    let body = findings.take(
      markdown.parse(front.body, path: file.path, firstLine: front.bodyLine))
    return RecordText(body: body, exhibits: ExhibitDecoder.exhibits(in: body, &findings))
  }
}

extension FrontMatter {
  /// Cuts a file, and reads its front matter; a file without one is a diagnostic.
  static func read(_ file: SourceFile, _ findings: inout Findings) -> (FrontMatter, YAMLNode)? {
    let top = Span(line: 1, column: 1)
    guard let front = split(file.bytes) else {
      findings.error(
        "front-matter.open", "the front matter is never closed", at: top,
        help: "end it with a line '---'")
      return nil
    }
    let outcome = YAMLDocument.parse(front.yaml, path: file.path, firstLine: front.yamlLine)
    guard let root = findings.take(outcome) else {
      if outcome.diagnostics.isEmpty {
        findings.error(
          "front-matter.missing", "the file has no front matter", at: top,
          help: "begin it with '---', 'title: …' and '---', each on a line of its own")
      }
      return nil
    }
    return (front, root)
  }
}
