import DossierSite
import DossierTemplate

/// Shows how far options are from what they require.
struct DistanceRoom: ExhibitRoom {
  private let distance: DistanceExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []

  static let template = ExhibitTemplate(name: "distance", shape: DistanceView.shape.shape)

  static let words = scriptWords + ["distance", "count-absent", "count-unmet"]

  /// The interface texts that its script prints.
  static let scriptWords = [
    "outcome-open", "outcome-held-up", "outcome-blocked", "outcome-not-known", "means-open",
    "means-held-up", "means-blocked", "means-not-known", "none-absent", "script-absent",
    "script-unmet", "state-today", "distance-set", "distance-change", "distance-moved",
    "as-it-stands", "switches-same", "table-reset",
  ]

  init(_ distance: DistanceExhibit, at place: PlacedExhibit) {
    self.distance = distance
    self.place = place
  }

  private var scope: PageScope { place.scope }
  private var site: LinkedSite { scope.site }

  mutating func append(to html: inout [UInt8]) {
    var table = DistanceTable(scope, distance, number: place.number)
    var view = table.view(
      id: place.anchor, number: place.label, caption: place.exhibit.caption)
    view.data = place.data
    place.render(Self.template, DistanceView.shape.object(view), &html)
    sources = table.sources
  }

  /// The options in a scenario, for its own page; nothing where the project has no template for it.
  static func html(of scenario: RecordIndex, in scope: PageScope) -> [UInt8] {
    all(in: scenario, id: "_distance", in: scope, namesWorks: true).html
  }

  /// The options today, for a part of a handout, and ids of the works behind their states.
  static func today(
    id: String, in scope: PageScope, namesWorks: Bool
  ) -> (html: [UInt8], sources: [String]) {
    all(in: nil, id: id, in: scope, namesWorks: namesWorks)
  }

  private static func all(
    in scenario: RecordIndex?, id: String, in scope: PageScope, namesWorks: Bool
  ) -> (html: [UInt8], sources: [String]) {
    guard scope.templates.contains(template.path) else { return ([], []) }
    var table = DistanceTable(
      scope, options: scope.edition.order.options, scenario: scenario, number: nil)
    var view = table.view(id: id, number: nil, caption: scope.edition.strings["distance"])
    if !namesWorks { view.works = nil }
    var html: [UInt8] = []
    scope.templates.render(
      template.path, DistanceView.shape.object(view), roots: scope.roots, into: &html)
    return (html, table.sources)
  }

  func check() throws(ExhibitRefusal) {
    guard distance.options.records.allSatisfy({ site.record($0.key) != nil }) else { return }
    let table = DistanceTable(scope, distance, number: place.number)
    guard !table.options.isEmpty else {
      throw .noRecords(of: .option, in: site.schema)
    }
    let isRequired = table.options.contains { option in
      site.conditions.verdict(on: option, in: table.scenario).outcome != .notKnown
    }
    guard isRequired else {
      throw .empty(
        "no record of \(ExhibitRefusal.kind(of: .option, in: site.schema)) says what it requires",
        help: "rate what it needs as 'required' in the records")
    }
  }

  func addFigures(to figures: inout ExhibitTable) {
    let table = DistanceTable(scope, distance, number: place.number)
    let states = table.scenarios.isEmpty ? [table.scenario] : table.scenarios.map(Optional.some)
    for scenario in states {
      figures.add(
        StatesOfConditions(
          options: table.options, conditions: scope.edition.order.conditions, scenario: scenario))
    }
  }
}
