import DossierMarkdown
import DossierSource

/// Reads the translation of a record: texts only, since values and sources stay the original's.
struct TranslationDecoder {
  let kind: Kind
  let language: Language
  let markdown: MarkdownParser
  private var findings: Findings

  static func decode(
    _ file: SourceFile, language: Language, kind: Kind, schema: SiteSchema
  ) -> Outcome<Translation?> {
    var decoder = TranslationDecoder(
      kind: kind, language: language, markdown: schema.markdown(in: language),
      findings: Findings(path: file.path))
    let translation = decoder.decode(file)
    return Outcome(translation, decoder.findings.diagnostics)
  }

  /// Reads what a row of a table translates, as a translation's front matter without a text.
  static func decode(
    _ root: YAMLNode, path: String, language: Language, kind: Kind, schema: SiteSchema,
    _ findings: inout Findings
  ) -> Translation? {
    var decoder = TranslationDecoder(
      kind: kind, language: language, markdown: schema.markdown(in: language), findings: findings)
    let translation = decoder.decode(root, path) { _ in RecordText() }
    findings = decoder.findings
    return translation
  }

  private mutating func decode(_ file: SourceFile) -> Translation? {
    guard let (front, root) = FrontMatter.read(file, &findings) else { return nil }
    return decode(root, file.path) { decoder in
      RecordText.decode(front, file, decoder.markdown, &decoder.findings)
    }
  }

  private mutating func decode(
    _ root: YAMLNode, _ path: String, text: (inout TranslationDecoder) -> RecordText
  ) -> Translation? {
    guard var reader = MappingReader(root, as: "front matter", &findings) else { return nil }
    var translation = Translation(
      language: language, path: path, keyPoints: keyPoints(&reader), texts: [:], notes: [:],
      spans: [:], text: text(&self))
    readTexts(&reader, into: &translation)
    readNotes(&reader, into: &translation)
    translation.title = reader.filledText("title", &findings)
    translation.short = reader.filledText("short", &findings)
    translation.summary = reader.text("summary", &findings)
    translation.translatedFrom = reader.ids("translated-from", &findings).first
    refuseValues(&reader)
    reader.finish(&findings)
    return translation
  }

  private mutating func keyPoints(_ reader: inout MappingReader) -> [Prose] {
    guard kind.role == .article else { return [] }
    return reader.texts("key-points", &findings).map { inline($0) }
  }

  private mutating func inline(_ node: YAMLNode) -> Prose {
    findings.tellComment(behind: node)
    return findings.take(markdown.parseInline(node.text ?? "", at: findings.place(node.textSpan)))
  }

  private mutating func readTexts(
    _ reader: inout MappingReader, into translation: inout Translation
  ) {
    for (index, field) in kind.fields.indexed
    where field.type == .text || field.type == .markdown {
      let nodes = reader.texts(field.id, &findings)
      guard let first = nodes.first else { continue }
      translation.spans[index] = first.span
      translation.texts[index] = nodes.map {
        guard field.type == .text else { return .markdown(inline($0)) }
        findings.tellComment(behind: $0)
        findings.tellHTMLComment(in: $0)
        findings.tellMarkup(in: $0, for: field.id)
        return .text($0.line ?? "")
      }
    }
  }

  private mutating func readNotes(
    _ reader: inout MappingReader, into translation: inout Translation
  ) {
    guard let node = reader.take("notes") else { return }
    guard let entries = node.entries else {
      findings.expected("a mapping from field to texts", for: "notes", at: node)
      return
    }
    for (key, value) in entries where !MappingReader.isAuthorsOwn(key.text ?? "") {
      guard let index = kind.fieldIndex(key.text ?? "") else {
        findings.error(
          "field.unknown", "the kind has no field '\(key.text ?? "")'", at: key.span,
          help: Suggestion.help(for: key.text ?? "", among: kind.fields.map(\.id)))
        continue
      }
      translation.spans[index] = translation.spans[index] ?? key.span
      translation.notes[index] = (value.items ?? [value]).map { note in
        findings.tellComment(behind: note)
        findings.tellHTMLComment(in: note)
        findings.tellMarkup(in: note, for: "notes")
        return note.line ?? ""
      }
    }
  }

  private mutating func refuseValues(_ reader: inout MappingReader) {
    let values = kind.fields.map(\.id) + KindDecoder.builtInKeys + KindDecoder.articleKeys
    for key in values {
      guard let entry = reader.takeEntry(key) else { continue }
      findings.error(
        "translation.value", "a translation cannot change '\(key)'", at: entry.key.span,
        help: "remove it; values, dates and sources are the original's")
    }
  }
}
