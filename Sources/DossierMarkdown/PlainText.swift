import DossierSource

extension Prose {
  /// The text of the prose without markup, its words separated by single spaces.
  ///
  /// - Parameters:
  ///   - range: Offsets into ``html``, not within a tag; the whole prose if left out. A hole at
  ///     either end is within.
  ///   - hole: The text for a hole, by its index in ``holes``.
  public func plainText(_ range: Range<Int>? = nil, hole: (Int) -> String) -> String {
    let range = (range ?? 0..<html.count).clamped(to: 0..<html.count)
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = firstHole(atOrAfter: range.lowerBound)
    var offset = range.lowerBound
    while offset <= range.upperBound {
      while index < holes.count, holes[index].offset <= offset {
        text += hole(index).utf8
        index += 1
      }
      guard offset < range.upperBound else { break }
      let plain = plainRun(from: offset, upTo: index < holes.count ? holes[index].offset : .max)
      let end = min(plain, range.upperBound)
      text += html[offset..<end]
      offset = end > offset ? end : append(at: offset, to: &text)
    }
    return text.singleSpaced.text
  }

  /// Where the text that needs no looking at ends: at a tag, a reference or the limit.
  private func plainRun(from start: Int, upTo limit: Int) -> Int {
    var end = start
    while end < min(limit, html.count), html[end] != UInt8(ascii: "<"),
      html[end] != UInt8(ascii: "&")
    {
      end += 1
    }
    return end
  }

  /// Copies one byte or character reference, or passes over a tag; returns where the next begins.
  private func append(at offset: Int, to text: inout [UInt8]) -> Int {
    switch html[offset] {
    case UInt8(ascii: "<"): return tagEnd(from: offset)
    case UInt8(ascii: "&"):
      for (name, byte) in Self.entities where html.has(name, at: offset) {
        text.append(byte)
        return offset + name.utf8CodeUnitCount
      }
      text.append(html[offset])
    default: text.append(html[offset])
    }
    return offset + 1
  }

  /// What libcmark writes for the characters that it escapes.
  private static let entities: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&#x27;", UInt8(ascii: "'")),
  ]

  /// The offset behind the tag or the comment that begins with the `<` at `start`.
  func tagEnd(from start: Int) -> Int { HTMLTag.end(in: html, from: start) }

  /// The index of the first hole at an offset or behind it.
  fileprivate func firstHole(atOrAfter offset: Int) -> Int {
    holes.partitioningIndex { $0.offset >= offset }
  }
}

extension [UInt8] {
  /// The words with one space between each two, and none at the ends.
  fileprivate var singleSpaced: [UInt8] {
    var spaced: [UInt8] = []
    spaced.reserveCapacity(count)
    var isOwed = false
    for byte in self {
      if byte.isSpace {
        isOwed = !spaced.isEmpty
      } else {
        if isOwed { spaced.append(UInt8(ascii: " ")) }
        isOwed = false
        spaced.append(byte)
      }
    }
    return spaced
  }
}

// MARK: - Sentences

extension Prose {
  /// The sentence in which a hole stands, as offsets into ``html``, for a backlink's excerpt.
  ///
  /// It lies within one paragraph, list item, cell or heading, and ends behind `.`, `!`, `?` or `…`
  /// where white space and a capital, a quotation mark or another hole follow. A long one is cut at
  /// a space some 150 characters before or behind the hole. Empty for a hole that is not there.
  public func sentence(around hole: Int) -> Range<Int> {
    guard holes.indices.contains(hole) else { return 0..<0 }
    let middle = min(max(holes[hole].offset, 0), html.count)
    var start = windowStart(before: middle)
    let limit = windowLimit(behind: middle)
    var offset = start
    while offset < limit {
      if html[offset] == UInt8(ascii: "<") {
        let end = tagEnd(from: offset)
        if !isInlineTag(at: offset) {
          if offset >= middle { return trimmed(start..<offset) }
          start = end
        }
        offset = end
      } else if mayEndSentence(html[offset]), let end = sentenceEnd(at: offset) {
        if end >= middle { return trimmed(start..<end) }
        // A note that is called behind the full stop belongs to the sentence before it.
        start = html[end].isSpace ? end + 1 : end
        offset = start
      } else {
        offset += 1
      }
    }
    let end = offset >= html.count ? html.count : windowEnd(at: offset, from: middle)
    return trimmed(start..<end)
  }

