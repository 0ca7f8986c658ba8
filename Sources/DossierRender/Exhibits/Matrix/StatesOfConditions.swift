import DossierSite

/// Options and conditions in a scenario, as a file of figures lists them.
struct StatesOfConditions {
  var options: [RecordIndex]
  var conditions: [RecordIndex]
  /// The index of the scenario; `nil` for the state of affairs today.
  var scenario: RecordIndex?
}

extension ExhibitTable {
  /// Adds how the conditions stand, what each option needs of them, and the verdict on it.
  mutating func add(_ states: StatesOfConditions) {
    guard let model = site.conditions.model else { return }
    for condition in states.conditions {
      guard let state = site.conditions.state(of: condition, in: states.scenario) else { continue }
      var data = states.scenario == nil ? state.data : DataValue()
      data.value = state.status.rawValue
      let fields = site.schema.kinds[model.conditionKind].fields
      addRow(data, fields[model.statusField].id, nil, of: condition)
    }
    for option in states.options {
      let needs = site.conditions.needs(of: option)
      if let field = model.needsField.map({ site.kind(of: option).fields[$0] }) {
        for claim in states.conditions.compactMap({ needs[$0] }) {
          addRow(
            DataValues(scope: scope).dataValue(claim, in: field, of: option), field.id, nil,
            of: option)
        }
      }
      addOwnStates(of: option, states)
      var data = DataValue()
      data.value = site.conditions.verdict(on: option, in: states.scenario).outcome.rawValue
      data.basis = Evidence.Basis.derived.rawValue
      addRow(data, "verdict", nil, of: option)
    }
  }

  /// The states that count for an option in place of the conditions'.
  private mutating func addOwnStates(of option: RecordIndex, _ states: StatesOfConditions) {
    for condition in states.conditions {
      guard let state = site.conditions.state(of: condition, for: option, in: states.scenario),
        state.origin == .option, let claim = state.claim
      else { continue }
      let field = site.kind(of: option).fields[state.field]
      addRow(
        DataValues(scope: scope).dataValue(claim, in: field, of: option), field.id, nil, of: option)
    }
  }
}

extension ConditionState {
  /// Its evidence, as data files write it.
  fileprivate var data: DataValue { claim.map { DataValue($0.evidence) } ?? DataValue() }
}
