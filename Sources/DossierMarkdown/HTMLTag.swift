/// A tag in HTML, be it one that opens or closes, or a comment.
struct HTMLTag {
  /// The element's name by ``key(_:)``; 0 for a comment.
  let name: UInt64
  /// The offset behind it.
  let end: Int

  /// Reads the tag that begins with the `<` at an offset.
  init(in html: [UInt8], at start: Int) {
    name = Self.key(Self.letters(in: html, at: start))
    end = Self.end(in: html, from: start)
  }

  /// The letters of an element's name behind the `<` at an offset.
  static func letters(in html: [UInt8], at start: Int) -> ArraySlice<UInt8> {
    let first = html.has("</", at: start) ? start + 2 : start + 1
    return html[min(first, html.count)...].prefix { $0.isLetter || $0.isDigit }
  }

  /// A name in small letters as one number; 0, which is no element's, for a name of more than eight.
  static func key(_ name: some Collection<UInt8>) -> UInt64 {
    guard name.count <= 8 else { return 0 }
    // Small letters and digits have this bit anyway.
    return name.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  static func keys(_ names: String...) -> Set<UInt64> { Set(names.map { key($0.utf8) }) }

  /// The offset behind the tag or the comment that begins with the `<` at an offset.
  static func end(in html: [UInt8], from start: Int) -> Int {
    if html.has("<!--", at: start) {
      var offset = start + 4
      while offset < html.count, !html.has("-->", at: offset) { offset += 1 }
      return min(offset + 3, html.count)
    }
    var quote: UInt8?
    for offset in start..<html.count {
      let byte = html[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return offset + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return html.count
  }
}
