import DossierSource

/// Reads YAML into ``YAMLNode``s whose places are those of the whole file.
struct YAMLDocument: ~Copyable {
  private let text: YAMLText
  private var events: YAMLEvents
  private var anchors: [String: YAMLNode] = [:]
  /// Where the anchors stand that no alias has called yet.
  private var uncalled: [String: Span] = [:]
  private var nodeCount = 0
  private var findings: [Diagnostic] = []
  /// Whether each key stands once, so that what it says can be told.
  private var isUnequivocal = true

  /// Nodes that one document may hold, aliases counted as often as they stand for something.
  private static let nodeLimit = 200_000
  /// Lists and mappings that may stand in each other.
  private static let depthLimit = 200

  /// The root of a text; `nil` where there is none, or where it is no YAML that the tool reads.
  ///
  /// The diagnostics, all of them errors: `yaml.syntax`, `yaml.key`, `yaml.duplicate-key`,
  /// `yaml.comment`, `yaml.mark` and `yaml.size`.
  ///
  /// - Parameters:
  ///   - firstLine: The line of the file on which the text begins.
  ///   - indentation: Bytes taken off the beginning of each line.
  static func parse(
    _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1, indentation: Int = 0
  ) -> Outcome<YAMLNode?> {
    guard !bytes.isEmpty else { return Outcome(nil) }
    let text = YAMLText(bytes, path: path, firstLine: firstLine, indentation: indentation)
    return text.bytes.withUnsafeBufferPointer { bytes in
      var document = YAMLDocument(text, YAMLEvents(bytes))
      return document.parse()
    }
  }

  private init(_ text: YAMLText, _ events: consuming YAMLEvents) {
    self.text = text
    self.events = events
  }

  private mutating func parse() -> Outcome<YAMLNode?> {
    do throws(Flaw) {
      let root = try root()
      for (name, span) in uncalled.sorted(by: { $0.value < $1.value }) {
        tellMark("&" + name, at: span)
      }
      return Outcome(isUnequivocal ? root : nil, findings)
    } catch {
      return Outcome(nil, findings + [error.diagnostic])
    }
  }

  /// What stops the reading.
  private struct Flaw: Error { var diagnostic: Diagnostic }

  private mutating func next() throws(Flaw) -> YAMLEvent {
    do throws(YAMLSyntaxError) { return try events.next() } catch {
      throw syntaxError(error)
    }
  }

  private mutating func root() throws(Flaw) -> YAMLNode? {
    guard case .document = try next().kind else { return nil }
    let root = try node(of: next(), depth: 0)
    let last = try next()
    if case .endOfText = last.kind { return root }
    throw flaw(
      "yaml.syntax", "a second document begins here", at: text.span(from: last.start),
      help: "take out the line '---', or put what follows into a file of its own")
  }

  private mutating func node(of event: YAMLEvent, depth: Int) throws(Flaw) -> YAMLNode {
    let span = text.span(from: event.start)
    nodeCount += 1
    guard nodeCount <= Self.nodeLimit else { throw tooMuch("too large", at: span) }
    if let tag = event.tag { tellTag(tag, at: span) }
    let node: YAMLNode
    switch event.kind {
    case .scalar(let value, let style): node = scalar(value, style, of: event)
    case .sequence:
      node = YAMLNode(content: .sequence(try items(depth: below(depth, at: span))), span: span)
    case .mapping:
      node = YAMLNode(content: .mapping(try entries(depth: below(depth, at: span))), span: span)
    case .alias(let name): return try aliased(name, at: event, depth: depth)
    case .end, .document, .endOfText:
      throw flaw("yaml.syntax", "a value is missing here", at: span)
    }
    if let anchor = event.anchor {
      anchors[anchor] = node
      uncalled[anchor] = span
    }
    return node
  }

  /// Tags of YAML's own say what a value is anyway; any other was meant as a word.
  private mutating func tellTag(_ tag: String, at span: Span) {
    guard !Self.tags.contains(tag) else { return }
    tellMark(tag.replacing("tag:yaml.org,2002:", with: "!!"), at: span)
  }

  private static let tags = Set(
    ["str", "int", "float", "bool", "null", "seq", "map", "timestamp"].map {
      "tag:yaml.org,2002:" + $0
    })

  /// Tells of a word that YAML takes for a mark, so that it is no part of the text.
  private mutating func tellMark(_ word: String, at span: Span) {
    findings.append(
      .error(
        "yaml.mark", "YAML takes '\(word)' for a mark, and no part of the text",
        at: Place(path: text.path, span: span), help: "put the text into quotation marks"))
  }

  private func below(_ depth: Int, at span: Span) throws(Flaw) -> Int {
    guard depth <= Self.depthLimit else { throw tooMuch(Self.deep, at: span) }
    return depth + 1
  }

