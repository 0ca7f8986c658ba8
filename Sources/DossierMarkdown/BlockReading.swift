import DossierSource

/// Lists the blocks of a text, and puts in what libcmark does not know of them: tables, notes of several
/// blocks, callouts and exhibits.
struct BlockReader {
  var reading: TextReading
  /// The blocks whose inlines are to be read.
  var blocks: [TextBlock] = []
  /// The paragraphs that libcmark saw where tables and notes stand.
  var splitParagraphs: [SplitParagraph] = []
  /// The quotations on the sheet that hold the notes, by their indexes.
  var noteBlocks: [Int: CMarkNode] = [:]
  /// How many cells may still be added to rows that are too short.
  var spareCells = 10_000
  /// Comments with which blocks of HTML begin, and the text behind them.
  private(set) var blockComments: [(comment: Range<Int>, rest: Range<Int>)] = []
  /// Blocks of the source in which nothing is read.
  private(set) var opaque: [Range<Int>] = []
  /// The first paragraph of a callout, and where what it says begins.
  var callout: (paragraph: CMarkNode, start: Int)?
  /// Whether a bar stands in the text: without one there is no table.
  private let hasBars: Bool

  init(_ reading: TextReading) {
    self.reading = reading
    let bytes = reading.source.bytes
    hasBars = bytes.firstIndex(of: UInt8(ascii: "|"), in: 0..<bytes.count) != nil
  }
}

extension BlockReader {
  /// Lists the blocks whose inlines are to be read; puts exhibits and refused HTML in their place.
  ///
  /// - Parameters:
  ///   - root: The document, or the quotation on a sheet that holds a note.
  ///   - note: The note that the blocks are of.
  mutating func collectBlocks(of root: CMarkNode, in text: ParsedText, note: Int? = nil) {
    let setting = BlockSetting(text: text, note: note)
    var node = root.firstChild
    while let current = node {
      let kind = current.kind
      node = current.following(below: root, descending: kind.holdsBlocks)
      switch kind {
      case .paragraph: collectParagraph(current, setting)
      case .heading: collectHeading(current, setting)
      case .codeBlock:
        if !continueNote(with: current, setting) { readCode(current, setting) }
      case .htmlBlock: readHTMLBlock(current, setting)
      case .blockQuote:
        if let callout = openCallout(current, setting) {
          node = callout.following(below: root, descending: true)
        }
      default: break
      }
    }
  }

  private mutating func collectParagraph(_ node: CMarkNode, _ setting: BlockSetting) {
    var range = setting.text.bytes(of: node, in: reading.source)
    let start = callout?.paragraph == node ? callout?.start : nil
    if let start { range = min(start, range.upperBound)..<range.upperBound }
    if mayHoldParts(range) {
      let lines = setting.text.contentLines(of: node, in: reading.source).compactMap {
        $0.upperBound <= range.lowerBound
          ? nil : max($0.lowerBound, range.lowerBound)..<$0.upperBound
      }
      let parts = ParagraphPart.parts(
        ofLines: lines, in: reading.source.bytes, allowsNotes: setting.note == nil)
      tellDelimiters(lines, parts)
      guard !continueNote(with: node, lines, parts, setting) else { return }
      if !parts.isEmpty { return split(node, lines, parts, setting) }
    } else if continuesNote(node, setting) {
      let lines = setting.text.contentLines(of: node, in: reading.source)
      if continueNote(with: node, lines, [], setting) { return }
    }
    blocks.append(
      TextBlock(node: node, source: range, role: .paragraph, note: setting.note))
  }

  /// Tells of what looks like a table's row of dashes and makes none.
  private mutating func tellDelimiters(_ lines: [Range<Int>], _ parts: [ParagraphPart]) {
    var text = 0..<lines.count
    // Only the first part can be text: the others take what follows them.
    if let first = parts.first {
      guard case .text(let range) = first else { return }
      text = range
    }
    for line in lines[text].dropFirst()
    where PipeTable.isDelimiterRow(line, in: reading.source.bytes) {
      reading.tell(.delimiterRow, at: line)
    }
  }

  private mutating func split(
    _ node: CMarkNode, _ lines: [Range<Int>], _ parts: [ParagraphPart], _ setting: BlockSetting
  ) {
    let last = setting.text.lines(of: node).upperBound
    splitParagraphs.append(
      SplitParagraph(node: node, note: setting.note, lines: lines, parts: parts, endLine: last))
  }

  /// Whether a table or a note may stand in some bytes.
  private func mayHoldParts(_ range: Range<Int>) -> Bool {
    reading.isMarked && reading.source.bytes.firstIndex(of: UInt8(ascii: "["), in: range) != nil
      || hasBars && reading.source.bytes.firstIndex(of: UInt8(ascii: "|"), in: range) != nil
  }

