import DossierSite

/// What a feed tells of.
public enum Feed: Hashable, Sendable {
  /// New briefings, of all kinds with the role `article`.
  case articles
  /// Corrections, by the index of their kind.
  case corrections(kind: Int)
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

/// What a feed says of one record.
struct FeedEntry {
  var title: String
  /// Absolute; also its name for ever.
  var address: String
  var summary: String
  var keyPoints: [String]
  var published: PartialDate
  var updated: PartialDate
  var authors: [AuthorName]
  var topics: [String]
}

extension PageScope {
  /// How many of the newest records a feed holds.
  private static let feedLimit = 50

  func title(of feed: Feed) -> String {
    let title = site.schema.configuration.title[language]
    return switch feed {
    case .articles: title
    case .corrections(let kind): title + ": " + site.schema.kinds[kind].plural[language]
    }
  }

  /// The newest records of a feed that are there in the page's language; those without a date have
  /// no place in it.
  func entries(of feed: Feed) -> [FeedEntry] {
    let dated = routes.records(of: feed, in: language).compactMap { record in
      date(ofFeedEntry: record).map { (date: $0, record: record) }
    }
    let newest = dated.sorted { left, right in
      left.date == right.date
        ? site.records[left.record].key < site.records[right.record].key : right.date < left.date
    }
    return newest.prefix(Self.feedLimit).map { entry($0.record, published: $0.date) }
  }

  private func date(ofFeedEntry record: Int) -> PartialDate? {
    if let date = site.records[record].article.date { return date }
    let date = site.corrected(record)
    return date.year > 0 ? date : nil
  }

  private func entry(_ record: Int, published: PartialDate) -> FeedEntry {
    let entry = site.records[record]
    let translated = edition.translation(of: entry)
    let keyPoints = translated.map(\.keyPoints).flatMap { $0.isEmpty ? nil : $0 }
    let authors = site.kind(of: record).role == .article ? authorNames(of: record) : []
    return FeedEntry(
      title: edition.title(of: record, in: site), address: publishedAddress(.record(record)),
      summary: summary(of: .record(record)),
      keyPoints: (keyPoints ?? entry.article.keyPoints).map { point in
        plainText(point, of: record, text: edition.text(of: entry))
      },
      published: published, updated: max(published, entry.updated ?? published),
      authors: authors, topics: entry.article.topics.map { name(ofTopic: $0.id) })
  }
}

extension Routes {
  /// The feeds that have an entry in a language; none where nobody said where the site is published,
  /// since the names of entries are absolute addresses.
  func feeds(in language: Language) -> [Feed] {
    guard site.schema.configuration.baseAddress != nil else { return [] }
    let corrections = site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .correction }
    let all: [Feed] = [.articles] + corrections.map { .corrections(kind: $0) }
    return all.filter { feed in records(of: feed, in: language).contains { isDated($0) } }
  }

  private func isDated(_ record: Int) -> Bool {
    site.records[record].article.date != nil || site.corrected(record).year > 0
  }

  /// The records of a feed whose texts are there in a language.
  fileprivate func records(of feed: Feed, in language: Language) -> [Int] {
    let kinds: [Int] =
      switch feed {
      case .articles: site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .article }
      case .corrections(let kind): [kind]
      }
    return kinds.flatMap { Array(site.recordsOfKind[$0]) }.filter { isThere($0, in: language) }
  }

  /// Whether a record's own texts are in a language.
  func isThere(_ record: Int, in language: Language) -> Bool {
    language == site.schema.configuration.original
      || site.records[record].translations.contains { $0.language == language }
  }
}

extension PartialDate {
  /// The beginning of its first day, as RFC 3339 wants it.
  var timestamp: String {
    PartialDate(year: year, month: month ?? 1, day: day ?? 1).description + "T00:00:00Z"
  }
}
