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
  /// How many cells may still be added to rows that are too short.
  var spareCells = 10_000

  init(source: SourceText, options: MarkdownParser.Options) {
    self.source = source
    self.options = options
  }

  /// A block that holds inlines, and where it stands in the source.
  struct TextBlock {
    enum Role: Equatable {
      case paragraph, cell, inlineText
      case heading(Int)
      case note(Int)
    }
    var node: CMarkNode
    var source: Range<Int>
    var role: Role
  }

  /// Reads the whole text as blocks.
  mutating func readBody() -> Body {
    let tree = CMarkTree(parsing: markedText(of: source.bytes))
    return tree.withDocument { document in
      guard let document else { return Body() }
      collectBlocks(of: document)
      guard !splitParagraphs.isEmpty else { return finishBody(document) }
      let sheet = makeSheet()
      let fragments = CMarkTree(parsing: markedText(of: sheet.text))
      return fragments.withDocument { fragments in
        if let fragments { place(sheet, from: fragments) }
        return finishBody(document)
      }
    }
  }

  /// Reads the whole text as the inlines of one paragraph.
  mutating func readInlineText() -> Prose {
    let tree = CMarkTree(parsing: markedText(of: source.bytes))
    let prose = tree.withDocument { document -> Prose? in
      guard let paragraph = document?.firstChild else { return Prose() }
      guard paragraph.kind == .paragraph, paragraph.next == nil else { return nil }
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
    let tree = CMarkTree(parsing: markedText(of: Array("# ".utf8) + line + " #\n".utf8))
    return tree.withDocument { document in
      guard let heading = document?.firstChild else { return Prose() }
      return inlineProse(of: heading, tagWidth: 4)
    }
  }

  private mutating func inlineProse(of node: CMarkNode, tagWidth: Int) -> Prose {
    read(TextBlock(node: node, source: 0..<source.bytes.count, role: .inlineText))
    return content(of: node, tagWidth: tagWidth)
  }

  private mutating func markedText(of text: [UInt8]) -> [UInt8] {
    guard let marked = SourceMark.insert(in: text) else { return text }
    isMarked = true
    return marked
  }

  private mutating func finishBody(_ document: CMarkNode) -> Body {
    for block in blocks { read(block) }
    warnOfUnusedNotes()
    for block in blocks {
      guard case .note(let index) = block.role else { continue }
      notes[index].content = content(of: block.node, tagWidth: 3)
    }
    let cut = document.withHTML(allowsRawHTML: options.allowsRawHTML) {
      ProseCutter.cut(
        $0, marks: marks, headings: headings, isMarked: isMarked, isWhole: true)
    }
    return Body(prose: cut.prose, headings: cut.headings, notes: notes)
  }

  /// The HTML within a block's tags, of which the first has `tagWidth` bytes, the last two more.
  private func content(of node: CMarkNode, tagWidth: Int) -> Prose {
    node.withHTML(allowsRawHTML: options.allowsRawHTML) { html in
      let end = max(tagWidth, html.count - tagWidth - 2)
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
