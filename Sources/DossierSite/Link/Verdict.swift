/// How far a condition is fulfilled.
public enum ConditionStatus: String, CaseIterable, Sendable {
  case met, partly, absent, unknown
}

/// What the conditions say of an option: never a score.
public struct Verdict: Sendable, Equatable {
  /// A required condition that is not met, by the index of its record.
  public struct Obstacle: Sendable, Equatable {
    public var condition: Int
    public var status: ConditionStatus
  }

  /// The required conditions that are absent or met in part.
  public var obstacles: [Obstacle]
  /// The required conditions of which nobody knows.
  public var unknown: [Int]
  /// Whether any condition is required at all.
  public var isStated: Bool

  /// What it comes to.
  public enum Outcome: String, Sendable {
    /// A required condition is absent or met only in part.
    case blocked
    /// Every required condition is met.
    case open
    /// A required condition is unknown, or none is stated.
    case notKnown = "not-known"
  }

  public var outcome: Outcome {
    if !obstacles.isEmpty { return .blocked }
    return unknown.isEmpty && isStated ? .open : .notKnown
  }
}

/// The kinds and fields by which conditions, options and scenarios are told, by their roles.
public struct ConditionModel: Sendable {
  /// The index of the kind with the role `condition`, and of its field with the statuses.
  public let conditionKind: Int
  public let statusField: Int
  /// The index of the kind with the role `option`, and of its field with the ratings.
  public let optionKind: Int?
  public let ratingField: Int?
  /// The index of the kind with the role `scenario`, and of its fields.
  public let scenarioKind: Int?
  let settingField: Int?
  let otherwiseField: Int?

  /// `nil` where no kind has the role `condition` and a choice of statuses.
  init?(_ schema: SiteSchema) {
    guard let condition = schema.kinds.firstIndex(where: { $0.role == .condition }),
      let status = schema.kinds[condition].fields.firstIndex(where: {
        Self.areStatuses($0.type.choices) && !$0.isList
      })
    else { return nil }
    conditionKind = condition
    statusField = status
    let id = schema.kinds[condition].id
    optionKind = schema.kinds.firstIndex { $0.role == .option }
    ratingField = optionKind.flatMap { Self.ratings(of: id, in: schema.kinds[$0]) }
    scenarioKind = schema.kinds.firstIndex { $0.role == .scenario }
    settingField = scenarioKind.flatMap { Self.ratings(of: id, in: schema.kinds[$0]) }
    otherwiseField = scenarioKind.flatMap { kind in
      schema.kinds[kind].fields.firstIndex { field in
        field.type.choices.contains { $0.id == "today" }
      }
    }
  }

  private static func areStatuses(_ choices: [Choice]) -> Bool {
    ["met", "absent"].allSatisfy { wanted in choices.contains { $0.id == wanted } }
  }

  private static func ratings(of kind: String, in owner: Kind) -> Int? {
    owner.fields.firstIndex { field in
      if case .ratings(kind, _) = field.type { true } else { false }
    }
  }
}

extension LinkedSite {
  /// The records of the role `condition`, in their order; none where the project has no such kind.
  public var conditions: Range<Int> {
    conditionModel.map { recordsOfKind[$0.conditionKind] } ?? 0..<0
  }

  /// The records of the role `option`, in their order.
  public var options: Range<Int> {
    conditionModel?.optionKind.map { recordsOfKind[$0] } ?? 0..<0
  }

  /// The records of the role `scenario`, in their order.
  public var scenarios: Range<Int> {
    conditionModel?.scenarioKind.map { recordsOfKind[$0] } ?? 0..<0
  }

  /// The status of a condition in a scenario, or today where there is none.
  public func status(of condition: Int, in scenario: Int?) -> ConditionStatus {
    guard let scenario else { return statusToday(of: condition) }
    if let set = setting(of: condition, in: scenario) { return set }
    guard let field = conditionModel?.otherwiseField,
      case .choice("today")? = records[scenario].facts[field]?.claims.first?.value
    else { return .unknown }
    return statusToday(of: condition)
  }

  /// What a scenario sets for a condition; `nil` where it leaves it as it is.
  public func setting(of condition: Int, in scenario: Int) -> ConditionStatus? {
    guard let field = conditionModel?.settingField else { return nil }
    for claim in records[scenario].facts[field]?.claims ?? [] {
      if case .rating(let key, let choice) = claim.value, key == records[condition].key {
        return ConditionStatus(rawValue: choice)
      }
    }
    return nil
  }

  /// The status of a condition as its record has it, with the claim that says so.
  public func statusClaim(of condition: Int) -> (field: Int, claim: Claim)? {
    guard let field = conditionModel?.statusField,
      let claim = records[condition].facts[field]?.claims.first
    else { return nil }
    return (field, claim)
  }

  private func statusToday(of condition: Int) -> ConditionStatus {
    guard case .choice(let choice)? = statusClaim(of: condition)?.claim.value else {
      return .unknown
    }
    return ConditionStatus(rawValue: choice) ?? .unknown
  }

  /// What an option needs of each condition that it rates, with the claim that says so.
  public func needs(of option: Int) -> [Int: Claim] {
    guard let field = conditionModel?.ratingField else { return [:] }
    var needs: [Int: Claim] = [:]
    for claim in records[option].facts[field]?.claims ?? [] {
      guard case .rating(let key, _) = claim.value, let condition = record(key) else { continue }
      needs[condition] = needs[condition] ?? claim
    }
    return needs
  }

  /// What the conditions of a scenario, or of today, say of an option.
  ///
  /// - Parameter changed: A condition that is taken as met, whatever else is said of it.
  public func verdict(
    on option: Int, in scenario: Int?, withMet changed: Int? = nil
  ) -> Verdict {
    var verdict = Verdict(obstacles: [], unknown: [], isStated: false)
    let needs = needs(of: option)
    for condition in conditions where needs[condition]?.isRequirement == true {
      verdict.isStated = true
      switch condition == changed ? .met : status(of: condition, in: scenario) {
      case .met: break
      case .unknown: verdict.unknown.append(condition)
      case let status:
        verdict.obstacles.append(Verdict.Obstacle(condition: condition, status: status))
      }
    }
    return verdict
  }

  /// How many options each unmet condition holds up in a scenario, and how many it alone does; the
  /// heaviest first, by the order of the records where that is the same.
  public func levers(in scenario: Int?) -> [(condition: Int, blocks: Int, alone: Int)] {
    let levers = conditions.compactMap { condition -> (condition: Int, blocks: Int, alone: Int)? in
      guard status(of: condition, in: scenario) != .met else { return nil }
      let held = options.filter { needs(of: $0)[condition]?.isRequirement == true }
      let alone = held.filter {
        verdict(on: $0, in: scenario, withMet: condition).outcome == .open
      }
      return held.isEmpty ? nil : (condition, held.count, alone.count)
    }
    return levers.sorted {
      ($1.blocks, $1.alone, $0.condition) < ($0.blocks, $0.alone, $1.condition)
    }
  }
}

extension Claim {
  /// Whether a rating says that the condition must be met.
  public var isRequirement: Bool {
    if case .rating(_, choice: "required") = value { true } else { false }
  }
}
