import DossierSource

/// Makes a ``Prose`` of the HTML that libcmark rendered: takes the marks out, and keeps their places.
struct ProseCutter {
  private let marks: [Mark]
  /// Whether the text was changed by ``SourceMark`` before it was parsed.
  private let isMarked: Bool
  private var headings: [Heading]
  private var html: [UInt8] = []
  private var holes: [Hole] = []
  /// Where the label of the reference begins that is being read, and its hole.
  private var openLabel: (start: Int, hole: Int)?

  /// Where the brackets of citations begin that are being read, and their first holes.
  private var openBrackets: [(start: Int, hole: Int)] = []

  private init(marks: [Mark], headings: [Heading], isMarked: Bool) {
    self.marks = marks
    self.headings = headings
    self.isMarked = isMarked
  }

  /// Cuts one piece of HTML.
  ///
  /// - Parameters:
  ///   - headings: With their ids, in the order of their marks' numbers.
  ///   - isWhole: Whether most of the marks stand in this piece, so that room is made for all.
  /// - Returns: The prose, and the headings with their places in it.
  static func cut(
    _ rendered: BorrowedBytes, marks: [Mark], headings: [Heading], isMarked: Bool,
    isWhole: Bool = false
  ) -> (prose: Prose, headings: [Heading]) {
    var cutter = ProseCutter(marks: marks, headings: headings, isMarked: isMarked)
    if isWhole { cutter.holes.reserveCapacity(marks.count(where: \.opensHole)) }
    cutter.read(rendered)
    return (Prose(html: cutter.html, holes: cutter.holes), cutter.headings)
  }

  private mutating func read(_ rendered: BorrowedBytes) {
    html.reserveCapacity(rendered.count)
    var position = 0
    while let found = rendered.firstIndex(of: Mark.lead, from: position) {
      append(BorrowedBytes(rebasing: rendered[position..<found]))
      guard let number = Mark.number(in: rendered, at: found), marks.indices.contains(number) else {
        position = found + 1
        continue
      }
      position = found + Mark.width
      position += apply(marks[number], before: BorrowedBytes(rebasing: rendered[position...]))
    }
    append(BorrowedBytes(rebasing: rendered[position...]))
  }

  private mutating func append(_ bytes: BorrowedBytes) {
    if isMarked { SourceMark.append(bytes, to: &html) } else { html += bytes }
  }

  /// Acts on a mark, and returns how many of the following bytes are to be left out.
  private mutating func apply(_ mark: Mark, before rest: BorrowedBytes) -> Int {
    switch mark {
    case .hole(let hole): return place(hole, before: rest)
    case .referenceStart(let hole):
      _ = place(hole, before: rest)
      openLabel = (html.count, holes.count - 1)
      return Self.emptyLink.utf8CodeUnitCount
    case .referenceEnd: closeLabel()
    case .textStart: return Self.emptyLink.utf8CodeUnitCount
    case .textEnd: html.removeLast(min(html.count, Self.linkEnd.utf8CodeUnitCount))
    case .bracket(let sign): place(sign)
    case .headingStart(let index): openHeading(index)
    case .headingEnd(let index):
      headings[index].content = headings[index].content.lowerBound..<html.count
    }
    return 0
  }

  /// What libcmark writes for a link without address and title.
  private static let emptyLink: StaticString = "<a href=\"\">"
  private static let linkEnd: StaticString = "</a>"

  private mutating func place(_ hole: Hole, before rest: BorrowedBytes) -> Int {
    var hole = hole
    var leftOut = 0
    if case .image(let image) = hole.filling, image.standsAlone, html.has("<p>", at: html.count - 3)
    {
      html.removeLast(3)
      leftOut = rest.starts(with: "</p>".utf8) ? 4 : 0
    }
    hole.offset = html.count
    holes.append(hole)
    return leftOut
  }

  private mutating func closeLabel() {
    guard let (start, index) = openLabel else { return }
    openLabel = nil
    let end = max(start, html.count - Self.linkEnd.utf8CodeUnitCount)
    if case .reference(var reference) = holes[index].filling {
      reference.label = Array(html[start..<end])
      holes[index].filling = .reference(reference)
    }
    html.removeLast(html.count - start)
  }

  /// The holes of a bracket have the place of its first work, since the author wrote no token there.
  private mutating func place(_ sign: BracketSign) {
    if sign == .start { openBrackets.append((html.count, holes.count)) }
    let span = holes.last?.span ?? Span(line: 1, column: 1)
    holes.append(Hole(offset: html.count, filling: .bracket(sign), span: span))
    guard sign == .end, let (start, hole) = openBrackets.popLast() else { return }
    mend(from: start, hole)
  }

  private mutating func mend(from start: Int, _ first: Int) {
    let inner = holes[first...].map { hole in
      var hole = hole
      hole.offset -= start
      return hole
    }
    guard let mended = MarkupSeams.mended(Prose(html: Array(html[start...]), holes: inner)) else {
      return
    }
    html.removeLast(html.count - start)
    html += mended.before
    for (index, hole) in zip(first..., mended.bracket.holes) {
      holes[index].offset = html.count + hole.offset
    }
    html += mended.bracket.html + mended.behind
  }

  private mutating func openHeading(_ index: Int) {
    if html.last == UInt8(ascii: ">") { html.removeLast() }
    html.append(" id=\"")
    html += headings[index].id.utf8
    html.append("\">")
    headings[index].content = html.count..<html.count
  }
}
