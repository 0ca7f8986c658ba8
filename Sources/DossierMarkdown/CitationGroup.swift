/// The bracket of a citation as it stands in the source, where markup stands in it.
///
/// Works are separated by `;`, or by a comma directly before a further key.
enum CitationGroup {
  /// One work of the bracket, by places in the source.
  struct Item: Equatable {
    /// The words before the key.
    var prefix: Range<Int>
    /// The key with its `@`, and the `-` before it.
    var key: Range<Int>
    /// What stands in braces behind the key, and is a place in the work whatever it says.
    var place: Range<Int>?
    /// What follows the key, or the place, its comma included.
    var rest: Range<Int>
  }

  /// Whether the tree may not show what stands in a bracket as one text.
  static func holdsMarkup(_ content: ArraySlice<UInt8>) -> Bool {
    content.contains { "[*_`<{".utf8.contains($0) }
  }

  /// The works of a bracket; `nil` where it is no citation.
  static func items(in content: Range<Int>, of bytes: [UInt8]) -> [Item]? {
    var items: [Item] = []
    for part in parts(of: content, in: bytes) {
      guard let item = item(in: part, of: bytes) else { return nil }
      items.append(item)
    }
    return items
  }

  /// A work's stretch of the bracket, and its keys.
  private struct Part {
    var range: Range<Int>
    var keys: [Int] = []
  }

  private static let signs: ByteSet = "[];@"

  private static func parts(of content: Range<Int>, in bytes: [UInt8]) -> [Part] {
    var scanner = InlineScanner(bytes, in: content)
    var parts: [Part] = [Part(range: content.lowerBound..<content.upperBound)]
    var depth = 0
    while let offset = scanner.nextPlain(where: Self.signs.contains) {
      let last = parts.count - 1
      switch bytes[offset] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ";") where depth == 0:
        parts[last].range = parts[last].range.lowerBound..<offset
        parts.append(Part(range: offset + 1..<content.upperBound))
      case UInt8(ascii: "@") where depth == 0:
        guard isKey(at: offset, after: content.lowerBound, in: bytes) else { continue }
        if !parts[last].keys.isEmpty, let comma = comma(before: offset, in: bytes) {
          parts[last].range = parts[last].range.lowerBound..<comma
          parts.append(Part(range: comma + 1..<content.upperBound))
        }
        parts[parts.count - 1].keys.append(offset)
      default: break
      }
    }
    return parts
  }

  private static func item(in part: Part, of bytes: [UInt8]) -> Item? {
    guard part.keys.count == 1, let at = part.keys.first,
      let key = CitationKey.read(from: at + 1, to: part.range.upperBound, in: bytes)
    else { return nil }
    let start = at > part.range.lowerBound && bytes[at - 1] == UInt8(ascii: "-") ? at - 1 : at
    let rest = bytes.trimmed(key.end..<part.range.upperBound)
    let prefix = bytes.trimmed(part.range.lowerBound..<start)
    let end = part.range.upperBound
    guard let place = place(in: rest, of: bytes) else {
      guard Self.mayFollowKey(bytes[key.end..<end]) else { return nil }
      let end = rest.isEmpty ? key.end : rest.upperBound
      return Item(prefix: prefix, key: start..<key.end, rest: key.end..<end)
    }
    return Item(
      prefix: prefix, key: start..<key.end, place: bytes.trimmed(place),
      rest: place.upperBound + 1..<max(place.upperBound + 1, rest.upperBound))
  }

  /// What stands in the braces with which a stretch begins, or its part behind a comma.
  private static func place(in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    var start = range.lowerBound
    if start < range.upperBound, bytes[start] == UInt8(ascii: ",") { start += 1 }
    while start < range.upperBound, bytes[start].isSpace { start += 1 }
    guard start < range.upperBound, bytes[start] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    for offset in start..<range.upperBound {
      if bytes[offset] == UInt8(ascii: "{") { depth += 1 }
      if bytes[offset] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return start + 1..<offset }
    }
    return nil
  }

  /// Whether what follows a key may belong to its work: nothing, what a comma parts from it, or,
  /// as Pandoc has it, a place such as " p. 3" behind a blank.
  static func mayFollowKey(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = rest.drop(while: \.isSpace)
    guard let first = words.first, first != UInt8(ascii: ",") else { return true }
    guard words.startIndex > rest.startIndex else { return false }
    if words.starts(with: "§".utf8) || words.starts(with: "¶".utf8) { return true }
    var figures = words.drop { $0.isLetter || $0 >= 0x80 }
    guard figures.startIndex > words.startIndex else { return false }
    if figures.first == UInt8(ascii: ".") { figures = figures.dropFirst() }
    return figures.drop(while: \.isSpace).first?.isDigit == true
  }

  /// Where the comma stands that directly precedes the key at an offset.
  static func comma<Bytes: RandomAccessCollection<UInt8>>(
    before key: Int, in bytes: Bytes
  ) -> Int? where Bytes.Index == Int {
    let first = bytes.startIndex
    var offset = key - 1
    if offset >= first, bytes[offset] == UInt8(ascii: "-") { offset -= 1 }
    while offset >= first, bytes[offset].isSpace { offset -= 1 }
    return offset >= first && bytes[offset] == UInt8(ascii: ",") ? offset : nil
  }

  /// Whether an `@` begins a key: at the start, behind white space or a separator, or behind a
  /// hyphen at such.
  static func isKey<Bytes: RandomAccessCollection<UInt8>>(
    at offset: Int, after start: Int, in bytes: Bytes
  ) -> Bool where Bytes.Index == Int {
    func isBoundary(_ index: Int) -> Bool {
      index < start || bytes[index].isSpace || "[;,(|\"".utf8.contains(bytes[index])
    }
    if isBoundary(offset - 1) { return true }
    return bytes[offset - 1] == UInt8(ascii: "-") && isBoundary(offset - 2)
  }
}
