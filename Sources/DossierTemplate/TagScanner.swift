import DossierSource

/// A tag of a template, as it stands in the file.
struct Tag: Sendable {
  enum Kind {
    case variable, unescaped, section, inverted, close, partial, parent, block
    case comment, delimiters
  }

  var kind: Kind
  /// What stands between the delimiters, without the sigil and the space around it.
  var name: String
  /// Offsets in the file, delimiters included.
  var range: Range<Int>
  /// The tag's first line alone, where the tag has several.
  var span: Span
  /// Where the tag's line begins, if only spaces and tabs stand before the tag.
  var lead: Int?
  /// Where the next line begins, if only spaces and tabs stand behind the tag.
  var trail: Int?
}

/// Finds the tags of a template one after the other, and follows the tags that set the delimiters.
struct TagScanner {
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a tag was left open, so that the structure of what was found may be wrong.
  private(set) var isBroken = false

  private let path: String
  private let bytes: [UInt8]
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// Where the counting of lines has come to.
  private var counted = 0
  /// The last closing delimiter found, so that unclosed tags do not search the file again and again.
  private var knownClose: Int?

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The next well-formed tag; `nil` at the end of the file.
  mutating func next() -> Tag? {
    while let start = find(opening, from: offset) {
      countLines(to: start)
      let content = start + opening.count
      guard let close = nextClose(from: content) else {
        reportOpen(start..<bytes.count)
        break
      }
      if let tag = tag(from: start, content: trimmed(content..<close), close: close) { return tag }
    }
    offset = bytes.count
    return nil
  }

  /// Reads the tag and moves on behind it; reports a malformed one.
  private mutating func tag(from start: Int, content: Range<Int>, close: Int) -> Tag? {
    let (kind, width) = kind(at: content)
    let hasName = kind != .comment && kind != .delimiters
    var range = start..<(close + closing.count)
    var inner = content.dropFirst(width)
    if hasName, find(opening, from: start + opening.count, to: close) != nil {
      return reportOpen(range)
    }
    if kind == .unescaped, bytes[content.lowerBound] == UInt8(ascii: "{") {
      guard let end = takeThirdBrace(&inner, close: close) else {
        return reportOpen(range, close: [UInt8(ascii: "}")] + closing)
      }
      range = start..<end
    }
    offset = range.upperBound
    if kind == .delimiters, !setDelimiters(inner) {
      return report(
        range, "a pair of delimiters is two words without '='", help: "write {{=<% %>=}}")
    }
    let name = text(trimmed(inner))
    if hasName, let flaw = flaw(of: name) { return report(range, flaw, help: nil) }
    return Tag(
      kind: kind, name: name, range: range, span: span(of: range), lead: lead(of: start),
      trail: trail(of: range.upperBound))
  }

  /// The end of a tag that began with a brace of its own: the brace that closes it stands before the
  /// closing delimiter, or behind it where that is made of braces too; `nil` where there is none.
  private func takeThirdBrace(_ inner: inout Range<Int>, close: Int) -> Int? {
    let end = close + closing.count
    if bytes[close...].starts(with: [UInt8(ascii: "}")] + closing) { return end + 1 }
    guard inner.last.map({ bytes[$0] }) == UInt8(ascii: "}") else { return nil }
    inner = inner.dropLast()
    return end
  }

  private func flaw(of name: String) -> String? {
    if name.isEmpty { return "the tag is empty" }
    return name.utf8.contains(where: Self.isSpace)
      ? "the name '\(oneLine(name))' holds a space" : nil
  }

  private func kind(at content: Range<Int>) -> (kind: Tag.Kind, width: Int) {
    guard let first = content.first else { return (.variable, 0) }
    switch bytes[first] {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): return (.unescaped, 1)
    case UInt8(ascii: "#"): return (.section, 1)
    case UInt8(ascii: "^"): return (.inverted, 1)
    case UInt8(ascii: "/"): return (.close, 1)
    case UInt8(ascii: ">"): return (.partial, 1)
    case UInt8(ascii: "<"): return (.parent, 1)
    case UInt8(ascii: "$"): return (.block, 1)
    case UInt8(ascii: "!"): return (.comment, 1)
    case UInt8(ascii: "="): return (.delimiters, 1)
    default: return (.variable, 0)
    }
  }

  /// Takes over a pair such as `<% %>=`; `false` where it is none.
  private mutating func setDelimiters(_ content: Range<Int>) -> Bool {
    guard let last = content.last, bytes[last] == UInt8(ascii: "=") else { return false }
    let words = bytes[content.dropLast()].split(whereSeparator: Self.isSpace)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else { return false }
    (opening, closing) = (Array(words[0]), Array(words[1]))
    knownClose = nil
    return true
  }
}

// MARK: - Diagnostics

extension TagScanner {
  /// Reports a tag that is never closed, and moves on behind its opening delimiter.
  @discardableResult
  private mutating func reportOpen(_ range: Range<Int>, close: [UInt8]? = nil) -> Tag? {
    isBroken = true
    offset = range.lowerBound + opening.count
    let close = String(decoding: close ?? closing, as: UTF8.self)
    return report(range, "the tag is not closed", help: "close it with \(close)")
  }

  private mutating func report(_ range: Range<Int>, _ message: String, help: String?) -> Tag? {
    let place = Place(path: path, span: span(of: range))
    diagnostics.append(.error("template.syntax", message, at: place, help: help))
    return nil
  }

  /// The part of a range on its first line; `line` is that of its beginning.
  private func span(of range: Range<Int>) -> Span {
    let end = bytes[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    return Span(
      line: line, column: range.lowerBound - lineStart + 1, length: end - range.lowerBound)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func oneLine(_ name: String) -> String {
    String(name.split(whereSeparator: \.isNewline).first ?? "")
  }
}

// MARK: - Bytes

extension TagScanner {
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = range.first { !Self.isSpace(bytes[$0]) } ?? range.upperBound
    let last = range.last { !Self.isSpace(bytes[$0]) } ?? start - 1
    return start..<max(last + 1, start)
  }

  private func find(_ pattern: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
    let last = (end ?? bytes.count) - pattern.count
    guard start <= last, let first = pattern.first else { return nil }
    return (start...last).first { index in
      bytes[index] == first && bytes[index...].starts(with: pattern)
    }
  }

  private mutating func nextClose(from start: Int) -> Int? {
    if let knownClose, knownClose >= start { return knownClose }
    knownClose = find(closing, from: start)
    return knownClose
  }

  private mutating func countLines(to end: Int) {
    for index in counted..<max(counted, end) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    counted = max(counted, end)
  }

  private func lead(of start: Int) -> Int? {
    bytes[lineStart..<start].allSatisfy(Self.isBlank) ? lineStart : nil
  }

  private func trail(of end: Int) -> Int? {
    var index = end
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
    if index == bytes.count { return index }
    return bytes[index] == UInt8(ascii: "\n") ? index + 1 : nil
  }
}
