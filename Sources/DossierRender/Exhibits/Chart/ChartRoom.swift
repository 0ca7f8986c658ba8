import DossierDrawing
import DossierSite
import DossierSource
import DossierTemplate

/// Shows charts.
struct ChartRoom: ExhibitRoom {
  private let chart: ChartExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []

  static let template = ExhibitTemplate(name: "chart", shape: FigureView.shape.shape)

  init(_ chart: ChartExhibit, at place: PlacedExhibit) {
    self.chart = chart
    self.place = place
  }

  private var site: LinkedSite { place.scope.site }

  mutating func append(to html: inout [UInt8]) throws(ExhibitRefusal) {
    var drawing = ChartFigure(chart, place.figure)
    defer { sources = drawing.figure.sources }
    do {
      let view = try drawing.view()
      place.render(Self.template, FigureView.shape.object(view), &html)
    } catch {
      throw ExhibitRefusal(error)
    }
  }

  func addFigures(to table: inout ExhibitTable) {
    for record in place.scope.records(of: chart.selection) {
      for field in [chart.field, chart.other].compactMap(\.self) {
        guard chart.form == .line else {
          table.add(field.id, of: record, chart.choice)
          continue
        }
        table.add(field.id, of: record) { claim in
          claim.evidence.asOf != nil && (chart.choice.of == nil || claim.of == chart.choice.of)
        }
      }
    }
  }

  func check() throws(ExhibitRefusal) {
    guard try place.isReady(chart.selection, [chart.field, chart.other].compactMap(\.self)) else {
      return
    }
    var drawing = ChartFigure(chart, place.figure)
    do {
      _ = try drawing.view()
    } catch {
      throw error == .empty ? emptiness() : ExhibitRefusal(error)
    }
  }

  private func emptiness() -> ExhibitRefusal {
    let fields = [chart.field, chart.other].compactMap(\.self)
    let claims = site.records(of: chart.selection).flatMap { record in
      fields.flatMap { field -> [Claim] in
        let index = site.kind(of: record).fieldIndex(field.id)
        return index.map { site.facts.statement($0, of: record).claims } ?? []
      }
    }
    let names = fields.map { "'\($0.id)'" }.joined(separator: " and ")
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
