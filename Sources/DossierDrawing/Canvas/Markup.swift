extension [UInt8] {
  /// Appends what is markup already.
  mutating func append(markup: String) {
    append(contentsOf: markup.utf8)
  }

  /// Appends text with the five characters that mean something in XML as references.
  mutating func append(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append(markup: "&amp;")
      case UInt8(ascii: "<"): append(markup: "&lt;")
      case UInt8(ascii: ">"): append(markup: "&gt;")
      case UInt8(ascii: "\""): append(markup: "&quot;")
      case UInt8(ascii: "'"): append(markup: "&#39;")
      default: append(byte)
      }
    }
  }
}
