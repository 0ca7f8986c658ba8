import DossierDrawing
import DossierSite

/// Draws the figures of records as a chart.
struct ChartFigure {
  let scope: PageScope
  let chart: ChartExhibit
  private(set) var figure: Figure
  /// What the figures of each field count, by the field's id.
  private var counted: [String: Set<String>] = [:]

  private var site: LinkedSite { scope.site }
  private var records: [RecordIndex] { scope.records(of: chart.selection) }

  init(_ chart: ChartExhibit, _ figure: Figure) {
    self.chart = chart
    self.figure = figure
    scope = figure.scope
  }

  /// The view; afterwards ``figure`` knows the sources.
  mutating func view() throws(ChartRefusal) -> FigureView {
    let drawing =
      switch chart.form {
      case .line: try lines()
      case .bars, .dots: try ranking()
      case .scatter: try scatter()
      }
    return figure.view(of: drawing)
  }

  private func field(_ id: String, of record: RecordIndex) -> FieldIndex? {
    site.kind(of: record).fieldIndex(id)
  }

  private func label(_ located: Located) -> String {
    guard let record = records.first, let field = field(located.id, of: record) else {
      return located.id
    }
    return site.kind(of: record).fields[field].label[scope.language]
  }

  /// The word at an axis: the field's label and its unit, or what all figures count where they count
  /// the same.
  private func axis(_ located: Located) -> String {
    guard let record = records.first, let field = field(located.id, of: record) else { return "" }
    let counts = counted[located.id] ?? []
    let count = counts.count == 1 ? counts.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    let unit = chart.choice.of ?? count ?? site.kind(of: record).fields[field].unit
    let word = unit.map { site.schema.unit($0).label[scope.language].other }
    return [label(located), word].compactMap(\.self).joined(separator: ", ")
  }

  private func chartText(_ names: [String]) -> ChartText {
    ChartText(
      title: figure.title, description: scope.edition.rules.list(names.isEmpty ? [""] : names))
  }

  // A line for each record.
  private mutating func lines() throws(ChartRefusal) -> ChartDrawing {
    figure.columns = [scope.edition.strings["date"], label(chart.field)]
    figure.isSingle = records.count == 1
    var series: [ChartSeries] = []
    for record in records {
      let points = points(of: record)
      if points.isEmpty {
        figure.omit(record, scope.edition.strings["no-claim"])
      } else {
        series.append(ChartSeries(label: figure.name(of: record), runs: [points]))
      }
    }
    let line = LineChart(
      text: chartText(series.map(\.label)), unit: axis(chart.field), series: series,
      isLogarithmic: chart.isLogarithmic, tickLabel: scope.edition.rules.tickLabel)
    return try line.drawing(idPrefix: figure.idPrefix)
  }

  /// The points of a series that have a date and count what is asked for; those of one date are one
  /// disputed point.
  private mutating func points(of record: RecordIndex) -> [ChartPoint] {
    guard let field = field(chart.field.id, of: record) else { return [] }
    let statement = site.facts.statement(field, of: record)
    var points: [ChartPoint] = []
    for (number, claim) in statement.claims.enumerated()
    where chart.choice.of == nil || claim.of == chart.choice.of {
      guard let date = claim.evidence.asOf, let value = statement.quantity(of: claim)
      else { continue }
      counted[chart.field.id, default: []].insert(claim.of ?? "")
      let text = FactWords(scope: scope).text(of: claim, number, field: field, of: record)
      let day = scope.edition.rules.date(date)
      figure.addRow(
        record,
        [
          FigureCell(text: day),
          FigureCell(
            text: text, sources: claim.evidence.sources,
            address: scope.address(of: .fact(record: record, field: field))),
        ])
      let year = DecimalYears(date).middle
      if let same = points.firstIndex(where: { $0.year == year }) {
        let other = Extent(value)
        if points[same].value != other { points[same].others.append(other) }
      } else {
        points.append(
          ChartPoint(
            year: year, value: Extent(value), isApproximate: claim.isApproximate,
            note: "\(day): \(text)"))
      }
    }
    return points.sorted { $0.year < $1.year }
  }

