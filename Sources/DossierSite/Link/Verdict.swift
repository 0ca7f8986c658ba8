/// What the conditions say of an option: never a score.
public struct Verdict: Sendable {
  /// A required condition with its state, by the index of its record.
  public struct Requirement: Sendable {
    public var condition: RecordIndex
    public var state: ConditionState
  }

  /// The required conditions: those absent, then those met in part, those of which nobody knows, and
  /// those that are met; each in the order of the records.
  public var requirements: [Requirement]

  /// Those of them that are not met.
  public var obstacles: [Requirement] { requirements.filter { $0.state.status != .met } }

  /// How many required conditions are in a state.
  public func count(_ status: ConditionStatus) -> Int {
    requirements.count { $0.state.status == status }
  }

  /// What it comes to.
  public enum Outcome: String, CaseIterable, Sendable {
    /// Every required condition is met.
    case open
    /// None is absent, and some are met only in part or not known.
    case heldUp = "held-up"
    /// A required condition is absent.
    case blocked
    /// No condition is stated as required.
    case notKnown = "not-known"
  }

  public var outcome: Outcome {
    guard let gravest = requirements.first?.state.status else { return .notKnown }
    return gravest == .absent ? .blocked : gravest == .met ? .open : .heldUp
  }
}

extension ConditionStatus {
  /// What is not met, the gravest first.
  public static let unmet: [ConditionStatus] = [.absent, .partly, .unknown]

  /// All, the gravest first.
  public static let byGravity = unmet + [.met]
}

extension ConditionTable {
  /// What the conditions of a scenario, or of today, say of an option.
  public func verdict(on option: RecordIndex, in scenario: RecordIndex?) -> Verdict {
    let needs = needs(of: option)
    let required = all.filter { needs[$0]?.isRequirement == true }
    let states = required.compactMap { condition in
      state(of: condition, for: option, in: scenario).map {
        Verdict.Requirement(condition: condition, state: $0)
      }
    }
    return Verdict(
      requirements: ConditionStatus.byGravity.flatMap { status in
        states.filter { $0.state.status == status }
      })
  }

  /// The field in which an option names the condition that is hardest to meet, which is the
  /// publisher's own reading; `nil` where its kind has none.
  public func hardestField(of option: RecordIndex) -> FieldIndex? {
    guard let model else { return nil }
    let condition = register.schema.kinds[model.conditionKind].id
    return register.kind(of: option).fields.firstIndex { $0.type == .reference(kind: condition) }
  }

  /// The scenarios in the order of time, as far as they say which one they follow; those that follow
  /// none, or one another in a circle, keep the order that is given.
  public func inOrderOfTime(_ scenarios: [RecordIndex]) -> [RecordIndex] {
    guard let kind = model?.scenarioKind.map({ register.schema.kinds[$0] }),
      let field = kind.fields.firstIndex(where: { $0.type == .reference(kind: kind.id) })
    else { return scenarios }
    var steps: [RecordIndex: Int] = [:]
    for scenario in scenarios { steps[scenario] = step(of: scenario, field) }
    return scenarios.enumerated().sorted {
      (steps[$0.element] ?? 0, $0.offset) < (steps[$1.element] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// How many scenarios lead to one, itself among them.
  private func step(of scenario: RecordIndex, _ field: FieldIndex) -> Int {
    var seen: Set<RecordIndex> = [scenario]
    var current = scenario
    while let key = register.facts.statement(field, of: current).referred.first,
      let earlier = register.names.record(key), seen.insert(earlier).inserted
    {
      current = earlier
    }
    return seen.count
  }

  /// How many options each unmet condition stands in the way of in a scenario, and how many it alone
  /// does; the heaviest first, by the order of the records where that is the same.
  public func levers(in scenario: RecordIndex?) -> [(
    condition: RecordIndex, blocks: Int, alone: Int
  )] {
    var blocks: [RecordIndex: Int] = [:]
    var alone: [RecordIndex: Int] = [:]
    for option in options {
      let obstacles = verdict(on: option, in: scenario).obstacles
      for obstacle in obstacles { blocks[obstacle.condition, default: 0] += 1 }
      if obstacles.count == 1 { alone[obstacles[0].condition, default: 0] += 1 }
    }
    let levers = blocks.map { (condition: $0, blocks: $1, alone: alone[$0] ?? 0) }
    return levers.sorted {
      ($1.blocks, $1.alone, $0.condition) < ($0.blocks, $0.alone, $1.condition)
    }
  }
}
