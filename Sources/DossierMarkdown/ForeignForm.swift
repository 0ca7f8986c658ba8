/// A form of other Markdown programs that is not known here, and is shown as the author wrote it.
enum ForeignForm: CaseIterable {
  case strikethrough, highlight, script, task, definition, container, admonition, math, emoji
  case wikiLink, shortcode, attributes, gridTable, abbreviation, noteLabel, openNote
  case undefinedLabel

  /// What it is, as the message says it.
  var name: String {
    switch self {
    case .strikethrough: "'~~' for struck-out words"
    case .highlight: "'==' for marked words"
    case .script: "'^' or '~' for raised and lowered letters"
    case .task: "a box of a task list"
    case .definition: "a list of definitions"
    case .container: "':::'"
    case .admonition: "'!!!'"
    case .math: "'$' for formulas"
    case .emoji: "a code for an emoji"
    case .wikiLink: "'[[…]]'"
    case .shortcode: "a shortcode or a template's '{{…}}' or '{%…%}'"
    case .attributes: "'{…}' for attributes"
    case .gridTable: "a table drawn with '+---+'"
    case .abbreviation: "the definition of an abbreviation"
    case .noteLabel: "a label of a note with blanks or signs"
    case .openNote: "'^[' that nothing closes"
    case .undefinedLabel: "a link by a label that nothing defines"
    }
  }

  /// What to write instead.
  var help: String {
    switch self {
    case .strikethrough: "take the words out, or say that they no longer hold"
    case .highlight: "use *emphasis* or **strong emphasis**"
    case .script: "use the letters themselves: m², CO₂"
    case .task: "say in words what is done: begin the item with 'Done:' or 'Open:'"
    case .definition:
      "use a list whose items begin with the term in **strong emphasis**, or a table"
    case .container, .admonition: "use a callout, a quotation that begins with [!NOTE]"
    case .math: "write the formula in words and signs: a² + b²"
    case .emoji: "put in the sign itself"
    case .wikiLink: "use <kind:id>, or [words](kind:id)"
    case .shortcode: "use Markdown, or an exhibit"
    case .attributes: "leave them out; only a heading and an exhibit take {#id}"
    case .gridTable: "use a table with bars: | a | b |, and |---|---| below"
    case .abbreviation: "make a record of a kind with the role 'term', or write it out"
    case .noteLabel: "use letters, digits, '-', '_' and '.' alone: [^a-note]"
    case .openNote: "close it with ']', or put a backslash before '['"
    case .undefinedLabel:
      "define it at the start of a line: [label]: https://…, or put a backslash before '['"
    }
  }
}

/// Finds the forms of others in the source of one block.
struct ForeignFormFinder {
  private let bytes: [UInt8]
  private let end: Int
  /// The labels that are defined, as labels are compared.
  private let labels: Set<String>
  private var scanner: InlineScanner
  private var isCell = false
  private(set) var found: [(form: ForeignForm, range: Range<Int>)] = []

  /// What a form within a line begins with.
  private static let beginnings: ByteSet = "~=$:[{^"
  /// What closes a form is looked for within so many bytes.
  private static let reach = 300

  init(_ bytes: [UInt8], in range: Range<Int>, labels: Set<String>) {
    (self.bytes, self.labels) = (bytes, labels)
    end = range.upperBound
    scanner = InlineScanner(bytes, in: range)
    scanner.skipDefinitions()
  }

  /// What any of them holds, or what may be the second byte of one.
  private static let signs: ByteSet = "~$={[^:+-!]"

