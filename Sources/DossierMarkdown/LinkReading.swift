import DossierSource

extension InlineReader {
  /// Reads a link: a reference becomes a hole, a refused one an error and its text.
  mutating func readLink(_ node: CMarkNode, in walk: inout InlineWalk) -> CMarkNode? {
    let opener = walk.scanner.nextOpener()
    let address = LinkAddress(reading.stripped(node.url))
    if case .autolink(let token) = opener {
      let isNested = walk.openLink != nil
      let next = walk.next(after: node)
      readAutolink(node, address, at: token, isNested: isNested, in: &walk)
      return next
    }
    let token = extent(of: opener, in: &walk)
    if title(of: node) != nil { reading.tell(.linkTitle, at: token) }
    if walk.openBrackets > 0 { walk.linkInBrackets = token }
    guard walk.openLink == nil else {
      failNested(at: token)
      return walk.next(after: node, descending: true)
    }
    var isReference = false
    switch address {
    case .external(let url):
      node.removeTitleComments()
      // A link without words says where it leads, as a bare address does.
      if hasNoWords(node), let words = CMarkNode.make(.customInline, writing: url.htmlEscaped) {
        node.append(words)
      }
      if reading.isMarked { node.setURL(url) } else { setDOI(url, of: node) }
    case .refused(let refusal):
      fail(refusal, at: token)
      surround(node, with: .textStart, .textEnd)
    case .target(let target, let fragment):
      let reference = Reference(target: target, fragment: fragment, title: title(of: node))
      guard !hasNoWords(node) else {
        walk.scanner.position = token.upperBound
        let next = walk.next(after: node)
        replace(node, with: reference, at: token, in: &walk)
        return next
      }
      isReference = true
      surround(
        node, with: .referenceStart(reading.hole(.reference(reference), at: token)), .referenceEnd)
    }
    walk.openLink = InlineWalk.OpenLink(
      node: node, end: token.upperBound, isReference: isReference)
    return walk.next(after: node, descending: true)
  }

  private mutating func readAutolink(
    _ node: CMarkNode, _ address: LinkAddress, at token: Range<Int>, isNested: Bool,
    in walk: inout InlineWalk
  ) {
    let text = reading.stripped(node.firstChild?.literal ?? BorrowedBytes(start: nil, count: 0))
    if isNested {
      failNested(at: token)
      return node.replace(writing: text.htmlEscaped)
    }
    switch address {
    case .target(let target, let fragment):
      replace(node, with: Reference(target: target, fragment: fragment), at: token, in: &walk)
    case .external(let url):
      if walk.isHeading { walk.headingText += text }
      if reading.isMarked { node.setURL(url) } else { setDOI(url, of: node) }
    case .refused(let refusal):
      fail(refusal, at: token)
      node.replace(writing: text.htmlEscaped)
    }
  }

  /// Whether a reader would see nothing between the brackets of a link.
  private func hasNoWords(_ node: CMarkNode) -> Bool {
    var child = node.firstChild
    while let current = child {
      switch current.kind {
      case .text where reading.stripped(current.literal).text.isBlank, .softBreak, .lineBreak,
        .htmlInline where reading.stripped(current.literal).withoutComments.leavesNothing:
        break
      default: return false
      }
      child = current.next
    }
    return true
  }

  /// Only a DOI's address differs from the one that the node has.
  private func setDOI(_ url: [UInt8], of node: CMarkNode) {
    if url.count != node.url.count { node.setURL(url) }
  }

  private mutating func extent(
    of opener: InlineScanner.Opener?, in walk: inout InlineWalk
  ) -> Range<Int> {
    guard let bracket = opener?.bracket else { return walk.block.source }
    guard let link = walk.scanner.link(openedAt: bracket) else { return bracket..<bracket + 1 }
    if !definitions.isEmpty { use(labelOfLinkAt: bracket, close: link.close, end: link.end) }
    return bracket..<link.end
  }

  func title(of node: CMarkNode) -> String? {
    let title = reading.stripped(node.title)
    guard !title.isEmpty else { return nil }
    if case .some(let rest, _) = title.withoutComments { return rest.text }
    return title.text
  }

  /// Puts a reference without a label in the place of a node.
  private mutating func replace(
    _ node: CMarkNode, with reference: Reference, at token: Range<Int>, in walk: inout InlineWalk
  ) {
    switch reference.target {
    case .record(_, let id): walk.headingText += id.utf8
    case .file(let path): walk.headingText += path.utf8
    }
    node.replace(writing: reading.bytes(of: .hole(reading.hole(.reference(reference), at: token))))
  }

