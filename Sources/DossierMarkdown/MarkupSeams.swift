/// Makes each part of a citation's bracket whole HTML of its own.
///
/// Emphasis may reach from before a work to behind it, or out of the bracket. Since the parts are set
/// apart, an element is closed where a part ends and opened anew where the next begins.
struct MarkupSeams {
  /// A tag that is open, as it was written, and whether it is open in what was written too.
  private struct Opened {
    var tag: [UInt8]
    var isWritten = false

    /// `</em>` for `<em>`.
    var end: [UInt8] { Array("</".utf8) + HTMLTag.letters(in: tag, at: 0) + ">".utf8 }
  }

  private let prose: Prose
  private var written: [UInt8] = []
  private var opened: [Opened] = []

  private init(_ prose: Prose) {
    self.prose = prose
  }

  /// A bracket in which no element reaches over a sign or a work.
  struct Mended {
    /// Closes before the bracket what is closed in it.
    var before: [UInt8]
    var bracket: Prose
    /// Opens behind the bracket what is not closed in it.
    var behind: [UInt8]
  }

  /// Mends a bracket, from its first sign to its last; `nil` where nothing reaches over anything.
  static func mended(_ bracket: Prose) -> Mended? {
    guard bracket.html.contains(UInt8(ascii: "<")) else { return nil }
    var seams = MarkupSeams(bracket)
    let (tags, strays) = seams.tags()
    guard seams.reachesOver(tags, strays) else { return nil }
    seams.opened = strays.reversed().map { Opened(tag: $0) }
    let holes = seams.write()
    return Mended(
      before: strays.flatMap { Opened(tag: $0).end },
      bracket: Prose(html: seams.written, holes: holes), behind: seams.opened.flatMap(\.tag))
  }

  /// The tags, and those that are closed but not opened, without attributes.
  private func tags() -> (tags: [Range<Int>], strays: [[UInt8]]) {
    var tags: [Range<Int>] = []
    var strays: [[UInt8]] = []
    var depth = 0
    var offset = 0
    while let angle = prose.html[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = prose.tagEnd(from: angle)
      guard let kind = kind(of: angle..<offset) else { continue }
      tags.append(angle..<offset)
      if kind == .opening {
        depth += 1
      } else if depth > 0 {
        depth -= 1
      } else {
        strays.append(Array("<".utf8) + HTMLTag.letters(in: prose.html, at: angle) + ">".utf8)
      }
    }
    return (tags, strays)
  }

  private enum Kind { case opening, closing }

  /// What a tag does; `nil` for one that holds nothing.
  private func kind(of tag: Range<Int>) -> Kind? {
    if prose.html.has("</", at: tag.lowerBound) { return .closing }
    let bytes = prose.html[tag]
    let isWhole =
      prose.html.has("<!--", at: tag.lowerBound) || bytes.dropLast().last == UInt8(ascii: "/")
    return isWhole || Prose.isVoid(HTMLTag.letters(in: prose.html, at: tag.lowerBound))
      ? nil : .opening
  }

  /// Whether a sign or a work stands within an element, or a tag is left over.
  private func reachesOver(_ tags: [Range<Int>], _ strays: [[UInt8]]) -> Bool {
    var seams = prose.holes.filter(\.isSeam).map(\.offset)[...]
    var depth = strays.count
    for tag in tags {
      while let seam = seams.first, seam <= tag.lowerBound {
        if depth > 0 { return true }
        seams.removeFirst()
      }
      depth += kind(of: tag) == .opening ? 1 : -1
    }
    return depth != 0
  }

  /// Writes the bracket, and returns its holes in their new places.
  private mutating func write() -> [Hole] {
    var offset = 0
    let holes = prose.holes.map { hole in
      write(offset..<hole.offset)
      offset = hole.offset
      if hole.isSeam { close(opened.count) } else { open() }
      var hole = hole
      hole.offset = written.count
      return hole
    }
    write(offset..<prose.html.count)
    return holes
  }

  private mutating func write(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard prose.html[offset] == UInt8(ascii: "<") else {
        open()
        written.append(prose.html[offset])
        offset += 1
        continue
      }
      let tag = offset..<prose.tagEnd(from: offset)
      offset = tag.upperBound
      switch kind(of: tag) {
      case .opening: opened.append(Opened(tag: Array(prose.html[tag])))
      case .closing:
        close(1)
        opened.removeLast(min(1, opened.count))
      case nil:
        open()
        written += prose.html[tag]
      }
    }
  }

  /// Opens what is to be open, now that something stands in it.
  private mutating func open() {
    for index in opened.indices where !opened[index].isWritten {
      written += opened[index].tag
      opened[index].isWritten = true
    }
  }

  private mutating func close(_ count: Int) {
    for index in opened.indices.suffix(count).reversed() where opened[index].isWritten {
      written += opened[index].end
      opened[index].isWritten = false
    }
  }
}

extension Hole {
  /// Whether what stands before it and behind it is set apart.
  fileprivate var isSeam: Bool {
    switch filling {
    case .bracket, .work: true
    default: false
    }
  }
}
