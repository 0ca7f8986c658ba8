import DossierSource

/// The kinds and fields by which conditions, options and scenarios are told, by their roles.
public struct ConditionModel: Sendable {
  /// The index of the kind with the role `condition`, and of its field with the statuses.
  public let conditionKind: KindIndex
  public let statusField: FieldIndex
  /// The index of the kind with the role `option`, and of its field with what it needs.
  public let optionKind: KindIndex?
  public let needsField: FieldIndex?
  /// The field with the states of conditions that are an option's own.
  public let statesField: FieldIndex?
  /// The index of the kind with the role `scenario`, and of its fields.
  public let scenarioKind: KindIndex?
  let settingField: FieldIndex?
  let otherwiseField: FieldIndex?
}

extension ConditionModel {
  /// Finds the kinds and fields, and what is wrong with their declarations.
  ///
  /// - Returns: `nil` where no kind has the role `condition`, and where one is declared so that
  ///   nothing could be told of it.
  static func read(_ schema: SiteSchema) -> Outcome<ConditionModel?> {
    var reader = ConditionModelReader(schema: schema)
    let model = reader.read()
    return Outcome(model, reader.diagnostics)
  }
}

/// Reads the declarations of conditions, options and scenarios.
private struct ConditionModelReader {
  let schema: SiteSchema
  private(set) var diagnostics: [Diagnostic] = []

  private static let statuses = ConditionStatus.allCases.map(\.rawValue)

  init(schema: SiteSchema) {
    self.schema = schema
  }

  mutating func read() -> ConditionModel? {
    let option = kind(.option)
    let scenario = kind(.scenario)
    guard let condition = kind(.condition) else { return nil }
    let status = statusField(of: schema.kinds[condition])
    let needs = option.flatMap { needsField(of: schema.kinds[$0], schema.kinds[condition].id) }
    let states = option.flatMap { statesField(of: schema.kinds[$0], schema.kinds[condition].id) }
    let setting = scenario.flatMap {
      settingField(of: schema.kinds[$0], schema.kinds[condition].id)
    }
    let otherwise = scenario.flatMap { otherwiseField(of: schema.kinds[$0]) }
    guard let status else { return nil }
    return ConditionModel(
      conditionKind: condition, statusField: status, optionKind: option, needsField: needs,
      statesField: states, scenarioKind: scenario, settingField: setting, otherwiseField: otherwise)
  }

  /// The kind of a role of which a project has one: of a second, no verdict could speak.
  private mutating func kind(_ role: Role) -> KindIndex? {
    let all = schema.kinds.indices.filter { schema.kinds[$0].role == role }
    for second in all.dropFirst() {
      report(
        "role.taken", "two kinds have the role '\(role.rawValue)'", at: schema.kinds[second].place,
        help: "the other is '\(schema.kinds[all[0]].id)'; leave the role out, or join the two")
    }
    return all.first
  }

  private mutating func statusField(of kind: Kind) -> FieldIndex? {
    let choices = kind.fields.indices.filter { index in
      if case .choice = kind.fields[index].type { !kind.fields[index].isList } else { false }
    }
    if let found = choices.first(where: { Self.areStatuses(kind.fields[$0]) }) { return found }
    let near = choices.first { Self.resembleStatuses(kind.fields[$0]) }
    reportStatuses(
      "condition.status", near.map { kind.fields[$0] }, of: kind,
      missing: "the kind '\(kind.id)' has the role 'condition' and no choice of a status",
      help: "add 'status: {type: choice, choices: [\(Self.statuses.joined(separator: ", "))]}'")
    return nil
  }

  private mutating func needsField(of kind: Kind, _ condition: String) -> FieldIndex? {
    let ratings = self.ratings(of: condition, in: kind)
    let found = ratings.filter { kind.fields[$0].type.choices.contains { $0.id == "required" } }
    reportSecond(found, of: kind, "what is needed")
    guard found.isEmpty else { return found[0] }
    let plain = ratings.first { !Self.resembleStatuses(kind.fields[$0]) }
    report(
      "option.needs",
      plain.map { "the choices of '\(kind.fields[$0].id)' do not say what is required" }
        ?? "the kind '\(kind.id)' has the role 'option' and no ratings of what it needs",
      at: plain.map { kind.fields[$0].place } ?? kind.place,
      help: "a verdict rests on ratings of '\(condition)' with the choice 'required': "
        + "'needs: {type: ratings, of: \(condition), choices: [required, helpful, indifferent]}'")
    return nil
  }

