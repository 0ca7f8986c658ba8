import DossierDrawing
import DossierSite
import DossierTemplate

/// Shows timelines.
struct TimelineRoom: ExhibitRoom {
  private let timeline: TimelineExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []

  static let template = ChartRoom.template

  init(_ timeline: TimelineExhibit, at place: PlacedExhibit) {
    self.timeline = timeline
    self.place = place
  }

  private var site: LinkedSite { place.scope.site }

  mutating func append(to html: inout [UInt8]) throws(ExhibitRefusal) {
    var drawing = TimelineFigure(timeline, place.figure)
    defer { sources = drawing.figure.sources }
    do {
      let view = try drawing.view()
      place.render(Self.template, FigureView.shape.object(view), &html)
    } catch {
      throw ExhibitRefusal(error)
    }
  }

  func addFigures(to table: inout ExhibitTable) {
    for record in place.scope.records(of: timeline.selection) {
      let kind = site.kind(of: record)
      guard let field = timeline.fieldIndex(in: kind),
        let period = site.facts.statement(field, of: record).claims.first?.value.period,
        timeline.isWithin(period)
      else { continue }
      table.add(kind.fields[field].id, of: record)
    }
  }

  func check() throws(ExhibitRefusal) {
    let fields = [timeline.field, timeline.group].compactMap(\.self)
    guard try place.isReady(timeline.selection, fields) else { return }
    var drawing = TimelineFigure(timeline, place.figure)
    do {
      _ = try drawing.view()
    } catch {
      throw error == .empty ? emptiness() : ExhibitRefusal(error)
    }
  }

  private func emptiness() -> ExhibitRefusal {
    let records = site.records(of: timeline.selection)
    guard let kind = records.first.map(site.kind), let field = timeline.fieldIndex(in: kind) else {
      return .empty(
        "the kind of the records has no field with periods or dates",
        help: "name records of a kind that has one")
    }
    let id = kind.fields[field].id
    let isDated = records.contains { record in
      site.facts.statement(field, of: record).claims.first?.value.period != nil
    }
    return isDated
      ? .empty(
        "no '\(id)' of the records lies between 'from' and 'to'",
        help: "widen them, or leave them out")
      : .empty(
        "no record of the timeline has a date for '\(id)'",
        help: "name records that state it")
  }
}