  // One quantity across records.
  private mutating func ranking() throws(ChartRefusal) -> ChartDrawing {
    figure.columns = [label(chart.field)]
    var rows: [ChartRow] = []
    var members: [Median.Member] = []
    for record in records {
      guard let found = value(chart.field, of: record) else { continue }
      figure.addRow(record, [found.cell])
      rows.append(
        ChartRow(
          label: figure.name(of: record), value: Extent(found.value),
          others: found.others.map { Extent($0) }, isApproximate: found.isApproximate,
          text: scope.edition.rules.quantity(found.value)))
      members.append(
        Median.Member(
          value: found.value, isApproximate: found.isApproximate, isDisputed: !found.others.isEmpty,
          counts: found.counts))
    }
    let ranking = RankingChart(
      text: chartText(rows.map(\.label)), form: chart.form == .bars ? .bars : .dots,
      unit: axis(chart.field), rows: rows, reference: reference(to: Median.of(members)),
      isLogarithmic: chart.isLogarithmic, tickLabel: scope.edition.rules.tickLabel)
    return try ranking.drawing(idPrefix: figure.idPrefix)
  }

  private func reference(to median: Quantity?) -> ChartReference? {
    guard let median, median.isExact else { return nil }
    let text = scope.edition.strings["median"] + "\u{A0}" + scope.edition.rules.quantity(median)
    return ChartReference(value: median.low, text: text)
  }

  // Two quantities.
  private mutating func scatter() throws(ChartRefusal) -> ChartDrawing {
    guard let other = chart.other else { throw .empty }
    figure.columns = [label(chart.field), label(other)]
    var spots: [ChartSpot] = []
    for record in records {
      guard let x = value(chart.field, of: record), let y = value(other, of: record) else {
        continue
      }
      figure.addRow(record, [x.cell, y.cell])
      spots.append(
        ChartSpot(
          label: figure.name(of: record), x: Extent(x.value), y: Extent(y.value),
          isApproximate: x.isApproximate || y.isApproximate,
          isDisputed: x.cell.isDisputed || y.cell.isDisputed))
    }
    let scatter = ScatterChart(
      text: chartText(spots.map(\.label)), xUnit: axis(chart.field), yUnit: axis(other),
      spots: spots, isXLogarithmic: chart.isLogarithmic, isYLogarithmic: chart.isLogarithmic,
      tickLabel: scope.edition.rules.tickLabel)
    return try scatter.drawing(idPrefix: figure.idPrefix)
  }

  private struct Found {
    var value: Quantity
    var others: [Quantity] = []
    var isApproximate: Bool
    var cell: FigureCell
    /// What is counted, by each of the inputs of a derived figure.
    var counts: [String]
  }

  /// The preferred figure of a record; one that has none is left out, with the reason.
  private mutating func value(_ located: Located, of record: RecordIndex) -> Found? {
    guard let field = field(located.id, of: record) else { return nil }
    let kind = site.kind(of: record)
    let address = scope.address(of: .fact(record: record, field: field))
    let statement = site.facts.statement(field, of: record, chart.choice)
    if let derived = statement.derived {
      guard let value = derived.quantity else {
        figure.omit(record, FactWords(scope: scope).refusal(of: derived, kind) ?? "")
        return nil
      }
      let text = FactWords(scope: scope).text(of: derived, kind.fields[field], kind)
      let sources = derived.claims.flatMap(\.evidence.sources)
      return Found(
        value: value, isApproximate: derived.isApproximate,
        cell: FigureCell(text: text, sources: sources, address: address),
        counts: derived.inputs.map { $0.claim?.of ?? "" })
    }
    guard let stated = statement.figure,
      let (number, claim) = stated.claim
    else {
      figure.omit(record, absence(field, of: record))
      return nil
    }
    counted[located.id, default: []].insert(claim.of ?? "")
    let others = statement.disputants(of: [number]).compactMap {
      statement.quantity(of: statement.claims[$0])
    }
    let cell = FigureCell(
      text: FactWords(scope: scope).text(of: claim, number, field: field, of: record),
      asOf: claim.evidence.asOf.map(scope.edition.rules.shortDate), sources: claim.evidence.sources,
      isDisputed: !others.isEmpty, address: address)
    return Found(
      value: stated.quantity, others: others, isApproximate: stated.isApproximate, cell: cell,
      counts: [claim.of ?? ""])
  }

  private func absence(_ field: FieldIndex, of record: RecordIndex) -> String {
    switch site.facts.statement(field, of: record).matter {
    case .unknown: scope.edition.strings["unknown"]
    case .notApplicable: scope.edition.strings["not-applicable"]
    default: scope.edition.strings["no-claim"]
    }
  }
}
