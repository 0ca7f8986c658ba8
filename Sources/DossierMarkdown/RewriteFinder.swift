/// What of a text is written anew before libcmark reads it for good.
///
/// Emphasis and brackets of others reach across `^[a note]` and `[see *also* @x]` in libcmark's
/// tree, and take a bare address to pieces. So these are found in the source, and put in forms that
/// the tree keeps whole.
struct Rewrite {
  enum Form {
    /// `^[…]`: becomes a call, and a definition behind the text.
    case note(content: Range<Int>)
    /// `https://…`: becomes an autolink; `www.…` a link.
    case address(isHost: Bool)
    /// A bracket whose works have markup beside them.
    case citation([CitationGroup.Item])
    /// `@id`, and `[p. 3]` behind it.
    case mention(key: Range<Int>, locator: Range<Int>?)
    /// `<!-- … -->`: goes without a trace.
    case comment
  }
  /// The author's whole token.
  var range: Range<Int>
  var form: Form

  /// Whether it cannot stand in the text of a link.
  var isLink: Bool {
    switch form {
    case .address, .mention: true
    case .note, .citation, .comment: false
    }
  }

  var isComment: Bool {
    if case .comment = form { true } else { false }
  }
}

/// Finds what is to be written anew in the source of one block.
struct RewriteFinder {
  /// A bracket that is open.
  private struct Opener {
    enum Kind { case text, image, note }
    var start: Int
    var kind: Kind
    /// How many finds there were before it.
    var count: Int
    /// Whether a key stands directly in it.
    var hasKey = false
    /// Whether what looks like a key stands behind a sign that no key stands behind.
    var hasOddKey = false
    /// How deep brackets within it go.
    var depth = 0
  }

  private let bytes: [UInt8]
  private let end: Int
  private let allowsNotes: Bool
  private var scanner: InlineScanner
  private var open: [Opener] = []
  /// How many of those that are open are notes: one, or none.
  private var openNotes = 0
  private(set) var found: [Rewrite] = []
  /// Brackets that look like citations and are none.
  private(set) var oddBrackets: [Range<Int>] = []
  /// The comment that nothing closes.
  private(set) var openComment: Range<Int>?

  /// Brackets within a citation's go no deeper.
  private static let deepest = 8
  /// What follows a link's text is looked for within so many bytes.
  private static let longestTail = 3000

  init(_ bytes: [UInt8], in range: Range<Int>, allowsNotes: Bool) {
    self.bytes = bytes
    self.allowsNotes = allowsNotes
    end = range.upperBound
    scanner = InlineScanner(bytes, in: range)
    scanner.skipDefinitions()
  }

