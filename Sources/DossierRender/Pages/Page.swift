public import DossierSite

/// A file of the site that is rendered from templates.
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
    /// A record on one sheet for print.
    case handout(Int)
    /// A handout that gathers parts, by the index of its declaration.
    case collection(Int)
    case notFound
  }

  public var subject: Subject
  public var language: Language
  /// Where it lies in the site: `missions/kfor.html`.
  public var route: String
}

/// The addresses of the site: which page lies where.
struct Routes: Sendable {
  let site: LinkedSite

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
    case .handout(let record): "handouts/" + handoutRoute(ofRecord: record)
    case .collection(let index): "handouts/\(site.handouts[index].id).html"
    case .notFound: "404.html"
    }
  }

  func route(ofRecord record: Int) -> String {
    isHome(record)
      ? "index.html" : site.kind(of: record).folder + "/" + site.records[record].key.id + ".html"
  }

  /// The home page's record lies in no folder of the site, but its kind has one.
  private func handoutRoute(ofRecord record: Int) -> String {
    site.kind(of: record).folder + "/" + site.records[record].key.id + ".html"
  }

  /// Whether a record is `content/home.md`.
  func isHome(_ record: Int) -> Bool { site.records[record].isHome }

  /// The first part is the folder's own page; no record can be called like the folder of the others.
  private static func index(_ part: Int) -> String {
    part == 0 ? "index.html" : "index/\(part + 1).html"
  }

  /// How many pages a list goes over.
  static func parts(of count: Int, per size: Int) -> Int { max(1, (count + size - 1) / size) }

  /// A route below the site's absolute address: the home page is the folder itself.
  func published(_ subject: Page.Subject) -> String {
    subject == .home ? "" : route(subject)
  }

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

extension Routes {
  /// The pages of the site in every language: the original's first.
  func pages(in languages: [Language]) -> [Page] {
    let subjects = self.subjects()
    return languages.enumerated().flatMap { index, language in
      subjects.compactMap { subject -> Page? in
        guard index == 0 || subject != .notFound else { return nil }
        let prefix = index == 0 ? "" : language.code + "/"
        return Page(subject: subject, language: language, route: prefix + route(subject))
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
    subjects += site.records.indices.filter(hasHandout).map { .handout($0) }
    subjects += site.handouts.indices.map { .collection($0) }
    return subjects + [.trust, .notFound]
  }

  /// Whether the site holds a handout of a record; others are made on request.
  func hasHandout(_ record: Int) -> Bool { site.kind(of: record).hasHandouts }

  /// Whether the site holds any handout.
  var hasHandouts: Bool {
    !site.handouts.isEmpty || site.schema.kinds.contains { $0.hasHandouts }
  }

  /// Whether a kind has a list of its records: plain pages and kinds without records have none.
  func isListed(_ kind: Int) -> Bool {
    site.schema.kinds[kind].role != .page && !site.recordsOfKind[kind].isEmpty
  }
}
