import DossierSite

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

struct FeedReader {
  let scope: PageScope

  /// How many of the newest records a feed holds.
  private static let feedLimit = 50

  func title(of feed: Feed) -> String {
    let title = scope.site.schema.configuration.title[scope.language]
    return switch feed {
    case .articles: title
    case .corrections(let kind):
      scope.edition.strings.labelled(title, scope.site.schema.kinds[kind].plural[scope.language])
    }
  }

  /// The newest records of a feed that are there in the page's language; those without a date have
  /// no place in it.
  func entries(of feed: Feed) -> [FeedEntry] {
    let dated = scope.routes.feeds.records(of: feed, in: scope.language).compactMap { record in
      date(ofFeedEntry: record).map { (date: $0, record: record) }
    }
    let newest = dated.sorted { left, right in
      left.date == right.date
        ? scope.site.records[left.record].key < scope.site.records[right.record].key
        : right.date < left.date
    }
    return newest.prefix(Self.feedLimit).map { entry($0.record, published: $0.date) }
  }

  private func date(ofFeedEntry record: RecordIndex) -> PartialDate? {
    if let date = scope.site.records[record].article.date { return date }
    let date = scope.site.records[record].correctionDay
    return date.year > 0 ? date : nil
  }

  private func entry(_ record: RecordIndex, published: PartialDate) -> FeedEntry {
    let entry = scope.site.records[record]
    let translated = scope.edition.translation(of: entry)
    let keyPoints = translated.map(\.keyPoints).flatMap { $0.isEmpty ? nil : $0 }
    let authors =
      scope.site.kind(of: record).role == .article
      ? Authors(scope: scope).authorNames(of: record) : []
    return FeedEntry(
      title: scope.edition.title(of: record), address: scope.publishedAddress(.record(record)),
      summary: PageWords(scope: scope).summary(of: .record(record)),
      keyPoints: (keyPoints ?? entry.article.keyPoints).map { point in
        ProseWords(scope: scope).plainText(point, of: record, text: scope.edition.text(of: entry))
      },
      published: published, updated: max(published, entry.updated ?? published),
      authors: authors, topics: entry.article.topics.map { scope.edition.topicNames[$0.id] })
  }
}

extension PartialDate {
  /// The beginning of its first day, as RFC 3339 wants it.
  var timestamp: String {
    PartialDate(year: year, month: month ?? 1, day: day ?? 1).description + "T00:00:00Z"
  }
}
