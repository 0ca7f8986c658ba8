/// What is put in a text before libcmark reads it, so that its tree tells more.
///
/// libcmark drops escapes and merges texts: `\[@id]` and `[@id]` look alike in its tree, and the
/// note `[^a]: word` becomes a link definition. So U+FDD0, a noncharacter that no input holds, goes
/// in after the label of `[^label]:`, and U+FDD0 with a second `\[` after an escaped bracket. The
/// bracket keeps what libcmark sees on both sides, since a letter or a symbol there decides whether
/// a neighbouring `_` opens emphasis.
enum SourceMark {
  /// U+FDD0 in UTF-8.
  private static let first: UInt8 = 0xEF
  private static let second: UInt8 = 0xB7
  private static let third: UInt8 = 0x90
  static let width = 3

  /// The marked text; `nil` where there is nothing to mark.
  static func insert(in text: [UInt8]) -> [UInt8]? {
    var marked: [UInt8] = []
    var copied = 0
    for insertion in insertions(in: text) {
      if marked.isEmpty { marked.reserveCapacity(text.count + text.count / 8) }
      marked += text[copied..<insertion.offset]
      marked += [first, second, third]
      if insertion.isEscape { marked.append("\\[") }
      copied = insertion.offset
    }
    guard copied > 0 else { return nil }
    return marked + text[copied...]
  }

  /// Whether the mark of an escaped bracket stands at an offset, behind that bracket.
  static func stands(at offset: Int, in bytes: some RandomAccessCollection<UInt8>) -> Bool {
    let bytes = bytes.dropFirst(offset).prefix(width + 1)
    return bytes.elementsEqual([first, second, third, UInt8(ascii: "[")])
  }

  /// The offset of the next mark.
  static func next(in bytes: BorrowedBytes, from start: Int) -> Int? {
    var offset = start
    while let found = bytes.firstIndex(of: first, from: offset) {
      if found + 2 < bytes.count, bytes[found + 1] == second, bytes[found + 2] == third {
        return found
      }
      offset = found + 1
    }
    return nil
  }

  /// Copies bytes of the tree or of its HTML without the marks.
  static func append(_ bytes: BorrowedBytes, to output: inout [UInt8]) {
    var copied = 0
    while let mark = next(in: bytes, from: copied) {
      output += bytes[copied..<mark]
      copied = mark + width
      // Where escapes are not resolved, as in code, the second bracket still has its backslash.
      if copied < bytes.count, bytes[copied] == UInt8(ascii: "\\") { copied += 1 }
      if copied < bytes.count, bytes[copied] == UInt8(ascii: "[") { copied += 1 }
    }
    output += bytes[copied...]
  }

  static func stripped(_ bytes: BorrowedBytes) -> [UInt8] {
    var output: [UInt8] = []
    append(bytes, to: &output)
    return output
  }

  private struct Insertion {
    /// It goes in before the byte at this offset.
    var offset: Int
    var isEscape: Bool
  }

  private static func insertions(in text: [UInt8]) -> [Insertion] {
    var found: [Insertion] = []
    text.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: "\\"):
          offset += 2
          if offset <= bytes.count, bytes[offset - 1] == UInt8(ascii: "[") {
            found.append(Insertion(offset: offset, isEscape: true))
          }
        case UInt8(ascii: "["):
          offset += 1
          guard let end = NoteLabel.end(in: bytes, from: offset - 1) else { continue }
          guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { continue }
          found.append(Insertion(offset: end, isEscape: false))
        case UInt8(ascii: "&"):
          offset += 1
          guard let end = bracketEntityEnd(in: bytes, from: offset) else { continue }
          found.append(Insertion(offset: end, isEscape: true))
          offset = end
        default: offset += holdsNone(bytes, eightAt: offset) ? 8 : 1
        }
      }
    }
    return found
  }

  /// Whether none of the next eight bytes begins what a mark may belong to.
  private static func holdsNone(_ bytes: BorrowedBytes, eightAt offset: Int) -> Bool {
    guard offset + 8 <= bytes.count else { return false }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: offset, as: UInt64.self)
    return !holds(word, UInt8(ascii: "\\")) && !holds(word, UInt8(ascii: "["))
      && !holds(word, UInt8(ascii: "&"))
  }

  /// Whether one of eight bytes is this one: a byte that becomes zero borrows from its highest bit.
  private static func holds(_ word: UInt64, _ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let other = word ^ (ones &* UInt64(byte))
    return (other &- ones) & ~other & (ones << 7) != 0
  }

  /// Where a character reference that means `[` ends, after its semicolon; `start` follows the `&`.
  private static func bracketEntityEnd(in bytes: BorrowedBytes, from start: Int) -> Int? {
    let name = bytes.dropFirst(start).prefix(9)
    guard let semicolon = name.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    var text = String(decoding: bytes[start..<semicolon], as: UTF8.self)[...]
    guard text.popFirst() == "#" else {
      let name = String(decoding: bytes[start..<semicolon], as: UTF8.self)
      return name == "lsqb" || name == "lbrack" ? semicolon + 1 : nil
    }
    let isHexadecimal = text.first == "x" || text.first == "X"
    let code = isHexadecimal ? Int(text.dropFirst(), radix: 16) : Int(text)
    return code == 0x5B ? semicolon + 1 : nil
  }
}

/// The label of a note, `[^label]`.
enum NoteLabel {
  /// Where the label that begins with the `[` at `start` ends, after its `]`; `nil` for no label.
  ///
  /// It holds letters and digits of any script, and after the first also `-`, `_` and `.`: nothing
  /// that could be markup of its own.
  static func end(in bytes: BorrowedBytes, from start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "["),
      bytes[start + 1] == UInt8(ascii: "^"), isWordByte(bytes[start + 2])
    else { return nil }
    var offset = start + 3
    while offset < bytes.count, isWordByte(bytes[offset]) || "-_.".utf8.contains(bytes[offset]) {
      offset += 1
    }
    return offset < bytes.count && bytes[offset] == UInt8(ascii: "]") ? offset + 1 : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter || byte.isDigit
  }
}
