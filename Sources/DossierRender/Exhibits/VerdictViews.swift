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

  static let shape = ViewShape<ConditionView>(
    "condition",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("status") { $0.status },
      .text("status-label") { $0.statusLabel },
      .html("mark") { DrawnMark(status: $0.status)?.svg(title: $0.statusLabel) },
      .text("as-of") { $0.asOf },
      .flag("set") { $0.isSet },
    ])
}

/// What becomes possible in a scenario.
struct OutlookView {
  var conditions: [ConditionView]
  var options: [OptionVerdictView]
  /// What would unblock most.
  var levers: [LeverView]
  /// How far each option is in the scenario, as HTML; empty where the project has no template for it.
  var distance: [UInt8] = []
  /// The matrix of the scenario, as HTML.
  var matrix: [UInt8] = []

  static let shape = ViewShape<OutlookView>(
    "outlook",
    [
      .list("conditions", of: ConditionView.shape) { $0.conditions },
      .list("options", of: OptionVerdictView.shape) { $0.options },
      .list("levers", of: LeverView.shape) { $0.levers },
      .html("distance") { $0.distance.isEmpty ? nil : $0.distance },
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
