import DossierSource

/// What a site holds, each by its name and its index: what linking starts from.
///
/// Records, sources and fields are named by their index here. A class, though it is a value, since
/// whoever asks holds it.
final class SiteRegister: Sendable {
  /// What the records state, with the records and the schema by which they are read.
  let facts: FactTable
  let sources: Column<Source, Source>
  /// In the order of their ids.
  let handouts: [HandoutCollection]
  let maps: MapShelf
  /// By the index of the kind: where its records stand in ``records``.
  let recordsOfKind: Column<Kind, Range<RecordIndex>>
  /// By the index of a work: those that are part of it.
  let partsOfWorks: [SourceIndex: [SourceIndex]]
  /// How works are cited.
  let styles: CitationStyles
  let names: SiteNames
  let files: SiteFiles
  /// The articles of all kinds, and by topics.
  let articles: ArticleOrder
  /// The records of whose texts one at least has exhibits, in their order.
  let withExhibits: [RecordIndex]
  /// The record of `content/home.md`.
  let home: RecordIndex?
  /// How conditions, options and scenarios are told; `nil` where the project has none.
  let conditionModel: ConditionModel?

  init(_ site: PublicSite) {
    sources = site.sources
    handouts = site.handouts
    maps = MapShelf(site.maps)
    styles = site.styles
    names = SiteNames(site)
    partsOfWorks = Self.parts(site.sources, names)
    files = SiteFiles(site)
    let ranges = Self.ranges(site)
    recordsOfKind = ranges
    let kinds = Column<Record, Kind>(
      zip(site.schema.kinds, ranges).flatMap { Array(repeating: $0, count: $1.count) })
    facts = FactTable(site.schema, site.records, kinds: kinds)
    let articles = site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .article }
    self.articles = ArticleOrder(site.records, of: articles.flatMap { Array(ranges[$0]) })
    withExhibits = site.records.indices.filter { site.records[$0].hasExhibit { _ in true } }
    home = site.records.firstIndex { $0.isHome }
    conditionModel = ConditionModel.read(site.schema).value
  }

  /// - Parameter records: As many as the other has, of which one has another text.
  private init(_ other: SiteRegister, records: Column<Record, Record>) {
    withExhibits = other.withExhibits
    sources = other.sources
    handouts = other.handouts
    maps = other.maps
    styles = other.styles
    recordsOfKind = other.recordsOfKind
    names = other.names
    partsOfWorks = other.partsOfWorks
    files = other.files
    facts = other.facts.with(records)
    articles = other.articles
    home = other.home
    conditionModel = other.conditionModel
  }

  /// The register with another state of a record, which differs in its text alone and has the same
  /// exhibits there.
  func replacing(_ index: RecordIndex, by record: Record) -> SiteRegister {
    var records = records
    records[index] = record
    return SiteRegister(self, records: records)
  }

  private static func ranges(_ site: PublicSite) -> Column<Kind, Range<RecordIndex>> {
    var start = site.records.startIndex
    let ranges = site.schema.kinds.map { kind in
      let end = site.records[start...].firstIndex { $0.key.kind != kind.id }
      defer { start = end ?? site.records.endIndex }
      return start..<(end ?? site.records.endIndex)
    }
    return Column(ranges)
  }

  var schema: SiteSchema { _read { yield facts.schema } }

  /// In the order of the kinds, then of their ids.
  var records: Column<Record, Record> { _read { yield facts.records } }

  /// The kind of a record.
  func kind(of record: RecordIndex) -> Kind { facts.kinds[record] }
}
