import DossierSource

/// The whole site, checked: every reference in it leads somewhere.
///
/// Records, sources and fields are named by their index here. References are not stored resolved;
/// ``resolve(_:in:text:language:)`` is a table look-up, and was tried on all of them when the site was
/// linked. Nothing of a site changes; an edit makes another. A class, though it is a value, since every
/// page asks it.
public final class LinkedSite: Sendable {
  let register: SiteRegister
  let links: Links
  /// Which articles speak of what.
  let articleIndex: ArticleIndex
  /// The lines of the menu; `nil` where the project leaves it to the tool.
  public let menu: [MenuItem]?
  /// By the index of a record: the corrections that concern it, the newest first.
  public let corrections: [RecordIndex: [RecordIndex]]
  /// The comparisons that are pages of their own.
  public let comparisons: Comparisons
  /// By the index of an author's record: the articles, the newest first.
  public let works: [RecordIndex: [RecordIndex]]

  /// - Parameters:
  ///   - articleIndex: Made of the links where it is not known.
  ///   - other: The site before a text changed; what rests on no text is taken from it.
  init(
    _ register: SiteRegister, _ links: Links, articleIndex: ArticleIndex? = nil,
    after other: LinkedSite? = nil
  ) {
    self.register = register
    self.links = links
    self.articleIndex = articleIndex ?? ArticleIndex(register, links)
    corrections = Corrections(register, links).byRecord()
    comparisons = other?.comparisons ?? Comparisons(register)
    menu = other.map(\.menu) ?? MenuLinker.link(register).value
    works =
      other?.works ?? links.works.mapValues { ArticleOrder.newestFirst($0, of: register.records) }
  }

  public var schema: SiteSchema { _read { yield register.schema } }
  /// In the order of the kinds, then of their ids.
  public var records: Column<Record, Record> { _read { yield register.records } }
  public var sources: Column<Source, Source> { _read { yield register.sources } }
  /// In the order of their ids.
  public var handouts: [HandoutCollection] { _read { yield register.handouts } }
  /// The outlines for maps.
  public var maps: MapShelf { register.maps }
  /// How works are cited.
  public var styles: CitationStyles { register.styles }
  /// By the index of the kind: where its records stand in ``records``.
  public var recordsOfKind: Column<Kind, Range<RecordIndex>> {
    _read { yield register.recordsOfKind }
  }
  /// The articles of all kinds by their date, and by their topics.
  public var articles: ArticleOrder { _read { yield register.articles } }
  /// What the records state.
  public var facts: FactTable { register.facts }
  /// What the conditions say of the options.
  public var conditions: ConditionTable { ConditionTable(register) }
  /// The former names of the records, in their order.
  public var aliases: [Alias] { register.names.aliases.all }

  /// By the index of the record: who refers to it, in the order of the records.
  public var uses: Column<Record, [Use]> { _read { yield links.uses } }
  /// By the index of the source: where it is cited, in the order of the records.
  public var citations: Column<Source, [SourceUse]> { _read { yield links.citations } }
  /// The records of whose texts one at least has exhibits, in their order.
  public var withExhibits: [RecordIndex] { register.withExhibits }
  /// Paths of the files that a text shows or links, and that are published as they are.
  public var assets: Set<String> { links.assets }

  /// The record of `content/home.md`.
  public var home: RecordIndex? { register.home }

  /// The index of a record by its name.
  public func record(_ key: RecordKey) -> RecordIndex? { register.names.record(key) }

  /// The index of a source by its id.
  public func source(_ id: String) -> SourceIndex? { register.names.source(id) }

  /// The kind of a record.
  public func kind(of record: RecordIndex) -> Kind { register.kind(of: record) }

  /// The index of a record, or why there is none.
  public func find(_ key: RecordKey) throws(BrokenReference) -> RecordIndex {
    try register.names.find(key)
  }

  /// The index of a collection, or why there is none.
  public func find(handout id: String) throws(BrokenReference) -> Int {
    try register.names.find(handout: id)
  }

  /// Whether a record is shown though it is not public yet, as in the preview.
  public func isUnreleased(_ record: RecordIndex) -> Bool {
    register.names.isUnreleased(records[record].key)
  }

  /// The path of the published file that an address in a text means, which linking has checked.
  public func file(_ address: String, from file: String) -> String {
    let path = (try? SiteFiles.path(address, from: file)) ?? address
    return register.files.path(path) ?? path
  }

  /// The path by which a file that `site.yml` names is published.
  public func published(_ path: String) -> String { register.files.path(path) ?? path }

  /// The size of an image by its path; `nil` where nobody knows it.
  public func size(ofImage path: String) -> ImageSize? { register.files.size(ofImage: path) }
}

extension Statement {
  /// The records to which the claims refer or that they rate, in their order.
  public func records(in site: LinkedSite) -> [RecordIndex] { referred.compactMap(site.record) }
}

extension RecordSelection {
  /// The records that are meant, in the author's order or that of the site.
  public func records(in site: LinkedSite) -> [RecordIndex] {
    if let kind = kind.flatMap({ site.schema.kindIndex($0.id) }) {
      return Array(site.recordsOfKind[kind])
    }
    return records.compactMap { site.record($0.key) }
  }
}
