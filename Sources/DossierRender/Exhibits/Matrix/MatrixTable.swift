import DossierDrawing
import DossierSite
import DossierTemplate

/// Makes the table of a matrix: conditions as rows by their states, options as columns by the
/// verdicts on them.
struct MatrixTable {
  let scope: PageScope
  let options: [RecordIndex]
  let conditions: [RecordIndex]
  /// The index of the scenario; `nil` for the state of affairs today.
  let scenario: RecordIndex?
  private var works: WorksBehind
  private var signs: MatrixSigns

  /// The options, conditions and the scenario that an exhibit names; all where it names none.
  init(_ scope: PageScope, _ matrix: MatrixExhibit, number: Int) {
    func records(_ selection: RecordSelection, all: [RecordIndex]) -> [RecordIndex] {
      let chosen = scope.records(of: selection)
      return chosen.isEmpty ? all : chosen
    }
    self.init(
      scope, options: records(matrix.options, all: scope.edition.order.options),
      conditions: records(matrix.conditions, all: scope.edition.order.conditions),
      scenario: matrix.scenario.flatMap { scope.site.record($0.key) }, name: String(number))
  }

  private init(
    _ scope: PageScope, options: [RecordIndex], conditions: [RecordIndex], scenario: RecordIndex?,
    name: String
  ) {
    self.scope = scope
    self.options = options
    self.conditions = conditions
    self.scenario = scenario
    works = WorksBehind(scope)
    signs = MatrixSigns(isInFull: scope.handout != nil, name: name)
  }

  /// Ids of the sources behind the statuses; complete once the view has been made.
  var sources: [String] { works.sources }

  private var site: LinkedSite { scope.site }
  private var strings: InterfaceStrings { scope.edition.strings }
  private var words: FactWords { FactWords(scope: scope) }

  /// The matrix of all options and conditions in a scenario, for its own page.
  static func html(of scenario: RecordIndex, in scope: PageScope) -> [UInt8] {
    var table = MatrixTable(
      scope, options: scope.edition.order.options, conditions: scope.edition.order.conditions,
      scenario: scenario, name: "matrix")
    let view = table.view(id: "_matrix", number: nil, caption: scope.edition.strings["matrix"])
    var html: [UInt8] = []
    scope.templates.render(
      "exhibits/matrix", MatrixView.shape.object(view), roots: scope.roots, into: &html)
    return html
  }

  /// Today's states come with their works; what a scenario sets is its own assumption.
  mutating func view(id: String, number: String?, caption: String?) -> MatrixView {
    let ranked = RankedOptions(options, in: scenario, of: site)
    let needs = ranked.entries.map { site.conditions.needs(of: $0.option) }
    let states = self.states(ranked, needs)
    let verdicts = ranked.groups.map { verdict($0) }
    let columns = ranked.groups.flatMap { group in
      group.entries.enumerated().map { column($1, isFirst: $0 == 0) }
    }
    return MatrixView(
      id: id, number: number, caption: caption,
      scenario: scenario.map { RecordLinks(scope: scope).link(to: $0) }, legend: signs.legend(),
      verdicts: verdicts, columns: columns,
      absentLabel: label(of: .absent), states: states,
      works: works.view())
  }

  /// Over fewer columns a head has room for no words.
  private static let narrow = 4

  private mutating func verdict(_ group: RankedOptions.Group) -> MatrixVerdictView {
    let outcome = group.outcome.rawValue
    let word = strings["outcome-" + outcome]
    let meaning = strings["means-" + outcome]
    let mark = DrawnMark(outcome: outcome)
    return MatrixVerdictView(
      outcome: outcome, word: word, meaning: meaning,
      sign: mark.map { signs.explained($0, strings.labelled(word, meaning)) } ?? [],
      span: String(group.entries.count), isNarrow: group.entries.count < Self.narrow)
  }

  private func column(_ entry: RankedOptions.Entry, isFirst: Bool) -> MatrixColumnView {
    MatrixColumnView(
      number: String(entry.number),
      hyphenated: SoftHyphens.within(scope.edition.name(of: entry.option)),
      address: scope.address(of: .record(entry.option)),
      absent: String(entry.verdict.count(.absent)), unmet: String(entry.verdict.obstacles.count),
      isFirst: isFirst)
  }

