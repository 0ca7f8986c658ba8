/// What the formats of the bibliography's exports have in common.
enum ExportText {
  /// A text without line breaks, which would end a field: runs of spaces and control characters
  /// become one space, and go at the ends.
  static func oneLine(_ text: String) -> String {
    if isOneLine(text) { return text }
    var line = String.UnicodeScalarView()
    var isAfterBlank = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        isAfterBlank = true
        continue
      }
      if isAfterBlank && !line.isEmpty { line.append(" ") }
      isAfterBlank = false
      line.append(scalar)
    }
    return String(line)
  }

  /// Whether a text is sure to stay as it is; most are.
  private static func isOneLine(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || !isAfterSpace else { return false }
      isAfterSpace = byte == 0x20
    }
    return !isAfterSpace || text.isEmpty
  }

  /// Whether it is a space or a control character, the line and paragraph separators among them;
  /// no-break spaces are not.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }

  /// An address with all percent-encoded that would end or break a field: blanks, control
  /// characters, braces, backslashes, quotation marks; the rest is left as it is.
  static func address(_ address: String) -> String {
    if address.utf8.allSatisfy(isHarmless) { return address }
    return PercentEncoding.encode(address, keeping: isHarmless)
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"),
      UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "|"):
      false
    default: true
    }
  }

  /// The first and the last page of "4-6", "4–6" or "4"; `nil` for the last of one page or of a list.
  static func pages(_ text: String) -> (first: String, last: String?) {
    let parts = text.split { $0 == "-" || $0 == "–" }
    guard parts.count == 2, !text.contains(",") else { return (oneLine(text), nil) }
    return (oneLine(String(parts[0])), oneLine(String(parts[1])))
  }
}

extension String? {
  /// The text, unless it is empty.
  var filled: String? { self?.isEmpty == false ? self : nil }
}
