import DossierSource

extension InlineReader {
  /// A run of text that libcmark holds in several nodes: texts with line ends between them.
  private struct TextRun {
    var bytes: [UInt8]
    var last: CMarkNode

    init(from first: CMarkNode) {
      bytes = Array(first.literal)
      last = first
      while let node = last.next, node.kind == .text || node.kind == .softBreak {
        if node.kind == .softBreak {
          bytes.append(UInt8(ascii: "\n"))
        } else {
          bytes += node.literal
        }
        last = node
      }
    }
  }

  /// What a bracket of text turned out to be.
  private struct Token {
    /// Where it ends in the run.
    var end: Int
    var filling: Hole.Filling
    /// Where it stands in the source.
    var source: Range<Int>
  }

  /// Reads a text and what directly follows it: citations and the calls of notes become holes.
  mutating func readText(_ node: CMarkNode, in walk: inout InlineWalk) -> CMarkNode? {
    guard walk.openBrackets > 0 || mayHoldTokens(node.literal) else {
      if walk.isHeading { walk.headingText += reading.stripped(node.literal) }
      return walk.next(after: node)
    }
    let run = TextRun(from: node)
    if let link = walk.linkInLink(closedIn: run.bytes) { failNested(at: link) }
    var output: [UInt8] = []
    var copied = 0
    while let (start, token) = nextToken(in: run.bytes, from: copied, walk: &walk) {
      append(run.bytes[copied..<start], to: &output, in: &walk)
      output += reading.bytes(of: .hole(reading.hole(token.filling, at: token.source)))
      copied = token.end
    }
    append(run.bytes[copied...], to: &output, in: &walk)
    let next = walk.next(after: run.last)
    if copied > 0 || reading.source.isRewritten { put(output, in: node, through: run.last) }
    return next
  }

  /// Whether a bracket stands in a text, or what was put in where it was written anew.
  private func mayHoldTokens(_ text: BorrowedBytes) -> Bool {
    text.firstIndex(of: UInt8(ascii: "[")) != nil
      || reading.source.isRewritten && SourceMark.next(in: text, from: 0) != nil
  }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8], in walk: inout InlineWalk
  ) {
    if reading.source.isRewritten { appendBrackets(bytes, to: &output) } else { output += bytes }
    guard walk.isHeading else { return }
    walk.headingText += bytes.withUnsafeBufferPointer { reading.stripped($0) }
  }

  /// Puts marks for the signs of citations with markup.
  private mutating func appendBrackets(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var copied = bytes.startIndex
    var offset = copied
    while let lead = bytes[offset...].firstIndex(of: RewriteMark.lead[0]) {
      offset = lead + 1
      guard let sign = RewriteMark.bracketSign(at: lead, in: bytes) else { continue }
      output += bytes[copied..<(lead - 1)]
      output += reading.bytes(of: .bracket(sign))
      copied = lead + RewriteMark.lead.count + 1
      offset = copied
    }
    output += bytes[copied...]
  }

  private func put(_ text: [UInt8], in first: CMarkNode, through last: CMarkNode) {
    first.setLiteral(text)
    guard first != last else { return }
    while let node = first.next {
      let isLast = node == last
      node.remove()
      if isLast { break }
    }
  }

  /// The next bracket that is ours, and where it begins in the run.
  private mutating func nextToken(
    in run: [UInt8], from start: Int, walk: inout InlineWalk
  ) -> (start: Int, token: Token)? {
    var offset = start
    while let open = run.firstIndex(of: UInt8(ascii: "["), in: offset..<run.count) {
      offset = open + 1
      if reading.isMarked, SourceMark.stands(at: offset, in: run) {
        offset = min(offset + SourceMark.width + 1, run.count)
        continue
      }
      guard let place = walk.scanner.nextBracket() else { continue }
      if let token = noteCall(in: run, at: open, source: place, walk: walk)
        ?? citation(in: run, at: open, source: place, walk: walk)
      {
        return (open, token)
      }
    }
    return nil
  }
}

