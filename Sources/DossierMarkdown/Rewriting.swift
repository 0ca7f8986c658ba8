extension SourceText {
  /// The text with what was found in it written anew; the notes are defined behind it.
  ///
  /// What goes in is told from the author's words by U+FDD0, which no input holds.
  func rewritten(_ found: [Rewrite]) -> SourceText {
    let found = found.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    return rewritten { origin in
      var writer = RewriteWriter(origin: origin, found: found)
      writer.write()
      origin = writer.origin
    }
  }
}

/// What marks a call, a citation and a mention that were written anew.
enum RewriteMark {
  static let lead: [UInt8] = [0xEF, 0xB7, 0x90]
  /// What stands for the signs of a bracket: the lead between two signs of ASCII, so that markup
  /// beside it opens and closes as it does beside the author's own.
  static func bracket(_ sign: BracketSign) -> [UInt8] {
    let letter = letter(of: sign)
    return [letter] + lead + [letter]
  }

  private static func letter(of sign: BracketSign) -> UInt8 {
    switch sign {
    case .start: UInt8(ascii: "{")
    case .separator: UInt8(ascii: ";")
    case .end: UInt8(ascii: "}")
    case .placeStart: UInt8(ascii: "=")
    case .placeEnd: UInt8(ascii: "%")
    }
  }

  /// The sign whose lead stands at an offset.
  static func bracketSign<Bytes: RandomAccessCollection<UInt8>>(
    at offset: Int, in bytes: Bytes
  ) -> BracketSign? where Bytes.Index == Int {
    let end = offset + lead.count
    guard offset > bytes.startIndex, end < bytes.endIndex, bytes[offset - 1] == bytes[end],
      bytes[offset..<end].elementsEqual(lead)
    else { return nil }
    return BracketSign.allCases.first { letter(of: $0) == bytes[end] }
  }
  /// At the end of a bracket: a work of a group, and a work that is named in the sentence.
  static let work = lead
  static let mention = lead + [UInt8(ascii: "@")]

  /// The label of a note that was written in place.
  static func isNoteLabel(_ label: String) -> Bool { label.utf8.starts(with: lead) }
}

/// Writes a text anew, from its beginning to its end.
private struct RewriteWriter {
  var origin: Origin
  let found: [Rewrite]
  private var index = 0
  /// The contents of the notes, the first find within each, and its caret.
  private var notes: [(content: Range<Int>, first: Int, place: Int)] = []

  init(origin: Origin, found: [Rewrite]) {
    self.origin = origin
    self.found = found
  }

  mutating func write() {
    write(0..<origin.bytes.count)
    var number = 0
    var last = origin.bytes.count
    while number < notes.count {
      let note = notes[number]
      number += 1
      index = note.first
      origin.insert("\n\n".utf8, at: last)
      last = note.content.upperBound
      origin.insert("[^".utf8 + RewriteMark.lead + "\(number)]: ".utf8, at: note.place)
      writeNote(note.content)
    }
  }

  private mutating func write(_ range: Range<Int>) {
    var position = range.lowerBound
    while index < found.count, found[index].range.lowerBound < range.upperBound {
      let item = found[index]
      index += 1
      origin.copy(position..<max(position, item.range.lowerBound))
      write(item)
      position = item.range.upperBound
    }
    origin.copy(position..<max(position, range.upperBound))
  }

  private mutating func write(_ item: Rewrite) {
    let start = item.range.lowerBound
    switch item.form {
    case .note(let content):
      notes.append((content, index, start))
      skip(to: item.range.upperBound)
      origin.insert("[^".utf8 + RewriteMark.lead + "\(notes.count)]".utf8, at: start)
      closeBracket(at: item.range.upperBound)
    case .address(let isHost): writeAddress(item.range, isHost: isHost)
    case .citation(let items): writeGroup(items, item.range)
    case .mention(let key, let locator): writeMention(key, locator, end: item.range.upperBound)
    case .comment: break
    }
  }

  private mutating func skip(to end: Int) {
    while index < found.count, found[index].range.lowerBound < end { index += 1 }
  }

