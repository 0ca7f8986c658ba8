import DossierSite

/// Shows timelines.
struct TimelineRoom: ExhibitRoom {
  private let timeline: TimelineExhibit
  private let place: PlacedExhibit
  private(set) var sources: [String] = []
  private(set) var drawings: [[UInt8]] = []

  static let template = TimelineFigure.template
  static let words = ChartWords.keys + ["further-rows"]

  init(_ timeline: TimelineExhibit, at place: PlacedExhibit) {
    self.timeline = timeline
    self.place = place
  }

  private var site: LinkedSite { place.scope.site }

  mutating func append(to html: inout [UInt8]) throws(ExhibitRefusal) {
    (sources, drawings) = try place.append(TimelineFigure(timeline, place.figure), to: &html)
  }

  func addFigures(to table: inout ExhibitTable) {
    for record in place.scope.records(of: timeline.selection) {
      let kind = site.kind(of: record)
      guard let field = timeline.fieldIndex(in: kind),
        let period = site.facts.statement(field, of: record).claims.first?.value.period,
        timeline.isWithin(period)
      else { continue }
      table.add(kind.fields[field].id, of: record)
      if let moments = timeline.moments { table.add(moments.id, of: record) { _ in true } }
    }
  }

  func check() throws(ExhibitRefusal) {
    let fields = [timeline.field, timeline.group, timeline.lanes, timeline.moments]
    guard try place.isReady(timeline.selection, fields.compactMap(\.self)) else { return }
    if let from = timeline.from, let to = timeline.to, to < from {
      throw .empty("the timeline ends before it begins", help: "exchange 'from' and 'to'")
    }
    let dated = timeline.selection.records(in: site).compactMap { record in
      timeline.fieldIndex(in: site.kind(of: record)).map { (record: record, field: $0) }
    }
    // A kind without a field that fits has been told when the exhibit was linked.
    guard let first = dated.first else { return }
    let id = site.kind(of: first.record).fields[first.field].id
    try place.check(TimelineFigure(timeline, place.figure)) { emptiness(of: dated, id) }
  }

  private func emptiness(
    of fields: [(record: RecordIndex, field: FieldIndex)], _ id: String
  ) -> ExhibitRefusal {
    let isDated = fields.contains { record, field in
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
