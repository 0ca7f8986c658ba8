import DossierCitation
import DossierSource

/// Reads what a library exports, which nobody edits by hand: items of CSL-JSON, or BibTeX as such.
///
/// What is not known in it is told once and passed over; what CSL knows is kept, printed or not.
struct LibraryDecoder {
  private var findings: Findings
  private let languages: [Language]
  /// What has been told.
  private var told: Set<String> = []

  /// Whether a file is an export, by its path.
  static func reads(_ path: String) -> Bool { endings.contains(where: path.hasSuffix) }

  /// The ends of the names of exports.
  static let endings = [".json", ".bib"]

  /// - Returns: `nil` for what is no export; else the works that could be read.
  static func decode(_ file: SourceFile, languages: [Language]) -> Outcome<[Source]?> {
    var decoder = LibraryDecoder(findings: Findings(path: file.path), languages: languages)
    let items = file.path.hasSuffix(".bib") ? decoder.entries(of: file) : decoder.items(of: file)
    let sources = items.map { $0.compactMap { decoder.source($0) } }
    return Outcome(sources, decoder.findings.diagnostics)
  }

  private mutating func items(of file: SourceFile) -> [YAMLNode]? {
    let root: JSONNode
    do throws(JSONMistake) {
      root = try JSONDocument.parse(file.bytes)
    } catch {
      findings.add([error.diagnostic("json.syntax", in: file)])
      return nil
    }
    let nodes = JSONNodes(file.bytes)
    guard let items = root.items ?? root["items"]?.items,
      !items.contains(where: { $0["itemType"] != nil })
    else {
      findings.error(
        "source.export", "this is no list of works in CSL-JSON", at: nodes.span(of: root),
        help: "export it as 'CSL JSON' or 'Better CSL JSON'")
      return nil
    }
    return items.map(nodes.node)
  }

  private mutating func entries(of file: SourceFile) -> [YAMLNode] {
    let nodes = JSONNodes(file.bytes)
    let parser = BibTeXParser(file.bytes)
    for (message, offset) in parser.mistakes {
      findings.error(
        "bibtex.syntax", message, at: nodes.span(at: offset),
        help: message.hasPrefix("abbreviations")
          ? "write them out" : "its braces and quotation marks have to come in pairs")
    }
    for remark in parser.remarks {
      findings.warning(
        "bibtex.ignored", remark.message, at: nodes.span(at: remark.offset), help: remark.help)
    }
    let inheritance = BibTeXInheritance(parser.items)
    return parser.items.filter { !BibTeXFields.noWorks.contains($0.type) }.map { item in
      let work = BibTeXWork(inheritance.filled(item))
      for command in work.unknown where told.insert("command " + command).inserted {
        findings.warning(
          "bibtex.command", "'\\\(command)' is no command that is known here",
          at: nodes.span(at: item.offset), help: "write the character itself")
      }
      for field in item.fields where !BibTeXFields.isKnown(field.name) {
        tellKey(field.name, at: nodes.span(at: field.offset))
      }
      return nodes.node(work.node)
    }
  }

  private mutating func tellKey(_ name: String, at span: Span) {
    guard told.insert("key " + name).inserted else { return }
    findings.warning(
      "source.key", "'\(name)' is no key of CSL, and passed over", at: span,
      help: "move what it says into a key of CSL, or leave it")
  }

  private mutating func source(_ node: YAMLNode) -> Source? {
    guard let entries = node.entries else {
      findings.expected("an object", for: "items", at: node)
      return nil
    }
    var work = WorkNode.work(node, isExport: true)
    work.id = work.texts["citation-key"] ?? work.id
    guard !work.id.isBlank else {
      findings.error(
        "yaml.missing-key", "the key 'id' is missing", at: node.span, help: "export it again")
      return nil
    }
    tellUnknown(entries, of: work, at: node)
    var source = Source(work, place: findings.place(span(of: work.id, in: entries) ?? node.span))
    source.note = work.texts["note"].map { Localized($0) }
    let own = entries.filter { CopyDecoder.keys.contains($0.key.text ?? "") }
    var reader = MappingReader(entries: own, span: node.span)
    CopyDecoder(languages: languages).read(into: &source, &reader, &findings)
    return source
  }

  /// Where a work's id stands, its quotation marks included.
  private func span(of id: String, in entries: [(key: YAMLNode, value: YAMLNode)]) -> Span? {
    let node = ["citation-key", "id"].lazy.compactMap { key in
      entries.first { $0.key.text == key && $0.value.text == id }?.value
    }.first
    guard let node else { return nil }
    let marks = findings.path.hasSuffix(".bib") || node.word != nil ? 0 : 2
    var span = node.span
    span.length = id.utf8.count + marks
    return span
  }

  private mutating func tellUnknown(
    _ entries: [(key: YAMLNode, value: YAMLNode)], of work: Work, at node: YAMLNode
  ) {
    if !Variables.types.contains(work.type), told.insert("type " + work.type).inserted {
      let type = entries.first { $0.key.text == "type" }?.value
      findings.warning(
        "source.type", "'\(work.type)' is no type of CSL, and set as a document",
        at: type?.span ?? node.span,
        help: Suggestion.help(for: work.type, among: Variables.types.sorted()))
    }
    for (key, _) in entries {
      let name = key.text ?? ""
      guard !Variables.isKnown(name), !CopyDecoder.keys.contains(name),
        !MappingReader.isAuthorsOwn(name)
      else { continue }
      tellKey(name, at: key.span)
    }
  }
}

/// JSON as the nodes that entries are read from.
private struct JSONNodes {
  private let lines: LineTable

  init(_ bytes: [UInt8]) {
    lines = LineTable(bytes)
  }

  func span(of node: JSONNode) -> Span { span(at: node.offset) }

  func span(at offset: Int) -> Span {
    let line = lines.line(of: offset)
    return Span(line: line + 1, column: offset - lines[line].lowerBound + 1)
  }

  /// What has no value and empty texts are left out, since libraries write them for what is not said.
  func node(_ json: JSONNode) -> YAMLNode {
    let span = span(of: json)
    switch json.value {
    case .null: return YAMLNode(content: .scalar("", isPlain: true), span: span)
    case .bool(let flag): return YAMLNode(content: .scalar("\(flag)", isPlain: true), span: span)
    case .number(let digits): return YAMLNode(content: .scalar(digits, isPlain: true), span: span)
    case .string(let text): return YAMLNode(content: .scalar(text, isPlain: false), span: span)
    case .array(let items): return YAMLNode(content: .sequence(items.map(node)), span: span)
    case .object(let members):
      let entries = members.filter { !$0.value.isBlank }.map { member in
        let key = YAMLNode(
          content: .scalar(member.key, isPlain: false), span: self.span(of: member.value))
        return (key: key, value: node(member.value))
      }
      return YAMLNode(content: .mapping(entries), span: span)
    }
  }
}

extension JSONNode {
  fileprivate var isBlank: Bool {
    switch value {
    case .null: true
    case .string(let text): text.isBlank
    default: false
    }
  }
}
