public import DossierSite

/// A file of the site to be written: a page for readers, or one that machines read.
public struct Page: Hashable, Sendable {
  /// What it is about.
  public enum Subject: Hashable, Sendable {
    case home
    /// A part of the list of a kind's records, by the index of the kind.
    case index(kind: Int, part: Int)
    case record(Int)
    /// A part of the bibliography.
    case sources(part: Int)
    case source(Int)
    case topics
    /// The articles on a topic, by its index.
    case topic(Int)
    /// How far to trust the records, by kind and field.
    case trust
    /// Where a reader chooses what to compare.
    case compare
    /// A comparison on a page of its own, by its index.
    case comparison(Int)
    /// What the script of the comparisons loads for a kind, by its index.
    case comparisonData(kind: Int)
    /// What the open data is, and where.
    case data
    /// A record on one sheet for print.
    case handout(Int)
    /// A handout that gathers parts, by the index of its declaration.
    case collection(Int)
    /// A part of all records by the letters of their titles.
    case alphabet(part: Int)
    case search
    /// The address that a record had before, by the index of the alias.
    case redirect(Int)
    case notFound
    case feed(Feed, FeedFormat)
    /// The sitemap: 0 for the whole or the index of its parts, else a part.
    case sitemap(part: Int)
    case robots
    /// A file on the records of a kind, by the index of the kind.
    case dataFile(kind: Int, DataFormat)
    /// The bibliography as CSL-JSON.
    case sourceData
    /// The description of all tables.
    case dataPackage
    /// The figures of an exhibit, by the index of the record and the place in its text.
    case exhibitData(record: Int, place: Int)
  }

  public var subject: Subject
  public var language: Language
  /// Where it lies in the site: `missions/kfor.html`.
  public var route: String
}

/// The addresses of the site: which page lies where.
///
/// A class, since it is asked for often and a site is dear to copy.
final class Routes: Sendable {
  let site: LinkedSite
  /// Which of the pages there are that a project need not have templates for.
  private let optional: OptionalPages
  /// By the index of the record, since links ask for them by the hundred thousand.
  private let recordRoutes: [String]
  /// The kinds that have a list of their records, by their index.
  let listedKinds: [Int]
  /// Those of them whose records a reader may choose among.
  let comparedKinds: [Int]

  init(site: LinkedSite, optional: OptionalPages = []) {
    self.site = site
    self.optional = optional
    listedKinds = Self.listedKinds(of: site)
    comparedKinds = Self.comparedKinds(of: site)
    recordRoutes = site.records.indices.map { index in
      let record = site.records[index]
      return record.isHome ? "index.html" : "\(site.kind(of: index).folder)/\(record.key.id).html"
    }
  }

  var hasAlphabet: Bool { optional.contains(.alphabet) }
  var hasSearch: Bool { optional.contains(.search) }

  /// Rows on one page of a list of records.
  static let rowsPerPart = 500
  /// Works on one page of the bibliography, whose rows are light.
  static let worksPerPart = 1000

  /// The route of a page in the original's language.
  func route(_ subject: Page.Subject) -> String {
    switch subject {
    case .home: "index.html"
    case .index(let kind, let part):
      site.schema.kinds[kind].folder + "/" + Self.index(part)
    case .record(let record): route(ofRecord: record)
    case .sources(let part): "sources/" + Self.index(part)
    case .source(let source): "sources/\(site.sources[source].id).html"
    case .topics: "topics/index.html"
    case .topic(let topic): "topics/\(site.topics[topic].id).html"
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
    case .sourceData: "data/sources.json"
    case .dataPackage: "data/datapackage.json"
    case .exhibitData(let record, let place): route(ofExhibit: place, of: record)
    }
  }

  private func folder(of feed: Feed) -> String {
    switch feed {
    case .articles: ""
    case .corrections(let kind): site.schema.kinds[kind].folder + "/"
    }
  }

  func route(ofRecord record: Int) -> String { recordRoutes[record] }

  /// The home page's record lies in no folder of the site, but its kind has one.
  private func handoutRoute(ofRecord record: Int) -> String {
    site.kind(of: record).folder + "/" + site.records[record].key.id + ".html"
  }

  /// Whether a record is `content/home.md`.
  func isHome(_ record: Int) -> Bool { record == site.home }

  /// The first part is the folder's own page; no record can be called like the folder of the others.
  private static func index(_ part: Int) -> String {
    part == 0 ? "index.html" : "index/\(part + 1).html"
  }

