import DossierDrawing
import DossierSite

/// Draws the figures of records as a chart.
struct ChartFigure: FigureMaker {
  let scope: PageScope
  let chart: ChartExhibit
  var figure: Figure
  /// What the figures of each field count, by the field's id.
  var counted: [String: Set<String>] = [:]

  /// In the author's order or that of the site.
  let records: [RecordIndex]
  let units: ChartUnits
  /// The choices that give marks their signs; none for one sign.
  private let groupChoices: [Choice]

  var site: LinkedSite { scope.site }
  var words: ChartWords { ChartWords(scope: scope) }

  init(_ chart: ChartExhibit, _ figure: Figure) {
    self.chart = chart
    self.figure = figure
    scope = figure.scope
    let records = scope.records(of: chart.selection)
    self.records = records
    units = ChartUnits(chart, scope)
    groupChoices = chart.group.map { Self.choices(of: $0, records, figure.scope.site) } ?? []
  }

  /// The choices of a field, as the first of the records declares it.
  private static func choices(
    of located: Located, _ records: [RecordIndex], _ site: LinkedSite
  ) -> [Choice] {
    guard let kind = records.first.map(site.kind), let field = kind.fieldIndex(located.id) else {
      return []
    }
    return kind.fields[field].type.choices
  }

  mutating func view() throws(ChartRefusal) -> FigureView {
    figure.cite(chart.references.compactMap(\.source) + chart.notes.compactMap(\.source))
    return switch chart.form {
    case .line: try lines()
    case .bars, .dots: try ranking()
    case .scatter: try scatter()
    case .slope: try slopes()
    case .dumbbell, .stacked, .grouped: try parts()
    }
  }

  func field(_ id: String, of record: RecordIndex) -> FieldIndex? {
    site.kind(of: record).fieldIndex(id)
  }

  /// The words at an axis.
  func axis(_ located: Located) -> String {
    let counts = chart.fields.map { counted[$0.id] ?? [] }
    let shared =
      chart.form == .scatter ? counted[located.id] ?? [] : counts.reduce([]) { $0.union($1) }
    return units.axis(located, counted: shared)
  }

  func text(_ description: String) -> ChartText {
    ChartText(title: figure.title, description: description)
  }

  /// The reference lines of the block.
  var references: [ChartReference] {
    chart.references.map { reference in
      let value = words.text(reference.value)
      return ChartReference(value: reference.value, text: reference.label + ":\u{A0}" + value)
    }
  }

  // Two quantities.
  private mutating func scatter() throws(ChartRefusal) -> FigureView {
    let (first, second) = (chart.field, chart.fields[1])
    figure.columns = [units.label(first), units.label(second)]
    var spots: [ChartSpot] = []
    for record in records {
      guard let x = value(first, of: record), let y = value(second, of: record) else { continue }
      figure.addRow(record, [x.cell, y.cell])
      spots.append(
        ChartSpot(
          label: figure.name(of: record), x: Extent(x.value), y: Extent(y.value),
          isApproximate: x.isApproximate || y.isApproximate,
          isDisputed: x.cell.isDisputed || y.cell.isDisputed, group: group(of: record)))
    }
    let (across, up) = (axis(first), axis(second))
    let scatter = ScatterChart(
      text: text(words.scatter(spots, across, up)), xUnit: across, yUnit: up, spots: spots,
      groups: groups, isXLogarithmic: chart.isLogarithmic, isYLogarithmic: chart.isLogarithmic,
      tickLabel: scope.edition.rules.tickLabel)
    return try figure.view(of: scatter)
  }

  // Groups and sections.

  /// The names of the choices that give marks their signs; empty for none.
  var groups: [String] { groupChoices.map { $0.label[scope.language] } }

  /// The place of a record's choice among the groups; 0 for none.
  func group(of record: RecordIndex) -> Int {
    guard let located = chart.group, let field = field(located.id, of: record),
      case .choice(let id)? = site.facts.statement(field, of: record).claims.first?.value
    else { return 0 }
    return groupChoices.firstIndex { $0.id == id } ?? 0
  }

  /// The names under which a record stands, by a field; several for a field that is a list.
  func facets(_ located: Located, of record: RecordIndex) -> [String] {
    guard let field = field(located.id, of: record) else { return [""] }
    let statement = site.facts.statement(field, of: record)
    let names = statement.shown.map {
      FactWords(scope: scope).text(of: $0.claim, $0.number, field: field, of: record)
    }
    return names.isEmpty ? [scope.edition.strings["not-stated"]] : names
  }

  /// Names in the order of a field's choices, then in that of their occurrence.
  func ordered(_ names: [String], by located: Located) -> [String] {
    var seen: Set<String> = []
    let order = Self.choices(of: located, records, site).map { $0.label[scope.language] }
      .filter(Set(names).contains)
    return (order + names).filter { seen.insert($0).inserted }
  }
}

// What a record says.
extension ChartFigure {
  /// The preferred figure of a record; one that has none is left out, with the reason.
  mutating func value(
    _ located: Located, of record: RecordIndex, _ choice: ClaimChoice? = nil
  ) -> FoundFigure? {
    guard let field = field(located.id, of: record) else { return nil }
    let kind = site.kind(of: record)
    let address = scope.address(of: .fact(record: record, field: field))
    let statement = site.facts.statement(field, of: record, choice ?? chart.choice)
    if let derived = statement.derived {
      guard let value = derived.quantity else {
        omit(record, located, FactWords(scope: scope).refusal(of: derived, kind) ?? "")
        return nil
      }
      let text = FactWords(scope: scope).text(of: derived, kind.fields[field], kind)
      let sources = derived.claims.flatMap(\.evidence.sources)
      return FoundFigure(
        value: value, isApproximate: derived.isApproximate,
        cell: FigureCell(text: text, sources: sources, address: address),
        counts: derived.inputs.map { $0.claim?.of ?? "" })
    }
    guard let stated = statement.figure, let (number, claim) = stated.claim else {
      omit(record, located, words.absence(field, of: record))
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
    return FoundFigure(
      value: stated.quantity, others: others, isApproximate: stated.isApproximate, cell: cell,
      counts: [claim.of ?? ""])
  }

  /// Tells why a record, or one of several figures of it, is left out.
  private mutating func omit(_ record: RecordIndex, _ located: Located, _ reason: String) {
    let isOne = chart.form == .stacked || chart.form == .grouped
    let strings = scope.edition.strings
    figure.omit(record, isOne ? strings.labelled(units.label(located), reason) : reason)
  }

  /// A figure as a row of a drawing.
  func row(_ found: FoundFigure, label: String) -> ChartRow {
    ChartRow(
      label: label, value: Extent(found.value), others: found.others.map { Extent($0) },
      isApproximate: found.isApproximate, text: scope.edition.rules.quantity(found.value))
  }
}

/// A figure that stands for a record, and how it stands in the table.
struct FoundFigure {
  var value: Quantity
  var others: [Quantity] = []
  var isApproximate: Bool
  var cell: FigureCell
  /// What is counted, by each of the inputs of a derived figure.
  var counts: [String]
}