  /// Whether a stretch of a text may hold any of them: one look for each of its bytes.
  static func mayStand(in range: Range<Int>, of bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      range.clamped(to: 0..<bytes.count).contains { offset in
        signs.contains(bytes[offset]) && mayStand(at: offset, in: bytes)
      }
    }
  }

  /// Whether the sign at an offset may be the first, or the second, of a form's.
  private static func mayStand(at offset: Int, in bytes: BorrowedBytes) -> Bool {
    let before = offset > 0 ? bytes[offset - 1] : UInt8(ascii: "\n")
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : UInt8(ascii: "\n")
    switch bytes[offset] {
    case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "^"): return true
    case UInt8(ascii: "["): return before == 0x2A || " xX^[".utf8.contains(after)
    case UInt8(ascii: "]"): return after == UInt8(ascii: "[")
    case UInt8(ascii: ":"):
      // A code of an emoji begins no word, and a definition begins a line.
      let beginsCode = after.isLower || after == UInt8(ascii: "+")
      return after == 0x3A || beginsCode && !before.isLetter && !before.isDigit
        || after == 0x20 && (before.isSpace || before == UInt8(ascii: ">"))
    case let sign: return sign == after || before == UInt8(ascii: "+")
    }
  }

  /// - Parameters:
  ///   - isParagraph: Whether lines of it may be what others take for blocks.
  ///   - beginsItem: Whether it is the first block of a list's item.
  ///   - isCell: Whether a bar ends it, as in a link with its words behind one.
  mutating func find(isParagraph: Bool, beginsItem: Bool, isCell: Bool = false) {
    self.isCell = isCell
    if isParagraph { readLines(beginsItem: beginsItem) }
    while let offset = scanner.nextPlain(where: Self.beginnings.contains) {
      guard let (form, end) = form(at: offset) else { continue }
      found.append((form, offset..<end))
      scanner.position = max(scanner.position, end)
    }
  }

  private mutating func readLines(beginsItem: Bool) {
    let grammar = LinkGrammar(bytes: bytes, end: end)
    var start = scanner.position
    if beginsItem, let box = box(at: start) { found.append((.task, start..<box)) }
    var isFirst = true
    while start < end {
      let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<end) ?? end
      if let form = lineForm(start..<lineEnd, isFirst: isFirst) {
        found.append((form, start..<lineEnd))
      }
      isFirst = false
      start = max(lineEnd + 1, grammar.prefixEnd(from: min(lineEnd + 1, end)))
    }
  }

  private func box(at start: Int) -> Int? {
    let isBox = ["[ ] ", "[x] ", "[X] "].contains { (box: StaticString) in bytes.has(box, at: start)
    }
    return isBox ? start + 3 : nil
  }

  private func lineForm(_ line: Range<Int>, isFirst: Bool) -> ForeignForm? {
    let start = line.lowerBound
    if bytes.has(":::", at: start) { return .container }
    if bytes.has("!!! ", at: start) { return .admonition }
    if bytes.has("*[", at: start), bytes[line].firstRange(of: "]:".utf8) != nil {
      return .abbreviation
    }
    if bytes.has("+-", at: start) || bytes.has("+=", at: start),
      bytes[line].allSatisfy({ "+-=: ".utf8.contains($0) }), line.count > 4
    {
      return .gridTable
    }
    let isDefinition = bytes.has(": ", at: start) || bytes.has("~ ", at: start)
    return isDefinition && !isFirst ? .definition : nil
  }

  private func form(at offset: Int) -> (ForeignForm, Int)? {
    switch bytes[offset] {
    case UInt8(ascii: "~"):
      pair("~~", at: offset).map { (.strikethrough, $0) }
        ?? script(at: offset).map { (.script, $0) }
    case UInt8(ascii: "="): pair("==", at: offset).map { (.highlight, $0) }
    case UInt8(ascii: "$"): formula(at: offset).map { (.math, $0) }
    case UInt8(ascii: ":"): emoji(at: offset).map { (.emoji, $0) }
    case UInt8(ascii: "{"): braces(at: offset)
    case UInt8(ascii: "["): bracket(at: offset)
    case UInt8(ascii: "^"):
      if bytes.has("[", at: offset + 1) {
        (.openNote, offset + 2)
      } else {
        script(at: offset).map { (.script, $0) }
      }
    default: nil
    }
  }
}

// MARK: - Forms within a line

