import DossierSource

extension InlineReader {
  /// Remembers by which label a link was found; one with an address of its own has none.
  mutating func use(labelOfLinkAt bracket: Int, close: Int, end: Int) {
    let tail = close + 1..<max(close + 1, end)
    guard !reading.source.bytes.has("(", at: tail.lowerBound) || tail.isEmpty else { return }
    let isFull = tail.count > 2
    let label = isFull ? tail.lowerBound + 1..<tail.upperBound - 1 : bracket + 1..<close
    usedLabels.insert(LinkDefinition.normalised(reading.source.bytes[label]))
  }

  /// Tells of the definitions that no link uses, and of those behind the first of a label.
  mutating func tellDefinitions(besides blocks: [TextBlock], _ opaque: [Range<Int>]) {
    guard !definitions.isEmpty else { return }
    let blocks = blocks.map(\.source).sorted { $0.lowerBound < $1.lowerBound }
    let opaque = opaque.sorted { $0.lowerBound < $1.lowerBound }
    var seen: Set<String> = []
    var search = DefinitionSearch(blocks: blocks)
    for definition in definitions where !opaque.holds(definition.range.lowerBound) {
      let isFirst = seen.insert(definition.label).inserted
      guard !isFirst || !usedLabels.contains(definition.label),
        search.isDefinition(at: definition.range.lowerBound, in: reading.source.bytes)
      else { continue }
      reading.tell(isFirst ? .unusedDefinition : .secondDefinition, at: definition.range)
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
    let next = partitioningIndex { $0.lowerBound > offset }
    return prefix(next).last.flatMap { $0.contains(offset) ? $0 : nil }
  }

  fileprivate func holds(_ offset: Int) -> Bool { last(holding: offset) != nil }
}
