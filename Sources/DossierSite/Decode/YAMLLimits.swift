/// What is held against a YAML text before the parser sees it, which is recursive and trusts its input.
///
/// Both are reckoned roughly, from the bytes alone, and never refuse what a record needs.
struct YAMLLimits {
  let bytes: [UInt8]
  /// How many brackets may be open, and how many marks and spaces a line may begin with.
  let depth: Int

  /// Where the text nests deeper than any record does.
  func tooDeep() -> Int? {
    var open = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "\n"):
        if leadingMarks(from: index + 1) > depth { return index + 1 }
      default: break
      }
      if open > depth { return index }
    }
    return leadingMarks(from: 0) > depth ? 0 : nil
  }

  private func leadingMarks(from start: Int) -> Int {
    bytes[start...].prefix { "-?: \t".utf8.contains($0) }.count
  }

  /// Where a key may be more than a text, in a document that has anchors: the parser compares the
  /// keys of a mapping with all that their aliases stand for, which can be without end.
  func keyBesideAnchors() -> Int? {
    guard bytes.indices.contains(where: { bytes[$0] == UInt8(ascii: "&") && isToken(at: $0) })
    else { return nil }
    var lastToken = 0
    for (index, byte) in bytes.enumerated() {
      if beginsToken(at: index) { lastToken = index }
      switch byte {
      case UInt8(ascii: "?") where lastToken == index: return index
      case UInt8(ascii: ":"):
        let before = bytes[..<index].last { $0 != UInt8(ascii: " ") } ?? 0
        let isAlias = bytes[lastToken] == UInt8(ascii: "*") && isToken(at: lastToken)
        if "]}".utf8.contains(before) || isAlias && isName(before) { return index }
      default: break
      }
    }
    return nil
  }

  /// Whether something other than a space begins here.
  private func beginsToken(at index: Int) -> Bool {
    !" \t\n:".utf8.contains(bytes[index])
      && (index == 0 || " \t\n[{,".utf8.contains(bytes[index - 1]))
  }

  /// Whether an anchor or alias, `&name` or `*name`, begins here.
  private func isToken(at index: Int) -> Bool {
    beginsToken(at: index) && index + 1 < bytes.count && isName(bytes[index + 1])
  }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
