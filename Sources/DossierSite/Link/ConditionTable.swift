/// The status of a condition, with who says so: its own record, an option for itself, or a scenario.
public struct ConditionState: Sendable {
  /// Whose word it is.
  public enum Origin: Sendable {
    case condition, option, scenario
  }

  public var status: ConditionStatus
  public var origin: Origin
  /// The record that says so and the field by whose choices it does, which give the status its name.
  public var record: RecordIndex
  public var field: FieldIndex
  /// The claim; `nil` where nothing is stated, and for what a scenario leaves unknown.
  public var claim: Claim?
}

/// What the conditions of a site say of its options, today and in scenarios.
public struct ConditionTable: Sendable {
  let register: SiteRegister

  init(_ register: SiteRegister) {
    self.register = register
  }

  /// The kinds and fields that tell it; `nil` where the project has no conditions.
  public var model: ConditionModel? { register.conditionModel }

  /// The records of the role `condition`, in their order; none where the project has no such kind.
  public var all: Range<RecordIndex> {
    model.map { register.recordsOfKind[$0.conditionKind] } ?? RecordIndex(0)..<RecordIndex(0)
  }

  /// The records of the role `option`, in their order.
  public var options: Range<RecordIndex> {
    model?.optionKind.map { register.recordsOfKind[$0] } ?? RecordIndex(0)..<RecordIndex(0)
  }

  /// The records of the role `scenario`, in their order.
  public var scenarios: Range<RecordIndex> {
    model?.scenarioKind.map { register.recordsOfKind[$0] } ?? RecordIndex(0)..<RecordIndex(0)
  }

  /// The state of a condition for an option in a scenario.
  ///
  /// It is what the scenario sets, or what it says of all that it leaves; else the option's own, since
  /// a mandate for one is none for another; else the condition's.
  ///
  /// - Parameters:
  ///   - option: `nil` for no option in particular.
  ///   - scenario: `nil` for the state of affairs today.
  /// - Returns: `nil` where the project has no conditions.
  public func state(
    of condition: RecordIndex, for option: RecordIndex? = nil, in scenario: RecordIndex? = nil
  ) -> ConditionState? {
    guard let model else { return nil }
    if let scenario, let field = model.settingField {
      let claim = rating(of: condition, field, of: scenario)
      if claim != nil || !leavesToday(scenario) {
        return state(claim, .scenario, scenario, field)
      }
    }
    if let option, let field = model.statesField,
      let claim = rating(of: condition, field, of: option)
    {
      return state(claim, .option, option, field)
    }
    let claim = register.facts.statement(model.statusField, of: condition).shown.first?.claim
    return state(claim, .condition, condition, model.statusField)
  }

  private func state(
    _ claim: Claim?, _ origin: ConditionState.Origin, _ record: RecordIndex, _ field: FieldIndex
  ) -> ConditionState {
    let choice: String? =
      switch claim?.value {
      case .choice(let choice), .rating(_, let choice): choice
      default: nil
      }
    return ConditionState(
      status: choice.flatMap(ConditionStatus.init) ?? .unknown, origin: origin, record: record,
      field: field, claim: claim)
  }

  /// What a record says of a condition in a field of ratings.
  private func rating(of condition: RecordIndex, _ field: FieldIndex, of record: RecordIndex)
    -> Claim?
  {
    let key = register.records[condition].key
    return register.facts.statement(field, of: record).claims.first { claim in
      if case .rating(key, _) = claim.value { true } else { false }
    }
  }

  /// Whether what a scenario does not set stays as it is.
  private func leavesToday(_ scenario: RecordIndex) -> Bool {
    guard let field = model?.otherwiseField else { return false }
    let claim = register.facts.statement(field, of: scenario).shown.first?.claim
    return claim?.value == .choice("today")
  }

  /// What an option needs of each condition that it rates, with the claim that says so.
  public func needs(of option: RecordIndex) -> [RecordIndex: Claim] {
    guard let field = model?.needsField else { return [:] }
    var needs: [RecordIndex: Claim] = [:]
    for claim in register.facts.statement(field, of: option).claims {
      guard case .rating(let key, _) = claim.value, let condition = register.names.record(key)
      else { continue }
      needs[condition] = needs[condition] ?? claim
    }
    return needs
  }
}

extension Claim {
  /// Whether a rating says that the condition must be met.
  public var isRequirement: Bool {
    if case .rating(_, choice: "required") = value { true } else { false }
  }
}
