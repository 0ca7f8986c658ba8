import DossierTemplate

// Elements of XML 1.0, whose text is escaped as that of HTML is.
extension [UInt8] {
  mutating func append(xml: String) {
    append(contentsOf: xml.utf8)
  }

  /// Appends an element that holds text; none where there is no text.
  mutating func appendElement(_ name: String, _ text: String?, attributes: String = "") {
    guard let text, !text.isEmpty else { return }
    append(xml: "<" + name + attributes + ">")
    append(xmlText: text)
    append(xml: "</" + name + ">\n")
  }

  /// Appends text without the characters that XML does not allow, whatever the way of writing them.
  mutating func append(xmlText text: String) {
    let isAllowed = text.unicodeScalars.allSatisfy(Self.isAllowed)
    if isAllowed {
      appendEscaped(text)
    } else {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.filter(Self.isAllowed))
      appendEscaped(String(scalars))
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