  private mutating func collectHeading(_ node: CMarkNode, _ setting: BlockSetting) {
    let range = setting.text.bytes(of: node, in: reading.source)
    guard setting.note == nil else { return collectNoteHeading(node, range, setting) }
    if node.headingLevel == 1 {
      reading.warn(
        "heading.level", "a heading of level 1 stands in the text; it is shown as level 2",
        at: range, help: "the page's title is its only heading of level 1; begin with '##'")
      node.setHeadingLevel(2)
    }
    let id = headingID(of: node, in: range)
    reading.headings.append(
      Heading(
        level: node.headingLevel, id: id ?? "", isNamed: id != nil, content: 0..<0,
        span: reading.source.span(of: range)))
    blocks.append(TextBlock(node: node, source: range, role: .heading(reading.headings.count - 1)))
  }

  /// A note has no part in the text's outline: its headings are paragraphs that stand out.
  private mutating func collectNoteHeading(
    _ node: CMarkNode, _ range: Range<Int>, _ setting: BlockSetting
  ) {
    guard let paragraph = CMarkNode.make(.paragraph), let strong = CMarkNode.make(.strong) else {
      return
    }
    strong.adoptChildren(of: node)
    paragraph.append(strong)
    node.insertBefore(paragraph)
    node.remove()
    blocks.append(TextBlock(node: strong, source: range, role: .paragraph, note: setting.note))
  }

  private mutating func readHTMLBlock(_ node: CMarkNode, _ setting: BlockSetting) {
    let range = rangeOfHTML(node, setting)
    if case .some(let rest, let isOpen) = node.removeComments() {
      if isOpen, let angle = reading.source.bytes[range].firstRange(of: "<!--".utf8) {
        reading.fail(
          "comment.open", "nothing closes the comment, and what follows is left out with it",
          at: angle, help: "close it with '-->'")
      }
      if rest.allSatisfy(\.isSpace) {
        opaque.append(range)
        return node.remove()
      }
      noteComment(in: range, setting)
    }
    opaque.append(range)
    guard !reading.options.allowsRawHTML else { return }
    var text = reading.stripped(node.literal)
    while let last = text.last, last.isSpace { text.removeLast() }
    reading.tell(.rawHTML, at: range)
    let shown = Array("<p>".utf8) + text.htmlEscaped + "</p>".utf8
    node.replace(writing: shown, kind: .customBlock)
  }

  /// Where a block of HTML stands; libcmark counts the last line of some out.
  private func rangeOfHTML(_ node: CMarkNode, _ setting: BlockSetting) -> Range<Int> {
    let range = setting.text.bytes(of: node, in: reading.source)
    let count = node.literal.count(where: { $0 == UInt8(ascii: "\n") })
    let last = setting.text.line(node.startLine + count - 2, in: reading.source)
    return range
      .lowerBound..<max(range.upperBound, min(last.upperBound, reading.source.bytes.count))
  }

  /// Remembers the comment with which a block begins: what follows it is text, as if it were not there.
  private mutating func noteComment(in range: Range<Int>, _ setting: BlockSetting) {
    guard !reading.options.allowsRawHTML, reading.source.bytes.has("<!--", at: range.lowerBound),
      var end = reading.source.bytes.endOfComment(from: range.lowerBound, to: range.upperBound)
    else { return }
    while end < range.upperBound, reading.source.bytes[end].isBlank { end += 1 }
    let isLine = end == range.upperBound || reading.source.bytes[end] == UInt8(ascii: "\n")
    if !isLine { blockComments.append((range.lowerBound..<end, end..<range.upperBound)) }
  }
}

/// What the blocks that are collected belong to.
struct BlockSetting {
  let text: ParsedText
  /// The note that they are of.
  let note: Int?
}

// MARK: - Notes of several blocks

extension BlockReader {
  /// Takes a block that libcmark reads as code for the further blocks of the note before it.
  ///
  /// They are indented by four columns, as Pandoc has it.
  private mutating func continueNote(with code: CMarkNode, _ setting: BlockSetting) -> Bool {
    guard let note = splitParagraphs.last, note.node == code.previous, note.endsInNote else {
      return false
    }
    let column = code.parent?.kind == .document ? 0 : setting.text.column(of: note.node)
    let start = setting.text.bytes(of: code, in: reading.source).lowerBound
    let isIndented =
      setting.text.column(of: code) - column >= 4
      || start > 0 && reading.source.bytes[start - 1] == 0x09
    guard isIndented else { return false }
    let margin = Margin(
      quotations: setting.text.quotations(around: code), column: column)
    let end = setting.text.lines(of: code).upperBound
    let lines = (note.endLine..<end).map {
      margin.content(of: setting.text.line($0, in: reading.source), in: reading.source.bytes)
    }
    splitParagraphs[splitParagraphs.count - 1].take(lines, upTo: end)
    code.remove()
    return true
  }

