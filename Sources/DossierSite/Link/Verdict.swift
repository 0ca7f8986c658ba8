/// What the conditions say of an option: never a score.
public struct Verdict: Sendable {
  /// A required condition that is not met, by the index of its record.
  public struct Obstacle: Sendable {
    public var condition: RecordIndex
    public var state: ConditionState
  }

  /// The required conditions that are not met: those absent, then those met in part, then those of
  /// which nobody knows; each in the order of the records.
  public var obstacles: [Obstacle]
  /// Whether any condition is required at all.
  public var isStated: Bool

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
    if obstacles.first?.state.status == .absent { return .blocked }
    if !obstacles.isEmpty { return .heldUp }
    return isStated ? .open : .notKnown
  }
}

extension ConditionStatus {
  /// What is not met, the gravest first.
  public static let unmet: [ConditionStatus] = [.absent, .partly, .unknown]
}

extension ConditionTable {
  /// What the conditions of a scenario, or of today, say of an option.
  public func verdict(on option: RecordIndex, in scenario: RecordIndex?) -> Verdict {
    let needs = needs(of: option)
    let required = all.filter { needs[$0]?.isRequirement == true }
    let states = required.compactMap { condition in
      state(of: condition, for: option, in: scenario).map {
        Verdict.Obstacle(condition: condition, state: $0)
      }
    }
    return Verdict(
      obstacles: ConditionStatus.unmet.flatMap { status in
        states.filter { $0.state.status == status }
      }, isStated: !required.isEmpty)
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
