import DossierTemplate

/// The page on which records and fields are chosen: `compare.html`.
struct CompareIndexView {
  var title: String
  /// The comparisons that stand in texts.
  var exhibits: [ComparisonLinkView]
  /// Every option with its precedents.
  var precedents: [ComparisonLinkView]
  /// For scripts: the kinds, where their data lie, and the words; an element of HTML.
  var model: [UInt8]

  static let shape = ViewShape<CompareIndexView>(
    "compare-index",
    [
      .text("title") { $0.title },
      .list("exhibits", of: ComparisonLinkView.shape) { $0.exhibits },
      .list("precedents", of: ComparisonLinkView.shape) { $0.precedents },
      .html("model") { $0.model },
    ])
}

/// A link to a comparison, and what it compares.
struct ComparisonLinkView {
  var label: String
  var address: String
  /// The language of the label, where it is not the page's own.
  var language: String?
  /// What is compared: names of records.
  var records: String

  static let shape = ViewShape<ComparisonLinkView>(
    "comparison-link",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("language") { $0.language },
      .text("records") { $0.records },
    ])
}

/// A comparison on a page of its own: `comparison.html`.
struct ComparisonView {
  var title: String
  /// The language of the title, where it is not the page's own.
  var language: String?
  /// The text in which it stands, or the option whose precedents they are.
  var origin: LinkView
  /// The language of the origin's title, where it is not the page's own.
  var originLanguage: String?
  /// The same records and fields, ready to be changed; needs a script.
  var tool: String
  var body: [UInt8]
  var bibliography: [WorkView]

  static let shape = ViewShape<ComparisonView>(
    "comparison",
    [
      .text("title") { $0.title },
      .text("language") { $0.language },
      .object("origin", LinkView.shape) { $0.origin },
      .text("origin-language") { $0.originLanguage },
      .address("tool") { $0.tool },
      .html("body") { $0.body },
      .list("bibliography", of: WorkView.shape) { $0.bibliography },
    ])
}