  private mutating func items(depth: Int) throws(Flaw) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if case .end = event.kind { return items }
      items.append(try node(of: event, depth: depth))
    }
  }

  private mutating func entries(
    depth: Int
  ) throws(Flaw) -> [(key: YAMLNode, value: YAMLNode)] {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var keys: [String: String] = [:]
    while true {
      let event = try next()
      if case .end = event.kind { return entries }
      guard case .scalar(let name, _) = event.kind else { throw keyFlaw(at: event) }
      let key = try node(of: event, depth: depth)
      if let first = keys.updateValue(name, forKey: Self.withoutCase(name)) {
        isUnequivocal = false
        findings.append(duplicate(name, of: first, at: key.textSpan))
      }
      entries.append((key, try node(of: next(), depth: depth)))
    }
  }

  /// A key in small letters; most have no others.
  private static func withoutCase(_ key: String) -> String {
    key.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? key : key.lowercased()
  }

  private mutating func scalar(
    _ value: String, _ style: YAMLEvent.Style, of event: YAMLEvent
  ) -> YAMLNode {
    let span = text.span(from: event.start, to: event.end)
    let textSpan =
      switch style {
      case .plain: span
      case .quoted:
        Span(line: span.line, column: span.column + 1, length: max(0, span.length - 2))
      case .block: text.blockSpan(below: event.start)
      }
    return YAMLNode(
      content: .scalar(value, isPlain: style == .plain), span: span, textSpan: textSpan,
      comment: style == .plain ? comment(behind: event.end) : nil)
  }

  /// A comment behind a text: one without a blank behind its `#` was never meant to be one.
  private mutating func comment(behind mark: Int) -> Span? {
    guard let range = text.comment(behind: mark) else { return nil }
    let span = text.span(of: range)
    let next = text.bytes[range].first { $0 != UInt8(ascii: "#") }
    if let next, next != UInt8(ascii: " "), next != UInt8(ascii: "\t") {
      let words = String(decoding: text.bytes[range], as: UTF8.self)
      findings.append(
        .error(
          "yaml.comment", "YAML takes '\(words)' for a comment",
          at: Place(path: text.path, span: span),
          help: "put the text into quotation marks, or a blank behind the '#' of a comment"))
      return nil
    }
    return span
  }
}

// Aliases: what one stands for counts like what is written out, lest a few lines be without end.
extension YAMLDocument {
  private mutating func aliased(
    _ name: String, at event: YAMLEvent, depth: Int
  ) throws(Flaw) -> YAMLNode {
    let span = text.span(from: event.start, to: event.end)
    guard let node = anchors[name] else {
      throw flaw(
        "yaml.syntax", "found undefined alias", at: text.span(from: event.start),
        help: "put quotation marks around a text that begins with '*'")
    }
    try count(node, depth: depth, at: span)
    uncalled[name] = nil
    return node
  }

  private mutating func count(_ node: YAMLNode, depth: Int, at span: Span) throws(Flaw) {
    nodeCount += 1
    guard nodeCount <= Self.nodeLimit, depth <= Self.depthLimit else {
      throw tooMuch("too large", at: span)
    }
    for item in node.items ?? [] { try count(item, depth: depth + 1, at: span) }
    for (_, value) in node.entries ?? [] {
      nodeCount += 1
      try count(value, depth: depth + 1, at: span)
    }
  }
}

extension YAMLDocument {
  private func flaw(
    _ code: String, _ message: String, at span: Span, help: String? = nil
  ) -> Flaw {
    Flaw(diagnostic: .error(code, message, at: Place(path: text.path, span: span), help: help))
  }

  private static let deep = "nested too deep"

  private func tooMuch(_ what: String, at span: Span) -> Flaw {
    flaw(
      "yaml.size", "the YAML is \(what)", at: span,
      help: "write it in several files, without aliases")
  }

  private func keyFlaw(at event: YAMLEvent) -> Flaw {
    flaw(
      "yaml.key", "a key that is no text means nothing here", at: text.span(from: event.start),
      help: "write the key out, without '?', brackets and aliases")
  }

  private func duplicate(_ key: String, of first: String, at span: Span) -> Diagnostic {
    .error(
      "yaml.duplicate-key",
      "the key '\(key)' stands twice" + (key == first ? "" : ", the first time as '\(first)'"),
      at: Place(path: text.path, span: span),
      help: "keep one; several claims of a fact are a list under one key")
  }

  private func syntaxError(_ error: YAMLSyntaxError) -> Flaw {
    switch error.place {
    case .byte(let offset):
      let span = text.span(of: offset..<(offset + 1))
      return flaw("yaml.syntax", error.message, at: span)
    case .mark(let mark):
      let span = text.span(from: mark)
      // libyaml looks ahead for the end of a key, so that it may find this first.
      if error.message.contains("nesting level") { return tooMuch(Self.deep, at: span) }
      return flaw("yaml.syntax", error.message, at: span, help: cure(for: error.message, at: mark))
    }
  }

  /// What helps against what libyaml says.
  private func cure(for message: String, at mark: Int) -> String? {
    if message.contains("cannot start any token") {
      return text.isTab(at: mark)
        ? "indent with spaces, not with a tab"
        : "put quotation marks around a text that begins with this character"
    }
    return Self.cures.first { message.contains($0.0) }?.1
  }

  private static let cures = [
    ("mapping values are not allowed", "put quotation marks around a text that holds ': '"),
    ("expected ',' or", "close the bracket, and put commas between what is in it"),
    ("expected node content", "give a value, and close every bracket"),
    ("unexpected end of stream", "close the quotation mark"),
    ("expected key", "indent the keys of a mapping alike, and a further line of a text deeper"),
  ]
}
