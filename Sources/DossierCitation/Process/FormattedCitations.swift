/// What a style makes of citations and of the works that they name.
public struct FormattedCitations: Sendable {
  /// One entry of a bibliography.
  public struct Entry: Sendable, Hashable {
    public var id: String
    public var text: RichText
  }

  /// In the order of the citations that were given.
  public var citations: [RichText] = []
  /// In the style's order; empty where the style makes no bibliography.
  public var entries: [Entry] = []
  /// The letters after years that tell works apart, by the work's id.
  public var yearSuffixes: [String: String] = [:]
}

extension Processor {
  /// Works in the order in which they are registered, and what is decided of each.
  struct Register {
    var works: [Work]
    var byID: [String: Work]
    var numbers: [String: Int] = [:]
    var yearSuffixes: [String: String] = [:]
    var disambiguation: Disambiguation?
    /// Works in the bibliography's order.
    var sorted: [Work] = []
    /// What the works are sorted by.
    fileprivate var sortValues: [[SortValue]] = []
  }

  /// Formats citations, and the bibliography of the works.
  ///
  /// - Parameters:
  ///   - citations: In the order in which a reader meets them.
  ///   - works: All works that may be cited; the bibliography holds them all, numbered in the order
  ///     of their first citation, those that are not cited last.
  public func format(_ citations: [Citation], works: [Work]) -> FormattedCitations {
    let register = register(citations, works: works)
    var result = FormattedCitations()
    result.yearSuffixes = register.yearSuffixes
    var positions = Positions(nearNoteDistance: style.citation.nearNoteDistance)
    result.citations = citations.map { citation in
      CitationSetter(processor: self, register: register).citation(positions.place(citation))
    }
    result.entries = BibliographySetter(processor: self, register: register).entries()
    return result
  }

  /// Registers works: their order, numbers, and what tells them apart.
  func register(_ citations: [Citation], works: [Work]) -> Register {
    let byID = Dictionary(works.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    var order: [Work] = []
    var known: Set<String> = []
    for id in citations.flatMap({ $0.cites.map(\.id) }) + works.map(\.id) {
      if let work = byID[id], known.insert(id).inserted { order.append(work) }
    }
    var register = Register(works: order, byID: byID)
    number(order, in: &register)
    sort(&register)
    let disambiguation = Disambiguation(self, works: order)
    register.disambiguation = disambiguation
    if style.citation.disambiguation.addsYearSuffix {
      for group in disambiguation.ambiguous(register.sorted) {
        for (index, work) in group.enumerated() {
          register.yearSuffixes[work.id] = Self.letters(index)
        }
      }
      if !register.yearSuffixes.isEmpty || style.macrosUseNumbers { sort(&register) }
    }
    register.sortValues = []
    return register
  }

  /// Works that no addition of the style's could tell apart but what it keeps for that.
  func ambiguous(_ citations: [Citation], _ works: [Work]) -> Set<String> {
    guard testsAmbiguity else { return [] }
    let register = register(citations, works: works)
    return Set(
      register.works.filter { (register.disambiguation?.hints(of: $0).ownTests ?? 0) > 0 }
        .map(\.id))
  }

  private func number(_ works: [Work], in register: inout Register) {
    for (index, work) in works.enumerated() { register.numbers[work.id] = index + 1 }
  }

  /// Brings works into the bibliography's order, and numbers them.
  ///
  /// Where they were in order before, only that of works with a letter after the year is reckoned
  /// anew: what others are sorted by has not changed.
  private func sort(_ register: inout Register) {
    register.sorted = register.works
    if let keys = style.bibliography?.keys, !keys.isEmpty {
      let before = style.macrosUseNumbers ? [] : register.sortValues
      register.sortValues = register.works.enumerated().map { index, work in
        if index < before.count, register.yearSuffixes[work.id] == nil { return before[index] }
        return sortValues(of: work, keys: keys, rendering(of: work, register, .bibliography))
      }
      register.sorted = Self.order(register.sortValues, keys: keys).map { register.works[$0] }
    }
    number(register.sorted, in: &register)
  }

  /// What is known of a work apart from where it is cited.
  func rendering(
    of work: Work, _ register: Register, _ purpose: Rendering.Purpose
  ) -> Rendering {
    var rendering = Rendering()
    rendering.purpose = purpose
    rendering.isOfBibliography = purpose == .bibliography
    rendering.citationNumber = register.numbers[work.id]
    rendering.yearSuffix = register.yearSuffixes[work.id]
    if purpose == .citation {
      rendering.hints = register.disambiguation?.hints(of: work) ?? NameHints()
      rendering.givenLevels = register.disambiguation?.givenLevels
    }
    return rendering
  }

  /// The letters a to z, then aa, ab and so on, for an index from 0.
  public static func letters(_ index: Int) -> String {
    var rest = index + 1
    var letters = ""
    while rest > 0 {
      let letter = UnicodeScalar(UInt8(ascii: "a") + UInt8((rest - 1) % 26))
      letters = String(letter) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
