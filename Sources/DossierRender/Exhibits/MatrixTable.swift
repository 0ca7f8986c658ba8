import DossierSite

/// Makes the table of a matrix: options as rows, conditions as columns.
struct MatrixTable {
  let scope: PageScope
  let matrix: MatrixExhibit
  private var marks: SourceMarks

  init(_ scope: PageScope, _ matrix: MatrixExhibit, anchor: String) {
    self.scope = scope
    self.matrix = matrix
    marks = SourceMarks(scope, anchor: anchor)
  }

  /// Ids of the sources behind the statuses; complete once the view has been made.
  var sources: [String] { marks.sources }

  private var site: LinkedSite { scope.site }

  /// Today's statuses come with their sources; what a scenario sets is its own assumption.
  mutating func view(id: String, number: String, caption: String?) -> MatrixView {
    let scenario = matrix.scenario.flatMap { site.record($0.key) }
    let builder = VerdictBuilder(scope: scope, scenario: scenario)
    let conditions = records(matrix.conditions, all: site.conditions)
    let heads = conditions.map { condition in
      var view = builder.condition(condition)
      if scenario == nil {
        let sources = site.statusClaim(of: condition)?.claim.evidence.sources ?? []
        view.marks = sources.compactMap { marks.mark($0) }
      }
      return view
    }
    return MatrixView(
      id: id, number: number, caption: caption, scenario: scenario.map(scope.link),
      conditions: heads,
      rows: records(matrix.options, all: site.options).map { row($0, conditions, builder) },
      sources: marks.views())
  }

  private func records(_ selection: RecordSelection, all: Range<Int>) -> [Int] {
    let chosen = site.records(of: selection)
    return chosen.isEmpty ? Array(all) : chosen
  }

  private func row(_ option: Int, _ conditions: [Int], _ builder: VerdictBuilder) -> MatrixRowView {
    let needs = site.needs(of: option)
    return MatrixRowView(
      label: scope.edition.name(of: option, in: site), address: scope.address(of: .record(option)),
      cells: conditions.map { builder.rating(needs[$0], of: option, for: $0) },
      verdict: builder.verdict(on: option))
  }
}
