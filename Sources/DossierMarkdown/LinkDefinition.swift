/// A definition of a link as it may stand in a text, `[label]: address`.
struct LinkDefinition {
  /// As labels are compared.
  var label: String
  /// From the bracket to the end of its last line.
  var range: Range<Int>

  /// What looks like a definition, in the order of the text; in code and in raw HTML it is none.
  static func all(in bytes: [UInt8]) -> [LinkDefinition] {
    guard bytes.withUnsafeBufferPointer({ $0.contains("]:") }) else { return [] }
    var found: [LinkDefinition] = []
    var (start, paragraphEnd) = (0, 0)
    while start < bytes.count {
      let content = contentStart(from: start, in: bytes)
      if bytes.has("[", at: content) {
        if content >= paragraphEnd { paragraphEnd = endOfParagraph(from: content, in: bytes) }
        let grammar = LinkGrammar(bytes: bytes, end: paragraphEnd)
        if let definition = grammar.linkDefinition(from: content) { found.append(definition) }
      }
      start = (bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<bytes.count) ?? bytes.count) + 1
    }
    return found
  }

  /// Labels are the same whatever the case of their letters and the white space between words.
  static func normalised(_ label: ArraySlice<UInt8>) -> String {
    label.split(whereSeparator: \.isSpace).map(\.text).joined(separator: " ")
      .lowercased().uppercased()
  }

  /// Where a line's text begins, behind marks of quotations and lists.
  private static func contentStart(from start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): offset += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard bytes.has(" ", at: offset + 1) else { return offset }
        offset += 2
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let mark = bytes[offset...].prefix(10).firstIndex { !$0.isDigit } ?? bytes.count
        guard bytes.has(". ", at: mark) || bytes.has(") ", at: mark) else { return offset }
        offset = mark + 2
      default: return offset
      }
    }
    return offset
  }

  private static func endOfParagraph(from start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    while let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"), in: offset..<bytes.count) {
      let next = bytes[(lineEnd + 1)...].first { !$0.isBlank && $0 != UInt8(ascii: ">") }
      guard let next, next != UInt8(ascii: "\n") else { return lineEnd }
      offset = lineEnd + 1
    }
    return bytes.count
  }
}
