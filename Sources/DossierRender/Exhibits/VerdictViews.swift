import DossierDrawing
import DossierTemplate

/// What the conditions say of an option, in words.
struct VerdictView {
  /// `open`, `held-up`, `blocked` or `not-known`: for a class, and for scripts.
  var outcome: String
  /// "Open", "Held up", "Blocked", "Not known".
  var word: String
  /// What stands in the way, the gravest first.
  var groups: [VerdictGroupView]
  /// Its sign where the exhibit draws it in a way of its own.
  var sign: [UInt8]?

  static let shape = ViewShape<VerdictView>(
    "verdict",
    [
      .text("outcome") { $0.outcome },
      .text("word") { $0.word },
      .html("mark") { $0.sign ?? DrawnMark(outcome: $0.outcome)?.svg(title: $0.word) },
      .list("groups", of: VerdictGroupView.shape) { $0.groups },
    ])
}

/// The conditions that stand in the way for one reason.
struct VerdictGroupView {
  /// "not met", "partly met", "not known"
  var label: String
  var reasons: [VerdictReasonView]

  static let shape = ViewShape<VerdictGroupView>(
    "verdict-group",
    [
      .text("label") { $0.label },
      .list("reasons", of: VerdictReasonView.shape) { $0.reasons },
    ])
}

/// A condition that stands in the way.
struct VerdictReasonView {
  var label: String
  var address: String
  /// Whose state it is, where it is not the condition's.
  var qualifier: String?
  /// Whether it is the last of its group, after which no comma stands.
  var isLast = false

  static let shape = ViewShape<VerdictReasonView>(
    "verdict-reason",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("qualifier") { $0.qualifier },
      .flag("last") { $0.isLast },
    ])
}

/// A condition with its status.
struct ConditionView {
  var label: String
  var address: String
  /// `met`, `partly`, `absent` or `unknown`.
  var status: String
  var statusLabel: String
  /// The date of the status; absent where a scenario sets it.
  var asOf: String?
  /// Whether a scenario sets it.
  var isSet: Bool
  /// The letters of the sources under the exhibit that it heads.
  var marks: [CitedView] = []
  /// Its sign where the exhibit draws it in a way of its own.
  var sign: [UInt8]?

  static let shape = ViewShape<ConditionView>(
    "condition",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("status") { $0.status },
      .text("status-label") { $0.statusLabel },
      .html("mark") { $0.sign ?? DrawnMark(status: $0.status)?.svg(title: $0.statusLabel) },
      .text("as-of") { $0.asOf },
      .flag("set") { $0.isSet },
      .list("marks", of: CitedView.shape) { $0.marks },
    ])
}

/// Options as rows, conditions as columns: `exhibits/matrix.html`.
struct MatrixView {
  /// The anchor: `exhibit-today`.
  var id: String
  /// "Exhibit 2"; absent where it is no exhibit of a text.
  var number: String?
  var caption: String?
  /// The scenario that it is for; absent for today.
  var scenario: LinkView?
  var conditions: [ConditionView]
  var rows: [MatrixRowView]
  /// The signs of its cells in full, each once; the cells may refer to them.
  var legend: [FigureKeyView] = []
  var sources: [MarkedSourceView] = []
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<MatrixView>(
    "matrix",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .object("scenario", LinkView.shape) { $0.scenario },
      .list("conditions", of: ConditionView.shape) { $0.conditions },
      .list("rows", of: MatrixRowView.shape) { $0.rows },
      .list("legend", of: FigureKeyView.shape) { $0.legend },
      .list("sources", of: MarkedSourceView.shape) { $0.sources },
      .address("data") { $0.data },
    ])
}

/// An option with what it needs, and the verdict on it.
struct MatrixRowView {
  var label: String
  var address: String
  var cells: [RatingView]
  var verdict: VerdictView

  static let shape = ViewShape<MatrixRowView>(
    "matrix-row",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .list("cells", of: RatingView.shape) { $0.cells },
      .object("verdict", VerdictView.shape) { $0.verdict },
    ])
}

/// What an option needs of a condition.
struct RatingView {
  /// The id of the choice: `required`; `none` where nothing is stated.
  var rating: String
  var label: String
  var isStated = true
  /// Why it stands in the way: `absent`, `partly` or `unknown`; `nil` where it does not.
  var obstacle: String?
  /// The state of the condition in words, where the option has one of its own.
  var ownState: String?
  /// Where the option states it.
  var ownAddress: String?
  /// Its sign, as SVG; `nil` where it stands in words.
  var mark: [UInt8]?

  static let shape = ViewShape<RatingView>(
    "rating",
    [
      .text("rating") { $0.rating },
      .text("label") { $0.label },
      .flag("stated") { $0.isStated },
      .text("obstacle") { $0.obstacle },
      .text("own-state") { $0.ownState },
      .address("own-address") { $0.ownAddress },
      .html("mark") { $0.mark },
    ])
}

/// What becomes possible in a scenario.
struct OutlookView {
  var conditions: [ConditionView]
  var options: [OptionVerdictView]
  /// What would unblock most.
  var levers: [LeverView]
  /// The matrix of the scenario, as HTML.
  var matrix: [UInt8] = []

  static let shape = ViewShape<OutlookView>(
    "outlook",
    [
      .list("conditions", of: ConditionView.shape) { $0.conditions },
      .list("options", of: OptionVerdictView.shape) { $0.options },
      .list("levers", of: LeverView.shape) { $0.levers },
      .html("matrix") { $0.matrix },
    ])
}

/// An option with a verdict, or with one for each scenario.
struct OptionVerdictView {
  /// What references to the verdict lead to, on the page of the option.
  var id: String?
  var label: String
  var address: String
  var verdict: VerdictView

  static let shape = ViewShape<OptionVerdictView>(
    "option-verdict",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .address("address") { $0.address },
      .object("verdict", VerdictView.shape) { $0.verdict },
    ])
}

/// A condition that holds options up.
struct LeverView {
  var label: String
  var address: String
  /// How many options it holds up, in words.
  var blocks: String
  /// How many would be open if it alone were met, in words; absent for none.
  var alone: String?

  static let shape = ViewShape<LeverView>(
    "lever",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("blocks") { $0.blocks },
      .text("alone") { $0.alone },
    ])
}
