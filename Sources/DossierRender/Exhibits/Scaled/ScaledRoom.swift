import DossierSite
import DossierTemplate

/// Shows densities of precedents on other ground.
struct ScaledRoom: ExhibitRoom {
  private let scaled: ScaledExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []
  private(set) var drawings: [[UInt8]] = []

  static let template = ExhibitTemplate(name: "scaled", shape: ScaledView.shape.shape)
  static let words = ChartWords.keys

  init(_ scaled: ScaledExhibit, at place: PlacedExhibit) {
    self.scaled = scaled
    self.place = place
  }

  private var scope: PageScope { place.scope }
  private var site: LinkedSite { scope.site }

  mutating func append(to html: inout [UInt8]) throws(ExhibitRefusal) {
    var figure = ScaledFigure(
      scope, scaled, anchor: place.anchor, number: place.number, width: place.width)
    defer { sources = figure.sources }
    let view = try figure.view(
      label: place.label, caption: place.exhibit.caption, data: place.data)
    drawings = view.measures.flatMap { $0.drawing?.drawings ?? [] }
    place.render(Self.template, ScaledView.shape.object(view), &html)
  }

  func check() throws(ExhibitRefusal) {
    guard try place.isReady(scaled.precedents, [scaled.strength] + scaled.measures),
      try place.isReady(scaled.estimateRecords, [scaled.estimates].compactMap(\.self)),
      site.record(scaled.ground.key) != nil
    else { return }
    var figure = ScaledFigure(scope, scaled, anchor: "", number: place.number)
    _ = try figure.view(label: "", caption: nil, data: nil)
  }

  func addFigures(to table: inout ExhibitTable) {
    guard let ground = site.record(scaled.ground.key) else { return }
    let choice = ClaimChoice(at: scaled.at)
    for measure in scaled.measures { table.add(measure.id, of: ground, choice) }
    let precedents = scope.records(of: scaled.precedents)
    for record in precedents {
      for field in [scaled.strength] + scaled.measures { table.add(field.id, of: record, choice) }
    }
    if let field = scaled.estimates {
      for record in scope.records(of: scaled.estimateRecords) {
        table.add(field.id, of: record) { _ in true }
      }
    }
    addResults(precedents, ground, to: &table)
  }

  /// The unit of a record's strength, in which the results are.
  private func unit(of record: RecordIndex) -> String? {
    let kind = site.kind(of: record)
    return kind.fieldIndex(scaled.strength.id).flatMap { kind.fields[$0].unit }
  }

  private func addResults(
    _ precedents: [RecordIndex], _ ground: RecordIndex, to table: inout ExhibitTable
  ) {
    let figure = ScaledFigure(scope, scaled, anchor: "", number: 0)
    for measure in scaled.measures {
      for record in precedents {
        guard let scaling = figure.scaling(of: record, by: measure.id, to: ground) else { continue }
        var data = DataValue()
        data.set(scaling.persons)
        data.isApproximate = true
        data.basis = Evidence.Basis.derived.rawValue
        table.addRow(data, "scaled-by-" + measure.id, unit(of: record), of: record)
      }
    }
  }
}
