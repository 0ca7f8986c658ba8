import DossierSource

/// Reads one text: walks libcmark's tree, puts marks where the tool's own syntax stands, renders.
///
/// The steps: blocks are collected (``BlockReader``); tables and notes, which libcmark does not know, are
/// parsed apart on a ``FragmentSheet``; inlines are read, block by block (``InlineReader``); then the tree
/// is rendered and cut into a ``Prose``.
struct BodyReader {
  private let source: SourceText
  private let options: MarkdownParser.Options
  /// What was found before the text was written anew.
  private var early: [Diagnostic] = []
  private var late: [Diagnostic] = []

  init(source: SourceText, options: MarkdownParser.Options) {
    self.source = source
    self.options = options
  }

  /// What was found, in the order of its places.
  var diagnostics: [Diagnostic] { (early + late).sorted() }

  /// Reads the whole text as blocks.
  mutating func readBody() -> Body {
    var reading = TextReading(source, options)
    let tree = CMarkTree(parsing: reading.markedText(of: source.bytes))
    return tree.withDocument { document in
      guard let document else { return Body() }
      var blocks = BlockReader(reading)
      blocks.collectBlocks(of: document, in: ParsedText())
      return readParts(of: document, blocks)
    }
  }

  /// Reads what libcmark does not know, and then the inlines of all.
  ///
  /// A note may hold tables, which then stand on a second sheet; notes hold no notes.
  private mutating func readParts(of document: CMarkNode, _ found: BlockReader) -> Body {
    guard !found.splitParagraphs.isEmpty else { return finishBody(document, found) }
    var blocks = found
    let sheet = blocks.makeSheet()
    let fragments = CMarkTree(parsing: blocks.reading.markedText(of: sheet.text))
    return fragments.withDocument { fragments in
      if let fragments { blocks.place(sheet, from: fragments) }
      return readParts(of: document, blocks)
    }
  }

  private mutating func finishBody(_ document: CMarkNode, _ blocks: BlockReader) -> Body {
    let rewrites = source.isRewritten ? [] : findRewrites(in: blocks)
    guard rewrites.isEmpty else { return readAnew(source.rewritten(rewrites)) { $0.readBody() } }
    var reading = readInlines(of: blocks.blocks, blocks.reading, blocks.opaque)
    reading.warnOfUnusedNotes()
    for index in reading.notes.indices { finishNote(index, blocks.noteBlocks[index], &reading) }
    late = reading.diagnostics
    let cut = document.withHTML(allowsRawHTML: options.allowsRawHTML) {
      ProseCutter.cut(
        $0, marks: reading.marks, headings: reading.headings, isMarked: reading.isMarked,
        isWhole: true)
    }
    late += cut.headings.filter { cut.prose.isBlank($0.content) }.map {
      $0.blankness(in: source.path)
    }
    return Body(prose: cut.prose, headings: cut.headings, notes: reading.notes)
  }

  /// Reads the inlines of all blocks, and tells what is told once.
  private func readInlines(
    of blocks: [TextBlock], _ reading: TextReading, _ opaque: [Range<Int>] = [],
    definitions: [LinkDefinition]? = nil
  ) -> TextReading {
    var inlines = InlineReader(
      reading, definitions: definitions ?? LinkDefinition.all(in: source.bytes))
    inlines.reading.tellForeignForms(in: blocks, besides: inlines.definitions)
    for block in blocks { inlines.read(block) }
    inlines.tellDefinitions(besides: blocks, opaque)
    inlines.reading.tellAll()
    return inlines.reading
  }

  /// A note of one paragraph is inline text; any other keeps its blocks.
  private func finishNote(_ index: Int, _ block: CMarkNode?, _ reading: inout TextReading) {
    guard let block, let first = block.firstChild else {
      reading.diagnostics.append(reading.notes[index].emptiness(in: source.path))
      return
    }
    if first.kind == .paragraph, first.next == nil {
      reading.notes[index].content = reading.content(of: first, tagWidth: 3)
    } else {
      reading.notes[index].holdsBlocks = true
      reading.notes[index].content = reading.content(of: block, tagWidth: 13, endWidth: 14)
    }
  }
}

// MARK: - Short texts

extension BodyReader {
  /// Reads the whole text as the inlines of one paragraph.
  mutating func readInlineText() -> Prose {
    var reading = TextReading(source, options)
    let tree = CMarkTree(parsing: reading.markedText(of: source.bytes))
    let prose = tree.withDocument { document -> Prose? in
      guard let paragraph = document?.firstChild else {
        return source.bytes.allSatisfy(\.isSpace) ? Prose() : nil
      }
      guard paragraph.kind == .paragraph, paragraph.next == nil else { return nil }
      if !source.isRewritten, RewriteFinder.mayFind(in: source.bytes) {
        let found = rewrites(in: 0..<source.bytes.count, allowsNotes: false)
        guard found.isEmpty else {
          return readAnew(source.rewritten(found)) { $0.readInlineText() }
        }
      }
      return inlineProse(of: paragraph, tagWidth: 3, reading)
    }
    return prose ?? readAsOneLine()
  }

