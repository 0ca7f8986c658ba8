import DossierSource

/// The walk over the inlines of one block.
struct InlineWalk {
  /// A link whose text is being read.
  struct OpenLink {
    var node: CMarkNode
    /// Where it ends in the source.
    var end: Int
    var isReference: Bool
  }

  let block: TextBlock
  var scanner: InlineScanner
  var openLink: OpenLink?
  /// How many brackets of text are open.
  var openBrackets = 0
  /// The last link that stands within them.
  var linkInBrackets: Range<Int>?
  /// What a heading says, for its id.
  var headingText: [UInt8] = []

  init(_ block: TextBlock, in bytes: [UInt8]) {
    self.block = block
    scanner = InlineScanner(bytes, in: block.source)
    switch block.role {
    case .paragraph, .heading, .inlineText: scanner.skipDefinitions()
    case .cell: break
    }
  }

  var isHeading: Bool {
    if case .heading = block.role { true } else { false }
  }

  var isNote: Bool { block.note != nil }

  /// Follows the brackets of a text, and finds what was meant as a link but holds another one.
  ///
  /// CommonMark takes the outer one of `[a [b](x) c](y)` for text, which no author means.
  mutating func linkInLink(closedIn text: [UInt8]) -> Range<Int>? {
    var found: Range<Int>?
    var offset = 0
    while offset < text.count {
      offset += 1
      switch text[offset - 1] {
      case UInt8(ascii: "["):
        if SourceMark.stands(at: offset, in: text) {
          offset += SourceMark.width + 1
        } else {
          openBrackets += 1
        }
      case UInt8(ascii: "]") where openBrackets > 0:
        if text.has("(", at: offset), let link = linkInBrackets { found = link }
        openBrackets -= 1
        if openBrackets == 0 { linkInBrackets = nil }
      default: break
      }
    }
    return found
  }

  /// The next node of the block in document order; a link that is left moves the scanner behind it.
  mutating func next(after node: CMarkNode, descending: Bool = false) -> CMarkNode? {
    if descending, let child = node.firstChild { return child }
    var node = node
    while node != block.node {
      if let openLink, openLink.node == node {
        scanner.position = openLink.end
        self.openLink = nil
      }
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
}

/// Reads the inlines of the blocks of a text: references, citations, calls of notes and images become
/// holes.
struct InlineReader {
  var reading: TextReading
  /// The labels of links by which these were found.
  var usedLabels: Set<String> = []
  /// The definitions of links, if any may be there.
  let definitions: [LinkDefinition]
  /// The help for a label that no note has, for the first of such labels.
  var helpForUnknownNotes: [String: String?] = [:]

  init(_ reading: TextReading, definitions: [LinkDefinition]) {
    self.reading = reading
    self.definitions = definitions
  }
}

extension InlineReader {
  /// Reads the inlines of a block: puts marks in for ours, and gives a heading its id.
  mutating func read(_ block: TextBlock) {
    if case .heading(let index) = block.role {
      var walk = InlineWalk(block, in: reading.source.bytes)
      readInlines(&walk)
      if !reading.headings[index].isNamed {
        reading.headings[index].id = reading.slugs.register(walk.headingText)
      }
      if let start = reading.node(for: .headingStart(index)) { block.node.prepend(start) }
      if let end = reading.node(for: .headingEnd(index)) { block.node.append(end) }
    } else if hasMarkup(block.source) {
      var walk = InlineWalk(block, in: reading.source.bytes)
      readInlines(&walk)
    }
  }

  /// Whether a bracket or an angle stands in a text: without one there is nothing of ours in it.
  private func hasMarkup(_ range: Range<Int>) -> Bool {
    reading.source.bytes.firstIndex(of: UInt8(ascii: "["), in: range) != nil
      || reading.source.bytes.firstIndex(of: UInt8(ascii: "<"), in: range) != nil
  }

  private mutating func readInlines(_ walk: inout InlineWalk) {
    var node = walk.block.node.firstChild
    while let current = node {
      switch current.kind {
      case .text: node = readText(current, in: &walk)
      case .link: node = readLink(current, in: &walk)
      case .image: node = readImage(current, in: &walk)
      case .htmlInline: node = readRawHTML(current, in: &walk)
      case .softBreak, .lineBreak:
        walk.headingText.append(UInt8(ascii: " "))
        node = walk.next(after: current)
      case .code:
        if walk.isHeading { walk.headingText += reading.stripped(current.literal) }
        node = walk.next(after: current)
      default: node = walk.next(after: current, descending: true)
      }
    }
  }

  private mutating func readRawHTML(_ node: CMarkNode, in walk: inout InlineWalk) -> CMarkNode? {
    let next = walk.next(after: node)
    let tag = reading.stripped(node.literal)
    if node.removeComments().leavesNothing {
      node.replace(writing: [])
      return next
    }
    guard !reading.options.allowsRawHTML else { return next }
    if walk.block.role == .cell, Self.isLineBreak(tag) {
      node.replace(writing: Array("<br />\n".utf8))
      return next
    }
    let before = reading.told[.rawHTML]?.first.lowerBound ?? .max
    let isFirst = walk.block.source.lowerBound < before
    // What is closed was opened before, as a rule, and told there.
    if reading.told[.rawHTML] == nil || !tag.has("</", at: 0) {
      reading.tell(.rawHTML, at: isFirst ? placeOfTag(node, in: walk) : before..<before)
    }
    node.replace(writing: tag.htmlEscaped)
    return next
  }

  /// `<br>`, the one way to a line's end within a cell.
  private static func isLineBreak(_ tag: [UInt8]) -> Bool {
    let letters = tag.filter { !$0.isSpace && $0 != UInt8(ascii: "/") }
    return letters.text.lowercased() == "<br>"
  }

  /// Where a tag stands: the first in its block that reads the same, since that one is reported.
  private func placeOfTag(_ node: CMarkNode, in walk: InlineWalk) -> Range<Int> {
    let tag = reading.stripped(node.literal)
    let firstLine = tag.prefix { $0 != UInt8(ascii: "\n") }
    var offset = walk.block.source.lowerBound
    while let angle = reading.source.bytes.firstIndex(
      of: UInt8(ascii: "<"), in: offset..<max(offset, walk.block.source.upperBound))
    {
      if reading.source.bytes[angle...].starts(with: firstLine) {
        return angle..<(angle + tag.count)
      }
      offset = angle + 1
    }
    return walk.block.source
  }
}
