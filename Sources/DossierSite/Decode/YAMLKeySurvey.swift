/// Finds the keys of one mapping in the text itself, since the parser does not say where they are.
struct YAMLKeySurvey {
  let bytes: [UInt8]
  /// The offset of one of its keys; those before it are not looked for.
  let first: Int
  /// Bytes before that key on its line, which is where the keys of a block mapping begin.
  let column: Int

  /// Where a key stands, without quotation marks, in the order of the text.
  func places(of key: [UInt8]) -> [Range<Int>] {
    (isFlow ? flowStarts : blockStarts).compactMap { start in
      let isQuoted = start < bytes.count && "\"'".utf8.contains(bytes[start])
      let begin = isQuoted ? start + 1 : start
      let end = begin + key.count
      guard end < bytes.count, bytes[begin..<end].elementsEqual(key) else { return nil }
      let after = bytes[(isQuoted ? end + 1 : end)...].first { $0 != UInt8(ascii: " ") }
      return after == UInt8(ascii: ":") ? begin..<end : nil
    }
  }

  private var isFlow: Bool {
    let before = bytes[..<first].last { $0 != UInt8(ascii: " ") }
    return before == UInt8(ascii: "{") || before == UInt8(ascii: ",")
  }

  /// What stands on further lines at the column of the first key.
  private var blockStarts: [Int] {
    var starts = [first]
    for (index, byte) in bytes.enumerated().dropFirst(first) where byte == UInt8(ascii: "\n") {
      let start = index + 1 + column
      guard start < bytes.count else { break }
      if bytes[(index + 1)..<start].allSatisfy({ $0 == UInt8(ascii: " ") }) { starts.append(start) }
    }
    return starts
  }

  /// What follows each comma that is in no inner bracket and no quotation marks.
  private var flowStarts: [Int] {
    var (starts, depth, wantsKey) = ([Int](), 0, true)
    var quote: UInt8?
    for (index, byte) in bytes.enumerated().dropFirst(first) {
      if wantsKey, byte != UInt8(ascii: " "), byte != UInt8(ascii: "\n") {
        starts.append(index)
        wantsKey = false
      }
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if index > 0, " \n:,{[".utf8.contains(bytes[index - 1]) { quote = byte }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return starts }
      case UInt8(ascii: ","): wantsKey = depth == 0
      default: break
      }
    }
    return starts
  }
}
