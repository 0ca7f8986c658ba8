import DossierSource

/// Reads one text: walks libcmark's tree, puts marks where the tool's own syntax stands, renders.
///
/// The steps: blocks are collected (``collectBlocks(of:)``); tables and notes, which libcmark does
/// not know, are parsed apart on a ``FragmentSheet``; inlines are read, block by block; then the
/// tree is rendered and cut into a ``Prose``.
struct BodyReader {
  let source: SourceText
  let options: MarkdownParser.Options
  var diagnostics: [Diagnostic] = []
  /// By their numbers in the rendered HTML.
  var marks: [Mark] = []
  var headings: [Heading] = []
  var slugs = SlugRegister()
  /// In the order of their definitions; their content is filled in when all is read.
  var notes: [Note] = []
  var noteIndexes: [String: Int] = [:]
  /// The help for a label that no note has, for the first of such labels.
  var helpForUnknownNotes: [String: String?] = [:]
  /// Whether ``SourceMark`` changed the text before libcmark read it.
  var isMarked = false
  /// The blocks whose inlines are to be read.
  var blocks: [TextBlock] = []
  /// The paragraphs that libcmark saw where tables and notes stand.
  var splitParagraphs: [SplitParagraph] = []
  /// The quotations on the sheet that hold the notes, by their indexes.
  var noteBlocks: [Int: CMarkNode] = [:]
  /// Whether a bar stands in the text: without one there is no table.
  let hasBars: Bool
  /// How many cells may still be added to rows that are too short.
  var spareCells = 10_000
  /// What is told once for the whole text: its first place, and how many there are.
  var told: [Telling: (first: Range<Int>, count: Int)] = [:]
  /// What was found before the text was written anew.
  private(set) var early: [Diagnostic] = []
  /// Comments with which blocks of HTML begin, and the text behind them.
  var blockComments: [(comment: Range<Int>, rest: Range<Int>)] = []
  /// Blocks of the source in which nothing is read.
  var opaque: [Range<Int>] = []
  /// The labels of links by which these were found.
  var usedLabels: Set<String> = []
  /// The definitions of links, if any may be there.
  lazy var definitions = LinkDefinition.all(in: source.bytes)
  /// The first paragraph of a callout, and where what it says begins.
  var callout: (paragraph: CMarkNode, start: Int)?

  init(source: SourceText, options: MarkdownParser.Options) {
    self.source = source
    self.options = options
    isMarked = source.isRewritten
    hasBars = source.bytes.firstIndex(of: UInt8(ascii: "|"), in: 0..<source.bytes.count) != nil
  }

  /// A block that holds inlines, and where it stands in the source.
  struct TextBlock {
    enum Role: Equatable {
      case paragraph, cell, inlineText
      case heading(Int)
    }
    var node: CMarkNode
    var source: Range<Int>
    var role: Role
    /// The note in which it stands.
    var note: Int?
  }

  /// Reads the whole text as blocks.
  mutating func readBody() -> Body {
    let tree = CMarkTree(parsing: markedText(of: source.bytes))
    return tree.withDocument { document in
      guard let document else { return Body() }
      collectBlocks(of: document, in: ParsedText())
      return readParts(of: document)
    }
  }

  /// Reads the text again as it was written anew.
  private mutating func readAnew<Result>(
    _ text: SourceText, _ read: (inout BodyReader) -> Result
  ) -> Result {
    var reader = BodyReader(source: text, options: options)
    let result = read(&reader)
    diagnostics = reader.diagnostics
    return result
  }

