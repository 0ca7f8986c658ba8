public import DossierSite

/// What a feed tells of.
public enum Feed: Hashable, Sendable {
  /// New briefings, of all kinds with the role `article`.
  case articles
  /// Corrections, by the index of their kind.
  case corrections(kind: KindIndex)
}

/// The format of a feed.
public enum FeedFormat: String, Hashable, Sendable, CaseIterable {
  /// Atom (RFC 4287).
  case atom
  /// JSON Feed 1.1.
  case json

  var mediaType: String {
    switch self {
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }

  var fileName: String {
    switch self {
    case .atom: "feed.xml"
    case .json: "feed.json"
    }
  }
}

/// Which feeds there are, and what is in them.
struct FeedRoutes {
  let routes: Routes

  private var site: LinkedSite { routes.site }

  /// The feeds that have an entry in a language; none where nobody said where the site is published,
  /// since the names of entries are absolute addresses.
  func all(in language: Language) -> [Feed] {
    guard site.schema.configuration.baseAddress != nil else { return [] }
    let corrections = site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .correction }
    let all: [Feed] = [.articles] + corrections.map { .corrections(kind: $0) }
    return all.filter { feed in records(of: feed, in: language).contains { isDated($0) } }
  }

  private func isDated(_ record: RecordIndex) -> Bool {
    site.records[record].article.date != nil || site.records[record].correctionDay.year > 0
  }

  /// The records of a feed whose texts are there in a language.
  func records(of feed: Feed, in language: Language) -> [RecordIndex] {
    let kinds: [KindIndex] =
      switch feed {
      case .articles: site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .article }
      case .corrections(let kind): [kind]
      }
    return kinds.flatMap { Array(site.recordsOfKind[$0]) }.filter {
      routes.isThere($0, in: language)
    }
  }
}

extension Routes {
  var feeds: FeedRoutes { FeedRoutes(routes: self) }

  /// Whether a record's own texts are in a language.
  func isThere(_ record: RecordIndex, in language: Language) -> Bool {
    language == site.schema.configuration.original
      || site.records[record].translations.contains { $0.language == language }
  }
}
