import DossierSite
import DossierTemplate

/// Shows comparisons.
struct CompareRoom: ExhibitRoom {
  private let compare: CompareExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []

  static let template = ExhibitTemplate(name: "compare", shape: CompareView.shape.shape)

  init(_ compare: CompareExhibit, at place: PlacedExhibit) {
    self.compare = compare
    self.place = place
  }

  private var scope: PageScope { place.scope }
  private var site: LinkedSite { scope.site }

  mutating func append(to html: inout [UInt8]) {
    var table = CompareTable(scope, compare, anchor: place.anchor)
    var view = table.view(
      number: place.label, caption: place.exhibit.caption,
      showsDifferences: compare.showsDifferences)
    view.page = place.page
    view.data = place.data
    place.render(Self.template, CompareView.shape.object(view), &html, isAcross: view.isWide)
    sources = table.sources
  }

  func addFigures(to table: inout ExhibitTable) {
    for record in scope.records(of: compare.selection) {
      for field in compare.fields { table.add(field.id, of: record, ClaimChoice(at: compare.at)) }
    }
  }

  func check() throws(ExhibitRefusal) {
    guard try place.isReady(compare.selection, compare.fields) else { return }
    let records = compare.selection.records(in: site)
    guard
      !records.contains(where: { record in
        compare.fields.contains { states(record, $0.id, at: compare.at) }
      })
    else { return }
    let kind = records.first.map(site.kind)
    let stated = kind?.fields.filter { field in
      records.contains { states($0, field.id, at: compare.at) }
    }
    throw .empty(
      "no record of the comparison says anything of its fields"
        + ExhibitRefusal.time(compare.at?.description),
      help: ExhibitRefusal.help("they state: ", stated?.map(\.id) ?? [])
        ?? "name other records, or state the fields")
  }

  /// Whether a record says anything for a field, if only that it is unknown.
  private func states(_ record: RecordIndex, _ field: String, at date: PartialDate?) -> Bool {
    guard let index = site.kind(of: record).fieldIndex(field) else { return false }
    let statement = site.facts.statement(index, of: record, ClaimChoice(at: date))
    switch statement.matter {
    case .missing: return false
    case .derived(let derived): return derived.isWorthShowing
    case .unknown, .notApplicable: return true
    case .value, .items, .series, .ratings: return !statement.shown.isEmpty
    }
  }
}
