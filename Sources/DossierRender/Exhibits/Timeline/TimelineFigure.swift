import DossierDrawing
import DossierSite

/// Draws periods of records on one axis.
struct TimelineFigure: FigureMaker {
  let scope: PageScope
  let timeline: TimelineExhibit
  private(set) var figure: Figure

  private var site: LinkedSite { scope.site }

  init(_ timeline: TimelineExhibit, _ figure: Figure) {
    self.timeline = timeline
    self.figure = figure
    scope = figure.scope
  }

  /// So many rows a phone shows before the rest is folded away.
  private static let shownRows = 16

  mutating func view() throws(ChartRefusal) -> FigureView {
    let records = scope.records(of: timeline.selection)
    figure.columns = [label(records)]
    figure.cite(timeline.notes.compactMap(\.source))
    for record in records where period(of: record) == nil {
      figure.omit(record, scope.edition.strings["no-claim"])
    }
    let groups = groups(records)
    var chart = TimelineChart(
      text: ChartText(
        title: figure.title,
        description: ChartWords(scope: scope).timeline(groups.flatMap(\.items))),
      groups: groups, inForceLabel: scope.edition.strings["in-force"])
    chart.momentLabel = timeline.moments.map { label(of: $0, records) } ?? ""
    chart.marks = marks
    chart.from = timeline.from.map { DecimalYears($0).start }
    chart.to = timeline.to.map { DecimalYears($0).end }
    let isLong = groups.flatMap(\.items).count > Self.shownRows * 3 / 2
    return try figure.view(
      of: chart, parts: isLong ? chart.split(after: Self.shownRows) : [])
  }

  private var marks: [TimelineMark] {
    let rules = scope.edition.rules
    let mark = timeline.mark.map {
      TimelineMark(
        year: DecimalYears($0).start,
        label: [timeline.markLabel, rules.shortDate($0)].compactMap(\.self)
          .joined(separator: ", "))
    }
    return [mark].compactMap(\.self)
      + timeline.notes.map { note in
        TimelineMark(
          year: DecimalYears(note.at).middle, label: ChartWords(scope: scope).note(note).words)
      }
  }

  /// The records that lie within the bounds, in groups or lanes.
  private mutating func groups(_ records: [RecordIndex]) -> [TimelineGroup] {
    var groups: [TimelineGroup] = []
    var places: [String: Int] = [:]
    for record in dated(records) {
      guard let item = item(record) else { continue }
      let label = group(of: record)
      let place = places[label] ?? groups.count
      if place == groups.count {
        places[label] = place
        groups.append(TimelineGroup(label: label, items: [], isLane: timeline.lanes != nil))
      }
      groups[place].items.append(item)
    }
    return groups
  }

  private func field(of record: RecordIndex) -> FieldIndex? {
    timeline.fieldIndex(in: site.kind(of: record))
  }

  /// The name of what is shown of the records, where it is one for all.
  private func label(_ records: [RecordIndex]) -> String {
    let labels = Set(
      records.compactMap { record in
        field(of: record).map { site.kind(of: record).fields[$0].label[scope.language] }
      })
    return labels.count == 1 ? labels.first ?? "" : scope.edition.strings["date"]
  }

  private func label(of located: Located, _ records: [RecordIndex]) -> String {
    for record in records {
      let kind = site.kind(of: record)
      if let field = kind.fieldIndex(located.id) { return kind.fields[field].label[scope.language] }
    }
    return ""
  }

  /// The dates within a record's period.
  private func moments(of record: RecordIndex) -> [TimelineItem.Moment] {
    guard let located = timeline.moments,
      let field = site.kind(of: record).fieldIndex(located.id)
    else { return [] }
    let statement = site.facts.statement(field, of: record)
    return statement.claims.enumerated().compactMap { number, claim in
      guard let period = claim.value.period, let date = period.from ?? period.to else {
        return nil
      }
      let text = FactWords(scope: scope).text(of: claim, number, field: field, of: record)
      return TimelineItem.Moment(year: DecimalYears(date).start, note: text)
    }
  }

  /// Records within the bounds of the timeline, by their beginning.
  private func dated(_ records: [RecordIndex]) -> [RecordIndex] {
    let spans = records.compactMap { record -> (record: RecordIndex, start: Double)? in
      guard let period = period(of: record), timeline.isWithin(period) else { return nil }
      return (record, (period.from ?? period.to).map { DecimalYears($0).start } ?? 0)
    }
    return spans.sorted { ($0.start, $0.record) < ($1.start, $1.record) }.map(\.record)
  }

  private func period(of record: RecordIndex) -> Period? {
    guard let field = field(of: record) else { return nil }
    return site.facts.statement(field, of: record).claims.first?.value.period
  }

  private mutating func item(_ record: RecordIndex) -> TimelineItem? {
    guard let period = period(of: record), let field = field(of: record) else { return nil }
    let text = scope.edition.rules.period(period)
    let statement = site.facts.statement(field, of: record)
    figure.addRow(
      record,
      [
        FigureCell(
          text: text, sources: statement.claims.first?.evidence.sources ?? [],
          isDisputed: !statement.disputed.isEmpty,
          address: scope.address(of: .fact(record: record, field: field)))
      ])
    let extent: TimelineItem.Stretch =
      if period.isMoment, let moment = period.from {
        .moment(DecimalYears(moment).start)
      } else {
        .period(
          from: period.from.map { DecimalYears($0).start },
          to: period.to.map { DecimalYears($0).end })
      }
    var item = TimelineItem(
      label: figure.name(of: record), extent: extent,
      isInForce: !period.isMoment && period.to == nil, note: text)
    item.moments = moments(of: record)
    return item
  }

  /// The heading under which a record stands: the first choice or reference of the group's field, and
  /// the name of its kind where that has no such field.
  private func group(of record: RecordIndex) -> String {
    guard let located = timeline.lanes ?? timeline.group else { return "" }
    let kind = site.kind(of: record)
    guard let field = kind.fieldIndex(located.id) else { return kind.plural[scope.language] }
    guard let claim = site.facts.statement(field, of: record).claims.first else { return "" }
    return FactWords(scope: scope).text(of: claim, 0, field: field, of: record)
  }
}

extension TimelineExhibit {
  /// The field whose periods are shown, by its index; `nil` where the kind has none.
  func fieldIndex(in kind: Kind) -> FieldIndex? {
    if let named = field.flatMap({ kind.fieldIndex($0.id) }) { return named }
    return kind.fields.firstIndex(where: \.type.isTime)
  }

  /// Whether a period reaches into the bounds of the timeline.
  func isWithin(_ period: Period) -> Bool {
    if let from, let end = period.to, end < from { return false }
    if let to, let start = period.from, to < start { return false }
    return true
  }
}
