/// What stands around a hole in its paragraph, for what is set in a sentence.
public struct HoleNeighbours: Sendable, Equatable {
  /// Whether a sentence begins with what fills the hole.
  public var beginsSentence: Bool
  /// Whether nothing follows in the paragraph.
  public var endsBlock: Bool
  /// The signs that follow at once and end a clause or a sentence.
  public var signs: String

  /// The full stop or the comma that follows at once.
  public var next: Character? { signs.first.flatMap { ".,".contains($0) ? $0 : nil } }
}

extension Prose {
  /// What stands around some holes that belong together; each index must be one of ``holes``.
  public func neighbours(of range: ClosedRange<Int>) -> HoleNeighbours {
    guard holes.indices.contains(range.lowerBound), holes.indices.contains(range.upperBound) else {
      return HoleNeighbours(beginsSentence: false, endsBlock: false, signs: "")
    }
    let before = range.lowerBound > 0 ? holes[range.lowerBound - 1].offset : -1
    let start = min(holes[range.lowerBound].offset, html.count)
    let end = min(holes[range.upperBound].offset, html.count)
    let behind = range.upperBound + 1 < holes.count ? holes[range.upperBound + 1].offset : .max
    let signs = html[end..<max(end, min(behind, html.count))].prefix { ".,;:!?".utf8.contains($0) }
    return HoleNeighbours(
      beginsSentence: beginsSentence(before: start, holeAt: before),
      endsBlock: endsBlock(from: end, holeAt: behind),
      signs: signs.text)
  }

  /// An abbreviation before a work ("cf.", "vgl.") is shorter than a word that ends a sentence.
  private static let shortestLastWord = 5

  private func beginsSentence(before start: Int, holeAt hole: Int) -> Bool {
    var offset = start
    var hasSpace = false
    while offset > 0, offset > hole {
      let byte = html[offset - 1]
      if byte == UInt8(ascii: ">"), let open = html[..<offset].lastIndex(of: UInt8(ascii: "<")) {
        guard isInlineTag(at: open) else { return true }
        offset = open
      } else if byte.isSpace {
        hasSpace = true
        offset -= 1
      } else {
        return hasSpace && endsSentence(before: offset)
      }
    }
    return offset == 0 && hole < 0
  }

  private func endsSentence(before end: Int) -> Bool {
    let mark = html[end - 1]
    if mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") { return true }
    guard mark == UInt8(ascii: ".") else { return false }
    let word = html[..<(end - 1)].reversed().prefix { $0.isLetter || $0.isDigit || $0 >= 0x80 }
    return word.count { $0 & 0xC0 != 0x80 } >= Self.shortestLastWord
  }

  private func endsBlock(from start: Int, holeAt hole: Int) -> Bool {
    var offset = start
    while offset < html.count, offset < hole {
      if html[offset] == UInt8(ascii: "<") {
        guard isInlineTag(at: offset) else { return true }
        offset = tagEnd(from: offset)
      } else if html[offset].isSpace {
        offset += 1
      } else {
        return false
      }
    }
    return offset >= html.count && hole > html.count
  }
}
