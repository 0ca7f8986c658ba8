import DossierSite

/// What a handout holds, in which order, and under which anchors.
struct HandoutPlan: Sendable {
  typealias Portions = Set<HandoutCollection.Portion>

  /// What is there of a record, and what its anchors begin with.
  struct Inclusion: Sendable {
    /// `mission_kfor`; no id holds an underscore, so that no two records have the same.
    var anchor: String
    var portions: Portions
    /// Exhibits of the handout that stand before those of the record's text.
    var exhibitsBefore = 0
  }

  /// A part with what stands above it.
  struct Part: Sendable {
    enum Content: Sendable {
      case record(RecordIndex, Portions)
      /// An exhibit, by its place in the text of a record.
      case exhibit(record: RecordIndex, place: Int)
      case glossary
      case sources
      case timeline
      /// All options with their verdicts today.
      case verdicts
    }

    var content: Content
    /// The chapter that begins with the part.
    var chapter: Chapter?
    /// "1.2", where headings are numbered.
    var number: String?
    /// Whether it stands in a chapter.
    var isInner: Bool
  }

  /// A heading above several parts.
  struct Chapter: Sendable {
    var title: String
    var number: String?
    /// From 1.
    var place: Int
  }

  private(set) var parts: [Part] = []
  /// By the index of the record, that of a term included.
  private(set) var inclusions: [RecordIndex: Inclusion] = [:]
  /// The terms that occur, by title.
  private(set) var terms: [RecordIndex] = []
  /// Numbers of the exhibits that stand outside their texts.
  private var exhibitNumbers: [ExhibitPlace: Int] = [:]
  private var exhibitCount = 0
  private var chapter: Chapter?
  private var isChapterOpen = false
  private var numbersHeadings = false
  /// Whether it is two pages for a meeting, on which words are dear.
  private(set) var isBrief = false
  private var partCount = 0

  private struct ExhibitPlace: Hashable {
    var record: RecordIndex
    var place: Int
  }

  /// A record by itself, with the terms that it uses and the works that it cites.
  init(record: RecordIndex, edition: Edition) {
    let contents: [Part.Content] = [
      .record(record, Set(HandoutCollection.Portion.allCases)), .glossary, .sources,
    ]
    for content in contents { add(content, edition) }
    addTerms(edition)
  }

  /// The parts of a collection; the works cited are there in any case.
  init(_ collection: HandoutCollection, edition: Edition) {
    numbersHeadings = collection.numbersHeadings
    isBrief = collection.form == .brief
    for part in collection.parts { add(part, edition) }
    if !parts.contains(where: \.isOfSources) {
      isChapterOpen = false
      add(Part.Content.sources, edition)
    }
    addTerms(edition)
  }
}

extension HandoutPlan {
  private mutating func add(_ part: HandoutCollection.Content, _ edition: Edition) {
    let site = edition.site
    switch part {
    case .chapter(let title): begin(title[edition.language])
    case .record(let key, let portions):
      if let record = site.record(key.key) { add(.record(record, portions), edition) }
    case .kind(let kind, let portions):
      guard let index = site.schema.kindIndex(kind.id) else { return }
      for record in edition.sorted(site.recordsOfKind[index], by: .title) {
        add(.record(record, portions), edition)
      }
    case .exhibit(let key, let id):
      guard let record = site.record(key.key),
        let place = edition.exhibits(of: record).firstIndex(where: { $0.id == id })
      else { return }
      add(.exhibit(record: record, place: place), edition)
    case .glossary, .sources, .timeline, .verdicts:
      isChapterOpen = false
      add(part.apparatus, edition)
    }
  }

  private mutating func begin(_ title: String) {
    let place = (chapter?.place ?? 0) + 1
    chapter = Chapter(title: title, number: numbersHeadings ? String(place) : nil, place: place)
    isChapterOpen = true
    partCount = 0
  }

