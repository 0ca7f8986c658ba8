extension Body {
  /// The text with spaces that do not break where a language wants them.
  func typeset(by typography: Typography) -> Body {
    var body = self
    let places = prose.typeset(by: typography, in: &body.prose)
    for index in body.headings.indices {
      let content = body.headings[index].content
      body.headings[index].content = places(content.lowerBound)..<places(content.upperBound)
    }
    for index in body.notes.indices {
      body.notes[index].content = notes[index].content.typeset(by: typography)
    }
    return body
  }
}

extension Prose {
  /// The text with spaces that do not break where a language wants them.
  func typeset(by typography: Typography) -> Prose {
    var prose = self
    _ = typeset(by: typography, in: &prose)
    return prose
  }

  /// Sets the text, and tells where a place of it lies afterwards.
  fileprivate func typeset(
    by typography: Typography, in prose: inout Prose
  ) -> (Int) -> Int {
    var setting = Typesetting(self, typography)
    setting.run()
    let edits = setting.edits
    for index in prose.holes.indices { prose.holes[index].setLabel(by: typography) }
    guard !edits.isEmpty else { return { $0 } }
    var html: [UInt8] = []
    html.reserveCapacity(self.html.count + edits.count * 2)
    var done = 0
    for edit in edits {
      html += self.html[done..<edit.offset]
      html += edit.space.utf8
      done = edit.offset + 1
    }
    prose.html = html + self.html[done...]
    let places = { (offset: Int) in
      edits.prefix { $0.offset < offset }.reduce(offset) { $0 + $1.space.utf8.count - 1 }
    }
    var (moved, next) = (0, 0)
    for index in prose.holes.indices {
      while next < edits.count, edits[next].offset < holes[index].offset {
        moved += edits[next].space.utf8.count - 1
        next += 1
      }
      prose.holes[index].offset = holes[index].offset + moved
    }
    return places
  }
}

extension Hole {
  /// The author's own words of a reference are text as well.
  fileprivate mutating func setLabel(by typography: Typography) {
    guard case .reference(var reference) = filling, let label = reference.label else { return }
    reference.label = Prose(html: label).typeset(by: typography).html
    filling = .reference(reference)
  }
}

/// Goes through HTML once, and finds the spaces that must not break.
private struct Typesetting {
  private let html: [UInt8]
  private let holes: [Hole]
  private let typography: Typography
  private(set) var edits: [(offset: Int, space: String)] = []
  /// What has been read since the last space.
  private var word: [UInt8] = []
  private var index = 0
  private var hole = 0

  /// What stands for something that is not known here: a hole, and code.
  private static let unknown: UInt8 = 0xFF
  /// Elements whose text is not set.
  private static let opaque: Set<String> = [
    "code", "pre", "kbd", "samp", "script", "style", "textarea", "svg", "math",
  ]
  /// Elements that do not end a line.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
    "span",
    "strong", "sub", "sup", "time", "u", "wbr",
  ]

  init(_ prose: Prose, _ typography: Typography) {
    (html, holes, self.typography) = (prose.html, prose.holes, typography)
  }

  mutating func run() {
    while index < html.count {
      while hole < holes.count, holes[hole].offset <= index {
        if holes[hole].offset == index { word.append(Self.unknown) }
        hole += 1
      }
      switch html[index] {
      case UInt8(ascii: "<"): takeTag()
      case UInt8(ascii: " "), UInt8(ascii: "\n"):
        takeSpace()
        index += 1
      default:
        word.append(html[index])
        index += 1
      }
    }
  }

  private mutating func takeSpace() {
    defer { word.removeAll(keepingCapacity: true) }
    guard !word.isEmpty, let first = following(atMost: 1).first, first != UInt8(ascii: " ") else {
      return
    }
    let next = { following(atMost: 24) }
    if let space = typography.space(between: word, and: next, nextByte: first) {
      edits.append((index, space))
    }
  }

  private mutating func takeTag() {
    let (name, end) = tag(at: index)
    if Self.opaque.contains(name) {
      index = self.end(of: name, from: end)
      word.append(Self.unknown)
    } else {
      if !Self.inline.contains(name) { word.removeAll(keepingCapacity: true) }
      index = end
    }
  }

  /// The name of a tag, be it one that opens or closes, and where it ends.
  private func tag(at start: Int) -> (name: String, end: Int) {
    var end = start + 1
    if end < html.count, html[end] == UInt8(ascii: "/") { end += 1 }
    let nameStart = end
    while end < html.count, isNameByte(html[end]) { end += 1 }
    let name = String(decoding: html[nameStart..<end], as: UTF8.self).lowercased()
    while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
    return (name, min(end + 1, html.count))
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte & 0xDF)
  }

  /// Where an element whose text is not set ends: behind the tag that closes it.
  private func end(of name: String, from start: Int) -> Int {
    var index = start
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), index + 1 < html.count,
        html[index + 1] == UInt8(ascii: "/")
      {
        let (closed, end) = tag(at: index)
        if closed == name { return end }
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
      while nextHole < holes.count, holes[nextHole].offset < place { nextHole += 1 }
      if nextHole < holes.count, holes[nextHole].offset == place {
        bytes.append(Self.unknown)
        nextHole += 1
        continue
      }
      guard place < html.count else { break }
      switch html[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"): return bytes.isEmpty ? [UInt8(ascii: " ")] : bytes
      case UInt8(ascii: "<"):
        let (name, end) = tag(at: place)
        if Self.opaque.contains(name) { return bytes + [Self.unknown] }
        guard Self.inline.contains(name) else { return bytes }
        place = end
      case let byte:
        bytes.append(byte)
        place += 1
      }
    }
    return bytes
  }
}
