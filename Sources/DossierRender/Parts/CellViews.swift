import DossierTemplate

/// A source that stands behind a claim.
struct CitedView {
  /// Author and date: "Gowan 2018, 4–6".
  var label: String
  /// The entry in the page's own bibliography, or the page of the source.
  var address: String

  static let shape = ViewShape<CitedView>(
    "cited",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
    ])
}

/// A cell of a table of facts, which tells five things apart: a value, `unknown`, `not applicable`,
/// no claim at all, and a figure that could not be derived.
struct CellView {
  /// The preferred value; several where the field is a list.
  var values: [CellValueView] = []
  var isUnknown = false
  var isNotApplicable = false
  /// Whether the record says nothing.
  var isEmpty = false
  /// Why a derived figure was refused.
  var refusal: String?
  var isDisputed = false
  /// The fact on the page of its record.
  var address: String?
  /// The value on a scale that it shares with others, as SVG.
  var bar: [UInt8]?
  /// A series as a line as small as a word, as SVG.
  var spark: [UInt8]?
  /// What a script sorts or filters by: a number, an ISO date, or the ids of choices.
  var key: String?

  static let shape = ViewShape<CellView>(
    "cell",
    [
      .list("values", of: CellValueView.shape) { $0.values },
      .flag("unknown") { $0.isUnknown },
      .flag("not-applicable") { $0.isNotApplicable },
      .flag("empty") { $0.isEmpty },
      .text("refusal") { $0.refusal },
      .flag("disputed") { $0.isDisputed },
      .address("address") { $0.address },
      .html("bar") { $0.bar },
      .html("spark") { $0.spark },
      .text("key") { $0.key },
    ])
}

/// A value in a cell, with its date and the mark of its source.
struct CellValueView {
  var value: [UInt8]
  /// The date, in short.
  var asOf: String?
  /// Letters or numbers that lead to the sources under the table, or to the fact.
  var marks: [CitedView]

  static let shape = ViewShape<CellValueView>(
    "cell-value",
    [
      .html("value") { $0.value },
      .text("as-of") { $0.asOf },
      .list("marks", of: CitedView.shape) { $0.marks },
    ])
}

/// A row of an index.
struct IndexRowView {
  var title: String
  /// The language of the title, where it is not the page's own.
  var language: String?
  var address: String
  /// Further names by which a script finds it.
  var find: String?
  var cells: [CellView]

  static let shape = ViewShape<IndexRowView>(
    "index-row",
    [
      .text("title") { $0.title },
      .text("language") { $0.language },
      .address("address") { $0.address },
      .text("find") { $0.find },
      .list("cells", of: CellView.shape) { $0.cells },
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

/// A record that an exhibit leaves out.
struct OmissionView {
  var label: String
  var address: String
  var reason: String

  static let shape = ViewShape<OmissionView>(
    "omission",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("reason") { $0.reason },
    ])
}