  private mutating func add(_ content: Part.Content, _ edition: Edition) {
    var part = Part(content: content, isInner: isChapterOpen)
    if isChapterOpen, partCount == 0 { part.chapter = chapter }
    switch content {
    case .record(let record, let portions):
      include(record, portions, edition)
      partCount += 1
      part.number = number()
    case .exhibit(let record, let place):
      exhibitCount += 1
      exhibitNumbers[ExhibitPlace(record: record, place: place)] = exhibitCount
      if isChapterOpen { partCount += 1 }
    case .glossary, .sources, .timeline, .verdicts: break
    }
    parts.append(part)
  }

  private mutating func include(_ record: RecordIndex, _ portions: Portions, _ edition: Edition) {
    inclusions[record] = Inclusion(
      anchor: edition.handoutAnchor(of: record), portions: portions, exhibitsBefore: exhibitCount)
    if portions.contains(.text) { exhibitCount += edition.exhibits(of: record).count }
  }

  private func number() -> String? {
    guard numbersHeadings else { return nil }
    guard isChapterOpen, let chapter else { return String(partCount) }
    return "\(chapter.place).\(partCount)"
  }

  /// The terms to which what is included refers, where there is a glossary.
  private mutating func addTerms(_ edition: Edition) {
    guard parts.contains(where: \.isGlossary) else { return }
    var found: Set<RecordIndex> = []
    for (record, inclusion) in inclusions {
      found.formUnion(HandoutMatter(edition: edition).terms(in: record, inclusion.portions))
    }
    terms = edition.sorted(
      found.sorted().filter { inclusions[$0] == nil }, by: .title)
    for term in terms {
      inclusions[term] = Inclusion(anchor: edition.handoutAnchor(of: term), portions: [])
    }
  }
}

// Where things are.
extension HandoutPlan {
  /// The anchor of what a reference leads to; `nil` where the handout does not hold it.
  func anchor(of destination: Destination, in edition: Edition) -> String? {
    switch destination {
    case .record(let record): return inclusions[record]?.anchor
    case .fact(let record, let field), .point(let record, let field, _):
      guard let there = inclusions[record], there.portions.contains(.facts) else { return nil }
      if let derived = edition.site.facts.statement(field, of: record).derived,
        !derived.isWorthShowing
      {
        return nil
      }
      return there.anchor + "_" + edition.anchor(ofField: field, of: record)
    case .verdict(let option, let scenario):
      guard let there = inclusions[option], scenario == nil else { return nil }
      return there.anchor + "_" + edition.anchor(ofVerdictIn: nil)
    case .heading(let record, let id):
      guard let there = inclusions[record] else { return nil }
      let isThere = there.portions.contains(.text) && edition.isHeading(id, record)
      return isThere ? there.anchor + "_" + id : there.anchor
    case .exhibit(let record, let id):
      guard number(ofExhibit: id, of: record, in: edition) != nil else { return nil }
      return edition.handoutAnchor(of: record) + "_exhibit-" + id
    case .source(let source): return edition.site.sources[source].anchor
    case .file: return nil
    }
  }

  /// The number of an exhibit that the handout holds.
  func number(ofExhibit id: String, of record: RecordIndex, in edition: Edition) -> Int? {
    edition.exhibits(of: record).firstIndex { $0.id == id }
      .flatMap { number(ofExhibit: $0, of: record) }
  }

  /// The number of an exhibit that the handout holds, by its place in its text.
  func number(ofExhibit place: Int, of record: RecordIndex) -> Int? {
    if let there = inclusions[record], there.portions.contains(.text) {
      return there.exhibitsBefore + place + 1
    }
    return exhibitNumbers[ExhibitPlace(record: record, place: place)]
  }
}

extension HandoutPlan.Part {
  fileprivate var isOfSources: Bool {
    if case .sources = content { true } else { false }
  }

  fileprivate var isGlossary: Bool {
    if case .glossary = content { true } else { false }
  }
}

extension HandoutCollection.Content {
  /// What stands around the matter, for those parts that do.
  fileprivate var apparatus: HandoutPlan.Part.Content {
    switch self {
    case .timeline: .timeline
    case .sources: .sources
    case .verdicts: .verdicts
    case .glossary, .chapter, .record, .kind, .exhibit: .glossary
    }
  }
}
