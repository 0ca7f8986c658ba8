import DossierDrawing
import DossierSite

// Series over time.
extension ChartFigure {
  /// A line for each record, or for what each of its claims counts.
  mutating func lines() throws(ChartRefusal) -> FigureView {
    figure.columns = [scope.edition.strings["date"], units.label(chart.field)]
    figure.isSingle = records.count == 1
    var (series, facets): ([ChartSeries], [[String]]) = ([], [])
    for record in records {
      let parts = points(of: record)
      if parts.isEmpty { figure.omit(record, scope.edition.strings["no-claim"]) }
      for (of, points) in parts {
        series.append(ChartSeries(label: figure.name(of: record), runs: [points]))
        facets.append(names(of: record, counting: of))
      }
    }
    let axis = axis(chart.field)
    var line = LineChart(
      text: text(words.lines(series, axis)), unit: axis,
      series: series, isLogarithmic: chart.isLogarithmic,
      tickLabel: scope.edition.rules.tickLabel)
    line.references = references
    line.notes = chart.notes.map(words.note)
    line.gap = chart.gap
    line.second = units.second
    line.panels = panels(facets)
    if let gap = chart.gap, Self.hasGap(series, gap) { figure.remarks = [words.gap(gap)] }
    return try figure.view(of: line)
  }

  private static func hasGap(_ series: [ChartSeries], _ gap: Double) -> Bool {
    series.contains { line in
      let points = line.runs.joined().map(\.year)
      return zip(points, points.dropFirst()).contains { $1 - $0 > gap }
    }
  }

  /// The panels in which a line stands, by their names.
  private func names(of record: RecordIndex, counting of: String) -> [String] {
    guard let facet = chart.facet else { return [] }
    switch facet.id {
    case "record": return [figure.name(of: record)]
    case "of": return [of.isEmpty ? scope.edition.strings["not-stated"] : units.word(of)]
    default: return facets(facet, of: record)
    }
  }

  private func panels(_ facets: [[String]]) -> [LineChart.Panel] {
    guard let facet = chart.facet else { return [] }
    return ordered(facets.flatMap(\.self), by: facet).map { name in
      LineChart.Panel(label: name, series: facets.indices.filter { facets[$0].contains(name) })
    }
  }

  /// The points of a series that have a date and count what is asked for, for each thing that is
  /// counted where the chart is parted by that; those of one date are one disputed point.
  private mutating func points(of record: RecordIndex) -> [(of: String, points: [ChartPoint])] {
    guard let field = field(chart.field.id, of: record) else { return [] }
    let statement = site.facts.statement(field, of: record)
    let address = scope.address(of: .fact(record: record, field: field))
    var parts: [(of: String, points: [ChartPoint])] = []
    var places: [String: Int] = [:]
    for (number, claim) in statement.claims.enumerated()
    where chart.choice.of == nil || claim.of == chart.choice.of {
      guard let date = claim.evidence.asOf, let value = statement.quantity(of: claim)
      else { continue }
      let of = claim.of ?? ""
      counted[chart.field.id, default: []].insert(of)
      let key = chart.facet?.id == "of" ? of : ""
      let part = places[key] ?? parts.count
      if part == parts.count {
        places[key] = part
        parts.append((of, []))
      }
      let point = point(claim, number, value, date, in: statement, at: address)
      parts[part].points.append(point)
    }
    return parts.map { ($0.of, Self.merged($0.points)) }
  }

  private mutating func point(
    _ claim: Claim, _ number: Int, _ value: Quantity, _ date: PartialDate,
    in statement: Statement, at address: String
  ) -> ChartPoint {
    let text = FactWords(scope: scope).text(
      of: claim, number, field: statement.field, of: statement.record)
    let day = scope.edition.rules.date(date)
    figure.addRow(
      statement.record,
      [
        FigureCell(text: day),
        FigureCell(text: text, sources: claim.evidence.sources, address: address),
      ])
    var point = ChartPoint(
      year: DecimalYears(date).middle, value: Extent(value), isApproximate: claim.isApproximate,
      note: scope.edition.strings.labelled(day, text))
    point.text = scope.edition.rules.quantity(value)
    point.when = scope.edition.rules.shortDate(date)
    return point
  }

  /// The points by their time; of one time the first, with what the others say beside it.
  private static func merged(_ points: [ChartPoint]) -> [ChartPoint] {
    var (kept, places): ([ChartPoint], [Double: Int]) = ([], [:])
    for point in points {
      if let same = places[point.year] {
        if kept[same].value != point.value { kept[same].others.append(point.value) }
      } else {
        places[point.year] = kept.count
        kept.append(point)
      }
    }
    return kept.sorted { $0.year < $1.year }
  }
}

// A quantity at two times.
extension ChartFigure {
  mutating func slopes() throws(ChartRefusal) -> FigureView {
    let dates = chart.times.map(scope.edition.rules.date)
    figure.columns = dates
    var slopes: [SlopeChart.Slope] = []
    for record in records {
      let found = chart.times.compactMap { time in
        value(chart.field, of: record, ClaimChoice(of: chart.choice.of, at: time))
      }
      guard found.count == 2 else { continue }
      figure.addRow(record, found.map(\.cell))
      let rows = found.map { row($0, label: figure.name(of: record)) }
      slopes.append(SlopeChart.Slope(first: rows[0], second: rows[1]))
    }
    guard dates.count == 2 else { throw .empty }
    let axis = axis(chart.field)
    let times = (first: dates[0], second: dates[1])
    let slope = SlopeChart(
      text: text(words.slopes(slopes, axis, times)), unit: axis,
      times: times, slopes: slopes, isLogarithmic: chart.isLogarithmic,
      tickLabel: scope.edition.rules.tickLabel)
    return try figure.view(of: slope)
  }
}
