import DossierSite

/// Makes the views of conditions, ratings and verdicts.
struct VerdictBuilder {
  let scope: PageScope
  /// The index of the scenario; `nil` for the state of affairs today.
  let scenario: Int?

  private var site: LinkedSite { scope.site }
  private var strings: InterfaceStrings { scope.edition.strings }

  func condition(_ condition: Int) -> ConditionView {
    let status = site.status(of: condition, in: scenario)
    let isSet = scenario.map { site.setting(of: condition, in: $0) != nil } ?? false
    let claim = site.statusClaim(of: condition)?.claim
    return ConditionView(
      label: scope.edition.name(of: condition, in: site),
      address: scope.address(of: .record(condition)), status: status.rawValue,
      statusLabel: label(of: status),
      asOf: isSet || scenario != nil
        ? nil : claim?.evidence.asOf.map(scope.edition.rules.shortDate),
      isSet: isSet)
  }

  /// The word for a status, as the kind of the conditions calls it.
  func label(of status: ConditionStatus) -> String {
    guard let model = site.conditionModel else { return status.rawValue }
    let choices = site.schema.kinds[model.conditionKind].fields.flatMap(\.type.choices)
    return choices.first { $0.id == status.rawValue }?.label[scope.language] ?? status.rawValue
  }

  func rating(_ claim: Claim?, of option: Int, for condition: Int) -> RatingView {
    guard let claim, case .rating(_, let choice) = claim.value else {
      return RatingView(rating: "none", label: strings["not-stated"], isStated: false)
    }
    let fields = site.kind(of: option).fields
    let label = fields.flatMap(\.type.choices).first { $0.id == choice }?.label[scope.language]
    var view = RatingView(rating: choice, label: label ?? choice)
    if claim.isRequirement {
      let status = site.status(of: condition, in: scenario)
      view.obstacle = status == .met ? nil : status.rawValue
    }
    return view
  }

  func verdict(on option: Int) -> VerdictView {
    let verdict = site.verdict(on: option, in: scenario)
    let blocked = verdict.obstacles.map { obstacle in
      reason(obstacle.condition, obstacle.status == .partly ? strings["in-part"] : nil)
    }
    let isBlocked = verdict.outcome == .blocked
    let unknown = verdict.unknown.map { reason($0, isBlocked ? strings["status-unknown"] : nil) }
    return VerdictView(
      outcome: verdict.outcome.rawValue, label: label(of: verdict),
      word: strings["outcome-" + verdict.outcome.rawValue], reasons: blocked + unknown)
  }

  private func label(of verdict: Verdict) -> String {
    switch verdict.outcome {
    case .blocked: strings["verdict-blocked"]
    case .open: strings["verdict-open"]
    case .notKnown:
      strings[verdict.isStated ? "verdict-not-known-because" : "verdict-not-known"]
    }
  }

  private func reason(_ condition: Int, _ qualifier: String?) -> VerdictReasonView {
    VerdictReasonView(
      label: scope.edition.name(of: condition, in: site),
      address: scope.address(of: .record(condition)), qualifier: qualifier)
  }

  func option(_ option: Int) -> OptionVerdictView {
    OptionVerdictView(
      label: scope.edition.name(of: option, in: site), address: scope.address(of: .record(option)),
      verdict: verdict(on: option))
  }

  /// What becomes possible: the conditions, a verdict on every option, and the heaviest levers.
  func outlook() -> OutlookView {
    OutlookView(
      conditions: site.conditions.map(condition), options: site.options.map(option),
      levers: site.levers(in: scenario).prefix(Self.leverCount).map(lever))
  }

  private static let leverCount = 5

  private func lever(_ lever: (condition: Int, blocks: Int, alone: Int)) -> LeverView {
    LeverView(
      label: scope.edition.name(of: lever.condition, in: site),
      address: scope.address(of: .record(lever.condition)),
      blocks: strings.count("blocks-count", lever.blocks, scope.edition.rules),
      alone: lever.alone == 0
        ? nil : strings.count("alone-count", lever.alone, scope.edition.rules))
  }
}
