import DossierTemplate

/// How far to trust the records: `trust.html`.
struct TrustView {
  var title: String
  var kinds: [TrustKindView]
  /// Sources by how they were read.
  var readings: [CountView]
  /// Sources by their type.
  var types: [CountView]
  /// Sources by the publisher's grade of trust.
  var grades: [CountView]

  static let shape = ViewShape<TrustView>(
    "trust",
    [
      .text("title") { $0.title },
      .list("kinds", of: TrustKindView.shape) { $0.kinds },
      .list("readings", of: CountView.shape) { $0.readings },
      .list("types", of: CountView.shape) { $0.types },
      .list("grades", of: CountView.shape) { $0.grades },
    ])
}

/// The fields of a kind with what its records say for them.
struct TrustKindView {
  var label: String
  var address: String
  var count: String
  var rows: [TrustRowView]

  static let shape = ViewShape<TrustKindView>(
    "trust-kind",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("count") { $0.count },
      .list("rows", of: TrustRowView.shape) { $0.rows },
    ])
}

/// How many records have a value for a field, and how good it is.
struct TrustRowView {
  var label: String
  var values: String
  var sourced: String
  var disputed: String
  var unknown: String
  var missing: String
  var oldest: String?
  var newest: String?

  static let shape = ViewShape<TrustRowView>(
    "trust-row",
    [
      .text("label") { $0.label },
      .text("values") { $0.values },
      .text("sourced") { $0.sourced },
      .text("disputed") { $0.disputed },
      .text("unknown") { $0.unknown },
      .text("missing") { $0.missing },
      .text("oldest") { $0.oldest },
      .text("newest") { $0.newest },
    ])
}

/// How often something occurs.
struct CountView {
  var label: String
  var count: String

  static let shape = ViewShape<CountView>(
    "count",
    [
      .text("label") { $0.label },
      .text("count") { $0.count },
    ])
}