// MARK: - Notes

extension InlineReader {
  private mutating func noteCall(
    in run: [UInt8], at open: Int, source place: Int, walk: InlineWalk
  ) -> Token? {
    let end = run.withUnsafeBufferPointer { NoteLabel.end(in: $0, from: open) }
    guard let end, reading.source.bytes[place...].starts(with: run[open..<end]) else { return nil }
    let token = place..<(place + end - open)
    let label = run[(open + 2)..<(end - 1)].text
    guard let index = reading.noteIndexes[label] else {
      failUnknownNote(label, at: token)
      return nil
    }
    if walk.openLink != nil {
      failNested(at: token)
      return nil
    }
    if walk.isNote {
      let isInPlace = RewriteMark.isNoteLabel(label)
      reading.fail(
        "note.nested",
        isInPlace ? "a note cannot hold a note" : "a note cannot call the note '\(label)'",
        at: token)
      return nil
    }
    reading.notes[index].calls += 1
    return Token(end: end, filling: .note(index), source: token)
  }

  private mutating func failUnknownNote(_ label: String, at token: Range<Int>) {
    // A search through all labels for each of many calls would take the square of the text.
    if helpForUnknownNotes[label] == nil, helpForUnknownNotes.count < 50 {
      helpForUnknownNotes[label] = .some(
        Suggestion.help(for: label, among: reading.notes.compactMap(\.name))
          ?? "define it at the start of a line: [^\(label)]: text")
    }
    let help = helpForUnknownNotes[label] ?? nil
    reading.fail("note.unknown", "no note has the label '\(label)'", at: token, help: help)
  }
}

// MARK: - Citations

extension InlineReader {
  private mutating func citation(
    in run: [UInt8], at open: Int, source place: Int, walk: InlineWalk
  ) -> Token? {
    let rest = run[(open + 1)...]
    let bracket = rest.firstIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }
    guard let close = bracket, run[close] == UInt8(ascii: "]") else { return nil }
    let form = CitationForm(run[(open + 1)..<close], isRewritten: reading.source.isRewritten)
    let content = CitationBracket(form.content)
    // What looks like a citation and is none was told when the text was looked through.
    guard case .works(let works) = content,
      let token = reading.source.sourceBracket(at: place, as: run[open...close])
    else { return nil }
    if walk.openLink != nil {
      failNested(at: token)
      return nil
    }
    let filling = form.filling(citations(works, at: token), reading.source.quote(token))
    return Token(end: close + 1, filling: filling, source: token)
  }

  private func citations(
    _ works: [CitationBracket.Work], at token: Range<Int>
  ) -> [Citation] {
    var offset = token.lowerBound
    return works.map { work in
      let key = reading.source.keyPlace(Array(work.id.utf8), in: offset..<token.upperBound) ?? token
      offset = key.upperBound
      return Citation(
        id: work.id, prefix: work.prefix, locator: work.locator, yearOnly: work.yearOnly,
        span: reading.source.span(of: key))
    }
  }
}

extension SourceText {
  /// Where the bracket that the tree shows stands in the source; `nil` where it is escaped there.
  fileprivate func sourceBracket(at place: Int, as shown: ArraySlice<UInt8>) -> Range<Int>? {
    if bytes[place...].starts(with: shown) { return place..<(place + shown.count) }
    var offset = place
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "]") {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
        if bytes.has("@", at: offset) { return nil }
      }
      offset += 1
    }
    return offset < bytes.count ? place..<(offset + 1) : nil
  }

  fileprivate func keyPlace(_ id: [UInt8], in range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound
    while let at = bytes.firstIndex(
      of: UInt8(ascii: "@"), in: offset..<max(offset, range.upperBound))
    {
      if let key = CitationKey.read(from: at + 1, to: range.upperBound, in: bytes),
        bytes[key.id].elementsEqual(id)
      {
        return at..<key.end
      }
      offset = at + 1
    }
    return nil
  }
}
