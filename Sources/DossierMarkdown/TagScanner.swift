/// Autolinks and raw HTML in the source of one block, by CommonMark's grammar.
struct TagScanner {
  let bytes: [UInt8]
  /// Where the block ends.
  let end: Int
  /// The closings that are known not to come any more, so that no search for one is made twice.
  private var missing: Set<String> = []

  init(bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// The end of `<scheme:…>` or `<name@host>` that begins at `start`.
  func autolinkEnd(from start: Int) -> Int? {
    var offset = start + 1
    var hasMark = false
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ">") { break }
      guard byte > 0x20, byte != UInt8(ascii: "<") else { return nil }
      hasMark = hasMark || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
      offset += 1
    }
    guard offset < end, hasMark else { return nil }
    let content = bytes[(start + 1)..<offset]
    return Self.hasScheme(content) || Self.isEmail(content) ? offset + 1 : nil
  }

  /// A letter, then 1 to 31 letters, digits, `+`, `.` or `-`, then a colon.
  private static func hasScheme(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, first.isLetter else { return false }
    let scheme = content.prefix { $0.isLetter || $0.isDigit || "+.-".utf8.contains($0) }
    return (2...32).contains(scheme.count)
      && content.dropFirst(scheme.count).first == UInt8(ascii: ":")
  }

  private static func isEmail(_ content: ArraySlice<UInt8>) -> Bool {
    guard let at = content.firstIndex(of: UInt8(ascii: "@")), at > content.startIndex else {
      return false
    }
    let marks = ".!#$%&'*+/=?^_`{|}~-".utf8
    guard content[..<at].allSatisfy({ $0.isLetter || $0.isDigit || marks.contains($0) }) else {
      return false
    }
    let labels = content[(at + 1)...].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
  }

  /// The end of a tag, a comment, an instruction, a declaration or CDATA that begins at `start`.
  mutating func tagEnd(from start: Int) -> Int? {
    guard start + 1 < end else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      if bytes.has("<!--", at: start) { return commentEnd(from: start) }
      if bytes.has("<![CDATA[", at: start) { return closing("]]>", from: start + 9) }
      return start + 2 < end && bytes[start + 2].isLetter ? closing(">", from: start + 2) : nil
    case UInt8(ascii: "?"): return closing("?>", from: start + 2)
    case UInt8(ascii: "/"): return closingTagEnd(from: start + 2)
    default: return openTagEnd(from: start + 1)
    }
  }

  /// In CommonMark 0.30 a comment neither begins with `>` or `->` nor holds `--` nor ends in `-`.
  private mutating func commentEnd(from start: Int) -> Int? {
    let text = start + 4
    if bytes.has(">", at: text) || bytes.has("->", at: text) { return nil }
    guard let close = closing("--", from: text), bytes.has(">", at: close), close < end else {
      return nil
    }
    return close + 1
  }

  private mutating func closing(_ text: StaticString, from start: Int) -> Int? {
    guard !missing.contains("\(text)") else { return nil }
    var offset = start
    while let found = bytes.firstIndex(of: text.utf8Start.pointee, in: offset..<max(offset, end)) {
      let after = found + text.utf8CodeUnitCount
      if after <= end, bytes.has(text, at: found) { return after }
      offset = found + 1
    }
    missing.insert("\(text)")
    return nil
  }

  private func nameEnd(from start: Int) -> Int? {
    guard start < end, bytes[start].isLetter else { return nil }
    var offset = start
    while offset < end,
      bytes[offset].isLetter || bytes[offset].isDigit || bytes[offset] == UInt8(ascii: "-")
    {
      offset += 1
    }
    return offset
  }

  private func closingTagEnd(from start: Int) -> Int? {
    guard let name = nameEnd(from: start) else { return nil }
    let close = grammar.spaceEnd(from: name)
    return close < end && bytes[close] == UInt8(ascii: ">") ? close + 1 : nil
  }

  private var grammar: LinkGrammar { LinkGrammar(bytes: bytes, end: end) }

  private func openTagEnd(from start: Int) -> Int? {
    guard var offset = nameEnd(from: start) else { return nil }
    while true {
      let gap = grammar.spaceEnd(from: offset)
      guard gap < end else { return nil }
      if bytes[gap] == UInt8(ascii: ">") { return gap + 1 }
      if bytes[gap] == UInt8(ascii: "/") { return bytes.has("/>", at: gap) ? gap + 2 : nil }
      guard gap > offset, let next = attributeEnd(from: gap) else { return nil }
      offset = next
    }
  }

  private func attributeEnd(from start: Int) -> Int? {
    let first = bytes[start]
    guard first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":") else {
      return nil
    }
    var offset = start + 1
    while offset < end,
      bytes[offset].isLetter || bytes[offset].isDigit || "_.:-".utf8.contains(bytes[offset])
    {
      offset += 1
    }
    let equals = grammar.spaceEnd(from: offset)
    guard equals < end, bytes[equals] == UInt8(ascii: "=") else { return offset }
    return attributeValueEnd(from: grammar.spaceEnd(from: equals + 1))
  }

  private func attributeValueEnd(from start: Int) -> Int? {
    guard start < end else { return nil }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return bytes.firstIndex(of: quote, in: (start + 1)..<max(start + 1, end)).map { $0 + 1 }
    }
    var offset = start
    while offset < end, !bytes[offset].isSpace, !"\"'=<>`".utf8.contains(bytes[offset]) {
      offset += 1
    }
    return offset > start ? offset : nil
  }
}