  /// Whether anything to be found may stand in a text: most hold nothing.
  static func mayFind(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while let colon = buffer.firstIndex(of: UInt8(ascii: ":"), from: offset) {
        if bytes.has("//", at: colon + 1) { return true }
        offset = colon + 1
      }
      return buffer.firstIndex(of: UInt8(ascii: "@")) != nil
        || buffer.firstIndex(of: UInt8(ascii: "^")) != nil
        || buffer.contains("www.") || buffer.contains("<!--")
    }
  }

  mutating func find() {
    while let offset = scanner.nextPlain(where: Self.isMark) { read(at: offset) }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "!"),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "w"), UInt8(ascii: "W"),
      UInt8(ascii: "<"):
      true
    default: false
    }
  }

  private mutating func read(at offset: Int) {
    switch bytes[offset] {
    case UInt8(ascii: "["): push(.text, at: offset)
    case UInt8(ascii: "!") where bracketFollows(offset): push(.image, at: offset)
    case UInt8(ascii: "^") where bracketFollows(offset):
      push(allowsNotes && !isInNote ? .note : .text, at: offset)
    case UInt8(ascii: "]"): close(at: offset)
    case UInt8(ascii: "@"): readKey(at: offset)
    case UInt8(ascii: "<"): readAngle(at: offset)
    case UInt8(ascii: ":"), UInt8(ascii: "w"), UInt8(ascii: "W"): readAddress(at: offset)
    default: break
    }
  }

  private func bracketFollows(_ offset: Int) -> Bool {
    offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "[")
  }

  private var isInNote: Bool { openNotes > 0 }

  private mutating func push(_ kind: Opener.Kind, at offset: Int) {
    scanner.position = bytes[offset] == UInt8(ascii: "[") ? offset + 1 : offset + 2
    open.append(Opener(start: offset, kind: kind, count: found.count))
    if kind == .note { openNotes += 1 }
  }

  private mutating func close(at offset: Int) {
    guard let opener = open.popLast() else { return }
    if let last = open.indices.last { open[last].depth = max(open[last].depth, opener.depth + 1) }
    let whole = opener.start..<offset + 1
    if opener.kind == .note {
      openNotes -= 1
      let content = opener.start + 2..<offset
      found.append(Rewrite(range: whole, form: .note(content: content)))
    } else if let tail = tailEnd(from: offset + 1) {
      scanner.position = tail
      dropLinks(since: opener)
    } else if opener.kind == .text, opener.hasKey || opener.hasOddKey {
      readCitation(opener, whole)
    }
  }

  private mutating func readCitation(_ opener: Opener, _ whole: Range<Int>) {
    let content = whole.lowerBound + 1..<whole.upperBound - 1
    guard CitationGroup.holdsMarkup(bytes[content]) else {
      if opener.hasOddKey || CitationBracket(Self.withoutEntities(bytes[content])) == .malformed {
        oddBrackets.append(whole)
      }
      return
    }
    // What goes deeper is no citation that anyone means.
    guard opener.depth <= Self.deepest else { return }
    if let items = CitationGroup.items(in: content, of: bytes) {
      found.append(Rewrite(range: whole, form: .citation(items)))
    } else {
      oddBrackets.append(whole)
    }
  }

  /// A text in which a dash stands for each character reference, whose semicolon separates nothing.
  private static func withoutEntities(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    return Array(text.text.replacing(/&(?:[A-Za-z][A-Za-z0-9]*|#[0-9A-Fa-fxX]+);/, with: "-").utf8)[
      ...]
  }

  /// A link holds no other, and the text of an image no markup.
  private mutating func dropLinks(since opener: Opener) {
    guard found.count > opener.count else { return }
    let inner = found[opener.count...]
    found.removeSubrange(opener.count...)
    found += inner.filter { opener.kind == .text ? !$0.isLink : $0.isComment }
  }

  private func tailEnd(from start: Int) -> Int? {
    let grammar = LinkGrammar(bytes: bytes, end: min(end, start + Self.longestTail))
    return grammar.inlineTail(from: start) ?? grammar.label(from: start)
  }
}

// MARK: - Keys

extension RewriteFinder {
  private mutating func readKey(at offset: Int) {
    let isKey = CitationGroup.isKey(at: offset, after: 0, in: bytes)
    if let last = open.indices.last, open[last].kind == .text {
      if isKey {
        open[last].hasKey = true
      } else if isOddKey(at: offset) {
        open[last].hasOddKey = true
      }
      return
    }
    // Behind a bracket that is escaped, an author shows what a citation looks like.
    guard open.count == openNotes, beginsMention(offset),
      let key = CitationKey.read(from: offset + 1, to: end, in: bytes)
    else { return }
    let locator = locator(from: key.end)
    let range = offset..<(locator.map { $0.upperBound + 1 } ?? key.end)
    scanner.position = range.upperBound
    found.append(
      Rewrite(range: range, form: .mention(key: offset..<key.end, locator: locator)))
  }

  /// Behind markup or a quotation mark `@id` looks like a key, and is none.
  private func isOddKey(at offset: Int) -> Bool {
    guard offset + 1 < end, bytes[offset + 1].isLetter || bytes[offset + 1].isDigit else {
      return false
    }
    return offset == 0 || "*_~`'".utf8.contains(bytes[offset - 1]) || quotationEnds(at: offset)
  }

  private func beginsMention(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1].isSpace || "(|>*_\"'".utf8.contains(bytes[offset - 1])
      || quotationEnds(at: offset) || open.last.map { $0.start + 2 == offset } ?? false
  }

  /// Whether a mark of a quotation or a dash stands right before an offset.
  private func quotationEnds(at offset: Int) -> Bool {
    for mark: StaticString in [
      "«", "»", "“", "”", "„", "‚", "‘", "’", "‹", "›", "–", "—", "\u{A0}",
    ]
    where bytes.has(mark, at: offset - mark.utf8CodeUnitCount) {
      return true
    }
    return false
  }

  /// What is no plain text between brackets.
  private static let beyondLocators: ByteSet = "[]@^*_`<&\\\n"

  /// What stands between the brackets of ` [p. 3]`, as far as it is plain.
  private func locator(from start: Int) -> Range<Int>? {
    guard bytes.has(" [", at: start) else { return nil }
    var offset = start + 2
    while offset < end, !Self.beyondLocators.contains(bytes[offset]) { offset += 1 }
    guard offset < end, offset > start + 2, bytes[offset] == UInt8(ascii: "]") else { return nil }
    let isLink = bytes.has("(", at: offset + 1) || bytes.has("[", at: offset + 1)
    return isLink || bytes.has(":", at: offset + 1) ? nil : start + 2..<offset
  }
}

