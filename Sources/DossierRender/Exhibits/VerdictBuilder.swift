import DossierSite

/// Makes the views of conditions, ratings and verdicts.
struct VerdictBuilder {
  let scope: PageScope
  /// The index of the scenario; `nil` for the state of affairs today.
  let scenario: RecordIndex?

  private var site: LinkedSite { scope.site }
  private var strings: InterfaceStrings { scope.edition.strings }

  /// A condition with its state for no option in particular.
  func condition(_ condition: RecordIndex) -> ConditionView {
    let state = site.conditions.state(of: condition, in: scenario)
    return ConditionView(
      label: scope.edition.name(of: condition),
      address: scope.address(of: .record(condition)),
      status: state?.status.rawValue ?? ConditionStatus.unknown.rawValue,
      statusLabel: state.map(FactWords(scope: scope).label) ?? "",
      asOf: state.flatMap { $0.origin == .condition ? $0.claim?.evidence.asOf : nil }
        .map(scope.edition.rules.shortDate),
      isSet: state?.origin == .scenario && state?.claim != nil)
  }

  func verdict(on option: RecordIndex) -> VerdictView {
    let verdict = site.conditions.verdict(on: option, in: scenario)
    let groups = ConditionStatus.unmet.compactMap { status -> VerdictGroupView? in
      let obstacles = verdict.obstacles.filter { $0.state.status == status }
      guard !obstacles.isEmpty else { return nil }
      var reasons = byName(obstacles, \.condition).map { reason($0, for: option) }
      reasons[reasons.count - 1].isLast = true
      return VerdictGroupView(label: strings["unmet-" + status.rawValue], reasons: reasons)
    }
    return VerdictView(
      outcome: verdict.outcome.rawValue, word: strings["outcome-" + verdict.outcome.rawValue],
      groups: groups)
  }

  private func byName<Element>(
    _ elements: [Element], _ condition: (Element) -> RecordIndex
  ) -> [Element] {
    scope.edition.rules.sorted(elements) { scope.edition.name(of: condition($0)) }
  }

  private func reason(_ obstacle: Verdict.Requirement, for option: RecordIndex) -> VerdictReasonView
  {
    let isOwn = obstacle.state.origin == .option
    let destination: Destination =
      isOwn
      ? .fact(record: option, field: obstacle.state.field) : .record(obstacle.condition)
    return VerdictReasonView(
      label: scope.edition.name(of: obstacle.condition),
      address: scope.address(of: destination), qualifier: isOwn ? strings["own-state"] : nil)
  }

  func option(_ option: RecordIndex) -> OptionVerdictView {
    OptionVerdictView(
      label: scope.edition.name(of: option), address: scope.address(of: .record(option)),
      verdict: verdict(on: option))
  }

  /// What becomes possible: the conditions, a verdict on every option, and the heaviest levers.
  func outlook() -> OutlookView {
    OutlookView(
      conditions: scope.edition.order.conditions.map(condition),
      options: scope.edition.order.options.map(option),
      levers: levers().prefix(Self.leverCount).map(lever))
  }

  /// The heaviest first, by their names where they weigh the same.
  private func levers() -> [(condition: RecordIndex, blocks: Int, alone: Int)] {
    let named = byName(site.conditions.levers(in: scenario), \.condition).enumerated()
    return named.sorted {
      ($1.element.blocks, $1.element.alone, $0.offset)
        < ($0.element.blocks, $0.element.alone, $1.offset)
    }.map(\.element)
  }

  private static let leverCount = 5

  private func lever(_ lever: (condition: RecordIndex, blocks: Int, alone: Int)) -> LeverView {
    LeverView(
      label: scope.edition.name(of: lever.condition),
      address: scope.address(of: .record(lever.condition)),
      blocks: strings.count("blocks-count", lever.blocks, scope.edition.rules),
      alone: lever.alone == 0
        ? nil : strings.count("alone-count", lever.alone, scope.edition.rules))
  }
}
