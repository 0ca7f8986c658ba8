import DossierSite

/// The figures of an exhibit as a table: `data/exhibits/briefings/designing/strength.csv`.
///
/// A row for each claim that the exhibit shows, and for each that disputes it; the same for every
/// language. What is said of records comes before what the exhibit makes of it.
struct ExhibitTable {
  private let scope: PageScope
  private var csv = CSVWriter(header: Self.columns)

  private var site: LinkedSite { scope.site }

  private static let columns = [
    "record", "title", "field", "value", "low", "high", "unit", "of", "approximate", "as-of",
    "source", "basis", "note", "disputed",
  ]

  init(_ scope: PageScope) {
    self.scope = scope
  }

  /// The table as CSV: records in the order of the exhibit.
  static func csv(of exhibit: Exhibit, in scope: PageScope) -> [UInt8] {
    var table = ExhibitTable(scope)
    switch exhibit.content {
    case .compare(let compare): table.add(compare)
    case .chart(let chart): table.add(chart)
    case .timeline(let timeline): table.add(timeline)
    case .scaled(let scaled): table.add(scaled)
    case .matrix(let matrix): table.add(matrix)
    case .broken: break
    }
    return table.csv.bytes
  }

  private mutating func add(_ compare: CompareExhibit) {
    for record in scope.records(of: compare.selection) {
      for field in compare.fields { add(field.id, of: record, ClaimChoice(at: compare.at)) }
    }
  }

  private mutating func add(_ chart: ChartExhibit) {
    for record in scope.records(of: chart.selection) {
      for field in [chart.field, chart.other].compactMap(\.self) {
        guard chart.form == .line else {
          add(field.id, of: record, chart.choice)
          continue
        }
        add(field.id, of: record) { claim in
          claim.evidence.asOf != nil && (chart.choice.of == nil || claim.of == chart.choice.of)
        }
      }
    }
  }

  private mutating func add(_ timeline: TimelineExhibit) {
    for record in scope.records(of: timeline.selection) {
      let kind = site.kind(of: record)
      guard let field = timeline.fieldIndex(in: kind),
        let period = site.facts.statement(field, of: record).claims.first?.value.period,
        timeline.isWithin(period)
      else { continue }
      add(kind.fields[field].id, of: record)
    }
  }

  private mutating func add(_ scaled: ScaledExhibit) {
    guard let ground = site.record(scaled.ground.key) else { return }
    let choice = ClaimChoice(at: scaled.at)
    for measure in scaled.measures { add(measure.id, of: ground, choice) }
    let precedents = scope.records(of: scaled.precedents)
    for record in precedents {
      for field in [scaled.strength] + scaled.measures { add(field.id, of: record, choice) }
    }
    if let field = scaled.estimates {
      for record in scope.records(of: scaled.estimateRecords) {
        add(field.id, of: record) { _ in true }
      }
    }
    let figure = ScaledFigure(scope, scaled, anchor: "", number: 0)
    for measure in scaled.measures {
      for record in precedents {
        guard let scaling = figure.scaling(of: record, by: measure.id, to: ground) else { continue }
        var data = DataValue()
        data.set(scaling.persons)
        data.isApproximate = true
        data.basis = Evidence.Basis.derived.rawValue
        addRow(data, "scaled-by-" + measure.id, "persons", of: record)
      }
    }
  }

  private mutating func add(_ exhibit: MatrixExhibit) {
    guard let model = site.conditions.model else { return }
    let matrix = MatrixTable(scope, exhibit, number: 0)
    for condition in matrix.conditions {
      guard let state = site.conditions.state(of: condition, in: matrix.scenario) else { continue }
      var data = matrix.scenario == nil ? state.data : DataValue()
      data.value = state.status.rawValue
      let fields = site.schema.kinds[model.conditionKind].fields
      addRow(data, fields[model.statusField].id, nil, of: condition)
    }
    for option in matrix.options {
      let needs = site.conditions.needs(of: option)
      if let field = model.needsField.map({ site.kind(of: option).fields[$0] }) {
        for claim in matrix.conditions.compactMap({ needs[$0] }) {
          addRow(
            DataValues(scope: scope).dataValue(claim, in: field, of: option), field.id, nil,
            of: option)
        }
      }
      addOwnStates(of: option, matrix)
      var data = DataValue()
      data.value = site.conditions.verdict(on: option, in: matrix.scenario).outcome.rawValue
      data.basis = Evidence.Basis.derived.rawValue
      addRow(data, "verdict", nil, of: option)
    }
  }
}