  /// A heading's text can only be inlines, so that is what a text of several blocks is read as.
  private mutating func readAsOneLine() -> Prose {
    var reading = TextReading(source, options)
    reading.warn(
      "markdown.block", "only inline markup is possible in a short text",
      at: source.line(0), help: "write it as one paragraph that begins with a word")
    let line = source.bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    let tree = CMarkTree(
      parsing: reading.markedText(of: Array("# ".utf8) + line + " #\n".utf8))
    return tree.withDocument { document in
      guard let heading = document?.firstChild else {
        late = reading.diagnostics
        return Prose()
      }
      return inlineProse(of: heading, tagWidth: 4, reading, definitions: [])
    }
  }

  private mutating func inlineProse(
    of node: CMarkNode, tagWidth: Int, _ reading: TextReading, definitions: [LinkDefinition]? = nil
  ) -> Prose {
    let block = TextBlock(node: node, source: 0..<source.bytes.count, role: .inlineText)
    let read = readInlines(of: [block], reading, definitions: definitions)
    late = read.diagnostics
    return read.content(of: node, tagWidth: tagWidth)
  }
}

// MARK: - Writing anew

extension BodyReader {
  /// Reads the text again as it was written anew.
  private mutating func readAnew<Result>(
    _ text: SourceText, _ read: (inout BodyReader) -> Result
  ) -> Result {
    var reader = BodyReader(source: text, options: options)
    let result = read(&reader)
    late = reader.late
    return result
  }

  /// What is to be written anew in all blocks that hold inlines.
  private mutating func findRewrites(in blocks: BlockReader) -> [Rewrite] {
    guard RewriteFinder.mayFind(in: source.bytes) else { return [] }
    var found: [Rewrite] = []
    for (comment, rest) in blocks.blockComments {
      found.append(Rewrite(range: comment, form: .comment))
      found += rewrites(in: rest)
    }
    for block in blocks.blocks { found += rewrites(in: block.source) }
    return found
  }

  private mutating func rewrites(
    in range: Range<Int>, allowsNotes: Bool = true
  ) -> [Rewrite] {
    var finder = RewriteFinder(
      source.bytes, in: range, allowsNotes: allowsNotes)
    finder.find()
    for bracket in finder.oddBrackets { early.append(oddBracket(at: bracket)) }
    if let comment = finder.openComment { early.append(openComment(at: comment)) }
    return finder.found
  }

  private func oddBracket(at range: Range<Int>) -> Diagnostic {
    .warning(
      "citation.syntax", "'\(shortened(source.quote(range)))' is no citation",
      at: source.place(of: range),
      help: "write [@id] or [@id, p. 3; see @other]")
  }

  private func shortened(_ text: String) -> String {
    text.utf8.count > 200 ? text.prefix(100) + "…" : text
  }

  private func openComment(at range: Range<Int>) -> Diagnostic {
    .error(
      "comment.open", "nothing closes the comment", at: source.place(of: range),
      help: "close it with '-->' in the same paragraph, or put a backslash before '<'")
  }
}

extension TextReading {
  /// Reports the notes that nothing calls.
  fileprivate mutating func warnOfUnusedNotes() {
    for note in notes where note.calls == 0 {
      guard let name = note.name else { continue }
      diagnostics.append(
        .warning(
          "note.unused", "nothing calls the note '\(name)'",
          at: Place(path: source.path, span: note.span),
          help: "write [^\(name)] where it belongs, or remove it"))
    }
  }

  /// The HTML within a block's tags, of which the last is two bytes longer where nothing is said.
  fileprivate func content(of node: CMarkNode, tagWidth: Int, endWidth: Int? = nil) -> Prose {
    node.withHTML(allowsRawHTML: options.allowsRawHTML) { html in
      let end = max(tagWidth, html.count - (endWidth ?? tagWidth + 2))
      guard end <= html.count else { return Prose() }
      let inner = BorrowedBytes(rebasing: html[tagWidth..<end])
      return ProseCutter.cut(inner, marks: marks, headings: [], isMarked: isMarked).prose
    }
  }
}

extension Prose {
  /// Whether a reader would see nothing of a stretch; a hole will hold something, but for the call of
  /// a note.
  fileprivate func isBlank(_ range: Range<Int>) -> Bool {
    plainText(range) { hole in
      if case .note = holes[hole].filling { "" } else { "x" }
    }.isBlank
  }
}

extension Heading {
  /// Says that there is nothing in it.
  fileprivate func blankness(in path: String) -> Diagnostic {
    .error(
      "heading.empty", "the heading says nothing", at: Place(path: path, span: span),
      help: "write its words behind the signs, or remove the line")
  }
}

extension Note {
  /// Says that there is nothing in it.
  fileprivate func emptiness(in path: String) -> Diagnostic {
    let place = Place(path: path, span: span)
    guard let name else {
      return .warning(
        "note.empty", "the note says nothing", at: place, help: "write its text into the brackets")
    }
    return .warning(
      "note.empty", "the note '\(name)' says nothing", at: place,
      help: "write its text behind the colon, and further blocks indented by four spaces")
  }
}
