/// Sets the entries of a bibliography.
struct BibliographySetter {
  let processor: Processor
  let register: Processor.Register

  func entries() -> [FormattedCitations.Entry] {
    guard let layout = processor.style.bibliography else { return [] }
    var before: RichText?
    return register.sorted.map { work in
      var body = self.body(of: work, layout)
      let whole = body
      if let substitute = layout.bibliography.authorSubstitute, let before {
        body = AuthorSubstitution(substitute: substitute, rule: layout.bibliography.substituteRule)
          .apply(to: body, after: before)
      }
      before = whole
      body = body.withoutEmptyDisplays
      if body.isEmpty { body = CitationSetter.nothing }
      let text = Punctuation.settled(
        body, movesIntoQuotes: processor.locale.punctuationInQuote ?? false)
      return FormattedCitations.Entry(id: work.id, text: text)
    }
  }

  /// One entry by itself.
  func entry(of work: Work, number: Int?, titleAddress: String?) -> RichText {
    guard let layout = processor.style.bibliography else { return RichText() }
    var rendering = processor.rendering(of: work, register, .bibliography)
    rendering.citationNumber = number ?? rendering.citationNumber
    rendering.titleAddress = titleAddress
    return Punctuation.settled(
      body(of: work, layout, rendering),
      movesIntoQuotes: processor.locale.punctuationInQuote ?? false)
  }

  private func body(of work: Work, _ layout: Layout) -> RichText {
    body(of: work, layout, processor.rendering(of: work, register, .bibliography))
  }

  private func body(of work: Work, _ layout: Layout, _ rendering: Rendering) -> RichText {
    let renderer = processor.renderer(of: work, rendering)
    let language = processor.locale.language
    guard layout.bibliography.alignsSecondField else {
      return layout.formatting.apply(
        to: renderer.body(), language: language, affixesInside: true)
    }
    var pieces = renderer.pieces(of: layout.elements).map(\.text).filter { !$0.isEmpty }
    guard let first = pieces.first else { return RichText() }
    pieces.removeFirst()
    let rest = layout.formatting.apply(to: .joined(pieces), language: language, affixesInside: true)
    var text = first.marked(.display(.leftMargin))
    text.tokens += rest.marked(.display(.rightInline)).tokens
    return text
  }
}

/// Puts a sign in the place of names that the entry before has too.
struct AuthorSubstitution {
  let substitute: RichText
  let rule: BibliographyOptions.SubstituteRule

  func apply(to text: RichText, after before: RichText) -> RichText {
    guard let names = text.first(of: .people), names == before.first(of: .people) || isPartial
    else {
      return text
    }
    let people = text.ranges(of: .name, inFirst: .people)
    let oldPeople = before.ranges(of: .name, inFirst: .people).map { before.characters(in: $0) }
    if people.isEmpty {
      let isSame = names == before.first(of: .people)
      return isSame ? text.replacingFirst(.people, by: substitute) : text
    }
    let same = zip(people.map { text.characters(in: $0) }, oldPeople).prefix { $0 == $1 }.count
    switch rule {
    case .completeAll:
      return text.replacingFirst(.people, by: substitute)
    case .completeEach:
      return replacing(people[...], in: text)
    case .partialEach:
      return replacing(people.prefix(same), in: text)
    case .partialFirst:
      return replacing(people.prefix(min(same, 1)), in: text)
    }
  }

  private var isPartial: Bool { rule == .partialEach || rule == .partialFirst }

  private func replacing(_ people: ArraySlice<Range<Int>>, in text: RichText) -> RichText {
    var tokens = text.tokens
    for range in people.reversed() { tokens.replaceSubrange(range, with: substitute.tokens) }
    return RichText(tokens: tokens)
  }
}

extension RichText {
  /// The text without blocks in which nothing stands.
  var withoutEmptyDisplays: RichText {
    var result: [Token] = []
    for token in tokens {
      if case .close(.display(let display)) = token,
        let start = result.lastIndex(of: .open(.display(display))),
        RichText(tokens: Array(result[start...])).isEmpty
      {
        result.removeSubrange(start...)
      } else {
        result.append(token)
      }
    }
    return RichText(tokens: result)
  }

  /// The characters of the first stretch of a part.
  func first(of part: Part) -> String? {
    range(of: part).map { characters(in: $0) }
  }

  func characters(in range: Range<Int>) -> String {
    RichText(tokens: Array(tokens[range])).characters
  }

  /// The tokens of the first stretch of a part, its marks included.
  func range(of part: Part, from start: Int = 0) -> Range<Int>? {
    guard let first = tokens[start...].firstIndex(of: .open(.part(part))) else { return nil }
    var depth = 0
    for index in first..<tokens.count {
      if tokens[index] == .open(.part(part)) { depth += 1 }
      if tokens[index] == .close(.part(part)) {
        depth -= 1
        if depth == 0 { return first..<(index + 1) }
      }
    }
    return nil
  }

  /// The stretches of a part within the first stretch of another.
  func ranges(of part: Part, inFirst outer: Part) -> [Range<Int>] {
    guard let outer = range(of: outer) else { return [] }
    var ranges: [Range<Int>] = []
    var start = outer.lowerBound
    while let range = range(of: part, from: start), range.upperBound <= outer.upperBound {
      ranges.append(range)
      start = range.upperBound
    }
    return ranges
  }

  func replacingFirst(_ part: Part, by other: RichText) -> RichText {
    guard let range = range(of: part) else { return self }
    var head = RichText(tokens: Array(tokens[..<range.lowerBound]))
    head.tokens += [.open(.part(part))] + other.tokens + [.close(.part(part))]
    var tail = RichText(tokens: Array(tokens[range.upperBound...]))
    if let left = other.last.character, let right = tail.first.character {
      switch Seam.keeps(left, right) {
      case .first: tail.dropFirstCharacter()
      case .both, .second: break
      }
    }
    head.tokens += tail.tokens
    return head
  }
}