  /// Characters of text on each side of a hole that an excerpt may have.
  private static let reach = 150
  /// Bytes of HTML that are looked at for them, tags included.
  private static let reachOfHTML = 4000

  /// The place within reach before `middle`, outside of any tag and behind a space.
  private func windowStart(before middle: Int) -> Int {
    var start = middle
    var characters = 0
    while start > 0, characters < Self.reach, middle - start < Self.reachOfHTML {
      start -= 1
      if html[start] == UInt8(ascii: ">") {
        guard let open = tagStart(before: start) else { return start + 1 }
        start = open
      } else if html[start] & 0xC0 != 0x80 {
        characters += 1
      }
    }
    while start > 0, start < middle, !html[start - 1].isSpace {
      start = html[start] == UInt8(ascii: "<") ? tagEnd(from: start) : start + 1
    }
    return min(start, middle)
  }

  private func tagStart(before end: Int) -> Int? {
    html[max(0, end - Self.reachOfHTML)..<end].lastIndex(of: UInt8(ascii: "<"))
  }

  /// The place within reach behind `middle`; it is outside of any tag.
  private func windowLimit(behind middle: Int) -> Int {
    var limit = middle
    var characters = 0
    while limit < html.count, characters < Self.reach, limit - middle < Self.reachOfHTML {
      if html[limit] == UInt8(ascii: "<") {
        limit = tagEnd(from: limit)
      } else {
        if html[limit] & 0xC0 != 0x80 { characters += 1 }
        limit += 1
      }
    }
    return limit
  }

  /// The last space outside of a tag between `middle` and `end`.
  private func windowEnd(at end: Int, from middle: Int) -> Int {
    var last = middle
    var offset = middle
    while offset < min(end, html.count) {
      if html[offset].isSpace { last = offset }
      offset = html[offset] == UInt8(ascii: "<") ? tagEnd(from: offset) : offset + 1
    }
    return last
  }

  /// The range without white space at its ends, as far as no hole stands there.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = max(start, range.upperBound)
    while start < end, html[start].isSpace, !holeStands(at: start) { start += 1 }
    while end > start, html[end - 1].isSpace, !holeStands(at: end) { end -= 1 }
    return start..<end
  }

  /// The elements that do not end a sentence.
  private static let inlineElements = HTMLTag.keys(
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "time", "u", "var")

  /// The elements that hold nothing and are not closed.
  private static let voidElements = HTMLTag.keys(
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

  /// Whether an element of a name holds nothing.
  static func isVoid(_ name: some Collection<UInt8>) -> Bool {
    voidElements.contains(HTMLTag.key(name))
  }

  func isInlineTag(at start: Int) -> Bool {
    let name = HTMLTag.letters(in: html, at: start)
    return name.isEmpty || Self.inlineElements.contains(HTMLTag.key(name))
  }

  /// Whether a byte is a mark that ends sentences, or begins one that may.
  private func mayEndSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || byte == 0xE2
  }

  /// Where the sentence ends whose last mark may begin at `offset`; `nil` where none ends there.
  private func sentenceEnd(at offset: Int) -> Int? {
    var end = offset + 1
    if html[offset] == 0xE2 {
      guard html.has("…", at: offset) else { return nil }
      end = offset + 3
    }
    for closing: StaticString in ["&quot;", "”", "»", "’", ")"] where html.has(closing, at: end) {
      end += closing.utf8CodeUnitCount
    }
    var next = end
    while next < html.count, html[next] == UInt8(ascii: "<"), isInlineTag(at: next) {
      next = tagEnd(from: next)
    }
    guard next < html.count, html[next].isSpace else { return nil }
    while next < html.count, html[next].isSpace {
      next += 1
      if holeStands(at: next) { return end }
    }
    while next < html.count, html[next] == UInt8(ascii: "<"), isInlineTag(at: next) {
      if holeStands(at: next) { return end }
      next = tagEnd(from: next)
    }
    return holeStands(at: next) || beginsSentence(at: next) ? end : nil
  }

  private func holeStands(at offset: Int) -> Bool {
    let index = firstHole(atOrAfter: offset)
    return index < holes.count && holes[index].offset == offset
  }

  private func beginsSentence(at offset: Int) -> Bool {
    guard offset < html.count else { return true }
    if html.has("&quot;", at: offset) { return true }
    var bytes = html[offset...].prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
    if "\"'“„‘«([<".unicodeScalars.contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .otherLetter: return true
    default: return false
    }
  }
}
