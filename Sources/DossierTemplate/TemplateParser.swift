import DossierSource

/// Makes a tree of a template's tags, and finds what Mustache's rules of standalone tags leave out.
struct TemplateParser {
  /// How deep sections, blocks and parents may stand in each other.
  private static let deepest = 100

  /// A tag that is open at the present place.
  private struct Frame {
    /// `nil` for the template itself.
    var tag: Tag?
    var nodes: [Node] = []
    var block: Int?
    /// The blocks directly within a parent tag.
    var overrides: [Int] = []
    /// Where the text behind the tag begins.
    var content = 0
  }

  private var scanner: TagScanner
  private var template: ParsedTemplate
  private var frames: [Frame] = []
  private var frame = Frame()
  /// Where the text that is not in the tree yet begins.
  private var cursor = 0
  private var diagnostics: [Diagnostic] = []
  private var isBroken = false

  init(name: String, path: String, bytes: [UInt8]) {
    template = ParsedTemplate(name: name, path: path, bytes: bytes)
    scanner = TagScanner(path: path, bytes: bytes)
  }

  /// Parses the whole template.
  ///
  /// - Returns: The tree, empty where the structure is in doubt, so that one mistake does not look
  ///   like many; references are kept then, too.
  mutating func parse() -> Outcome<ParsedTemplate> {
    while let tag = scanner.next() {
      guard take(tag) else { break }
    }
    if !isBroken {
      addText(to: template.bytes.count)
      frames.append(frame)
      for open in frames.compactMap(\.tag) { reportOpen(open) }
      template.nodes = frames.first?.nodes ?? []
    }
    if isBroken || scanner.isBroken { template.nodes = [] }
    return Outcome(template, scanner.diagnostics + diagnostics)
  }

  /// Puts a tag into the tree; `false` where it is too deep to go on.
  private mutating func take(_ tag: Tag) -> Bool {
    switch tag.kind {
    case .comment, .delimiters: pass(tag)
    case .variable, .unescaped:
      addLine(to: tag)
      append(.variable(tag), for: tag)
    case .partial:
      let indent = pass(tag)
      template.references.append(tag)
      append(.partial(tag, indent: indent), for: tag)
    case .close: close(tag)
    case .section, .inverted, .parent, .block: return open(tag)
    }
    return true
  }

  /// Adds a node to the open tag; a parent takes blocks alone.
  private mutating func append(_ node: Node, for tag: Tag) {
    if frame.tag?.kind == .parent { template.strays.append(tag) }
    frame.nodes.append(node)
  }
}

// MARK: - Text

extension TemplateParser {
  private mutating func addText(to end: Int) {
    if cursor < end { frame.nodes.append(.text(cursor..<end)) }
    cursor = max(cursor, end)
  }

  /// Adds the text before a tag within a line, and a mark where the tag begins the line.
  private mutating func addLine(to tag: Tag) {
    let start = tag.range.lowerBound
    addText(to: start)
    if tag.lead == start { frame.nodes.append(.text(start..<start)) }
    cursor = tag.range.upperBound
  }

  /// Adds the text before a tag that prints nothing at its place, without the tag's line where the
  /// tag stands alone on it.
  ///
  /// - Returns: The space before a tag that stands alone, else `nil`.
  @discardableResult
  private mutating func pass(_ tag: Tag) -> Range<Int>? {
    guard let lead = tag.lead, let trail = tag.trail else {
      addLine(to: tag)
      return nil
    }
    addText(to: lead)
    cursor = trail
    return lead..<tag.range.lowerBound
  }
}

// MARK: - Opening

extension TemplateParser {
  private mutating func open(_ tag: Tag) -> Bool {
    guard frames.count < Self.deepest else {
      report(tag, "tags stand in each other more than \(Self.deepest) deep")
      isBroken = true
      return false
    }
    var opened = Frame(tag: tag)
    switch tag.kind {
    case .block: opened.block = openBlock(tag)
    case .parent:
      template.references.append(tag)
      addText(to: tag.range.lowerBound)
      cursor = tag.range.upperBound
    default: pass(tag)
    }
    opened.content = cursor
    frames.append(frame)
    frame = opened
    return true
  }

  private mutating func openBlock(_ tag: Tag) -> Int {
    let overrides = frame.tag?.kind == .parent
    let isOnOwnLines = tag.trail != nil && (tag.lead != nil || overrides)
    if isOnOwnLines, let trail = tag.trail {
      addText(to: tag.lead ?? tag.range.lowerBound)
      cursor = trail
    } else {
      addLine(to: tag)
    }
    let outer = frames.last { $0.block != nil }?.block
    let block = Block(tag: tag, outer: frame.block ?? outer, isOnOwnLines: isOnOwnLines)
    template.blocks.append(block)
    return template.blocks.count - 1
  }
}