  private mutating func statesField(of kind: Kind, _ condition: String) -> FieldIndex? {
    statusRatings(of: condition, in: kind, "option.states", "the states of its own")
  }

  private mutating func settingField(of kind: Kind, _ condition: String) -> FieldIndex? {
    let found = statusRatings(of: condition, in: kind, "scenario.sets", "what it sets")
    if found == nil,
      !ratings(of: condition, in: kind).contains(where: { Self.resembleStatuses(kind.fields[$0]) })
    {
      report(
        "scenario.sets",
        "the kind '\(kind.id)' has the role 'scenario' and sets nothing of '\(condition)'",
        at: kind.place,
        help: "add 'sets: {type: ratings, of: \(condition), choices: ["
          + Self.statuses.joined(separator: ", ") + "]}'")
    }
    return found
  }

  /// The ratings of conditions whose choices are statuses; some that are not quite are told.
  private mutating func statusRatings(
    of condition: String, in kind: Kind, _ code: String, _ matter: String
  ) -> FieldIndex? {
    let all = ratings(of: condition, in: kind)
    let found = all.filter { Self.areStatuses(kind.fields[$0]) }
    reportSecond(found, of: kind, matter)
    for near in all where !found.contains(near) && Self.resembleStatuses(kind.fields[near]) {
      reportStatuses(code, kind.fields[near], of: kind)
    }
    return found.first
  }

  private mutating func otherwiseField(of kind: Kind) -> FieldIndex? {
    let found = kind.fields.indices.first { index in
      kind.fields[index].type.choices.contains { $0.id == "today" }
    }
    guard let found else { return nil }
    let field = kind.fields[found]
    let others = field.type.choices.map(\.id).filter { !["today", "unknown"].contains($0) }
    if let other = others.first {
      report(
        "scenario.otherwise", "'\(other)' says nothing of the conditions that '\(kind.id)' leaves",
        at: field.place, help: "the choices of '\(field.id)' are 'today' and 'unknown'")
    }
    return found
  }
}

extension ConditionModelReader {
  private func ratings(of kind: String, in owner: Kind) -> [FieldIndex] {
    owner.fields.indices.filter { index in
      if case .ratings(kind, _) = owner.fields[index].type { true } else { false }
    }
  }

  private static func areStatuses(_ field: Field) -> Bool {
    let ids = field.type.choices.map(\.id)
    return ids.count == statuses.count && Set(ids) == Set(statuses)
  }

  /// Whether some of the choices are statuses, or the field is called so.
  private static func resembleStatuses(_ field: Field) -> Bool {
    field.id == "status"
      || field.type.choices.contains { statuses.contains($0.id) && $0.id != "unknown" }
  }

  /// - Parameter missing: What is said where no field comes near.
  private mutating func reportStatuses(
    _ code: String, _ field: Field?, of kind: Kind, missing: String = "", help: String? = nil
  ) {
    guard let field else { return report(code, missing, at: kind.place, help: help) }
    report(
      code, "the choices of '\(field.id)' are not those of a status", at: field.place,
      help: "they are \(Self.statuses.joined(separator: ", ")), each with labels of your own")
  }

  private mutating func reportSecond(_ fields: [FieldIndex], of kind: Kind, _ matter: String) {
    guard fields.count > 1 else { return }
    let (first, second) = (kind.fields[fields[0]], kind.fields[fields[1]])
    report(
      "role.taken", "'\(first.id)' and '\(second.id)' both say \(matter)", at: second.place,
      help: "keep one of the two")
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, help: String?) {
    diagnostics.append(.error(code, message, at: place, help: help))
  }
}
