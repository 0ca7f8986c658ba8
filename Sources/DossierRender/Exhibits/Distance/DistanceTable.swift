import DossierDrawing
import DossierSite

/// Makes the rows of options with a mark for each condition that they require.
struct DistanceTable {
  let scope: PageScope
  let options: [RecordIndex]
  /// The index of the scenario; `nil` for the state of affairs today.
  let scenario: RecordIndex?
  /// The scenarios whose verdicts stand side by side; empty for one state in full.
  let scenarios: [RecordIndex]
  private var works: WorksBehind
  private var signs: MatrixSigns
  /// Where each condition stands among all, by its name.
  private let places: [RecordIndex: Int]

  /// The options and scenarios that an exhibit names; all options where it names none.
  init(_ scope: PageScope, _ distance: DistanceExhibit, number: Int) {
    let chosen = scope.records(of: distance.options)
    self.init(
      scope, options: chosen.isEmpty ? scope.edition.order.options : chosen,
      scenario: distance.scenario.flatMap { scope.site.record($0.key) },
      scenarios: distance.scenarios.compactMap { scope.site.record($0.key) }, number: number)
  }

  /// - Parameter number: The exhibit's number; `nil` where it is no exhibit of a text.
  init(
    _ scope: PageScope, options: [RecordIndex], scenario: RecordIndex?,
    scenarios: [RecordIndex] = [], number: Int?
  ) {
    self.scope = scope
    self.options = options
    self.scenario = scenario
    self.scenarios = scope.site.conditions.inOrderOfTime(scenarios)
    works = WorksBehind(scope)
    places = Dictionary(
      scope.edition.order.conditions.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    let name = number.map { String($0) + "d" } ?? "distance"
    signs = MatrixSigns(isInFull: scope.handout != nil, name: name)
  }

  /// Ids of the works behind the states; complete once the view has been made.
  var sources: [String] { works.sources }

  private var site: LinkedSite { scope.site }
  private var strings: InterfaceStrings { scope.edition.strings }
  private var words: FactWords { FactWords(scope: scope) }

  mutating func view(id: String, number: String?, caption: String?) -> DistanceView {
    let ranked = RankedOptions(options, in: scenario, of: site)
    let groups = scenarios.isEmpty ? ranked.groups.map { self.group($0) } : []
    let grid = scenarios.isEmpty ? [] : ranked.entries.map { gridRow($0.option) }
    return DistanceView(
      id: id, number: number, caption: caption, legend: signs.legend(), states: states(id),
      groups: groups, hardestLabel: hardestLabel, grid: grid, span: hardestLabel == nil ? "3" : "4",
      works: works.view(), model: model(id))
  }

  /// Paper runs no script, and a grid shows all there is.
  private func model(_ anchor: String) -> [UInt8]? {
    guard scope.handout == nil, scenarios.isEmpty else { return nil }
    return ConditionScript(scope: scope).model(
      options, id: anchor + "_data", words: DistanceRoom.scriptWords)
  }

  private var hardestLabel: String? {
    guard let option = options.first, let field = site.conditions.hardestField(of: option) else {
      return nil
    }
    return site.kind(of: option).fields[field].label[scope.language]
  }

  /// Today first, then the scenarios that there are, or that are asked for.
  private var allStates: [RecordIndex?] {
    let all =
      scenarios.isEmpty ? site.conditions.inOrderOfTime(scope.edition.order.scenarios) : scenarios
    return all.isEmpty ? [] : [nil] + all.map(Optional.some)
  }

  private func states(_ anchor: String) -> [DistanceStateView] {
    // Paper leads nowhere.
    if scope.handout != nil, scenarios.isEmpty { return [] }
    return allStates.map { state in
      let verdicts = options.map { site.conditions.verdict(on: $0, in: state).outcome }
      let counts = Verdict.Outcome.allCases.compactMap { outcome -> DistanceCountView? in
        let count = verdicts.count { $0 == outcome }
        guard count > 0 || outcome != .notKnown else { return nil }
        return DistanceCountView(
          word: strings["outcome-" + outcome.rawValue], count: String(count))
      }
      return DistanceStateView(
        id: state.map { site.records[$0].key.id } ?? "",
        label: state.map { scope.edition.name(of: $0) } ?? strings["today"],
        address: state.map { scope.address(of: .record($0)) } ?? today(anchor),
        isCurrent: scenarios.isEmpty && state == scenario, counts: counts)
    }
  }

  /// Where the state of affairs today is shown: in this exhibit, else with the options.
  private func today(_ anchor: String) -> String {
    guard scenario != nil, let option = options.first else { return "#" + anchor }
    let kind = site.kind(of: option)
    guard let index = site.schema.kindIndex(kind.id), scope.routes.isListed(index) else {
      return scope.pageAddress(.home)
    }
    return scope.pageAddress(.index(kind: index, part: 0))
  }

  /// "2 absent, 5 unmet"
  private func counts(_ verdict: Verdict) -> String {
    let (absent, unmet) = (verdict.count(.absent), verdict.obstacles.count)
    let rules = scope.edition.rules
    return [
      absent == 0 ? strings["none-absent"] : strings.count("count-absent", absent, rules),
      strings.count("count-unmet", unmet, rules),
    ].joined(separator: ", ")
  }
}

// One state in full.
extension DistanceTable {
  private mutating func group(_ group: RankedOptions.Group) -> DistanceGroupView {
    let outcome = group.outcome.rawValue
    return DistanceGroupView(
      outcome: outcome, word: strings["outcome-" + outcome], meaning: strings["means-" + outcome],
      rows: group.entries.map { row($0) })
  }