// MARK: - Closing

extension TemplateParser {
  private mutating func close(_ tag: Tag) {
    guard let open = frame.tag else { return reportStray(tag, help: nil) }
    if open.name != tag.name {
      if frames.contains(where: { $0.tag?.name == tag.name }) {
        while let inner = frame.tag, inner.name != tag.name {
          reportOpen(inner)
          frame = frames.removeLast()
        }
        return close(tag)
      }
      let isMeant = Suggestion.nearest(to: tag.name, among: [open.name]) != nil
      reportStray(
        tag, help: isMeant ? "did you mean {{/\(open.name)}}?" : "{{/\(open.name)}} is expected")
      guard isMeant else {
        pass(tag)
        return
      }
    }
    finish(open, with: tag)
  }

  private mutating func finish(_ open: Tag, with tag: Tag) {
    switch open.kind {
    case .parent: closeParent(open, with: tag)
    case .block: closeBlock(open, with: tag)
    default:
      pass(tag)
      let nodes = pop().nodes
      append(.section(open, nodes), for: open)
    }
  }

  /// Goes back to the tag around the open one, and returns what the open one holds.
  private mutating func pop() -> Frame {
    let closed = frame
    frame = frames.popLast() ?? Frame()
    return closed
  }

  /// A parent stands alone where nothing else stands before it nor behind its closing tag.
  private mutating func closeParent(_ open: Tag, with tag: Tag) {
    let overrides = pop().overrides
    let start = open.range.lowerBound
    var indent: Range<Int>?
    if let lead = open.lead, let trail = tag.trail {
      if case .text(let text) = frame.nodes.last, text.upperBound == start, lead < start {
        frame.nodes.removeLast()
        if text.lowerBound < lead { frame.nodes.append(.text(text.lowerBound..<lead)) }
      }
      indent = lead..<start
      cursor = trail
    } else {
      if open.lead == start { frame.nodes.append(.text(start..<start)) }
      cursor = tag.range.upperBound
    }
    append(.parent(open, indent: indent, blocks: overrides), for: open)
  }

  private mutating func closeBlock(_ open: Tag, with tag: Tag) {
    let overrides = frames.last?.tag?.kind == .parent
    if overrides, let lead = tag.lead, tag.trail == nil {
      addText(to: lead)
      cursor = tag.range.upperBound
    } else {
      pass(tag)
    }
    let closed = pop()
    guard let block = closed.block else { return }
    template.blocks[block].nodes = closed.nodes
    template.blocks[block].indent = indent(of: open, over: closed.content..<tag.range.lowerBound)
    if overrides {
      frame.overrides.append(block)
    } else {
      frame.nodes.append(.block(block))
    }
  }

  /// The space that all lines of a block's text begin with, blank lines aside.
  private func indent(of open: Tag, over content: Range<Int>) -> Range<Int>? {
    let bytes = template.bytes
    let before = open.lead.map { $0..<open.range.lowerBound }
    let startsLine = content.lowerBound == 0 || bytes[content.lowerBound - 1] == UInt8(ascii: "\n")
    if !startsLine, before == nil { return nil }
    var common = startsLine ? nil : before
    var line = startsLine ? content.lowerBound : nextLine(after: content.lowerBound)
    while line < content.upperBound {
      let end = content.upperBound
      let text = bytes[line..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
      if text < end, bytes[text] != UInt8(ascii: "\n"), bytes[text] != UInt8(ascii: "\r") {
        common = common.map { sharedPrefix($0, line..<text) } ?? line..<text
      }
      line = nextLine(after: line)
    }
    return common ?? before
  }

  private func nextLine(after offset: Int) -> Int {
    let end = template.bytes[offset...].firstIndex(of: UInt8(ascii: "\n"))
    return end.map { $0 + 1 } ?? template.bytes.count
  }

  private func sharedPrefix(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
    let bytes = template.bytes
    let shared = zip(first, second).prefix { bytes[$0] == bytes[$1] }.count
    return first.prefix(shared)
  }
}

// MARK: - Diagnostics

extension TemplateParser {
  private mutating func report(_ tag: Tag, _ message: String, help: String? = nil) {
    diagnostics.append(.error("template.syntax", message, at: template.place(of: tag), help: help))
  }

  private mutating func reportOpen(_ tag: Tag) {
    isBroken = true
    report(tag, "'\(tag.name)' is never closed", help: "close it with {{/\(tag.name)}}")
  }

  private mutating func reportStray(_ tag: Tag, help: String?) {
    report(tag, "'\(tag.name)' is closed here, but is not open", help: help)
  }
}
