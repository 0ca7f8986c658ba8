/// A cite that has been rendered, with what is needed to join it to its neighbours.
struct SetCite {
  var placed: PlacedCite
  var work: Work
  var rendering: Rendering
  var body: RichText
  /// The names that stand first, as they are printed.
  var names: String

  var hasAffix: Bool { !placed.cite.prefix.isEmpty || !placed.cite.suffix.isEmpty }
  var hasLocator: Bool { placed.cite.locator != nil }
}

/// Where among other words a citation stands.
public enum CitationSetting: Sendable {
  /// By itself: with all that the style sets around citations. In a note, words may stand before it.
  case entire(begins: Bool)
  /// In a sentence of the author's, without what the style sets around citations.
  ///
  /// `next` is a full stop or a comma of the author's that follows at once: it is set with the
  /// citation, which may end in such a sign or in a quotation mark.
  case inSentence(begins: Bool, next: Character?)

  /// In brackets or in a note of its own.
  public static let alone = CitationSetting.entire(begins: true)

  var beginsSentence: Bool {
    switch self {
    case .entire(let begins), .inSentence(let begins, _): begins
    }
  }
}

/// Sets the cites of one citation: sorts, groups and collapses them.
struct CitationSetter {
  let processor: Processor
  let register: Processor.Register
  /// Numbers of works on one page; without them those of the register hold.
  var numbers: [String: Int] = [:]
  /// Where a cite of a work leads.
  var address: ((String) -> String?)?
  /// Where among other words the citation stands.
  var setting = CitationSetting.alone

  static let nothing = RichText("[CSL STYLE ERROR: reference with no printed form.]")

  private var layout: Layout { processor.style.citation }

  func citation(_ placed: [PlacedCite]) -> RichText {
    var cites = sorted(placed.compactMap(setCite))
    if layout.collapsing.groups, !layout.keys.isEmpty { cites = grouped(cites) }
    let pieces = CiteJoiner(setter: self, layout: layout).pieces(cites)
    var text = RichText()
    for (index, piece) in pieces.enumerated() where !piece.text.isEmpty {
      if index > 0, !text.isEmpty { text.append(delimiter(pieces[index - 1], piece)) }
      text.append(piece.text)
    }
    if processor.style.styleClass == .note, setting.beginsSentence,
      placed.first.map({ Self.endsSentence($0.cite.prefix) }) == true
    {
      text = text.capitalizingFirstTerm()
    }
    let isAuthorOnly = placed.first?.cite.extent == .authorOnly
    switch setting {
    case .entire where !isAuthorOnly:
      text = layout.formatting.apply(
        to: text, language: processor.locale.language, affixesInside: true)
    case .inSentence(_, let next?): text.append(String(next))
    case .entire, .inSentence: break
    }
    return Punctuation.settled(text, movesIntoQuotes: processor.locale.punctuationInQuote ?? false)
  }

  /// What stands between two cites; a comma of the author's own stands for it.
  private func delimiter(_ left: CiteJoiner.Piece, _ right: CiteJoiner.Piece) -> RichText {
    if right.text.first.character == "," { return RichText() }
    return left.text.last.character == "," ? RichText(" ") : left.delimiter
  }

  private static func endsSentence(_ text: RichText) -> Bool {
    let text = text.characters.trimmedEnd
    return text.isEmpty || text.last.map { ".?!".contains($0) } ?? false
  }

  private func setCite(_ placed: PlacedCite) -> SetCite? {
    guard let work = register.byID[placed.cite.id] else { return nil }
    var rendering = processor.rendering(of: work, register, .citation)
    rendering.cite = placed.cite
    rendering.citationNumber = numbers[work.id] ?? rendering.citationNumber
    rendering.position = placed.position
    rendering.isNearNote = placed.cite.isNearNote ?? placed.isNearNote
    rendering.firstNote = placed.cite.firstNote ?? placed.firstNote
    let isHidden = placed.cite.extent == .withoutAuthor
    rendering.hidesNames = isHidden
    var body = processor.renderer(of: work, rendering).body()
    let names = body.only(.names).characters
    if placed.cite.extent == .authorOnly { body = body.only(.names) }
    if body.isEmpty { body = Self.nothing }
    let leadsElsewhere = body.tokens.contains { if case .open(.link) = $0 { true } else { false } }
    if !leadsElsewhere, let address = address?(work.id) { body = body.marked(.link(address)) }
    return SetCite(placed: placed, work: work, rendering: rendering, body: body, names: names)
  }

