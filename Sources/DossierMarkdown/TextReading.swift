import DossierSource

/// A text that is being read: the author's bytes, and what has been found in them so far.
struct TextReading {
  let source: SourceText
  let options: MarkdownParser.Options
  var diagnostics: [Diagnostic] = []
  /// By their numbers in the rendered HTML.
  private(set) var marks: [Mark] = []
  var headings: [Heading] = []
  var slugs = SlugRegister()
  /// In the order of their definitions; their content is filled in when all is read.
  var notes: [Note] = []
  var noteIndexes: [String: Int] = [:]
  /// Whether ``SourceMark`` changed the text before libcmark read it.
  private(set) var isMarked: Bool
  /// What is told once for the whole text: its first place, and how many there are.
  private(set) var told: [Telling: (first: Range<Int>, count: Int)] = [:]

  init(_ source: SourceText, _ options: MarkdownParser.Options) {
    self.source = source
    self.options = options
    isMarked = source.isRewritten
  }

  /// The text as libcmark is to read it.
  mutating func markedText(of text: [UInt8]) -> [UInt8] {
    guard let marked = SourceMark.insert(in: text) else { return text }
    isMarked = true
    return marked
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

  func hole(_ filling: Hole.Filling, at token: Range<Int>) -> Hole {
    Hole(offset: 0, filling: filling, span: source.span(of: token))
  }
}

// MARK: - Diagnostics

extension TextReading {
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

  /// Remembers what is to be told, with its first place.
  mutating func tell(_ telling: Telling, at range: Range<Int>) {
    let before = told[telling] ?? (range, 0)
    let first = range.lowerBound < before.first.lowerBound ? range : before.first
    told[telling] = (first, before.count + 1)
  }

  /// Tells all that was remembered.
  mutating func tellAll() {
    for (telling, places) in told.sorted(by: { $0.key.message < $1.key.message }) {
      let count = places.count > 1 ? " (\(places.count) places)" : ""
      let message = telling.message + count
      let place = source.place(of: places.first)
      diagnostics.append(
        telling.losesNothing
          ? .note(telling.code, message, at: place, help: telling.help)
          : .warning(telling.code, message, at: place, help: telling.help))
    }
    told = [:]
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
