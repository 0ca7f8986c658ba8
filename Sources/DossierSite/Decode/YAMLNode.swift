import DossierSource

/// A value of a YAML document with its place in the file.
struct YAMLNode: Sendable {
  enum Content: Sendable {
    /// The text, and whether it was written without quotes (so that `unknown` is a word of ours).
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  var span: Span
  /// Where its text begins: behind a quotation mark, and on the line below `|` and `>`.
  var textSpan: Span
  /// What YAML takes for a comment behind a text without quotation marks.
  var comment: Span?

  init(content: Content, span: Span, textSpan: Span? = nil, comment: Span? = nil) {
    self.content = content
    self.span = span
    self.textSpan = textSpan ?? span
    self.comment = comment
  }

  /// The text of a scalar that is not null.
  var text: String? {
    guard case .scalar(let text, let isPlain) = content, !(isPlain && Self.isNull(text))
    else { return nil }
    return text
  }

  /// The text of a scalar on one line, as a name has it: what is folded ends in a line's end, and a
  /// block has several.
  var line: String? {
    guard let text, text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text of a scalar written without quotes.
  var word: String? {
    guard case .scalar(let text, true) = content else { return nil }
    return text
  }

  var isNull: Bool {
    guard let word else { return false }
    return Self.isNull(word)
  }

  var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  var entries: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// What it says, wherever it stands and in whichever order its keys do: the same for two that say the
  /// same, each text behind its length.
  fileprivate var saying: String {
    switch content {
    case .scalar(let text, _): "\(text.utf8.count):\(text)"
    case .sequence(let items): "[" + items.map(\.saying).joined() + "]"
    case .mapping(let entries):
      "{" + entries.map { $0.key.saying + $0.value.saying }.sorted().joined() + "}"
    }
  }

  /// What it is, in the words of a diagnostic: the author's own where it is one value.
  var sort: String {
    switch content {
    case .scalar(let text, _): isNull ? "nothing" : text.isBlank ? "an empty text" : "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Whether a word without quotation marks means nothing at all.
  static func isNull(_ word: String) -> Bool {
    switch word.utf8.count {
    case 0: true
    case 1: word == "~"
    case 4: word == "null" || word == "Null" || word == "NULL"
    default: false
    }
  }
}

extension [YAMLNode] {
  /// The items of a list, each once: what stands there again says no more, and is told.
  func distinct(in key: String, _ findings: inout Findings) -> [YAMLNode] {
    guard count > 1 else { return self }
    var seen: Set<String> = []
    return filter { item in
      if seen.insert(item.saying).inserted { return true }
      let what = item.text.map { "'\($0)'" } ?? "the same"
      findings.warning(
        "yaml.repeated", "\(what) stands twice in '\(key)'; it counts once", at: item.span,
        help: "take one out, or say in which they differ")
      return false
    }
  }
}
