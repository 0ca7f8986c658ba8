/// The text of a style sheet as readers get it.
enum StyleText {
  /// The text without its comments, the space before its lines and its empty lines; what stands in
  /// quotation marks, and an address without them, stays as it is (CSS Syntax, 4.3).
  ///
  /// A comment that never ends goes to the end, as it does for a browser.
  static func bare(_ text: [UInt8]) -> [UInt8] {
    var bare: [UInt8] = []
    bare.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "/") where text[index...].starts(with: "/*".utf8):
        index = endOfComment(in: text, from: index + 2)
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = endOfString(in: text, from: index)
        bare += text[index..<end]
        index = end
        continue
      case UInt8(ascii: "(") where bare.suffix(3).lowercased == "url":
        let end = text[index...].firstIndex(of: UInt8(ascii: ")")) ?? text.count
        let isQuoted = text[index..<end].contains {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }
        let rest = isQuoted ? index + 1 : end
        bare += text[index..<rest]
        index = rest
        continue
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if let last = bare.last, last != UInt8(ascii: "\n") { bare.append(UInt8(ascii: "\n")) }
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if let last = bare.last, last != UInt8(ascii: "\n") { bare.append(byte) }
      default: bare.append(byte)
      }
      index += 1
    }
    return bare
  }

  private static func endOfComment(in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < text.count {
      if text[index] == UInt8(ascii: "*"), text[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return text.count
  }

  /// Where a string ends: behind its mark, or before the line that breaks it off.
  private static func endOfString(in text: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < text.count {
      switch text[index] {
      case text[start]: return index + 1
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\n"): return index
      default: index += 1
      }
    }
    return text.count
  }
}

extension ArraySlice<UInt8> {
  fileprivate var lowercased: String { String(decoding: self, as: UTF8.self).lowercased() }
}
