import DossierTemplate

/// Conditions as rows, options as columns: `exhibits/matrix.html`.
struct MatrixView {
  /// The anchor: `exhibit-today`.
  var id: String
  /// "Exhibit 2"; absent where it is no exhibit of a text.
  var number: String?
  var caption: String?
  /// The scenario that it is for; absent for today.
  var scenario: LinkView?
  /// The signs of its cells in full, each once; the cells may refer to them.
  var legend: [FigureKeyView]
  /// The columns under the verdicts that they share.
  var verdicts: [MatrixVerdictView]
  var columns: [MatrixColumnView]
  /// What the sum of what is absent is called.
  var absentLabel: String
  /// The rows under the states that they share.
  var states: [MatrixStateView]
  var works: ExhibitWorksView?
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<MatrixView>(
    "matrix",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .object("scenario", LinkView.shape) { $0.scenario },
      .list("legend", of: FigureKeyView.shape) { $0.legend },
      .list("verdicts", of: MatrixVerdictView.shape) { $0.verdicts },
      .list("columns", of: MatrixColumnView.shape) { $0.columns },
      .text("absent-label") { $0.absentLabel },
      .list("states", of: MatrixStateView.shape) { $0.states },
      .object("works", ExhibitWorksView.shape) { $0.works },
      .address("data") { $0.data },
    ])
}

/// The head over the options of one verdict.
struct MatrixVerdictView {
  /// `open`, `held-up`, `blocked` or `not-known`.
  var outcome: String
  var word: String
  /// What the word means: "something is absent".
  var meaning: String
  var sign: [UInt8]
  /// How many columns it goes over.
  var span: String
  /// Whether the sign alone finds room.
  var isNarrow: Bool

  static let shape = ViewShape<MatrixVerdictView>(
    "matrix-verdict",
    [
      .text("outcome") { $0.outcome },
      .text("word") { $0.word },
      .text("meaning") { $0.meaning },
      .html("sign") { $0.sign },
      .text("span") { $0.span },
      .flag("narrow") { $0.isNarrow },
    ])
}

/// The head and the sums of an option.
struct MatrixColumnView {
  /// Its place among the options, from 1.
  var number: String
  /// Its name, with places at which long words may break.
  var hyphenated: String
  var address: String
  /// How many of its required conditions are absent, and how many unmet in all.
  var absent: String
  var unmet: String
  /// Whether it is the first of its verdict.
  var isFirst: Bool

  static let shape = ViewShape<MatrixColumnView>(
    "matrix-column",
    [
      .text("number") { $0.number },
      .text("hyphenated") { $0.hyphenated },
      .address("address") { $0.address },
      .text("absent") { $0.absent },
      .text("unmet") { $0.unmet },
      .flag("first") { $0.isFirst },
    ])
}

/// The conditions of one state.
struct MatrixStateView {
  /// `absent`, `partly`, `unknown` or `met`.
  var status: String
  var label: String
  /// "4 of 14 conditions"
  var count: String
  var sign: [UInt8]
  /// How many columns the heading goes over.
  var span: String
  var rows: [MatrixRowView]

  static let shape = ViewShape<MatrixStateView>(
    "matrix-state",
    [
      .text("status") { $0.status },
      .text("label") { $0.label },
      .text("count") { $0.count },
      .html("sign") { $0.sign },
      .text("span") { $0.span },
      .list("rows", of: MatrixRowView.shape) { $0.rows },
    ])
}

/// A condition with what each option needs of it.
struct MatrixRowView {
  var label: String
  var address: String
  /// `absent`, `partly`, `unknown` or `met`.
  var status: String
  var statusLabel: String
  /// Where the state is stated, with its date and works.
  var statusAddress: String
  var asOf: String?
  /// Whether a scenario sets the state.
  var isSet: Bool
  var cells: [MatrixCellView]
  /// How many of the options require it: as a number, as a bar on the scale of the table, in words.
  var needed: String
  var bar: [UInt8]?
  var neededLabel: String

  static let shape = ViewShape<MatrixRowView>(
    "matrix-row",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("status") { $0.status },
      .text("status-label") { $0.statusLabel },
      .address("status-address") { $0.statusAddress },
      .text("as-of") { $0.asOf },
      .flag("set") { $0.isSet },
      .list("cells", of: MatrixCellView.shape) { $0.cells },
      .text("needed") { $0.needed },
      .html("bar") { $0.bar },
      .text("needed-label") { $0.neededLabel },
    ])
}

/// What an option needs of a condition, and how that stands for it.
struct MatrixCellView {
  var option: String
  /// Its class: `required`, `helpful`, `minor`; `nil` where nothing is stated.
  var need: String?
  /// Need and state in words.
  var text: String
  /// Its sign; `nil` where it stands in words.
  var mark: [UInt8]?
  /// Where the option states what holds for it alone.
  var ownAddress: String?
  /// Whether it is the first of its verdict.
  var isFirst: Bool

  static let shape = ViewShape<MatrixCellView>(
    "matrix-cell",
    [
      .text("option") { $0.option },
      .text("need") { $0.need },
      .text("text") { $0.text },
      .html("mark") { $0.mark },
      .address("own-address") { $0.ownAddress },
      .flag("first") { $0.isFirst },
    ])
}