  /// What is to be written anew in all blocks that hold inlines.
  private mutating func findRewrites() -> [Rewrite] {
    guard RewriteFinder.mayFind(in: source.bytes) else { return [] }
    var found: [Rewrite] = []
    for (comment, rest) in blockComments {
      found.append(Rewrite(range: comment, form: .comment))
      found += rewrites(in: rest)
    }
    for block in blocks { found += rewrites(in: block.source) }
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
      help: "write [@id] or [@id, p. 3; see @other], with ids in lower-case letters")
  }

  private func shortened(_ text: String) -> String {
    text.utf8.count > 200 ? text.prefix(100) + "…" : text
  }

  private func openComment(at range: Range<Int>) -> Diagnostic {
    .error(
      "comment.open", "nothing closes the comment", at: source.place(of: range),
      help: "close it with '-->' in the same paragraph, or put a backslash before '<'")
  }

  /// Reads what libcmark does not know, and then the inlines of all.
  ///
  /// A note may hold tables, which then stand on a second sheet; notes hold no notes.
  private mutating func readParts(of document: CMarkNode) -> Body {
    guard !splitParagraphs.isEmpty else { return finishBody(document) }
    let sheet = makeSheet()
    let fragments = CMarkTree(parsing: markedText(of: sheet.text))
    return fragments.withDocument { fragments in
      if let fragments { place(sheet, from: fragments) }
      return readParts(of: document)
    }
  }

  /// Reads the whole text as the inlines of one paragraph.
  mutating func readInlineText() -> Prose {
    let tree = CMarkTree(parsing: markedText(of: source.bytes))
    let prose = tree.withDocument { document -> Prose? in
      guard let paragraph = document?.firstChild else {
        return source.bytes.allSatisfy(\.isSpace) ? Prose() : nil
      }
      guard paragraph.kind == .paragraph, paragraph.next == nil else { return nil }
      if !source.isRewritten, RewriteFinder.mayFind(in: source.bytes) {
        let found = rewrites(
          in: 0..<source.bytes.count, allowsNotes: false)
        guard found.isEmpty else {
          return readAnew(source.rewritten(found)) { $0.readInlineText() }
        }
      }
      return inlineProse(of: paragraph, tagWidth: 3)
    }
    return prose ?? readAsOneLine()
  }

  /// A heading's text can only be inlines, so that is what a text of several blocks is read as.
  private mutating func readAsOneLine() -> Prose {
    warn(
      "markdown.block", "only inline markup is possible in a short text",
      at: source.line(0), help: "write it as one paragraph that begins with a word")
    let line = source.bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    definitions = []
    let tree = CMarkTree(parsing: markedText(of: Array("# ".utf8) + line + " #\n".utf8))
    return tree.withDocument { document in
      guard let heading = document?.firstChild else { return Prose() }
      return inlineProse(of: heading, tagWidth: 4)
    }
  }

  private mutating func inlineProse(of node: CMarkNode, tagWidth: Int) -> Prose {
    blocks = [TextBlock(node: node, source: 0..<source.bytes.count, role: .inlineText)]
    tellForeignForms()
    for block in blocks { read(block) }
    tellDefinitions()
    tellAll()
    return content(of: node, tagWidth: tagWidth)
  }

  private mutating func markedText(of text: [UInt8]) -> [UInt8] {
    guard let marked = SourceMark.insert(in: text) else { return text }
    isMarked = true
    return marked
  }

  private mutating func finishBody(_ document: CMarkNode) -> Body {
    let found = source.isRewritten ? [] : findRewrites()
    guard found.isEmpty else { return readAnew(source.rewritten(found)) { $0.readBody() } }
    tellForeignForms()
    for block in blocks { read(block) }
    tellDefinitions()
    tellAll()
    warnOfUnusedNotes()
    for index in notes.indices { finishNote(index) }
    let cut = document.withHTML(allowsRawHTML: options.allowsRawHTML) {
      ProseCutter.cut(
        $0, marks: marks, headings: headings, isMarked: isMarked, isWhole: true)
    }
    return Body(prose: cut.prose, headings: cut.headings, notes: notes)
  }

  /// A note of one paragraph is inline text; any other keeps its blocks.
  private mutating func finishNote(_ index: Int) {
    guard let block = noteBlocks[index], let first = block.firstChild else {
      diagnostics.append(
        .warning(
          "note.empty", "the note '\(notes[index].label)' says nothing",
          at: Place(path: source.path, span: notes[index].span),
          help: "write its text behind the colon, and further blocks indented by four spaces"))
      return
    }
    if first.kind == .paragraph, first.next == nil {
      notes[index].content = content(of: first, tagWidth: 3)
    } else {
      notes[index].holdsBlocks = true
      notes[index].content = content(of: block, tagWidth: 13, endWidth: 14)
    }
  }

  /// The HTML within a block's tags, of which the last is two bytes longer where nothing is said.
  private func content(of node: CMarkNode, tagWidth: Int, endWidth: Int? = nil) -> Prose {
    node.withHTML(allowsRawHTML: options.allowsRawHTML) { html in
      let end = max(tagWidth, html.count - (endWidth ?? tagWidth + 2))
      guard end <= html.count else { return Prose() }
      let inner = BorrowedBytes(rebasing: html[tagWidth..<end])
      return ProseCutter.cut(inner, marks: marks, headings: [], isMarked: isMarked).prose
    }
  }
}

// MARK: - Diagnostics and marks

extension BodyReader {
  mutating func fail(
    _ code: String, _ message: String, at range: Range<Int>, help: String? = nil
  ) {
    diagnostics.append(.error(code, message, at: source.place(of: range), help: help))
  }

  mutating func warn(
    _ code: String, _ message: String, at range: Range<Int>, help: String? = nil
  ) {
    diagnostics.append(.warning(code, message, at: source.place(of: range), help: help))
  }

  /// Registers a mark, and gives the bytes that stand for it in the HTML.
  mutating func bytes(of mark: Mark) -> [UInt8] {
    marks.append(mark)
    return Mark.bytes(marks.count - 1)
  }

  /// An inline node that writes a mark.
  mutating func node(for mark: Mark) -> CMarkNode? {
    CMarkNode.make(.customInline, writing: bytes(of: mark))
  }

  /// The author's text of some bytes of the tree.
  func stripped(_ bytes: BorrowedBytes) -> [UInt8] {
    isMarked ? SourceMark.stripped(bytes) : Array(bytes)
  }
}

extension [UInt8] {
  /// The text with what HTML needs escaped, as libcmark escapes it.
  var htmlEscaped: [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(count + count / 8)
    for byte in self {
      switch byte {
      case UInt8(ascii: "&"): escaped.append("&amp;")
      case UInt8(ascii: "<"): escaped.append("&lt;")
      case UInt8(ascii: ">"): escaped.append("&gt;")
      case UInt8(ascii: "\""): escaped.append("&quot;")
      default: escaped.append(byte)
      }
    }
    return escaped
  }
}
