import DossierSite
import DossierTemplate

/// What the page of a condition answers first: how it stands, who needs it, what would change it.
struct ConditionAnswerView {
  var state: ConditionView
  /// The fact that says how it stands.
  var address: String
  /// "required by 7 of 14"; absent where there are no options.
  var count: String?
  /// The options that require it.
  var required: [LinkView]
  /// The options that it would help.
  var helped: [LinkView]
  /// The scenarios in which it stands otherwise, by their names.
  var changes: [ConditionView]

  static let shape = ViewShape<ConditionAnswerView>(
    "condition-answer",
    [
      .object("state", ConditionView.shape) { $0.state },
      .address("address") { $0.address },
      .text("count") { $0.count },
      .list("required", of: LinkView.shape) { $0.required },
      .list("helped", of: LinkView.shape) { $0.helped },
      .list("changes", of: ConditionView.shape) { $0.changes },
    ])
}

struct ConditionAnswer {
  let scope: PageScope
  let condition: RecordIndex

  /// `nil` where the project has no conditions.
  func view() -> ConditionAnswerView? {
    let conditions = scope.site.conditions
    guard let state = conditions.state(of: condition) else { return nil }
    let options = scope.edition.order.options
    let required = options.filter { need(of: $0)?.isRequirement == true }
    let helped = options.filter { need(of: $0)?.value.isHelpful == true }
    let count = scope.edition.strings.text(
      "required-by-of", ["n": String(required.count), "all": String(options.count)])
    return ConditionAnswerView(
      state: VerdictBuilder(scope: scope, scenario: nil).condition(condition),
      address: scope.address(of: .fact(record: condition, field: state.field)),
      count: options.isEmpty ? nil : count, required: required.map(link),
      helped: helped.map(link), changes: changes(from: state.status))
  }

  private func need(of option: RecordIndex) -> Claim? {
    scope.site.conditions.needs(of: option)[condition]
  }

  private func link(_ record: RecordIndex) -> LinkView {
    LinkView(
      label: scope.edition.name(of: record), address: scope.address(of: .record(record)))
  }

  private func changes(from status: ConditionStatus) -> [ConditionView] {
    scope.edition.order.scenarios.compactMap { scenario in
      guard let state = scope.site.conditions.state(of: condition, in: scenario),
        state.origin == .scenario, state.claim != nil, state.status != status
      else { return nil }
      return ConditionView(
        label: scope.edition.name(of: scenario), address: scope.address(of: .record(scenario)),
        status: state.status.rawValue, statusLabel: FactWords(scope: scope).label(state),
        isSet: true)
    }
  }
}

extension ClaimValue {
  fileprivate var isHelpful: Bool {
    if case .rating(_, choice: "helpful") = self { true } else { false }
  }
}