extension ForeignFormFinder {
  /// The rest of the line that is looked through.
  private func rest(from start: Int) -> Range<Int> {
    let limit = max(start, min(end, start + Self.reach))
    return start..<(bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<limit) ?? limit)
  }

  /// The end of what stands between two marks, which blanks may not stand next to.
  private func pair(_ mark: StaticString, at start: Int) -> Int? {
    let width = mark.utf8CodeUnitCount
    guard bytes.has(mark, at: start) else { return nil }
    let rest = rest(from: start + width)
    guard let first = rest.first, !bytes[first].isSpace else { return nil }
    let close = rest.dropFirst().first { bytes.has(mark, at: $0) && !bytes[$0 - 1].isSpace }
    return close.map { $0 + width }
  }

  /// `H~2~O`, `m^2^`: no blanks within, and a word before.
  private func script(at start: Int) -> Int? {
    guard start > 0, bytes[start - 1].isLetter || bytes[start - 1].isDigit else { return nil }
    let rest = rest(from: start + 1).prefix(12)
    let close = rest.first { bytes[$0] == bytes[start] || bytes[$0].isSpace }
    guard let close, close > start + 1, bytes[close] == bytes[start] else { return nil }
    return close + 1
  }

  /// Two dollars around what only a formula holds; amounts of money are none.
  private func formula(at start: Int) -> Int? {
    if let end = pair("$$", at: start) { return end }
    let rest = rest(from: start + 1)
    guard let first = rest.first, !bytes[first].isSpace, bytes[first] != UInt8(ascii: "$"),
      let close = rest.first(where: { isPlainDollar(at: $0) }), close > first,
      !bytes[close - 1].isSpace, close + 1 >= end || !bytes[close + 1].isDigit
    else { return nil }
    let content = bytes[first..<close]
    let isLetter = content.count < 3 && content.allSatisfy(\.isLetter)
    return isLetter || content.contains { "\\^_{=".utf8.contains($0) } ? close + 1 : nil
  }

  private func isPlainDollar(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "$") && bytes[offset - 1] != UInt8(ascii: "\\")
  }

  private func emoji(at start: Int) -> Int? {
    guard start == 0 || !isWord(bytes[start - 1]) else { return nil }
    let rest = rest(from: start + 1).prefix(40)
    guard let first = rest.first, bytes[first].isLower || bytes[first] == UInt8(ascii: "+"),
      let close = rest.first(where: { !isCode(bytes[$0]) }), close > first + 1,
      bytes[close] == UInt8(ascii: ":"), close + 1 >= end || !isWord(bytes[close + 1])
    else { return nil }
    return close + 1
  }

  private func isCode(_ byte: UInt8) -> Bool {
    byte.isLower || byte.isDigit || "_+-".utf8.contains(byte)
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

  /// Shortcodes, and attributes behind what they are of.
  private func braces(at start: Int) -> (ForeignForm, Int)? {
    let rest = rest(from: start)
    for (open, close) in [("{{", "}}"), ("{%", "%}")] as [(StaticString, StaticString)]
    where bytes.has(open, at: start) {
      let end = rest.dropFirst(2).first { bytes.has(close, at: $0) }
      return end.map { (.shortcode, $0 + 2) }
    }
    guard let close = rest.first(where: { bytes[$0] == UInt8(ascii: "}") }), close > start + 2
    else { return nil }
    let isNamed =
      ".#:".utf8.contains(bytes[start + 1])
      && (bytes[start + 2].isLetter || bytes[start + 2] == UInt8(ascii: " "))
    let isBehind = start > 0 && ")]`".utf8.contains(bytes[start - 1])
    let hasValue = bytes[start..<close].contains(UInt8(ascii: "="))
    return isNamed || isBehind && hasValue ? (.attributes, close + 1) : nil
  }

  /// Wiki links, and labels that are none.
  private func bracket(at start: Int) -> (ForeignForm, Int)? {
    if start > 1, bytes[start - 1] == UInt8(ascii: "]"), bytes[start - 2] != UInt8(ascii: "\\") {
      return undefinedLabel(at: start).map { (.undefinedLabel, $0) }
    }
    let rest = rest(from: start + 1)
    guard let close = rest.first(where: { bytes[$0] == UInt8(ascii: "]") }) else {
      let isCut = isCell && bytes.has("[[", at: start) && start + 2 < end
      return isCut && !"@^[-".utf8.contains(bytes[start + 2]) ? (.wikiLink, end) : nil
    }
    let isLink = bytes.has("(", at: close + 1) || bytes.has("[", at: close + 1)
    if bytes.has("[[", at: start), bytes.has("]]", at: close), close > start + 2 {
      let first = bytes[start + 2]
      let isOurs = "@^[-".utf8.contains(first) || bytes.has("(", at: close + 2)
      return isOurs ? nil : (.wikiLink, close + 2)
    }
    guard bytes.has("[^", at: start), !isLink, close > start + 2 else { return nil }
    let label = bytes.withUnsafeBufferPointer { NoteLabel.end(in: $0, from: start) }
    return label == nil ? (.noteLabel, close + 1) : nil
  }

  /// The end of a label behind the words of a link, `[words][label]` or `[words][]`, that is not defined.
  private func undefinedLabel(at start: Int) -> Int? {
    let close = rest(from: start + 1).first { bytes[$0] == UInt8(ascii: "]") }
    guard let close, !bytes.has("(", at: close + 1), !bytes.has("[", at: close + 1) else {
      return nil
    }
    let words = bytes[max(0, start - Self.reach)..<start - 1]
    let opening = words.lastIndex(of: UInt8(ascii: "["))
    let label =
      close > start + 1 ? bytes[start + 1..<close] : words[(opening.map { $0 + 1 } ?? start - 1)...]
    // A citation and a call of a note have brackets of their own.
    guard let first = label.first(where: { !$0.isSpace }), !"@^".utf8.contains(first) else {
      return nil
    }
    return labels.contains(LinkDefinition.normalised(label)) ? nil : close + 1
  }
}
