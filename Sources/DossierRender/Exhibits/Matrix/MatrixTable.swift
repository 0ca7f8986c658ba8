import DossierDrawing
import DossierSite
import DossierTemplate

/// Makes the table of a matrix: options as rows, conditions as columns.
struct MatrixTable {
  let scope: PageScope
  let options: [RecordIndex]
  let conditions: [RecordIndex]
  /// The index of the scenario; `nil` for the state of affairs today.
  let scenario: RecordIndex?
  private var marks: SourceMarks
  private var signs: MatrixSigns

  /// The options, conditions and the scenario that an exhibit names; all where it names none.
  init(_ scope: PageScope, _ matrix: MatrixExhibit, number: Int) {
    func records(_ selection: RecordSelection, all: [RecordIndex]) -> [RecordIndex] {
      let chosen = scope.records(of: selection)
      return chosen.isEmpty ? all : chosen
    }
    self.scope = scope
    options = records(matrix.options, all: scope.edition.order.options)
    conditions = records(matrix.conditions, all: scope.edition.order.conditions)
    scenario = matrix.scenario.flatMap { scope.site.record($0.key) }
    marks = SourceMarks(scope, number: number)
    signs = MatrixSigns(isInFull: scope.handout != nil, number: number)
  }

  /// All options and conditions in a scenario.
  init(_ scope: PageScope, scenario: RecordIndex) {
    self.scope = scope
    options = scope.edition.order.options
    conditions = scope.edition.order.conditions
    self.scenario = scenario
    marks = SourceMarks(scope, number: nil)
    signs = MatrixSigns(isInFull: scope.handout != nil, number: nil)
  }

  /// Ids of the sources behind the statuses; complete once the view has been made.
  var sources: [String] { marks.sources }

  private var site: LinkedSite { scope.site }

  /// Today's statuses come with their sources; what a scenario sets is its own assumption.
  mutating func view(id: String, number: String?, caption: String?) -> MatrixView {
    let builder = VerdictBuilder(scope: scope, scenario: scenario)
    let heads = conditions.map { condition in
      var view = builder.condition(condition)
      if let mark = DrawnMark(status: view.status) {
        view.sign = signs.draw(mark, title: view.statusLabel)
      }
      if scenario == nil {
        let sources = site.conditions.state(of: condition)?.claim?.evidence.sources ?? []
        view.marks = sources.compactMap { marks.mark($0) }
      }
      return view
    }
    let rows = options.map { row($0, builder) }
    return MatrixView(
      id: id, number: number, caption: caption,
      scenario: scenario.map { RecordLinks(scope: scope).link(to: $0) },
      conditions: heads, rows: rows, legend: signs.legend(), sources: marks.views())
  }

  /// The matrix of all options and conditions in a scenario, for its own page.
  static func html(of scenario: RecordIndex, in scope: PageScope) -> [UInt8] {
    var table = MatrixTable(scope, scenario: scenario)
    let view = table.view(id: "_matrix", number: nil, caption: scope.edition.strings["matrix"])
    var html: [UInt8] = []
    scope.templates.render(
      "exhibits/matrix", MatrixView.shape.object(view), roots: scope.roots, into: &html)
    return html
  }

  private mutating func row(_ option: RecordIndex, _ builder: VerdictBuilder) -> MatrixRowView {
    let needs = site.conditions.needs(of: option)
    let cells = conditions.map { condition in
      var view = builder.rating(needs[condition], of: option, for: condition)
      if view.isStated {
        let state = site.conditions.state(of: condition, for: option, in: scenario)
        let status = view.obstacle == nil ? nil : state.map(FactWords(scope: scope).label)
        view.mark = signs.sign(of: view, ratings: ratings(of: option), status: status)
      }
      return view
    }
    var verdict = builder.verdict(on: option)
    if let mark = DrawnMark(outcome: verdict.outcome) {
      verdict.sign = signs.draw(mark, title: verdict.word)
    }
    return MatrixRowView(
      label: scope.edition.name(of: option), address: scope.address(of: .record(option)),
      cells: cells, verdict: verdict)
  }

  /// The ids of the ratings that an option may have.
  private func ratings(of option: RecordIndex) -> [String] {
    guard let field = site.conditions.model?.needsField else { return [] }
    return site.kind(of: option).fields[field].type.choices.map(\.id)
  }
}
