import DossierSite
import DossierTemplate

/// Makes the table of a matrix: options as rows, conditions as columns.
struct MatrixTable {
  let scope: PageScope
  let options: [Int]
  let conditions: [Int]
  /// The index of the scenario; `nil` for the state of affairs today.
  let scenario: Int?
  private var marks: SourceMarks

  /// The options, conditions and the scenario that an exhibit names; all where it names none.
  init(_ scope: PageScope, _ matrix: MatrixExhibit, number: Int) {
    func records(_ selection: RecordSelection, all: Range<Int>) -> [Int] {
      let chosen = scope.site.records(of: selection)
      return chosen.isEmpty ? Array(all) : chosen
    }
    self.scope = scope
    options = records(matrix.options, all: scope.site.options)
    conditions = records(matrix.conditions, all: scope.site.conditions)
    scenario = matrix.scenario.flatMap { scope.site.record($0.key) }
    marks = SourceMarks(scope, number: number)
  }

  /// All options and conditions in a scenario.
  init(_ scope: PageScope, scenario: Int) {
    self.scope = scope
    options = Array(scope.site.options)
    conditions = Array(scope.site.conditions)
    self.scenario = scenario
    marks = SourceMarks(scope, number: nil)
  }

  /// Ids of the sources behind the statuses; complete once the view has been made.
  var sources: [String] { marks.sources }

  private var site: LinkedSite { scope.site }

  /// Today's statuses come with their sources; what a scenario sets is its own assumption.
  mutating func view(id: String, number: String?, caption: String?) -> MatrixView {
    let builder = VerdictBuilder(scope: scope, scenario: scenario)
    let heads = conditions.map { condition in
      var view = builder.condition(condition)
      if scenario == nil {
        let sources = site.state(of: condition)?.claim?.evidence.sources ?? []
        view.marks = sources.compactMap { marks.mark($0) }
      }
      return view
    }
    return MatrixView(
      id: id, number: number, caption: caption, scenario: scenario.map(scope.link),
      conditions: heads,
      rows: options.map { row($0, conditions, builder) },
      sources: marks.views())
  }

  /// The matrix of all options and conditions in a scenario, for its own page.
  static func html(of scenario: Int, in scope: PageScope) -> [UInt8] {
    var table = MatrixTable(scope, scenario: scenario)
    let view = table.view(id: "_matrix", number: nil, caption: scope.edition.strings["matrix"])
    var html: [UInt8] = []
    scope.templates.render(
      "exhibits/matrix", MatrixView.shape.object(view), roots: scope.roots, into: &html)
    return html
  }

  private func row(_ option: Int, _ conditions: [Int], _ builder: VerdictBuilder) -> MatrixRowView {
    let needs = site.needs(of: option)
    return MatrixRowView(
      label: scope.edition.name(of: option, in: site), address: scope.address(of: .record(option)),
      cells: conditions.map { builder.rating(needs[$0], of: option, for: $0) },
      verdict: builder.verdict(on: option))
  }
}
