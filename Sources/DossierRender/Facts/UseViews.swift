import DossierSite
import DossierTemplate

/// A page on which something is used, with the sentences that do.
struct UseView {
  var title: String
  /// The language of the title and the sentences, where it is not the page's own.
  var language: String?
  var address: String
  /// The kind of that page's record.
  var kind: String
  /// The kind itself.
  var kindIndex: KindIndex?
  /// Sentences, or the names of the fields and exhibits, in which the use stands.
  var places: [UsePlaceView]

  static let shape = ViewShape<UseView>(
    "use",
    [
      .text("title") { $0.title },
      .text("language") { $0.language },
      .address("address") { $0.address },
      .text("kind") { $0.kind },
      .list("places", of: UsePlaceView.shape) { $0.places },
    ])
}

/// A sentence, a field or an exhibit in which something is used.
struct UsePlaceView: Hashable {
  var sentence: String?
  /// The name of a field or an exhibit.
  var label: String?

  static let shape = ViewShape<UsePlaceView>(
    "use-place",
    [
      .text("sentence") { $0.sentence },
      .text("label") { $0.label },
    ])
}