  private func sorted(_ cites: [SetCite]) -> [SetCite] {
    guard !layout.keys.isEmpty, cites.count > 1 else { return cites }
    let values = cites.map { cite in
      processor.sortValues(of: cite.work, keys: layout.keys, cite.rendering)
    }
    return Processor.order(values, keys: layout.keys).map { cites[$0] }
  }

  /// Cites of the same names brought together where the first of them stands.
  private func grouped(_ cites: [SetCite]) -> [SetCite] {
    var order: [String] = []
    var groups: [String: [SetCite]] = [:]
    for (index, cite) in cites.enumerated() {
      let key = cite.names.isEmpty ? "\u{0}\(index)" : cite.names
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(cite)
    }
    return order.flatMap { groups[$0] ?? [] }
  }

  /// A cite without the names that the one before it has.
  func withoutNames(_ cite: SetCite) -> RichText {
    var rendering = cite.rendering
    rendering.hidesNames = true
    let body = processor.renderer(of: cite.work, rendering).body()
    guard let address = address?(cite.work.id) else { return body }
    return body.marked(.link(address))
  }
}

/// Joins rendered cites, and collapses what a style wants collapsed.
struct CiteJoiner {
  struct Piece {
    var text: RichText
    /// What stands between this piece and the next.
    var delimiter: RichText
  }

  let setter: CitationSetter
  let layout: Layout

  private var collapsing: CollapsingOptions { layout.collapsing }

  func pieces(_ cites: [SetCite]) -> [Piece] {
    switch collapsing.kind {
    case .citationNumber: numbered(cites)
    case nil where !collapsing.groups: cites.map { plain($0) }
    default: collapsed(cites)
    }
  }

  private func plain(_ cite: SetCite) -> Piece {
    Piece(text: affixed(cite.body, cite), delimiter: layout.delimiter)
  }

  func affixed(_ body: RichText, _ cite: SetCite) -> RichText {
    let prefix = cite.placed.cite.prefix
    let suffix = cite.placed.cite.suffix
    var text = RichText()
    if !prefix.isEmpty {
      text = prefix.marked(.part(.affix))
      if let last = prefix.last.character, last.isLetter || last.isNumber || ".,:;”".contains(last)
      {
        text.append(" ")
      }
    }
    text.append(body)
    if !suffix.isEmpty {
      if let first = suffix.first.character,
        first.isLetter || first.isNumber || "([".contains(first)
      {
        text.append(" ")
      }
      text.append(suffix.marked(.part(.affix)))
    }
    return text
  }

  // MARK: Numbers

  private func citationNumber(_ cite: SetCite) -> Int? {
    guard !cite.hasAffix, !cite.hasLocator, cite.body.contains(.citationNumber) else { return nil }
    return cite.rendering.citationNumber
  }

  private func numbered(_ cites: [SetCite]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < cites.count {
      var end = index
      while end + 1 < cites.count, let number = citationNumber(cites[end]),
        let next = citationNumber(cites[end + 1]), next == number + 1
      {
        end += 1
      }
      if end - index >= 2 {
        var text = cites[index].body
        text.append(setter.processor.locale.term("citation-range-delimiter") ?? "–")
        text.append(cites[end].body)
        let after = collapsing.afterCollapseDelimiter ?? layout.delimiter
        pieces.append(Piece(text: text, delimiter: after))
      } else {
        for place in index...end { pieces.append(plain(cites[place])) }
      }
      index = end + 1
    }
    return pieces
  }

  // MARK: Years

  private func collapsed(_ cites: [SetCite]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < cites.count {
      var end = index
      while end + 1 < cites.count, !cites[index].names.isEmpty,
        cites[end + 1].names == cites[index].names
      {
        end += 1
      }
      pieces += end > index ? group(Array(cites[index...end])) : [single(cites[index])]
      index = end + 1
    }
    return pieces
  }

  private func single(_ cite: SetCite) -> Piece {
    Piece(text: affixed(cite.body, cite), delimiter: after)
  }

  /// What stands after cites of the same names.
  private var after: RichText {
    collapsing.kind == nil
      ? layout.delimiter : collapsing.afterCollapseDelimiter ?? layout.delimiter
  }

