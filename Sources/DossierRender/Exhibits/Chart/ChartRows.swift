import DossierDrawing
import DossierSite

// One quantity across records.
extension ChartFigure {
  mutating func ranking() throws(ChartRefusal) -> FigureView {
    figure.columns = [units.label(chart.field)]
    var (rows, facets): ([ChartRow], [[String]]) = ([], [])
    var members: [Median.Member] = []
    for record in records {
      guard let found = value(chart.field, of: record) else { continue }
      figure.addRow(record, [found.cell])
      var row = row(found, label: name(of: record))
      row.when = when(of: record)
      row.group = group(of: record)
      rows.append(row)
      facets.append(sections(of: record, counting: found.counts))
      members.append(
        Median.Member(
          value: found.value, isApproximate: found.isApproximate, isDisputed: !found.others.isEmpty,
          counts: found.counts))
    }
    let sections = chart.facet.map { ordered(facets.flatMap(\.self), by: $0) } ?? []
    // What is counted for different tasks has no middle.
    let median = sections.isEmpty ? reference(to: Median.of(members)) : nil
    let axis = axis(chart.field)
    var ranking = RankingChart(
      text: text(words.ranking(rows, axis)),
      form: chart.form == .bars ? .bars : .dots, unit: axis,
      rows: sections.isEmpty ? rows : Self.parted(rows, facets, sections), groups: groups,
      isLogarithmic: chart.isLogarithmic, tickLabel: scope.edition.rules.tickLabel)
    ranking.references = [median].compactMap(\.self) + references
    ranking.sections = sections
    ranking.second = units.second
    return try figure.view(of: ranking)
  }

  /// A row in each section that it names.
  private static func parted(
    _ rows: [ChartRow], _ facets: [[String]], _ sections: [String]
  ) -> [ChartRow] {
    let places = Dictionary(
      zip(sections, sections.indices), uniquingKeysWith: { first, _ in first })
    return zip(rows, facets).flatMap { row, names in
      names.map { name in
        var row = row
        row.section = places[name] ?? 0
        return row
      }
    }
  }

  private func sections(of record: RecordIndex, counting of: [String]) -> [String] {
    guard let facet = chart.facet else { return [] }
    guard facet.id == "of" else { return facets(facet, of: record) }
    let words = of.filter { !$0.isEmpty }.map(units.word)
    return [words.isEmpty ? scope.edition.strings["not-stated"] : words.joined(separator: ", ")]
  }

  /// Who named the figure, where the chart says so, else the record.
  private func name(of record: RecordIndex) -> String {
    guard let located = chart.name else { return figure.name(of: record) }
    let name = said(located, of: record) { scope.edition.rules.date($0) }
    return name.isEmpty ? figure.name(of: record) : name
  }

  private func when(of record: RecordIndex) -> String {
    guard let located = chart.when else { return "" }
    return said(located, of: record, date: scope.edition.rules.shortDate)
  }

  /// What a record says for a field, dates in a form of their own.
  private func said(
    _ located: Located, of record: RecordIndex, date: (PartialDate) -> String
  ) -> String {
    guard let field = field(located.id, of: record),
      let shown = site.facts.statement(field, of: record).shown.first
    else { return "" }
    if case .date(let day) = shown.claim.value { return date(day) }
    return FactWords(scope: scope).text(of: shown.claim, shown.number, field: field, of: record)
  }

  private func reference(to median: Quantity?) -> ChartReference? {
    guard let median, median.isExact else { return nil }
    let text = scope.edition.strings["median"] + "\u{A0}" + scope.edition.rules.quantity(median)
    return ChartReference(value: median.low, text: text)
  }
}

// Several quantities of each record.
extension ChartFigure {
  mutating func parts() throws(ChartRefusal) -> FigureView {
    let names = chart.fields.map(units.label)
    figure.columns = names
    let form: PartsChart.Form =
      switch chart.form {
      case .stacked: .stacked
      case .grouped: .grouped
      default: .dumbbell
      }
    var rows: [PartsRow] = []
    for record in records {
      var parts: [PartsRow.Part] = []
      var cells: [FigureCell] = []
      for (index, located) in chart.fields.enumerated() {
        let found = value(located, of: record)
        cells.append(found?.cell ?? FigureCell(text: "–"))
        guard let found else { continue }
        parts.append(PartsRow.Part(index: index, value: row(found, label: names[index])))
      }
      // A stack without one of its parts would look like a smaller whole.
      let isShown = form == .grouped ? !parts.isEmpty : parts.count == chart.fields.count
      guard isShown else { continue }
      figure.addRow(record, cells)
      rows.append(PartsRow(label: figure.name(of: record), parts: parts))
    }
    var chart = PartsChart(
      text: text(words.parts(rows, names, axis(self.chart.field))), form: form,
      unit: axis(self.chart.field), parts: names, rows: rows,
      tickLabel: scope.edition.rules.tickLabel)
    chart.isLogarithmic = self.chart.isLogarithmic
    chart.references = references
    return try figure.view(of: chart)
  }
}
