/// What JSON writes otherwise than YAML, of which it is else a part.
enum JSONEscapes {
  /// A text of JSON with each pair of surrogates (`\ud83d\ude00`) as YAML writes the character that
  /// they stand for (`\U0001F600`); a surrogate alone stays, and is an error of syntax.
  static func asYAML(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      if let high = unit(bytes, at: offset), 0xD800..<0xDC00 ~= high,
        let low = unit(bytes, at: offset + 6), 0xDC00..<0xE000 ~= low
      {
        let digits = String(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), radix: 16)
        result += Array(
          ("\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits).utf8)
        offset += 12
      } else {
        // What follows a backslash belongs to it, another backslash too.
        result += bytes[offset..<min(offset + 2, bytes.count)]
        offset += 2
      }
    }
    return result
  }

  /// The number of `\uXXXX`.
  private static func unit(_ bytes: [UInt8], at offset: Int) -> Int? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[(offset + 2)..<(offset + 6)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