// MARK: - Comments

extension RewriteFinder {
  /// Finds a comment, which libcmark takes for text where `--` stands in it; passes over any tag.
  private mutating func readAngle(at offset: Int) {
    guard bytes.has("<!--", at: offset) else { return scanner.skipAngle(at: offset) }
    guard openComment == nil, let close = bytes.endOfComment(from: offset, to: end) else {
      openComment = openComment ?? offset..<offset + 4
      return
    }
    scanner.position = close
    found.append(Rewrite(range: offset..<close, form: .comment))
  }
}

// MARK: - Bare addresses

extension RewriteFinder {
  /// Reads an address by the rules of GitHub Flavored Markdown: `http://`, `https://`, `www.`.
  private mutating func readAddress(at offset: Int) {
    guard let start = addressStart(at: offset), !isWord(before: start) else { return }
    let isHost = bytes[offset] != UInt8(ascii: ":")
    let host = isHost ? offset + 4 : offset + 3
    let last = addressEnd(from: host)
    guard last > host, bytes[host].isLetter || bytes[host].isDigit || bytes[host] >= 0x80 else {
      return
    }
    guard !isHost || bytes.firstIndex(of: UInt8(ascii: "."), in: host..<last) != nil else { return }
    scanner.position = last
    found.append(Rewrite(range: start..<last, form: .address(isHost: isHost)))
  }

  private func addressStart(at offset: Int) -> Int? {
    guard bytes[offset] == UInt8(ascii: ":") else {
      return offset + 4 < end && matches("www.", at: offset) ? offset : nil
    }
    guard bytes.has("://", at: offset) else { return nil }
    if matches("https", at: offset - 5) { return offset - 5 }
    return matches("http", at: offset - 4) ? offset - 4 : nil
  }

  private func matches(_ word: StaticString, at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start >= 0, start + count <= end else { return false }
    return (0..<count).allSatisfy {
      bytes[start + $0] | 0x20 == word.utf8Start[$0] | 0x20
    }
  }

  private func isWord(before start: Int) -> Bool {
    guard start > 0 else { return false }
    let byte = bytes[start - 1]
    return byte.isLetter || byte.isDigit || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  private func addressEnd(from start: Int) -> Int {
    var last = start
    var depth = 0
    while last < end, bytes[last] > 0x20, !"<>[]|`\"".utf8.contains(bytes[last]) {
      if isQuotationMark(at: last) { break }
      if bytes[last] == UInt8(ascii: "(") { depth += 1 }
      if bytes[last] == UInt8(ascii: ")") {
        guard depth > 0 else { break }
        depth -= 1
      }
      last += 1
    }
    while last > start, "?!.,:;*_~'\\".utf8.contains(bytes[last - 1]) { last -= 1 }
    return last
  }

  /// The marks that close a quotation, and the dashes and the space that no address holds.
  private func isQuotationMark(at offset: Int) -> Bool {
    for mark: StaticString in ["«", "»", "“", "”", "„", "’", "‘", "…", "–", "—", "\u{A0}"]
    where bytes[offset] >= 0xC2 && bytes.has(mark, at: offset) {
      return true
    }
    return false
  }
}