extension ExhibitTable {
  /// The states that count for an option in place of the conditions'.
  private mutating func addOwnStates(of option: RecordIndex, _ matrix: MatrixTable) {
    for condition in matrix.conditions {
      guard let state = site.conditions.state(of: condition, for: option, in: matrix.scenario),
        state.origin == .option, let claim = state.claim
      else { continue }
      let field = site.kind(of: option).fields[state.field]
      addRow(
        DataValues(scope: scope).dataValue(claim, in: field, of: option), field.id, nil, of: option)
    }
  }

  /// Adds the claims that stand for what a record says for a field, or what it says instead.
  private mutating func add(
    _ id: String, of record: RecordIndex, _ choice: ClaimChoice = .preferred
  ) {
    guard let index = site.kind(of: record).fieldIndex(id) else { return }
    let shown = site.facts.statement(index, of: record, choice).shown.map(\.number)
    add(index, of: record, shown, at: choice.at)
  }

  /// Adds all claims of a field that an exhibit shows, or what the record says instead.
  private mutating func add(
    _ id: String, of record: RecordIndex, where isShown: (Claim) -> Bool
  ) {
    guard let index = site.kind(of: record).fieldIndex(id) else { return }
    let claims = site.facts.statement(index, of: record).claims
    add(index, of: record, claims.indices.filter { isShown(claims[$0]) }, at: nil)
  }

  /// - Parameter shown: Claims by their number; those that contradict one of them come with it.
  private mutating func add(
    _ index: FieldIndex, of record: RecordIndex, _ shown: [Int], at date: PartialDate?
  ) {
    let kind = site.kind(of: record)
    let field = kind.fields[index]
    let values = DataValues(scope: scope).dataValues(ofField: index, of: record, kind, at: date)
    let statement = site.facts.statement(index, of: record)
    guard !statement.claims.isEmpty else {
      for value in values { addRow(value, field.id, field.dataUnit, of: record) }
      return
    }
    let disputed = statement.disputed
    for number in Set(shown).union(statement.disputants(of: shown)).sorted() {
      addRow(
        values[number], field.id, field.dataUnit, of: record,
        isDisputed: disputed.contains(number))
    }
  }

  private mutating func addRow(
    _ data: DataValue, _ field: String, _ unit: String?, of record: RecordIndex,
    isDisputed: Bool = false
  ) {
    let entry = site.records[record]
    csv.add(entry.key.description)
    csv.add(text: entry.title)
    csv.add(field)
    data.isText ? csv.add(text: data.value) : csv.add(data.value)
    csv.add(data.low)
    csv.add(data.high)
    csv.add(unit ?? "")
    csv.add(data.of)
    csv.add(data.isApproximate ? "true" : "")
    csv.add(data.asOf)
    csv.add(data.source)
    csv.add(data.basis)
    csv.add(text: data.note)
    csv.add(isDisputed ? "true" : "")
    csv.endRow()
  }
}

extension ConditionState {
  /// Its evidence, as data files write it.
  fileprivate var data: DataValue { claim.map { DataValue($0.evidence) } ?? DataValue() }
}

extension Field {
  /// The unit in which data files give its numbers; `nil` for what is no number.
  fileprivate var dataUnit: String? { type.isNumeric ? unit : nil }
}

struct ExhibitFile {
  let scope: PageScope

  /// The figures of an exhibit, by its place in the text of a record in the original's language.
  func exhibitTable(at place: Int, of record: RecordIndex) -> [UInt8] {
    let exhibits = scope.site.records[record].text.exhibits
    return place < exhibits.count ? ExhibitTable.csv(of: exhibits[place], in: scope) : []
  }

  /// The address of an exhibit's figures as a file; `nil` for one of a translation that no id ties
  /// to an exhibit of the original.
  func exhibitData(of exhibit: Exhibit, in record: RecordIndex) -> String? {
    let entry = scope.site.records[record]
    let isTranslated = scope.edition.translation(of: entry) != nil
    let place = entry.text.exhibits.firstIndex { other in
      exhibit.id == nil && !isTranslated ? other.span == exhibit.span : other.id == exhibit.id
    }
    guard let place, !isTranslated || exhibit.id != nil else { return nil }
    return scope.root + scope.routes.route(.exhibitData(record: record, place: place))
  }
}
