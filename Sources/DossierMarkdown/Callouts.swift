import DossierSource

extension BlockReader {
  /// Makes a callout of a quotation that begins with `[!NOTE]`; returns the block that it is then.
  mutating func openCallout(_ quotation: CMarkNode, _ setting: BlockSetting) -> CMarkNode? {
    guard let paragraph = quotation.firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text, let name = Self.name(in: text.literal)
    else { return nil }
    let start = setting.text.bytes(of: paragraph, in: reading.source).lowerBound
    let place = start..<start + name.utf8.count + 3
    guard let callout = Callout(rawValue: name.lowercased()) else {
      tellUnknown(name, at: place)
      return nil
    }
    guard let block = CMarkNode.make(.customBlock) else { return nil }
    let title = reading.bytes(of: .hole(reading.hole(.callout(callout), at: place)))
    let open =
      "<div class=\"callout \(callout.rawValue)\" role=\"note\">\n<p class=\"callout-title\">"
    block.setOutput(enter: open.utf8 + title + "</p>".utf8, exit: Array("</div>".utf8))
    quotation.insertBefore(block)
    block.adoptChildren(of: quotation)
    quotation.remove()
    removeName(name, from: paragraph, text)
    self.callout = (paragraph, place.upperBound)
    return block
  }

  /// The name in `[!NOTE]` at the beginning of a text.
  private static func name(in text: BorrowedBytes) -> String? {
    guard text.count > 3, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "!"),
      let close = text.firstIndex(of: UInt8(ascii: "]")), close > 2, close < 34
    else { return nil }
    let name = text[2..<close]
    return name.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") })
      ? String(decoding: name, as: UTF8.self) : nil
  }

  private func removeName(_ name: String, from paragraph: CMarkNode, _ text: CMarkNode) {
    let rest = Array(text.literal.dropFirst(name.utf8.count + 3).drop(while: \.isBlank))
    if !rest.isEmpty { return text.setLiteral(rest) }
    if let lineEnd = text.next, lineEnd.kind == .softBreak || lineEnd.kind == .lineBreak {
      lineEnd.remove()
    }
    text.remove()
    if paragraph.firstChild == nil { paragraph.remove() }
  }

  private mutating func tellUnknown(_ name: String, at place: Range<Int>) {
    let known = Callout.allCases.map { $0.rawValue.uppercased() }
    reading.warn(
      "callout.unknown", "no callout is named '\(name)'; it is shown as a quotation", at: place,
      help: Suggestion.help(for: name.uppercased(), among: known)
        ?? "use one of " + known.joined(separator: ", "))
  }
}
