import DossierMarkdown
import DossierSite
import DossierTemplate

/// A figure of a record, large: `exhibits/figure.html`, and within steps.
struct LargeFigureView {
  var value: CellView
  /// What it is a figure of.
  var says: String
  /// The record that states it.
  var record: LinkView

  static let shape = ViewShape<LargeFigureView>(
    "large-figure",
    [
      .object("value", CellView.shape) { $0.value },
      .text("says") { $0.says },
      .object("record", LinkView.shape) { $0.record },
    ])

  /// `nil` where the record or the field is not there.
  init?(_ figure: FigureExhibit, in scope: PageScope) {
    guard let (record, field) = figure.place(in: scope.site) else { return nil }
    value = CellBuilder(scope: scope).cell(field, of: record) { _ in nil }
    says = figure.says ?? scope.site.kind(of: record).fields[field].label[scope.language]
    self.record = LinkView(
      label: scope.edition.name(of: record), address: scope.address(of: .record(record)))
  }
}

/// A block of one figure: `exhibits/figure.html`.
struct FigureBlockView {
  /// The anchor: `exhibit-figure`.
  var id: String
  var number: String
  var caption: String?
  var figure: LargeFigureView?

  static let shape = ViewShape<FigureBlockView>(
    "figure-block",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .object("figure", LargeFigureView.shape) { $0.figure },
    ])
}

/// Shows one figure, large.
struct FigureRoom: ExhibitRoom {
  private let exhibit: FigureExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []

  static let template = ExhibitTemplate(name: "figure", shape: FigureBlockView.shape.shape)

  init(_ exhibit: FigureExhibit, at place: PlacedExhibit) {
    self.exhibit = exhibit
    self.place = place
  }

  mutating func append(to html: inout [UInt8]) {
    let view = FigureBlockView(
      id: place.anchor, number: place.label, caption: place.exhibit.caption,
      figure: LargeFigureView(exhibit, in: place.scope))
    place.render(Self.template, FigureBlockView.shape.object(view), &html)
    sources = exhibit.works(in: place.scope)
  }

  func check() throws(ExhibitRefusal) { try exhibit.check(in: place.scope) }

  func addFigures(to table: inout ExhibitTable) { exhibit.addFigures(to: &table) }
}

extension FigureExhibit {
  /// Where the figure is stated; `nil` where the record or the field is not there.
  func place(in site: LinkedSite) -> (record: RecordIndex, field: FieldIndex)? {
    guard let record = site.record(record.key),
      let field = site.kind(of: record).fieldIndex(field.id)
    else { return nil }
    return (record, field)
  }

  /// Throws where the record says nothing for the field; what is not there has been told.
  func check(in scope: PageScope) throws(ExhibitRefusal) {
    guard let (record, field) = place(in: scope.site),
      CellBuilder(scope: scope).cell(field, of: record, mark: { _ in nil }).isEmpty
    else { return }
    throw .empty(
      "'\(self.record.key)' says nothing for '\(self.field.id)'",
      help: "name a field that the record states")
  }

  func addFigures(to table: inout ExhibitTable) {
    if let place = place(in: table.site) { table.add(field.id, of: place.record) }
  }

  /// The ids of the works behind what is shown.
  func works(in scope: PageScope) -> [String] {
    guard let (record, field) = place(in: scope.site) else { return [] }
    return scope.site.facts.statement(field, of: record).shown.flatMap {
      $0.claim.evidence.sources.map(\.id)
    }
  }
}