  private mutating func writeAddress(_ range: Range<Int>, isHost: Bool) {
    guard isHost else {
      origin.insert("<".utf8, at: range.lowerBound)
      origin.copy(range)
      return origin.insert(">".utf8, at: range.upperBound)
    }
    origin.insert("[".utf8, at: range.lowerBound)
    origin.copy(range)
    let address = "](<https://".utf8 + origin.bytes[range] + ">)".utf8
    origin.insert(address, at: range.upperBound)
  }

  private mutating func writeGroup(_ items: [CitationGroup.Item], _ range: Range<Int>) {
    origin.insert(RewriteMark.bracket(.start), at: range.lowerBound)
    for (number, item) in items.enumerated() {
      if number > 0 { origin.insert(RewriteMark.bracket(.separator), at: item.prefix.lowerBound) }
      if !item.prefix.isEmpty {
        write(item.prefix)
        origin.insert(" ".utf8, at: item.prefix.upperBound)
      }
      origin.insert("[".utf8, at: item.key.lowerBound)
      origin.copy(item.key)
      origin.insert(RewriteMark.work + "]".utf8, at: item.key.upperBound)
      if let place = item.place { writePlace(place) }
      write(item.rest)
    }
    skip(to: range.upperBound)
    origin.insert(RewriteMark.bracket(.end), at: range.upperBound)
  }

  /// A place without its braces.
  private mutating func writePlace(_ place: Range<Int>) {
    if !place.isEmpty { origin.insert(", ".utf8, at: place.lowerBound) }
    origin.insert(RewriteMark.bracket(.placeStart), at: place.lowerBound)
    write(place)
    origin.insert(RewriteMark.bracket(.placeEnd), at: place.upperBound)
  }

  private mutating func writeMention(_ key: Range<Int>, _ locator: Range<Int>?, end: Int) {
    origin.insert("[".utf8, at: key.lowerBound)
    origin.copy(key)
    if let locator {
      origin.insert(", ".utf8, at: key.upperBound)
      origin.copy(locator)
    }
    origin.insert(RewriteMark.mention + "]".utf8, at: end)
    closeBracket(at: end)
  }

  /// What follows a bracket that was put in must not make a link or a definition of it.
  private mutating func closeBracket(at end: Int) {
    let next = origin.bytes.dropFirst(end).first
    if next == UInt8(ascii: "(") || next == UInt8(ascii: ":") {
      origin.insert(RewriteMark.lead, at: end)
    }
  }

  /// A note's content begins a paragraph, whatever it begins with, and goes on by indented lines.
  private mutating func writeNote(_ content: Range<Int>) {
    let bytes = origin.bytes
    var start = content.lowerBound
    while start < content.upperBound, bytes[start].isSpace { start += 1 }
    if let mark = BlockStart.mark(in: start..<content.upperBound, of: bytes) {
      write(start..<mark)
      origin.insert("\\".utf8, at: mark)
      start = mark
    }
    let grammar = LinkGrammar(bytes: bytes, end: content.upperBound)
    while let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<content.upperBound) {
      write(start..<lineEnd)
      origin.insert("\n    ".utf8, at: lineEnd)
      start = max(lineEnd + 1, grammar.prefixEnd(from: lineEnd + 1))
    }
    write(start..<content.upperBound)
  }
}

/// What would make another block of a paragraph's first words.
private enum BlockStart {
  /// The place that a backslash takes the meaning from; `nil` where there is none.
  static func mark(in range: Range<Int>, of bytes: [UInt8]) -> Int? {
    guard let first = range.first else { return nil }
    switch bytes[first] {
    case UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "~"): return first
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      let rest = bytes[range].dropFirst()
      let isRule = rest.count > 1 && rest.allSatisfy { $0 == bytes[first] || $0.isBlank }
      return isRule || isGap(first + 1, range, bytes) ? first : nil
    case UInt8(ascii: "#"):
      let end = bytes[range].firstIndex { $0 != UInt8(ascii: "#") } ?? range.upperBound
      return isGap(end, range, bytes) ? first : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let end = bytes[range].firstIndex { !$0.isDigit } ?? range.upperBound
      let isMark = bytes.has(".", at: end) || bytes.has(")", at: end)
      return isMark && end < range.upperBound && isGap(end + 1, range, bytes) ? end : nil
    default: return nil
    }
  }

  private static func isGap(_ offset: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    offset >= range.upperBound || bytes[offset].isSpace
  }
}
