/// The parts of CommonMark's links, found in the source of one block.
///
/// The rules and their limits are libcmark's (`inlines.c` of 0.30.2), since the tree that it made
/// is to be found again in the source. Every function takes the offset at which a part begins and
/// returns the one at which it ends, or `nil` where it is not that part.
struct LinkGrammar {
  let bytes: [UInt8]
  /// Where the block ends.
  let end: Int

  /// White space, over line ends too, with the indentation and the `>` that begin a further line.
  func spaceEnd(from start: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset].isSpace {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: "\n") { offset = prefixEnd(from: offset) }
    }
    return offset
  }

  /// The indentation of a line and the marks of the quotations it stands in.
  func prefixEnd(from start: Int) -> Int {
    var offset = start
    while offset < end {
      let margin = offset
      while offset < end, bytes[offset].isBlank { offset += 1 }
      guard offset < end, offset - margin < 4, bytes[offset] == UInt8(ascii: ">") else { break }
      offset += 1
    }
    return offset
  }

  /// What stands in parentheses after a link's text: address and title.
  func inlineTail(from start: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    guard let address = destination(from: spaceEnd(from: start + 1)) else { return nil }
    let gap = spaceEnd(from: address)
    let titleEnd = gap == address ? gap : title(from: gap) ?? gap
    let close = spaceEnd(from: titleEnd)
    return close < end && bytes[close] == UInt8(ascii: ")") ? close + 1 : nil
  }

  /// `[label]`, at most 1,000 bytes, without an unescaped bracket within.
  func label(from start: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    var offset = start + 1
    while offset < end, offset - start <= 1001 {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return offset + 1
      default: offset += 1
      }
    }
    return nil
  }

  private func destination(from start: Int) -> Int? {
    guard start < end else { return nil }
    if bytes[start] == UInt8(ascii: "<") { return bracketedDestination(from: start + 1) }
    var depth = 0
    var offset = start
    while offset < end, !bytes[offset].isSpace {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      if depth < 0 { return offset }
      if depth > 32 { return nil }
      offset += 1
    }
    return min(offset, end)
  }

  private func bracketedDestination(from start: Int) -> Int? {
    var offset = start
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "<"), UInt8(ascii: "\n"): return nil
      case UInt8(ascii: ">"): return offset + 1
      default: offset += 1
      }
    }
    return nil
  }

  private func title(from start: Int) -> Int? {
    guard start < end else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var offset = start + 1
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
      } else if bytes[offset] == close {
        return offset + 1
      }
      offset += 1
    }
    return nil
  }
}

extension LinkGrammar {
  /// The link definitions with which a paragraph may begin; libcmark takes them out of its text.
  func definitionsEnd(from start: Int) -> Int {
    var offset = start
    while let next = definition(from: offset) { offset = next }
    return offset
  }

  private func definition(from start: Int) -> Int? {
    guard let labelEnd = label(from: start), labelEnd - start > 2 else { return nil }
    guard labelEnd < end, bytes[labelEnd] == UInt8(ascii: ":") else { return nil }
    // The label of a note is marked before libcmark reads it, and so defines no link.
    if bytes[start + 1] == UInt8(ascii: "^"), isNoteLabel(start..<labelEnd) { return nil }
    let addressStart = spaceEnd(from: labelEnd + 1)
    guard let address = destination(from: addressStart), address > addressStart else { return nil }
    let gap = spaceEnd(from: address)
    if gap > address, let title = title(from: gap), let next = lineEnd(from: title) { return next }
    return lineEnd(from: address)
  }

  /// The definition that begins at an offset, if one does.
  func linkDefinition(from start: Int) -> LinkDefinition? {
    guard let last = definition(from: start), let labelEnd = label(from: start) else { return nil }
    let label = bytes[start + 1..<labelEnd - 1]
    guard !label.allSatisfy(\.isSpace) else { return nil }
    let end = bytes.trimmed(start..<min(last, end)).upperBound
    return LinkDefinition(label: LinkDefinition.normalised(label), range: start..<end)
  }

  private func isNoteLabel(_ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { NoteLabel.end(in: $0, from: range.lowerBound) }
      == range.upperBound
  }

  /// The start of the next line's text, if only blanks are left on this one.
  private func lineEnd(from start: Int) -> Int? {
    var offset = start
    while offset < end, bytes[offset].isBlank { offset += 1 }
    guard offset < end else { return end }
    return bytes[offset] == UInt8(ascii: "\n") ? prefixEnd(from: offset + 1) : nil
  }
}