  private mutating func row(_ entry: RankedOptions.Entry) -> DistanceRowView {
    let (option, verdict) = (entry.option, entry.verdict)
    let outcome = verdict.outcome.rawValue
    let word = strings["outcome-" + outcome]
    var view = DistanceRowView(
      key: site.records[option].key.id, number: String(entry.number),
      label: scope.edition.name(of: option), address: scope.address(of: .record(option)),
      outcome: outcome, word: word,
      sign: DrawnMark(outcome: outcome).map { signs.explained($0, meaning(of: verdict)) } ?? [],
      marks: byName(verdict.requirements).map { mark($0, of: option) }, counts: counts(verdict))
    view.change = change(of: option, to: verdict)
    addHardest(to: &view, of: option)
    return view
  }

  /// Those of one state by the names of their conditions, as the script has them.
  private func byName(_ requirements: [Verdict.Requirement]) -> [Verdict.Requirement] {
    ConditionStatus.byGravity.flatMap { status in
      requirements.filter { $0.state.status == status }.sorted {
        places[$0.condition, default: 0] < places[$1.condition, default: 0]
      }
    }
  }

  /// "Blocked: something is absent"
  private func meaning(of verdict: Verdict) -> String {
    let outcome = verdict.outcome.rawValue
    return strings.labelled(strings["outcome-" + outcome], strings["means-" + outcome])
  }

  private mutating func mark(
    _ requirement: Verdict.Requirement, of option: RecordIndex
  ) -> DistanceMarkView {
    let state = requirement.state
    if state.origin != .scenario { works.add(state.claim?.evidence.sources ?? []) }
    let status = words.label(state)
    let name = scope.edition.name(of: requirement.condition)
    var text = strings.labelled(name, status)
    let today = site.conditions.state(of: requirement.condition, for: option)
    let isChanged = scenario != nil && today?.status != state.status
    if isChanged, let today {
      text += " (" + strings.text("state-today", ["status": words.label(today)]) + ")"
    }
    return DistanceMarkView(
      text: text, address: scope.address(of: .fact(record: state.record, field: state.field)),
      sign: DrawnMark(status: state.status.rawValue).map { signs.explained($0, status) } ?? [],
      isChanged: isChanged)
  }

  /// How many conditions are unmet today and in the scenario.
  private func change(of option: RecordIndex, to verdict: Verdict) -> String? {
    guard scenario != nil else { return nil }
    let today = site.conditions.verdict(on: option, in: nil).obstacles.count
    guard today != verdict.obstacles.count else { return nil }
    return strings.text(
      "distance-change", ["before": String(today), "after": String(verdict.obstacles.count)])
  }

  private func addHardest(to view: inout DistanceRowView, of option: RecordIndex) {
    guard let field = site.conditions.hardestField(of: option) else { return }
    view.isRead = true
    guard let claim = site.facts.statement(field, of: option).shown.first?.claim,
      case .reference(let key) = claim.value, let condition = site.record(key)
    else { return }
    view.hardest = LinkView(
      label: scope.edition.name(of: condition),
      address: scope.address(of: .fact(record: option, field: field)))
    let translated = scope.edition.translatedNote(0, field, option)
    view.reason = translated ?? claim.evidence.note
    view.reasonLanguage = translated == nil && view.reason != nil ? scope.originalCode : nil
  }
}

// Verdicts side by side.
extension DistanceTable {
  private mutating func gridRow(_ option: RecordIndex) -> DistanceGridRowView {
    let today = site.conditions.verdict(on: option, in: nil)
    let cells = allStates.map { state -> DistanceGridCellView in
      let verdict = state.map { site.conditions.verdict(on: option, in: $0) } ?? today
      let outcome = verdict.outcome.rawValue
      return DistanceGridCellView(
        outcome: outcome, word: strings["outcome-" + outcome],
        sign: DrawnMark(outcome: outcome).map { signs.explained($0, meaning(of: verdict)) } ?? [],
        counts: counts(verdict), isChanged: verdict.outcome != today.outcome)
    }
    return DistanceGridRowView(
      label: scope.edition.name(of: option), address: scope.address(of: .record(option)),
      cells: cells)
  }
}
