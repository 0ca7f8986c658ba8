import DossierMarkdown
import DossierSource

/// The diagnostics found in one file so far.
struct Findings {
  let path: String
  /// Where the folder of a table says how its cells are read; `nil` for files that are no tables.
  private let rulesPath: String?
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, rulesPath: String? = nil) {
    (self.path, self.rulesPath) = (path, rulesPath)
  }

  func place(_ span: Span) -> Place { Place(path: path, span: span) }

  mutating func error(_ code: String, _ message: String, at span: Span, help: String? = nil) {
    diagnostics.append(.error(code, message, at: place(span), help: help))
  }

  mutating func warning(_ code: String, _ message: String, at span: Span, help: String? = nil) {
    diagnostics.append(.warning(code, message, at: place(span), help: help))
  }

  mutating func note(_ code: String, _ message: String, at span: Span, help: String? = nil) {
    diagnostics.append(.note(code, message, at: place(span), help: help))
  }

  mutating func add(_ more: [Diagnostic]) {
    diagnostics += more
  }

  /// The value of an outcome, whose diagnostics are kept here.
  mutating func take<Value>(_ outcome: Outcome<Value>) -> Value {
    add(outcome.diagnostics)
    return outcome.value
  }

  /// The text of a node, written out on one line; a list, a mapping and a blank text are diagnostics.
  mutating func line(_ node: YAMLNode, for key: String) -> String? {
    guard text(node, for: key) != nil else { return nil }
    tellHTMLComment(in: node)
    if Self.wordKeys.contains(key) { tellMarkup(in: node, for: key) }
    return node.line
  }

  /// A comment of HTML is an author's own, and would be printed with a text that is no Markdown.
  mutating func tellHTMLComment(in node: YAMLNode) {
    guard let text = node.text, text.holdsComment else { return }
    error(
      "yaml.html-comment", "'<!--' begins no comment here, and would be printed", at: node.span,
      help: "put what readers must not see behind a '#', on a line of its own")
  }

  /// Keys whose texts readers see as they are written.
  private static let wordKeys: Set<String> = [
    "title", "subtitle", "short", "summary", "caption", "note", "text", "mark-label", "label",
    "plural", "help", "chapter", "container-title", "event-title",
  ]

  /// Tells of Markdown in a text that is shown as it is written.
  mutating func tellMarkup(in node: YAMLNode, for key: String) {
    // A comment is an error of its own.
    guard let line = node.line, MarkdownParser.isMarkup(line), !line.holdsComment else { return }
    warning(
      "text.markup", "'\(key)' takes no Markdown; its signs are shown as they are",
      at: node.textSpan,
      help: "take them out; key points, fields of the type 'markdown' and the text below take it")
  }

  /// The text of a node as it stands; a list, a mapping and a blank text are diagnostics.
  mutating func text(_ node: YAMLNode, for key: String) -> String? {
    tellComment(behind: node)
    guard let text = node.text, !text.isBlank else {
      expected("a text", for: key, at: node)
      return nil
    }
    return text
  }

  /// A comment behind a value that is a text may have been meant to be part of it.
  mutating func tellComment(behind node: YAMLNode) {
    guard let comment = node.comment else { return }
    warning(
      "yaml.comment", "what stands behind ' #' is a comment, and no part of the text", at: comment,
      help: "put the text into quotation marks, or the comment on a line of its own")
  }

  /// A text is no date; where it may be two, both are shown.
  mutating func tellMisreading(ofDate text: String, at span: Span) {
    let readings = DateReadings.of(text).map(\.description)
    if text.wholeMatch(of: /\d{4}-\d\d(-\d\d)?/) != nil {
      error("date.invalid", "'\(text)' is not in the calendar", at: span)
    } else if readings.count > 1 {
      error(
        "date.ambiguous", "'\(text)' may be " + readings.joined(separator: " or "), at: span,
        help: rulesPath.map {
          "write the one that is meant, or say 'dates: dmy' or 'dates: mdy' in \($0)"
        }
          ?? "write the one that is meant")
    } else {
      error(
        "date.invalid", "'\(text)' is no date", at: span,
        help: readings.first.map { "write \($0)" } ?? "write YYYY, YYYY-MM or YYYY-MM-DD")
    }
  }

  /// A text is no number; where it may be two, both are shown.
  mutating func tellMisreading(ofNumber text: String, at span: Span) {
    let readings = NumberReadings.of(text)
    if readings.count > 1, let whole = readings.first(where: { !$0.contains(".") }),
      let point = readings.first(where: { $0.contains(".") })
    {
      error(
        "number.ambiguous", "'\(text)' may be \(whole) or \(point)", at: span,
        help: rulesPath.map { "say 'decimal: \",\"' or 'decimal: \".\"' in \($0)" }
          ?? "write \(whole), or \"\(point)\" in quotation marks")
    } else {
      let interval = text.wholeMatch(of: /(\d+(?:\.\d+)?) ?[-–—] ?(\d+(?:\.\d+)?)/)
      let isInTable = rulesPath != nil
      let meant = interval.map { ends in
        isInTable
          ? "\(ends.1) into a column 'low' and \(ends.2) into 'high'"
          : "{low: \(ends.1), high: \(ends.2)}"
      }
      error(
        "number.invalid", "'\(text)' is no number", at: span,
        help: (meant ?? readings.first).map { "write \($0)" }
          ?? "write digits without separators (50000, 12.5)"
          + (rulesPath == nil ? " or {low: 10, high: 15}" : ""))
    }
  }

  /// A value is not of the sort that its key wants.
  mutating func expected(_ what: String, for key: String, at node: YAMLNode, help: String? = nil) {
    error("yaml.type", "'\(key)' wants \(what), not \(node.sort)", at: node.span, help: help)
  }
}

extension String {
  /// Whether a comment of HTML would begin in it.
  fileprivate var holdsComment: Bool {
    // Every short text of a site is asked, and hardly one holds the sign.
    utf8.contains(UInt8(ascii: "<")) && contains("<!--")
  }
}