  /// What a state is called where the conditions are declared.
  private func label(of status: ConditionStatus) -> String {
    guard let model = site.conditions.model else { return status.rawValue }
    let field = site.schema.kinds[model.conditionKind].fields[model.statusField]
    return words.label(ofChoice: status.rawValue, in: field)
  }
}

extension MatrixTable {
  /// The rows by their states, the gravest first; in each those first that most options require.
  private mutating func states(
    _ ranked: RankedOptions, _ needs: [[RecordIndex: Claim]]
  ) -> [MatrixStateView] {
    let counts = conditions.map { condition in
      needs.count { $0[condition]?.isRequirement == true }
    }
    let scale = BarScale(counts.map { Extent(Double($0)) })
    return ConditionStatus.byGravity.compactMap { status in
      let members = conditions.indices.filter { state(of: conditions[$0])?.status == status }
      guard !members.isEmpty else { return nil }
      let sorted = members.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
      let label = label(of: status)
      let sign = DrawnMark(status: status.rawValue).map { signs.draw($0, title: label) } ?? []
      let rows = sorted.map { index in
        var row = row(conditions[index], ranked, needs)
        row.needed = String(counts[index])
        row.bar = scale?.bar(of: Extent(Double(counts[index])), isApproximate: false)
        row.neededLabel = strings.count("needed-by", counts[index], scope.edition.rules)
        return row
      }
      return MatrixStateView(
        status: status.rawValue, label: label,
        count: strings.text(
          "count-of-all", ["n": String(members.count), "all": String(conditions.count)]),
        sign: sign, span: String(ranked.entries.count + 2), rows: rows)
    }
  }

  private func state(of condition: RecordIndex) -> ConditionState? {
    site.conditions.state(of: condition, in: scenario)
  }

  private mutating func row(
    _ condition: RecordIndex, _ ranked: RankedOptions, _ needs: [[RecordIndex: Claim]]
  ) -> MatrixRowView {
    let state = state(of: condition)
    if scenario == nil { works.add(state?.claim?.evidence.sources ?? []) }
    var cells: [MatrixCellView] = []
    for group in ranked.groups {
      for (place, entry) in group.entries.enumerated() {
        cells.append(
          cell(
            needs[cells.count][condition], of: entry.option, for: condition, isFirst: place == 0))
      }
    }
    let address = state.map { scope.address(of: .fact(record: $0.record, field: $0.field)) }
    return MatrixRowView(
      label: scope.edition.name(of: condition), address: scope.address(of: .record(condition)),
      status: state?.status.rawValue ?? "", statusLabel: state.map(words.label) ?? "",
      statusAddress: address ?? "",
      asOf: state.flatMap { $0.origin == .condition ? $0.claim?.evidence.asOf : nil }
        .map(scope.edition.rules.shortDate),
      isSet: state?.origin == .scenario && state?.claim != nil, cells: cells, needed: "",
      neededLabel: "")
  }

  private mutating func cell(
    _ claim: Claim?, of option: RecordIndex, for condition: RecordIndex, isFirst: Bool
  ) -> MatrixCellView {
    var view = MatrixCellView(
      option: scope.edition.name(of: option), text: strings["not-stated"], isFirst: isFirst)
    guard let claim, case .rating(_, let choice) = claim.value,
      let field = site.conditions.model?.needsField,
      let state = site.conditions.state(of: condition, for: option, in: scenario)
    else { return view }
    let declaration = site.kind(of: option).fields[field]
    let need = words.label(ofChoice: choice, in: declaration)
    let status = words.label(state)
    view.need = claim.isRequirement ? "required" : choice == "indifferent" ? "minor" : "helpful"
    view.text = strings.labelled(need, status)
    let mark = DrawnMark(
      rating: choice, status: state.status.rawValue, all: declaration.type.choices.map(\.id))
    view.mark = mark.map { signs.explained($0, claim.isRequirement ? view.text : need) }
    if state.origin == .option {
      view.text = strings.labelled(need, ownState(state))
      view.ownAddress = scope.address(of: .fact(record: option, field: state.field))
    }
    return view
  }

  /// "Absent for this option (Feb 2026)"
  private func ownState(_ state: ConditionState) -> String {
    let date = state.claim?.evidence.asOf.map { " (" + scope.edition.rules.shortDate($0) + ")" }
    return strings.text("state-own", ["status": words.label(state)]) + (date ?? "")
  }
}
