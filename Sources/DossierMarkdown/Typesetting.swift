extension Body {
  /// Gives the text spaces that do not break where a language wants them.
  mutating func typeset(by typography: Typography) {
    let places = prose.typeset(by: typography)
    for index in headings.indices {
      let content = headings[index].content
      headings[index].content = places(content.lowerBound)..<places(content.upperBound)
    }
    for index in notes.indices { _ = notes[index].content.typeset(by: typography) }
  }
}

extension Prose {
  /// Gives the text spaces that do not break where a language wants them.
  ///
  /// - Returns: Where a place of the text lies afterwards.
  mutating func typeset(by typography: Typography) -> (Int) -> Int {
    var setting = Typesetting(self, typography)
    setting.run()
    let edits = setting.edits
    for index in holes.indices where holes[index].hasLabel { holes[index].setLabel(by: typography) }
    guard !edits.isEmpty else { return { $0 } }
    html = setting.edited()
    var (moved, next) = (0, 0)
    for index in holes.indices {
      while next < edits.count, edits[next].offset < holes[index].offset {
        moved += edits[next].growth
        next += 1
      }
      holes[index].offset += moved
    }
    return { offset in edits.prefix { $0.offset < offset }.reduce(offset) { $0 + $1.growth } }
  }
}

extension Typography {
  /// A text without markup, with its spaces that do not break.
  public func set(_ text: String) -> String {
    var setting = Typesetting(plain: Array(text.utf8), self)
    setting.run()
    guard !setting.edits.isEmpty else { return text }
    return String(decoding: setting.edited(), as: UTF8.self)
  }
}

extension Hole {
  fileprivate var hasLabel: Bool {
    if case .reference(let reference) = filling { reference.label != nil } else { false }
  }

  /// The author's own words of a reference are text as well.
  fileprivate mutating func setLabel(by typography: Typography) {
    guard case .reference(var reference) = filling, let label = reference.label else { return }
    var text = Prose(html: label)
    _ = text.typeset(by: typography)
    reference.label = text.html
    filling = .reference(reference)
  }
}

/// A space that must not break, and the one that stands in its place.
private struct SpaceEdit {
  let offset: Int
  let space: String
  /// Bytes by which the text is longer afterwards.
  var growth: Int { space.utf8.count - 1 }
}

/// Goes through HTML, or through text without markup, once, and finds the spaces that must not break.
private struct Typesetting {
  private let html: [UInt8]
  /// Whether `<` is a sign like any other.
  private let isPlain: Bool
  /// Where the holes are.
  private let holes: [Int]
  /// What stands for each of them.
  private let signs: [UInt8]
  private let typography: Typography
  private(set) var edits: [SpaceEdit] = []
  /// What has been read since the last space.
  private var word: [UInt8] = []
  private var index = 0
  private var hole = 0

  /// What stands for something that is not known here: a hole, and code.
  private static let unknown: UInt8 = 0xFF
  /// The elements whose text is not set, and those that do not end a line.
  private static let opaque = HTMLTag.keys(
    "code", "pre", "kbd", "samp", "script", "style", "textarea", "svg", "math")
  private static let inline = HTMLTag.keys(
    "a", "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr")
  private static let space = UInt8(ascii: " ")

  init(plain text: [UInt8], _ typography: Typography) {
    (html, isPlain, holes, signs, self.typography) = (text, true, [], [], typography)
  }

  init(_ prose: Prose, _ typography: Typography) {
    isPlain = false
    (html, holes, self.typography) = (prose.html, prose.holes.map(\.offset), typography)
    signs = prose.holes.map { hole in
      if case .bracket(let sign) = hole.filling {
        return UInt8(ascii: sign == .end || sign == .placeEnd ? ")" : "(")
      }
      return Self.unknown
    }
  }

  /// The text with what was found.
  func edited() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(html.count + edits.count * 2)
    var done = 0
    for edit in edits {
      bytes += html[done..<edit.offset]
      bytes += edit.space.utf8
      done = edit.offset + 1
    }
    return bytes + html[done...]
  }

  mutating func run() {
    while index < html.count {
      while hole < holes.count, holes[hole] <= index {
        if holes[hole] == index { word.append(signs[hole]) }
        hole += 1
      }
      switch html[index] {
      case UInt8(ascii: "<") where !isPlain: takeTag()
      case let byte where isSpace(byte):
        takeSpace()
        index += 1
      default: takeLetters()
      }
    }
  }

  /// Takes what comes before the next space, tag or hole; a whole word without any of them that keeps
  /// with nothing, as most do, is not even copied.
  private mutating func takeLetters() {
    let limit = hole < holes.count ? min(holes[hole], html.count) : html.count
    var end = index + 1
    while end < limit, !endsLetters(html[end]) { end += 1 }
    let letters = html[index..<end]
    if word.isEmpty, end < limit, isSpace(html[end]), !mayKeep(letters, at: end) {
      index = end + 1
    } else {
      word += letters
      index = end
    }
  }

  private func endsLetters(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "<") && !isPlain
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == Self.space || byte == UInt8(ascii: "\n") }

  /// Whether the space at a place can be one that does not break behind a word.
  private func mayKeep(_ word: ArraySlice<UInt8>, at space: Int) -> Bool {
    typography.mayKeep(word, before: space + 1 < html.count ? html[space + 1] : Self.space)
  }

  private mutating func takeSpace() {
    guard !word.isEmpty else { return }
    defer { word.removeAll(keepingCapacity: true) }
    guard mayKeep(word[...], at: index) else { return }
    let next = following(atMost: 24)
    guard let first = next.first, first != Self.space else { return }
    if let space = typography.space(between: word, and: next) {
      edits.append(SpaceEdit(offset: index, space: space))
    }
  }

  private mutating func takeTag() {
    let tag = HTMLTag(in: html, at: index)
    if Self.opaque.contains(tag.name) {
      index = end(of: tag.name, from: tag.end)
      word.append(Self.unknown)
    } else {
      if !Self.inline.contains(tag.name) { word.removeAll(keepingCapacity: true) }
      index = tag.end
    }
  }

  /// Where an element whose text is not set ends: behind the tag that closes it.
  private func end(of name: UInt64, from start: Int) -> Int {
    var index = start
    while index < html.count {
      if html.has("</", at: index) {
        let closed = HTMLTag(in: html, at: index)
        if closed.name == name { return closed.end }
      }
      index += 1
    }
    return index
  }

  /// The first bytes of what follows a space, up to the next one; nothing where a line ends.
  private func following(atMost count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = index + 1
    var nextHole = hole
    while place <= html.count, bytes.count < count {
      while nextHole < holes.count, holes[nextHole] < place { nextHole += 1 }
      if nextHole < holes.count, holes[nextHole] == place {
        bytes.append(signs[nextHole])
        nextHole += 1
        continue
      }
      guard place < html.count else { break }
      switch html[place] {
      case Self.space, UInt8(ascii: "\n"): return bytes.isEmpty ? [Self.space] : bytes
      case UInt8(ascii: "<") where !isPlain:
        let tag = HTMLTag(in: html, at: place)
        if Self.opaque.contains(tag.name) { return bytes + [Self.unknown] }
        guard Self.inline.contains(tag.name) else { return bytes }
        place = tag.end
      case let byte:
        bytes.append(byte)
        place += 1
      }
    }
    return bytes
  }
}
