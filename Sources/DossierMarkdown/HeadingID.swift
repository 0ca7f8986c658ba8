extension BlockReader {
  /// The id at the end of a heading, `{#id}`, which is taken off its text.
  mutating func headingID(of node: CMarkNode, in range: Range<Int>) -> String? {
    guard let last = node.lastChild, last.kind == .text else { return nil }
    let text = Array(last.literal)
    guard text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")),
      text.has("{#", at: brace), brace == 0 || text[brace - 1].isBlank,
      let place = reading.source.placeOfID(Array(text[brace...]), in: range)
    else { return nil }
    let id = text[(brace + 2)...].dropLast()
    guard SlugRegister.slug(of: Array(id)) == id.text, !id.isEmpty else {
      reading.fail(
        "heading.id", "'\(id.text)' is no id of a heading", at: place,
        help: "use small letters, digits and single hyphens")
      return nil
    }
    guard reading.slugs.reserve(id.text) else {
      reading.fail(
        "heading.id", "the id '\(id.text)' is taken", at: place,
        help: "give each heading an id of its own that does not begin like one of the page's: "
          + "fact-, note-, cite-, exhibit-")
      return nil
    }
    let words = text[..<brace].reversed().drop(while: \.isBlank).reversed()
    last.setLiteral(Array(words))
    return id.text
  }
}

extension SourceText {
  /// Where an id stands in the source; `nil` where its brace is escaped there.
  fileprivate func placeOfID(_ id: [UInt8], in range: Range<Int>) -> Range<Int>? {
    var offset = range.upperBound
    while let brace = bytes[range.lowerBound..<offset].lastIndex(of: UInt8(ascii: "{")) {
      if bytes[brace...].starts(with: id) {
        let isEscaped = brace > range.lowerBound && bytes[brace - 1] == UInt8(ascii: "\\")
        return isEscaped ? nil : brace..<brace + id.count
      }
      offset = brace
    }
    return nil
  }
}
