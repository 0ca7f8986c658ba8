import DossierSite

/// Makes the table of a matrix: options as rows, conditions as columns.
struct MatrixTable {
  let scope: PageScope
  let matrix: MatrixExhibit

  private var site: LinkedSite { scope.site }

  func view(id: String, number: String, caption: String?) -> MatrixView {
    let scenario = matrix.scenario.flatMap { site.record($0.key) }
    let builder = VerdictBuilder(scope: scope, scenario: scenario)
    let conditions = records(matrix.conditions, all: site.conditions)
    return MatrixView(
      id: id, number: number, caption: caption, scenario: scenario.map(scope.link),
      conditions: conditions.map(builder.condition),
      rows: records(matrix.options, all: site.options).map { row($0, conditions, builder) })
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
