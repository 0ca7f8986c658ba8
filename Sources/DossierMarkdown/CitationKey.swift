/// The keys of works, as Pandoc reads them: letters and digits of any script, with one of
/// `:.#$%+-?~/_` between them; or anything in braces but blanks and what parts works.
enum CitationKey {
  /// Where a key's id stands, and where the key ends.
  struct Found: Equatable {
    var id: Range<Int>
    var end: Int
  }

  private static let between: ByteSet = ":.#$%+-?~/_"
  private static let unfit: ByteSet = "{}[],;\"<>|\\`"

  /// The key whose `@` stands right before an offset; `nil` where none does.
  static func read<Bytes: RandomAccessCollection<UInt8>>(
    from start: Int, to end: Int, in bytes: Bytes
  ) -> Found? where Bytes.Index == Int {
    guard start < end else { return nil }
    if bytes[start] == UInt8(ascii: "{") { return braced(from: start + 1, to: end, in: bytes) }
    // It may begin with a low line, which Markdown else takes for emphasis.
    var last = bytes[start] == UInt8(ascii: "_") ? start + 1 : start
    while last < end {
      if let length = wordLength(at: last, to: end, in: bytes) {
        last += length
      } else if last > start, between.contains(bytes[last]),
        wordLength(at: last + 1, to: end, in: bytes) != nil
      {
        last += 1
      } else {
        break
      }
    }
    let isWord = last > start && bytes[last - 1] != UInt8(ascii: "_")
    return isWord ? Found(id: start..<last, end: last) : nil
  }

  private static func braced<Bytes: RandomAccessCollection<UInt8>>(
    from start: Int, to end: Int, in bytes: Bytes
  ) -> Found? where Bytes.Index == Int {
    var last = start
    while last < end, !unfit.contains(bytes[last]), !bytes[last].isSpace { last += 1 }
    guard last > start, last < end, bytes[last] == UInt8(ascii: "}") else { return nil }
    return Found(id: start..<last, end: last + 1)
  }

  /// The bytes of a letter or a digit at an offset; `nil` where something else stands.
  private static func wordLength<Bytes: RandomAccessCollection<UInt8>>(
    at offset: Int, to end: Int, in bytes: Bytes
  ) -> Int? where Bytes.Index == Int {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    if byte < 0x80 { return byte.isLetter || byte.isDigit ? 1 : nil }
    var iterator = bytes[offset..<min(end, offset + 4)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator),
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.canonicalCombiningClass != .notReordered
    else { return nil }
    return UTF8.width(scalar)
  }
}
