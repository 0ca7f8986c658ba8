import DossierTemplate

/// A record in a list: enough to choose by.
struct TeaserView {
  var title: String
  var address: String
  var summary: String?
  var date: String?
  /// ISO 8601, for `datetime`.
  var machineDate: String?
  var kind: String?
  /// For an article: how long it takes to read.
  var readingTime: String?
  /// The language of the texts, where it is not the page's own.
  var language: String?

  static let shape = ViewShape<TeaserView>(
    "teaser",
    [
      .text("title") { $0.title },
      .address("address") { $0.address },
      .text("summary") { $0.summary },
      .text("date") { $0.date },
      .text("machine-date") { $0.machineDate },
      .text("kind") { $0.kind },
      .text("reading-time") { $0.readingTime },
      .text("language") { $0.language },
    ])
}
