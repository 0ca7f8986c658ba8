/// A definition of a link as it may stand in a text, `[label]: address`.
struct LinkDefinition {
  /// As labels are compared.
  var label: String
  /// From the bracket to the end of its last line.
  var range: Range<Int>

  /// What looks like a definition, in the order of the text; in code and in raw HTML it is none.
  static func all(in bytes: [UInt8]) -> [LinkDefinition] {
    guard bytes.withUnsafeBufferPointer({ $0.contains("]:") }) else { return [] }
    var found: [LinkDefinition] = []
    var (start, paragraphEnd) = (0, 0)
    while start < bytes.count {
      let content = contentStart(from: start, in: bytes)
      if bytes.has("[", at: content) {
        if content >= paragraphEnd { paragraphEnd = endOfParagraph(from: content, in: bytes) }
        let grammar = LinkGrammar(bytes: bytes, end: paragraphEnd)
        if let definition = grammar.linkDefinition(from: content) { found.append(definition) }
      }
      start = (bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<bytes.count) ?? bytes.count) + 1
    }
    return found
  }

  /// Labels are the same whatever the case of their letters and the white space between words.
  static func normalised(_ label: ArraySlice<UInt8>) -> String {
    label.split(whereSeparator: \.isSpace).map(\.text).joined(separator: " ")
      .lowercased().uppercased()
  }

  /// Where a line's text begins, behind marks of quotations and lists.
  private static func contentStart(from start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): offset += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard bytes.has(" ", at: offset + 1) else { return offset }
        offset += 2
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let mark = bytes[offset...].prefix(10).firstIndex { !$0.isDigit } ?? bytes.count
        guard bytes.has(". ", at: mark) || bytes.has(") ", at: mark) else { return offset }
        offset = mark + 2
      default: return offset
      }
    }
    return offset
  }

  private static func endOfParagraph(from start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    while let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"), in: offset..<bytes.count) {
      let next = bytes[(lineEnd + 1)...].first { !$0.isBlank && $0 != UInt8(ascii: ">") }
      guard let next, next != UInt8(ascii: "\n") else { return lineEnd }
      offset = lineEnd + 1
    }
    return bytes.count
  }
}

extension BodyReader {
  /// Remembers by which label a link was found; one with an address of its own has none.
  mutating func use(labelOfLinkAt bracket: Int, close: Int, end: Int) {
    let tail = close + 1..<max(close + 1, end)
    guard !source.bytes.has("(", at: tail.lowerBound) || tail.isEmpty else { return }
    let isFull = tail.count > 2
    let label = isFull ? tail.lowerBound + 1..<tail.upperBound - 1 : bracket + 1..<close
    usedLabels.insert(LinkDefinition.normalised(source.bytes[label]))
  }

  /// Tells of the definitions that no link uses, and of those behind the first of a label.
  mutating func tellDefinitions() {
    guard !definitions.isEmpty else { return }
    let blocks = blocks.map(\.source).sorted { $0.lowerBound < $1.lowerBound }
    let opaque = opaque.sorted { $0.lowerBound < $1.lowerBound }
    var seen: Set<String> = []
    var search = DefinitionSearch(blocks: blocks)
    for definition in definitions where !opaque.holds(definition.range.lowerBound) {
      let isFirst = seen.insert(definition.label).inserted
      guard !isFirst || !usedLabels.contains(definition.label),
        search.isDefinition(at: definition.range.lowerBound, in: source.bytes)
      else { continue }
      tell(isFirst ? .unusedDefinition : .secondDefinition, at: definition.range)
    }
  }
}

/// Tells what libcmark took for a definition by the blocks that it shows.
private struct DefinitionSearch {
  /// In the order of the text.
  let blocks: [Range<Int>]
  /// The block that was looked at last, and where the definitions end with which it begins.
  private var known: (block: Range<Int>, end: Int)?

  init(blocks: [Range<Int>]) { self.blocks = blocks }

  /// Whether no block shows what stands at an offset, or one that begins behind it.
  mutating func isDefinition(at start: Int, in bytes: [UInt8]) -> Bool {
    guard let block = blocks.last(holding: start) else { return true }
    if let known, known.block == block { return start < known.end }
    var scanner = InlineScanner(bytes, in: block)
    scanner.skipDefinitions()
    known = (block, scanner.position)
    return start < scanner.position
  }
}

extension [Range<Int>] {
  /// The last that begins at or before an offset, if it holds that; they are in order.
  fileprivate func last(holding offset: Int) -> Range<Int>? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, self[low - 1].contains(offset) else { return nil }
    return self[low - 1]
  }

  fileprivate func holds(_ offset: Int) -> Bool { last(holding: offset) != nil }
}
