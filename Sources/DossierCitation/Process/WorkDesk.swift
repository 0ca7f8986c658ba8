/// The works of a publication in one language and style, registered once; pages then cite them.
public struct WorkDesk: Sendable {
  public let processor: Processor
  private(set) var register: Processor.Register
  /// The ids of all works in the order of the bibliography.
  public var order: [String] { register.sorted.map(\.id) }

  /// Registers works: their order, and what tells those apart that would read alike.
  public init(_ processor: Processor, works: [Work]) {
    self.processor = processor
    register = processor.register([], works: works)
  }

  /// The desk of a page that cites some of the works.
  ///
  /// Which names and initials are added is decided among these alone; the letters after years stay.
  /// Works that read alike here read alike among all, so that only those are looked at.
  /// - Returns: `nil` where that changes nothing.
  public func page(citing ids: some Sequence<String>) -> WorkDesk? {
    let works = ids.compactMap { register.byID[$0] }
    guard let all = register.disambiguation,
      all.givenLevels != nil || works.contains(where: { all.hints[$0.id] != nil })
    else { return nil }
    let hinted = all.givenLevels == nil ? works.filter { all.hints[$0.id] != nil } : works
    var page = self
    page.register.disambiguation = all.telling(hinted)
    return page
  }

  /// Whether names or initials are added to any work, so that it differs from another.
  public var tellsApart: Bool {
    register.disambiguation.map { $0.givenLevels != nil || !$0.hints.isEmpty } ?? false
  }

  /// The entry of a work in a bibliography; empty where the style makes none or the work is unknown.
  ///
  /// - Parameters:
  ///   - number: The work's number on its page, for a style that prints one.
  ///   - titleAddress: Where the title leads; then the address is not printed.
  public func entry(_ id: String, number: Int? = nil, titleAddress: String? = nil) -> RichText {
    guard let work = register.byID[id] else { return RichText() }
    return BibliographySetter(processor: processor, register: register)
      .entry(of: work, number: number, titleAddress: titleAddress)
  }

  /// The entry of a work that need not be registered.
  public func entry(of work: Work) -> RichText {
    BibliographySetter(processor: processor, register: register)
      .entry(of: work, number: nil, titleAddress: nil)
  }

  /// A cite as a sentence has it, without what the style sets around citations: "Gowan 2018, 4–6".
  public func label(_ cite: Cite) -> RichText {
    CitationSetter(
      processor: processor, register: register, setting: .inSentence(begins: true, next: nil)
    ).citation([PlacedCite(cite: cite)])
  }

  /// The names by which a work is cited; empty where it is cited by something else.
  public func names(_ id: String) -> RichText {
    var cite = Cite(id: id)
    cite.extent = .authorOnly
    return label(cite)
  }
}

/// The citations of one page, in the order in which a reader meets them.
public struct CitationFlow {
  /// The desk of the page.
  public let desk: WorkDesk
  private var positions: Positions
  /// By the id of a work: its number on the page, from 1.
  public private(set) var numbers: [String: Int] = [:]

  /// Begins a page.
  ///
  /// - Parameter numbers: Those of works that are numbered by the order of the bibliography; others
  ///   are numbered as they are cited, behind these.
  public init(_ desk: WorkDesk, numbers: [String: Int] = [:]) {
    self.desk = desk
    self.numbers = numbers
    positions = Positions(nearNoteDistance: desk.processor.style.citation.nearNoteDistance)
  }

  /// The next citation of the page.
  ///
  /// - Parameters:
  ///   - setting: Where among other words it stands.
  ///   - address: Where a cite of a work leads, by its id.
  public mutating func cite(
    _ citation: Citation, _ setting: CitationSetting = .alone,
    address: @escaping (String) -> String? = { _ in nil }
  ) -> RichText {
    for cite in citation.cites where numbers[cite.id] == nil {
      numbers[cite.id] = numbers.count + 1
    }
    let setter = CitationSetter(
      processor: desk.processor, register: desk.register, numbers: numbers, address: address,
      setting: setting)
    return setter.citation(positions.place(citation))
  }
}
