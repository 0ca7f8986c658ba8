import DossierSource

extension BodyReader {
  /// Lists the blocks whose inlines are to be read; puts exhibits and refused HTML in their place.
  mutating func collectBlocks(of document: CMarkNode) {
    let mayHoldParts = isMarked || source.bytes.firstIndex(of: UInt8(ascii: "|")) != nil
    var node = document.firstChild
    while let current = node {
      let kind = current.kind
      node = current.following(below: document, descending: kind.holdsBlocks)
      switch kind {
      case .paragraph:
        collectParagraph(current, mayHoldParts: mayHoldParts && current.parent == document)
      case .heading: collectHeading(current)
      case .codeBlock: readCode(current)
      case .htmlBlock: readHTMLBlock(current)
      default: break
      }
    }
  }

  private mutating func collectParagraph(_ node: CMarkNode, mayHoldParts: Bool) {
    if mayHoldParts {
      let lines = lines(of: node)
      let parts = ParagraphPart.parts(ofLines: lines, in: source)
      if !parts.isEmpty {
        splitParagraphs.append(SplitParagraph(node: node, parts: parts))
        return
      }
    }
    blocks.append(TextBlock(node: node, source: bytes(of: node), role: .paragraph))
  }

  private mutating func collectHeading(_ node: CMarkNode) {
    let range = bytes(of: node)
    if node.headingLevel == 1 {
      warn(
        "heading.level", "a heading of level 1 stands in the text; it is shown as level 2",
        at: range, help: "the page's title is its only heading of level 1; begin with '##'")
      node.setHeadingLevel(2)
    }
    headings.append(
      Heading(level: node.headingLevel, id: "", content: 0..<0, span: source.span(of: range)))
    blocks.append(TextBlock(node: node, source: range, role: .heading(headings.count - 1)))
  }

  private func lines(of node: CMarkNode) -> Range<Int> {
    let start = max(0, node.startLine - 1)
    return start..<max(start + 1, node.endLine)
  }

  private func bytes(of node: CMarkNode) -> Range<Int> {
    let lines = source.bytes(ofLines: lines(of: node))
    return min(lines.lowerBound + max(0, node.startColumn - 1), lines.upperBound)..<lines.upperBound
  }

  private mutating func readHTMLBlock(_ node: CMarkNode) {
    guard !node.removeComments() else { return node.remove() }
    guard !options.allowsRawHTML else { return }
    warnOfRawHTML(at: bytes(of: node))
    var text = stripped(node.literal)
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    let shown = Array("<p>".utf8) + text.htmlEscaped + "</p>".utf8
    node.replace(writing: shown, kind: .customBlock)
  }

  mutating func warnOfRawHTML(at range: Range<Int>) {
    warn(
      "markdown.raw-html", "raw HTML is shown as text", at: range,
      help: "use Markdown, or set 'raw-html: true' in content/site.yml")
  }
}

// MARK: - Exhibits

extension BodyReader {
  private mutating func readCode(_ node: CMarkNode) {
    let info = stripped(node.fenceInfo)
    let name = info.prefix { !$0.isSpace && $0 != UInt8(ascii: "{") }
    guard !name.isEmpty, options.exhibits.contains(name.text) else { return }
    let fence = bytes(of: node)
    let id = exhibitID(info[name.endIndex...], at: fence)
    let text = stripped(node.literal)
    let firstLine = node.startLine
    let exhibit = ExhibitBlock(
      name: name.text, id: id, text: text.text, firstLine: source.fileLine(firstLine),
      indentation: indentation(of: text, fromLine: firstLine))
    let hole = Hole(offset: 0, filling: .exhibit(exhibit), span: source.span(of: fence))
    node.replace(writing: bytes(of: .hole(hole)), kind: .customBlock)
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
    fail(
      "exhibit.id", "'\(words.map(\.text).joined(separator: " "))' is no id of an exhibit",
      at: fence, help: "write {#id} with lower-case letters, digits and single hyphens")
    return nil
  }

  /// How far the source's lines are longer than those of a block's text.
  private func indentation(of text: [UInt8], fromLine firstLine: Int) -> Int {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { !$0.isEmpty }) else { return 0 }
    return max(0, source.line(firstLine + index).count - lines[index].count)
  }
}
