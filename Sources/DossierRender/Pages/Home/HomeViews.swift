import DossierTemplate

/// The home page: `home.html`.
struct HomeView {
  /// `content/home.md`, where there is one.
  var text: TextView?
  var title: String
  /// The newest articles.
  var latest: [TeaserView]
  var ways: [WayView]

  static let shape = ViewShape<HomeView>(
    "home",
    [
      .object("text", TextView.shape) { $0.text },
      .text("title") { $0.title },
      .list("latest", of: TeaserView.shape) { $0.latest },
      .list("ways", of: WayView.shape) { $0.ways },
    ])
}

/// A way into the site: the index of a kind.
struct WayView {
  var label: String
  var address: String
  var count: String
  var summary: String?

  static let shape = ViewShape<WayView>(
    "way",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("count") { $0.count },
      .text("summary") { $0.summary },
    ])
}

/// The articles on a topic: `topic.html`.
struct TopicView {
  var title: String
  var count: String
  var articles: [TeaserView]

  static let shape = ViewShape<TopicView>(
    "topic",
    [
      .text("title") { $0.title },
      .text("count") { $0.count },
      .list("articles", of: TeaserView.shape) { $0.articles },
    ])
}

/// What a host shows for an address that is not there: `not-found.html`.
struct NotFoundView {
  var ways: [WayView]

  static let shape = ViewShape<NotFoundView>(
    "not-found", [.list("ways", of: WayView.shape) { $0.ways }])
}