  /// Whether a paragraph may go on lazily with the last of the further blocks of a note.
  private func continuesNote(_ node: CMarkNode, _ setting: BlockSetting) -> Bool {
    guard let note = splitParagraphs.last, note.node == node.previous, !note.noteRest.isEmpty,
      let last = note.noteRest.last
    else { return false }
    return setting.text.lines(of: node).lowerBound == note.endLine
      && !reading.source.bytes[last].allSatisfy(\.isSpace)
  }

  private mutating func continueNote(
    with node: CMarkNode, _ lines: [Range<Int>], _ parts: [ParagraphPart], _ setting: BlockSetting
  ) -> Bool {
    guard continuesNote(node, setting) else { return false }
    var rest = parts
    var taken = lines.count
    if let first = parts.first {
      guard case .text(let lines) = first else { return false }
      taken = lines.count
      rest.removeFirst()
    }
    let end = setting.text.lines(of: node).lowerBound + taken
    splitParagraphs[splitParagraphs.count - 1].take(Array(lines[..<taken]), upTo: end)
    if rest.isEmpty { node.remove() } else { split(node, lines, rest, setting) }
    return true
  }
}

// MARK: - Exhibits

extension BlockReader {
  private mutating func readCode(_ node: CMarkNode, _ setting: BlockSetting) {
    let fence = setting.text.bytes(of: node, in: reading.source)
    opaque.append(rangeOfCode(node, from: fence.lowerBound, setting))
    let info = reading.stripped(node.fenceInfo)
    let name = info.prefix { !$0.isSpace && $0 != UInt8(ascii: "{") }
    guard !name.isEmpty, reading.options.exhibits.contains(name.text) else {
      let rest = info.drop { !$0.isSpace }
      if name.count < info.count - rest.count || rest.contains(where: { !$0.isSpace }) {
        reading.tell(.codeInfo, at: fence)
      }
      if name.isEmpty { node.removeFenceInfo() } else { tellNearExhibit(name.text, at: fence) }
      return
    }
    guard setting.note == nil else {
      reading.fail(
        "exhibit.note", "a note cannot hold an exhibit", at: fence,
        help: "put it in the text, and refer to it by its id: [](#id)")
      return
    }
    let id = exhibitID(info[name.endIndex...], at: fence)
    let text = reading.stripped(node.literal)
    let firstLine = node.startLine
    let exhibit = ExhibitBlock(
      name: name.text, id: id, text: text.text, firstLine: reading.source.fileLine(firstLine),
      indentation: indentation(of: text, fromLine: firstLine))
    let hole = Hole(offset: 0, filling: .exhibit(exhibit), span: reading.source.span(of: fence))
    node.replace(writing: reading.bytes(of: .hole(hole)), kind: .customBlock)
  }

  /// A letter away from an exhibit there is most often a slip; farther away lie languages, as Scala.
  private mutating func tellNearExhibit(_ name: String, at fence: Range<Int>) {
    let exhibits = reading.options.exhibits.sorted()
    guard let nearest = Suggestion.nearest(to: name, among: exhibits, within: 1) else { return }
    reading.warn(
      "exhibit.unknown", "no exhibit is named '\(name)'; the block is shown as code", at: fence,
      help: "did you mean '\(nearest)'?")
  }

  /// Where code stands; libcmark counts in the line at which a list ends that holds it.
  private func rangeOfCode(
    _ node: CMarkNode, from start: Int, _ setting: BlockSetting
  ) -> Range<Int> {
    let isFenced =
      reading.source.bytes.has("`", at: start) || reading.source.bytes.has("~", at: start)
    let count = node.literal.count(where: { $0 == UInt8(ascii: "\n") }) + (isFenced ? 1 : 0)
    let last = setting.text.line(max(0, node.startLine + count - 2), in: reading.source)
    return start..<max(start, last.upperBound)
  }

  /// The id in what follows an exhibit's name: nothing or `{#id}`.
  private mutating func exhibitID(_ rest: ArraySlice<UInt8>, at fence: Range<Int>) -> String? {
    let words = rest.split(whereSeparator: \.isSpace)
    guard let word = words.first else { return nil }
    if words.count == 1, word.starts(with: "{#".utf8), word.last == UInt8(ascii: "}"),
      isIdentifier(word.dropFirst(2).dropLast())
    {
      return word.dropFirst(2).dropLast().text
    }
    reading.fail(
      "exhibit.id", "'\(words.map(\.text).joined(separator: " "))' is no id of an exhibit",
      at: fence, help: "write {#id} with lower-case letters, digits and single hyphens")
    return nil
  }

  /// How far the source's lines are longer than those of a block's text.
  private func indentation(of text: [UInt8], fromLine firstLine: Int) -> Int {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { !$0.isEmpty }) else { return 0 }
    return max(0, reading.source.line(firstLine + index).count - lines[index].count)
  }
}
