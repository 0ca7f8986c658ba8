import DossierTemplate

/// How far options are: `exhibits/distance.html`.
struct DistanceView {
  /// The anchor: `exhibit-distance`.
  var id: String
  /// "Exhibit 1"; absent where it is no exhibit of a text.
  var number: String?
  var caption: String?
  /// What the signs mean, each once.
  var legend: [FigureKeyView]
  /// Today and the scenarios, with pages that show them; empty where there are none.
  var states: [DistanceStateView]
  /// The options by the verdicts on them; empty where verdicts stand side by side.
  var groups: [DistanceGroupView]
  /// What the publisher's own reading of the hardest condition is called.
  var hardestLabel: String?
  /// The options with a verdict for each state; empty where one state is shown in full.
  var grid: [DistanceGridRowView]
  /// How many columns there are.
  var span: String
  var works: ExhibitWorksView?
  /// The figures as a CSV file.
  var data: String?
  /// What a script makes another state of, and where it lies; absent where none runs.
  var model: [UInt8]?

  static let shape = ViewShape<DistanceView>(
    "distance",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .list("legend", of: FigureKeyView.shape) { $0.legend },
      .list("states", of: DistanceStateView.shape) { $0.states },
      .list("groups", of: DistanceGroupView.shape) { $0.groups },
      .text("hardest-label") { $0.hardestLabel },
      .list("grid", of: DistanceGridRowView.shape) { $0.grid },
      .text("span") { $0.span },
      .object("works", ExhibitWorksView.shape) { $0.works },
      .address("data") { $0.data },
      .html("model") { $0.model },
    ])
}

/// Today or a scenario, with the verdicts in it counted.
struct DistanceStateView {
  /// The id of the scenario; empty for today.
  var id: String
  var label: String
  var address: String
  var isCurrent: Bool
  var counts: [DistanceCountView]

  static let shape = ViewShape<DistanceStateView>(
    "distance-state",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .address("address") { $0.address },
      .flag("current") { $0.isCurrent },
      .list("counts", of: DistanceCountView.shape) { $0.counts },
    ])
}

/// How many options have a verdict.
struct DistanceCountView {
  var word: String
  var count: String

  static let shape = ViewShape<DistanceCountView>(
    "distance-count",
    [
      .text("word") { $0.word },
      .text("count") { $0.count },
    ])
}

/// The options of one verdict.
struct DistanceGroupView {
  /// `open`, `held-up`, `blocked` or `not-known`.
  var outcome: String
  var word: String
  /// What the word means: "something is absent".
  var meaning: String
  var rows: [DistanceRowView]

  static let shape = ViewShape<DistanceGroupView>(
    "distance-group",
    [
      .text("outcome") { $0.outcome },
      .text("word") { $0.word },
      .text("meaning") { $0.meaning },
      .list("rows", of: DistanceRowView.shape) { $0.rows },
    ])
}

/// An option with what it requires.
struct DistanceRowView {
  /// Its id, for a script.
  var key: String
  /// Its place among all, from 1.
  var number: String
  var label: String
  var address: String
  var outcome: String
  var word: String
  var sign: [UInt8]
  var marks: [DistanceMarkView]
  /// "2 absent, 5 unmet"
  var counts: String
  /// "9 unmet today, 3 here"; absent where nothing is different.
  var change: String?
  /// Whether the publisher has a reading of the hardest condition.
  var isRead = false
  /// The hardest condition with the reason, as its record gives it.
  var hardest: LinkView?
  var reason: String?
  var reasonLanguage: String?

  static let shape = ViewShape<DistanceRowView>(
    "distance-row",
    [
      .text("key") { $0.key },
      .text("number") { $0.number },
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("outcome") { $0.outcome },
      .text("word") { $0.word },
      .html("sign") { $0.sign },
      .list("marks", of: DistanceMarkView.shape) { $0.marks },
      .text("counts") { $0.counts },
      .text("change") { $0.change },
      .flag("read") { $0.isRead },
      .object("hardest", LinkView.shape) { $0.hardest },
      .text("reason") { $0.reason },
      .text("reason-language") { $0.reasonLanguage },
    ])
}

/// A condition that an option requires, by its state.
struct DistanceMarkView {
  /// "Ceasefire in force: absent", and what it is today where that is another.
  var text: String
  /// Where the state is stated, with its date and works.
  var address: String
  var sign: [UInt8]
  /// Whether it is another than today.
  var isChanged: Bool

  static let shape = ViewShape<DistanceMarkView>(
    "distance-mark",
    [
      .text("text") { $0.text },
      .address("address") { $0.address },
      .html("sign") { $0.sign },
      .flag("changed") { $0.isChanged },
    ])
}

/// An option with a verdict for each state.
struct DistanceGridRowView {
  var label: String
  var address: String
  var cells: [DistanceGridCellView]

  static let shape = ViewShape<DistanceGridRowView>(
    "distance-grid-row",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .list("cells", of: DistanceGridCellView.shape) { $0.cells },
    ])
}

/// The verdict on an option in a state.
struct DistanceGridCellView {
  var outcome: String
  var word: String
  var sign: [UInt8]
  /// "2 absent, 5 unmet"
  var counts: String
  /// Whether it is another verdict than today's.
  var isChanged: Bool

  static let shape = ViewShape<DistanceGridCellView>(
    "distance-grid-cell",
    [
      .text("outcome") { $0.outcome },
      .text("word") { $0.word },
      .html("sign") { $0.sign },
      .text("counts") { $0.counts },
      .flag("changed") { $0.isChanged },
    ])
}