  /// Cites of the same names: the names once, then years, or letters of the same year.
  private func group(_ cites: [SetCite]) -> [Piece] {
    let inner = collapsing.citeGroupDelimiter ?? RichText(", ")
    let isCollapsed = collapsing.kind != nil
    var pieces: [Piece] = []
    var index = 0
    while index < cites.count {
      let run = isCollapsed ? yearRun(cites, from: index) : index...index
      let first = cites[index]
      let body =
        isCollapsed && index > 0 && first.placed.cite.prefix.isEmpty
        ? setter.withoutNames(first) : first.body
      let text = run.count > 1 ? years(body, cites[run]) : body
      let isLast = run.upperBound == cites.count - 1
      let isWide =
        isCollapsed && cites[run.upperBound].hasLocator && collapsing.afterCollapseDelimiter != nil
      pieces.append(
        Piece(
          text: affixed(text, first), delimiter: isLast || isWide || run.count > 1 ? after : inner))
      index = run.upperBound + 1
    }
    return pieces
  }

  /// Cites from one on whose years differ in their letters alone.
  private func yearRun(_ cites: [SetCite], from start: Int) -> ClosedRange<Int> {
    guard collapsing.kind == .yearSuffix || collapsing.kind == .yearSuffixRanged,
      isBare(cites[start])
    else { return start...start }
    let year = yearWithoutSuffix(cites[start])
    var end = start
    while end + 1 < cites.count, isBare(cites[end + 1]), yearWithoutSuffix(cites[end + 1]) == year {
      end += 1
    }
    return start...end
  }

  private func isBare(_ cite: SetCite) -> Bool {
    !cite.hasAffix && !cite.hasLocator && cite.body.contains(.yearSuffix)
  }

  private func yearWithoutSuffix(_ cite: SetCite) -> String {
    setter.withoutNames(cite).without(.yearSuffix).characters
  }

  /// The first cite with the letters of all.
  private func years(_ first: RichText, _ cites: ArraySlice<SetCite>) -> RichText {
    let delimiter =
      collapsing.yearSuffixDelimiter ?? collapsing.citeGroupDelimiter ?? layout.delimiter
    let letters = cites.map { $0.rendering.yearSuffix ?? "" }
    let suffixes = cites.map { $0.body.only(.yearSuffix) }
    let isRanged = collapsing.kind == .yearSuffixRanged
    let runs = isRanged ? Self.runs(letters) : letters.indices.map { $0...$0 }
    var texts: [RichText] = []
    for run in runs {
      if run.count > 2 {
        var text = suffixes[run.lowerBound]
        text.append("–")
        text.append(suffixes[run.upperBound])
        texts.append(text)
      } else {
        texts += run.map { suffixes[$0] }
      }
    }
    return first.replacingYearSuffix(by: .joined(texts, by: delimiter))
  }

  /// Stretches of letters that follow one another in the alphabet.
  static func runs(_ letters: [String]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for (index, letter) in letters.enumerated() {
      if let last = runs.last, let before = letters[last.upperBound].utf8.last,
        let now = letter.utf8.last, letter.utf8.count == 1,
        letters[last.upperBound].utf8.count == 1,
        now == before &+ 1
      {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs
  }
}

extension RichText {
  /// The text with its letter after the year exchanged for several.
  func replacingYearSuffix(by other: RichText) -> RichText {
    guard let start = tokens.firstIndex(of: .open(.part(.yearSuffix))),
      let end = tokens[start...].firstIndex(of: .close(.part(.yearSuffix)))
    else { return self }
    return RichText(tokens: tokens[..<start] + other.tokens + tokens[(end + 1)...])
  }

  /// The text with a capital at the beginning, where it begins with a term.
  func capitalizingFirstTerm() -> RichText {
    var result = self
    // Behind a prefix; where there is none, the first affix is a suffix.
    let hasPrefix = tokens.prefix { if case .open = $0 { true } else { false } }
      .contains(.open(.part(.affix)))
    let prefixEnd = hasPrefix ? tokens.firstIndex(of: .close(.part(.affix))) : nil
    let start = prefixEnd.map { $0 + 1 } ?? 0
    for (index, token) in tokens.enumerated().dropFirst(start) {
      switch token {
      case .text(" "): continue
      case .open(.part(.term)):
        var term = RichText(tokens: Array(tokens[index...]))
        guard case .character(let first, let place) = term.first,
          case .text(let text) = term.tokens[place]
        else { return self }
        term.tokens[place] = .text(first.uppercased() + text.dropFirst())
        result.tokens.replaceSubrange(index..., with: term.tokens)
        return result
      case .text(let text) where !text.isEmpty: return self
      default: continue
      }
    }
    return self
  }
}