  /// How many pages a list goes over.
  static func parts(of count: Int, per size: Int) -> Int { max(1, (count + size - 1) / size) }

  /// The path of an absolute address: "/" for `https://example.org/`.
  static func path(ofAddress address: String) -> String {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    return "/" + parts.dropFirst(3).joined(separator: "/")
  }

  /// `../` for each folder of a route.
  static func root(of route: String) -> String {
    String(repeating: "../", count: route.utf8.count { $0 == UInt8(ascii: "/") })
  }
}

extension Page.Subject {
  /// Whether search engines are told of it.
  var isListed: Bool {
    switch self {
    case .home, .index, .record, .sources, .source, .topics, .topic, .trust, .data,
      .compare, .comparison, .alphabet:
      true
    default: false
    }
  }
}

extension Routes {
  /// The pages for readers in every language: the original's first.
  func pages(in languages: [Language]) -> [Page] {
    let subjects = self.subjects()
    return languages.enumerated().flatMap { index, language in
      subjects.compactMap { subject -> Page? in
        guard index == 0 || subject != .notFound else { return nil }
        return Page(
          subject: subject, language: language, route: prefix(language) + route(subject))
      }
    }
  }

  private func subjects() -> [Page.Subject] {
    var subjects: [Page.Subject] = [.home]
    for (kind, records) in site.recordsOfKind.enumerated() where isListed(kind) {
      for part in 0..<Self.parts(of: records.count, per: Self.rowsPerPart) {
        subjects.append(.index(kind: kind, part: part))
      }
    }
    subjects += site.records.indices.filter { !isHome($0) }.map { .record($0) }
    if !site.sources.isEmpty {
      for part in 0..<Self.parts(of: site.sources.count, per: Self.worksPerPart) {
        subjects.append(.sources(part: part))
      }
      subjects += site.sources.indices.map { .source($0) }
    }
    if !site.topics.isEmpty {
      subjects.append(.topics)
      subjects += site.topics.indices.map { .topic($0) }
    }
    subjects += comparisonSubjects()
    subjects += site.records.indices.filter(hasHandout).map { .handout($0) }
    subjects += site.handouts.indices.map { .collection($0) }
    subjects.append(.trust)
    if !dataKinds.isEmpty { subjects.append(.data) }
    subjects += alphabetSubjects()
    if hasSearch { subjects.append(.search) }
    subjects += site.aliases.indices.map { .redirect($0) }
    return subjects + [.notFound]
  }

  /// The files for machines; those without words of their own once for all languages.
  ///
  /// - Parameter sitemapParts: How many parts the sitemap has; `nil` where there is none.
  func files(in languages: [Language], sitemapParts: Int?) -> [Page] {
    var subjects: [Page.Subject] = [.robots]
    if let sitemapParts { subjects += (0...sitemapParts).map { .sitemap(part: $0) } }
    for kind in dataKinds {
      subjects += dataFormats(ofKind: kind).map { .dataFile(kind: kind, $0) }
    }
    if !site.sources.isEmpty { subjects.append(.sourceData) }
    if !dataKinds.isEmpty { subjects.append(.dataPackage) }
    subjects += exhibitTables()
    var files = subjects.map { Page(subject: $0, language: languages[0], route: route($0)) }
    for language in languages {
      for feed in feeds(in: language) {
        for format in FeedFormat.allCases {
          let subject = Page.Subject.feed(feed, format)
          files.append(
            Page(
              subject: subject, language: language, route: prefix(language) + route(subject)))
        }
      }
    }
    return files
  }

  /// None where no kind has anything to compare.
  private func comparisonSubjects() -> [Page.Subject] {
    let kinds = comparedKinds
    guard !kinds.isEmpty else { return [] }
    return [.compare] + site.comparisons.all.indices.map { .comparison($0) }
      + kinds.map { .comparisonData(kind: $0) }
  }

  /// Whether the site holds a handout of a record; others are made on request.
  func hasHandout(_ record: Int) -> Bool { site.kind(of: record).hasHandouts }

  /// Whether the site holds any handout.
  var hasHandouts: Bool {
    !site.handouts.isEmpty || site.schema.kinds.contains { $0.hasHandouts }
  }

  /// Whether a kind has a list of its records.
  func isListed(_ kind: Int) -> Bool { listedKinds.contains(kind) }

  /// Plain pages and kinds without records have no list.
  static func listedKinds(of site: LinkedSite) -> [Int] {
    site.schema.kinds.indices.filter {
      site.schema.kinds[$0].role != .page && !site.recordsOfKind[$0].isEmpty
    }
  }
}
