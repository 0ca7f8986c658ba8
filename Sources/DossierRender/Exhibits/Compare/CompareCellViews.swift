import DossierTemplate

/// A cell of a comparison: its value, which leads to its evidence, or the word for why there is none.
struct CompareCellView {
  /// What the record is called, for where each cell stands by itself.
  var record = ""
  /// Several where the field is a list, and where sources differ.
  var values: [CompareValueView] = []
  /// Unknown, not applicable, nothing recorded, or why a figure could not be derived.
  var absence: String?
  /// The dates; that sources differ; that the value is derived.
  var detail: String?
  /// The fact on the page of its record.
  var address: String?
  /// The value on a scale that it shares with others, as SVG.
  var bar: [UInt8]?

  static let shape = ViewShape<CompareCellView>(
    "compare-cell",
    [
      .text("record") { $0.record },
      .list("values", of: CompareValueView.shape) { $0.values },
      .text("absence") { $0.absence },
      .text("detail") { $0.detail },
      .address("address") { $0.address },
      .html("bar") { $0.bar },
    ])
}

/// A value in a cell of a comparison.
struct CompareValueView: Equatable {
  var text: String
  /// The language of the text, where it is not the page's own.
  var language: String?
  /// Whether it is a sentence rather than a word or a figure.
  var isLong: Bool

  init(_ text: String, language: String? = nil) {
    self.text = text
    self.language = language
    isLong = text.utf8.count > 48
  }

  static let shape = ViewShape<CompareValueView>(
    "compare-value",
    [
      .text("text") { $0.text },
      .text("language") { $0.language },
      .flag("long") { $0.isLong },
    ])
}

/// The works behind a row of a comparison.
struct CompareWorksView {
  /// What the row says.
  var label: String
  /// "5 sources"
  var count: String
  var works: [LinkView]

  static let shape = ViewShape<CompareWorksView>(
    "compare-works",
    [
      .text("label") { $0.label },
      .text("count") { $0.count },
      .list("works", of: LinkView.shape) { $0.works },
    ])
}