  /// Puts marks around a link, and takes its address and title away: its tags are then known bytes.
  private mutating func surround(_ node: CMarkNode, with start: Mark, _ end: Mark) {
    node.setURL([])
    node.removeTitle()
    if let start = reading.node(for: start) { node.insertBefore(start) }
    if let end = reading.node(for: end) { node.insertAfter(end) }
  }

  mutating func failNested(at token: Range<Int>) {
    reading.fail(
      "link.nested", "'\(reading.source.quote(token))' stands inside the text of a link", at: token,
      help: "put it before or after the link")
  }

  private mutating func fail(_ refusal: LinkAddress.Refusal, at token: Range<Int>) {
    switch refusal {
    case .scheme(let scheme):
      let known = "'http', 'https', 'mailto', 'tel', 'urn', 'doi:10…' or the id of a kind"
      reading.fail(
        "link.scheme", "'\(scheme):' is no scheme for a link", at: token,
        help: "use \(known), in lower-case letters")
    case .absolute:
      reading.fail(
        "link.absolute", "a link cannot begin with '/'", at: token,
        help: "use a path from this file, or kind:id, or an address with its scheme")
    case .empty:
      reading.fail(
        "link.empty", "the link has no address", at: token,
        help: "put an address between the parentheses, or a backslash before the bracket")
    }
  }
}

// MARK: - Images

extension InlineReader {
  /// Reads an image: its hole stands in the place of it and of all that is in its text.
  mutating func readImage(_ node: CMarkNode, in walk: inout InlineWalk) -> CMarkNode? {
    let opener = walk.scanner.nextOpener()
    var token = extent(of: opener, in: &walk)
    if case .image = opener { token = token.lowerBound - 1..<token.upperBound }
    walk.scanner.position = max(walk.scanner.position, token.upperBound)
    // Who takes the step leaves the link, where the image is the last in it.
    let isWelcome = isWelcome(node, at: token, in: walk)
    let next = walk.next(after: node)
    let alternative = plainText(below: node)
    if walk.isHeading { walk.headingText += alternative }
    guard isWelcome else {
      node.replace(writing: alternative.htmlEscaped)
      return next
    }
    if alternative.allSatisfy(\.isSpace) {
      reading.fail(
        "image.alternative", "the image has no alternative text", at: token,
        help: "say between the brackets what the image shows")
    }
    let path = LinkAddress.percentDecoded(reading.stripped(node.url)[...])
    let image = Image(
      path: path, alternative: alternative.text, title: title(of: node),
      standsAlone: walk.block.role == .paragraph && !walk.isNote && node.parent?.firstChild == node
        && node.next == nil && node.parent == walk.block.node)
    if image.title != nil, !image.standsAlone {
      reading.warn(
        "image.credit", "the credit line of an image within a text is not shown", at: token,
        help: "put the image in a paragraph of its own, or the credit into the text")
    }
    node.replace(writing: reading.bytes(of: .hole(reading.hole(.image(image), at: token))))
    return next
  }

  /// Whether an image may stand here and lies beside the text; reports it if not.
  private mutating func isWelcome(
    _ node: CMarkNode, at token: Range<Int>, in walk: InlineWalk
  ) -> Bool {
    let address = reading.stripped(node.url)
    let help = "put the image beside the text, and write its path from this file"
    if walk.openLink?.isReference == true {
      failNested(at: token)
    } else if address.isEmpty {
      reading.fail("image.path", "the image has no path", at: token, help: help)
    } else if LinkAddress.schemeEnd(of: address) != nil || address.has("//", at: 0) {
      reading.fail("image.remote", "a page shows no image of another host", at: token, help: help)
    } else if address.first == UInt8(ascii: "/") {
      reading.fail(
        "link.absolute", "the path of an image cannot begin with '/'", at: token, help: help)
    } else {
      return true
    }
    return false
  }

  /// The text of all that is below a node, without markup.
  private func plainText(below root: CMarkNode) -> [UInt8] {
    var text: [UInt8] = []
    var node = root.firstChild
    while let current = node {
      switch current.kind {
      case .text, .code: text += reading.stripped(current.literal)
      case .htmlInline where !current.removeComments().leavesNothing:
        text += reading.stripped(current.literal)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
      node = current.following(below: root, descending: true)
    }
    return text
  }
}
