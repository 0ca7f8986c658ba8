import DossierSite

/// The topics, and the articles on each.
struct TopicPages {
  let scope: PageScope

  /// All topics, as ways in.
  func list() -> HomeView {
    let ways = scope.edition.order.topics.map { index in
      let topic = scope.site.articles.topics[index]
      return WayView(
        label: scope.edition.topicNames[topic.id], address: scope.pageAddress(.topic(index)),
        count: scope.edition.strings.count(
          "articles-count", topic.records.count, scope.edition.rules),
        summary: nil)
    }
    return HomeView(text: nil, title: scope.edition.strings["topics"], latest: [], ways: ways)
  }

  func view(of index: Int) -> TopicView {
    let topic = scope.site.articles.topics[index]
    return TopicView(
      title: scope.edition.topicNames[topic.id],
      count: scope.edition.strings.count(
        "articles-count", topic.records.count, scope.edition.rules),
      articles: scope.edition.sortedWithinDates(topic.records).map(RecordLinks(scope: scope).teaser)
    )
  }
}
