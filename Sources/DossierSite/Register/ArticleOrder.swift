import DossierSource

/// Articles of all kinds by their date, and by their topics.
public struct ArticleOrder: Sendable {
  /// The newest first; by id where the date is the same.
  public let all: [RecordIndex]
  /// In the order of the bytes of their ids.
  public let topics: [Topic]

  /// A topic with its articles, the newest first.
  public struct Topic: Sendable {
    public let id: String
    public let records: [RecordIndex]
  }

  init(_ records: Column<Record, Record>, of articles: [RecordIndex]) {
    all = Self.newestFirst(articles, of: records)
    var found: [String: [RecordIndex]] = [:]
    for article in all {
      for topic in records[article].article.topics { found[topic.id, default: []].append(article) }
    }
    topics = found.sorted { $0.key < $1.key }.map { Topic(id: $0.key, records: $0.value) }
  }

  /// The index of a topic by its id.
  public func topic(_ id: String) -> Int? {
    let index = topics.partitioningIndex { $0.id >= id }
    return index < topics.count && topics[index].id == id ? index : nil
  }

  /// Articles by their date; what has none stands last.
  static func newestFirst(_ articles: [RecordIndex], of records: Column<Record, Record>)
    -> [RecordIndex]
  {
    articles.sorted { left, right in
      let (first, second) = (records[left], records[right])
      guard let a = first.article.date, let b = second.article.date, a != b else {
        if (first.article.date == nil) != (second.article.date == nil) {
          return first.article.date != nil
        }
        return first.key < second.key
      }
      return b < a
    }
  }
}
