import DossierSite
import DossierTemplate

/// Shows matrices of options and conditions.
struct MatrixRoom: ExhibitRoom {
  private let matrix: MatrixExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []

  /// More options than this are printed across the sheet, since their heads stand upright on it.
  private static let portraitLimit = 16

  static let template = ExhibitTemplate(name: "matrix", shape: MatrixView.shape.shape)

  init(_ matrix: MatrixExhibit, at place: PlacedExhibit) {
    self.matrix = matrix
    self.place = place
  }

  private var scope: PageScope { place.scope }
  private var site: LinkedSite { scope.site }

  mutating func append(to html: inout [UInt8]) {
    var table = MatrixTable(scope, matrix, number: place.number)
    var view = table.view(
      id: place.anchor, number: place.label, caption: place.exhibit.caption)
    view.data = place.data
    place.render(
      Self.template, MatrixView.shape.object(view), &html,
      isAcross: view.columns.count > Self.portraitLimit)
    sources = table.sources
  }

  func check() throws(ExhibitRefusal) {
    let named = matrix.options.records + matrix.conditions.records
    guard named.allSatisfy({ site.record($0.key) != nil }) else { return }
    let table = MatrixTable(scope, matrix, number: place.number)
    for (role, records) in [(Role.option, table.options), (.condition, table.conditions)]
    where records.isEmpty {
      throw .noRecords(of: role, in: site.schema)
    }
    guard
      !table.options.contains(where: { option in
        let needs = site.conditions.needs(of: option)
        return table.conditions.contains { needs[$0] != nil }
      })
    else { return }
    throw .empty(
      "no record of \(ExhibitRefusal.kind(of: .option, in: site.schema)) says what it needs of the "
        + "matrix's rows", help: "rate them in the records")
  }

  func addFigures(to figures: inout ExhibitTable) {
    let table = MatrixTable(scope, matrix, number: 0)
    figures.add(
      StatesOfConditions(
        options: table.options, conditions: table.conditions, scenario: table.scenario))
  }
}
