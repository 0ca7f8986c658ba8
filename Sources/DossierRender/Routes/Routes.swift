import DossierSite

/// The addresses of the site: which page lies where.
///
/// A class, since it is asked for often and a site is dear to copy.
final class Routes: Sendable {
  let site: LinkedSite
  /// Which of the pages there are that a project need not have templates for.
  private let optional: OptionalPages
  /// By the index of the record, since links ask for them by the hundred thousand.
  private let recordRoutes: Column<Record, String>
  /// The kinds that have a list of their records, by their index.
  let listedKinds: [KindIndex]
  /// Those of them whose records a reader may choose among.
  let comparedKinds: [KindIndex]
  /// By language, the fonts that a page asks for first.
  let firstFonts: [Language: [String]]

  /// - Parameter previous: Those of this site or of one that differs in texts alone.
  init(
    site: LinkedSite, optional: OptionalPages = [], firstFonts: [Language: [String]] = [:],
    following previous: Routes? = nil
  ) {
    self.site = site
    self.optional = optional
    self.firstFonts = firstFonts
    listedKinds = previous?.listedKinds ?? Self.listedKinds(of: site)
    comparedKinds = previous?.comparedKinds ?? Self.comparedKinds(of: site)
    recordRoutes = previous?.recordRoutes ?? Self.recordRoutes(of: site)
  }

  private static func recordRoutes(of site: LinkedSite) -> Column<Record, String> {
    Column(
      site.records.indices.map { index in
        let record = site.records[index]
        return record.isHome ? "index.html" : "\(site.kind(of: index).folder)/\(record.key.id).html"
      })
  }

  /// The first page of a part of the site that the tool makes; `nil` where the site does without it,
  /// or has nothing to show there.
  ///
  /// Whatever links such a part asks here.
  func page(of tool: ToolPage) -> Page.Subject? {
    guard !site.schema.configuration.switchedOff.contains(tool) else { return nil }
    return switch tool {
    case .sources: site.sources.isEmpty ? nil : .sources(part: 0)
    case .compare: comparedKinds.isEmpty ? nil : .compare
    case .data: listedKinds.isEmpty ? nil : .data
    case .search: optional.contains(.search) ? .search : nil
    case .alphabet: optional.contains(.alphabet) ? .alphabet(part: 0) : nil
    case .trust: .trust
    case .topics: site.articles.topics.isEmpty ? nil : .topics
    }
  }

  /// Whether a part of the site that the tool makes is there.
  func has(_ tool: ToolPage) -> Bool { page(of: tool) != nil }

  /// Whether exhibits with an id are pages of their own.
  var hasExhibitPages: Bool { optional.contains(.exhibit) }

  /// The route of a page in the original's language.
  func route(_ subject: Page.Subject) -> String {
    switch subject {
    case .home: "index.html"
    case .index(let kind, let part):
      site.schema.kinds[kind].folder + "/" + Self.index(part)
    case .record(let record): route(ofRecord: record)
    case .sources(let part): "sources/" + Self.index(part)
    case .source(let source): "sources/\(site.sources[source].slug).html"
    case .topics: "topics/index.html"
    case .topic(let topic): "topics/\(site.articles.topics[topic].id).html"
    case .trust: "trust.html"
    case .compare: "compare.html"
    case .comparison(let comparison): "compare/\(site.comparisons.all[comparison].id).html"
    case .comparisonData(let kind): "data/\(site.schema.kinds[kind].folder).js"
    case .data: "data/index.html"
    case .handout(let record): "handouts/" + handoutRoute(ofRecord: record)
    case .collection(let index): "handouts/\(site.handouts[index].id).html"
    case .alphabet(let part): Self.alphabet(part: part)
    case .search: "search.html"
    case .redirect(let alias): route(ofAlias: alias)
    case .notFound: "404.html"
    case .feed(let feed, let format): folder(of: feed) + format.fileName
    case .sitemap(let part): Self.sitemap(part: part)
    case .robots: "robots.txt"
    case .dataFile(let kind, let format):
      "data/" + site.schema.kinds[kind].folder + format.ending
    case .sourceData(let format): "data/" + format.rawValue
    case .dataPackage: "data/datapackage.json"
    case .exhibitData(let record, let place): "data/" + route(ofExhibit: place, of: record) + ".csv"
    case .exhibit(let record, let place): route(ofExhibit: place, of: record) + ".html"
    case .exhibitDrawing(let record, let place): route(ofExhibit: place, of: record) + ".svg"
    case .card, .comparisonCard: "cards/" + (cards.name(subject) ?? "") + ".svg"
    case .brand: "assets/brand.css"
    case .redirects(let format): format.rawValue
    }
  }

  private func folder(of feed: Feed) -> String {
    switch feed {
    case .articles: ""
    case .corrections(let kind): site.schema.kinds[kind].folder + "/"
    }
  }

  func route(ofRecord record: RecordIndex) -> String { recordRoutes[record] }

  /// The home page's record lies in no folder of the site, but its kind has one.
  private func handoutRoute(ofRecord record: RecordIndex) -> String {
    site.kind(of: record).folder + "/" + site.records[record].key.id + ".html"
  }

  /// The first part is the folder's own page; no record can be called like the folder of the others.
  private static func index(_ part: Int) -> String {
    part == 0 ? "index.html" : "index/\(part + 1).html"
  }

  /// Whether the site holds a handout of a record; others are made on request.
  func hasHandout(_ record: RecordIndex) -> Bool { site.kind(of: record).hasHandouts }

  /// Whether the site holds any handout.
  var hasHandouts: Bool {
    !site.handouts.isEmpty || site.schema.kinds.contains { $0.hasHandouts }
  }

  /// Whether a kind has a list of its records.
  func isListed(_ kind: KindIndex) -> Bool { listedKinds.contains(kind) }

  /// Plain pages and kinds without records have no list.
  static func listedKinds(of site: LinkedSite) -> [KindIndex] {
    site.schema.kinds.indices.filter {
      site.schema.kinds[$0].role != .page && !site.recordsOfKind[$0].isEmpty
    }
  }
}
