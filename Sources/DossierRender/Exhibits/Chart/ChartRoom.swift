import DossierSite
import DossierSource

/// Shows charts.
struct ChartRoom: ExhibitRoom {
  private let chart: ChartExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []
  private(set) var drawings: [[UInt8]] = []

  static let template = ChartFigure.template
  static let words = ChartWords.keys

  init(_ chart: ChartExhibit, at place: PlacedExhibit) {
    self.chart = chart
    self.place = place
  }

  private var site: LinkedSite { place.scope.site }

  mutating func append(to html: inout [UInt8]) throws(ExhibitRefusal) {
    (sources, drawings) = try place.append(ChartFigure(chart, place.figure), to: &html)
  }

  func addFigures(to table: inout ExhibitTable) {
    for record in place.scope.records(of: chart.selection) {
      for field in chart.fields { addFigures(field, of: record, to: &table) }
    }
  }

  private func addFigures(_ field: Located, of record: RecordIndex, to table: inout ExhibitTable) {
    switch chart.form {
    case .line:
      table.add(field.id, of: record) { claim in
        claim.evidence.asOf != nil && (chart.choice.of == nil || claim.of == chart.choice.of)
      }
    case .slope:
      for time in chart.times {
        table.add(field.id, of: record, ClaimChoice(of: chart.choice.of, at: time))
      }
    case .bars, .dots, .scatter, .dumbbell, .stacked, .grouped:
      table.add(field.id, of: record, chart.choice)
    }
  }

  func check() throws(ExhibitRefusal) {
    let fields = chart.fields + [chart.group, chart.name, chart.when].compactMap(\.self)
    guard try place.isReady(chart.selection, fields) else { return }
    try checkFacet()
    if chart.form == .slope, let from = chart.times.first, let to = chart.times.last, to <= from {
      throw .empty(
        "the slope ends before it begins", help: "write a 'to' that is later than 'from'")
    }
    try ChartUnits(chart, place.scope).check()
    try place.check(ChartFigure(chart, place.figure), emptiness: emptiness)
  }

  /// A field that parts the chart is one that says something in a word.
  private func checkFacet() throws(ExhibitRefusal) {
    guard let facet = chart.facet, !["record", "of"].contains(facet.id),
      let record = chart.selection.records(in: site).first
    else { return }
    let kind = site.kind(of: record)
    guard let index = kind.fieldIndex(facet.id) else { return }
    switch kind.fields[index].type {
    case .choice, .reference, .text, .flag: return
    default:
      throw .unfit(
        "'\(facet.id)' has too many values to part a chart by",
        help: "name a field with choices, or one that refers to records")
    }
  }

  private func emptiness() -> ExhibitRefusal {
    let claims = chart.selection.records(in: site).flatMap { record in
      chart.fields.flatMap { field -> [Claim] in
        let index = site.kind(of: record).fieldIndex(field.id)
        return index.map { site.facts.statement($0, of: record).claims } ?? []
      }
    }
    let names = chart.fields.map { "'\($0.id)'" }.joined(separator: " and ")
    guard let of = chart.choice.of, !claims.isEmpty, !claims.contains(where: { $0.of == of }) else {
      return .empty(
        "the chart has nothing to draw: no record has a figure for \(names)"
          + ExhibitRefusal.time(chart.choice.at?.description),
        help: "name records that state the field, and what 'of' they count")
    }
    let counted = claims.compactMap(\.of)
    return .empty(
      "no claim for \(names) counts '\(of)'",
      help: counted.isEmpty
        ? "leave 'of' out: no claim says what it counts" : Suggestion.help(for: of, among: counted))
  }
}
