import DossierTemplate

/// Records as columns, fields as rows: `exhibits/compare.html`.
struct CompareView {
  /// The anchor: `exhibit-degrees`.
  var id: String
  /// "Exhibit 1"; absent where the comparison is a page of its own.
  var number: String?
  var caption: String?
  /// One, or several where there are too many columns for one.
  var parts: [ComparePartView]
  /// The rows in which all records say the same, where they stand apart.
  var sameParts: [ComparePartView]
  /// How many rows those are, in words.
  var sameLabel: String?
  /// Whether a cell has a bar, so that bars need a word of explanation.
  var hasBars: Bool
  /// Whether paper has room for it only across.
  var isWide: Bool
  /// The page of the comparison's own.
  var page: LinkView?
  var sources: [MarkedSourceView]
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<CompareView>(
    "compare",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .list("parts", of: ComparePartView.shape) { $0.parts },
      .list("same-parts", of: ComparePartView.shape) { $0.sameParts },
      .text("same-label") { $0.sameLabel },
      .flag("bars") { $0.hasBars },
      .flag("wide") { $0.isWide },
      .object("page", LinkView.shape) { $0.page },
      .list("sources", of: MarkedSourceView.shape) { $0.sources },
      .address("data") { $0.data },
    ])
}

/// A table of a comparison: all rows for some of the records.
struct ComparePartView {
  var columns: [LinkView]
  var groups: [CompareGroupView]

  static let shape = ViewShape<ComparePartView>(
    "compare-part",
    [
      .list("columns", of: LinkView.shape) { $0.columns },
      .list("groups", of: CompareGroupView.shape) { $0.groups },
    ])
}

/// Rows under the heading of a group of fields.
struct CompareGroupView {
  var label: String?
  /// How many columns the heading goes over.
  var span: String
  var rows: [CompareRowView]

  static let shape = ViewShape<CompareGroupView>(
    "compare-group",
    [
      .text("label") { $0.label },
      .text("span") { $0.span },
      .list("rows", of: CompareRowView.shape) { $0.rows },
    ])
}

/// A field in a comparison.
struct CompareRowView {
  var label: String
  var cells: [CellView]
  /// Whether the figures do not all count the same: troops here, observers there.
  var isMixed = false

  static let shape = ViewShape<CompareRowView>(
    "compare-row",
    [
      .text("label") { $0.label },
      .list("cells", of: CellView.shape) { $0.cells },
      .flag("mixed") { $0.isMixed },
    ])
}

/// A source under an exhibit, by its mark.
struct MarkedSourceView {
  /// The anchor: `exhibit-degrees-a`.
  var id: String
  var mark: String
  var label: String
  var address: String

  static let shape = ViewShape<MarkedSourceView>(
    "marked-source",
    [
      .text("id") { $0.id },
      .text("mark") { $0.mark },
      .text("label") { $0.label },
      .address("address") { $0.address },
    ])
}

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
