import DossierSite
import DossierTables

/// The figures of an exhibit as a table: `data/exhibits/briefings/designing/strength.csv`.
///
/// A row for each claim that the exhibit shows, and for each that disputes it; the same for every
/// language. What is said of records comes before what the exhibit makes of it.
struct ExhibitTable {
  let scope: PageScope
  private var csv = CSVWriter(header: ExhibitColumns.names)

  var site: LinkedSite { scope.site }

  /// The heads of every table.
  init(_ scope: PageScope) {
    self.scope = scope
  }

  /// The table of what an exhibit shows as CSV: records in the order of the exhibit.
  static func csv(of place: PlacedExhibit) -> [UInt8] {
    var table = ExhibitTable(place.scope)
    place.room?.addFigures(to: &table)
    return table.csv.bytes
  }
}

extension ExhibitTable {
  /// Adds the claims that stand for what a record says for a field, or what it says instead.
  mutating func add(
    _ id: String, of record: RecordIndex, _ choice: ClaimChoice = .preferred
  ) {
    guard let index = site.kind(of: record).fieldIndex(id) else { return }
    let shown = site.facts.statement(index, of: record, choice).shown.map(\.number)
    add(index, of: record, shown, at: choice.at)
  }

  /// Adds all claims of a field that an exhibit shows, or what the record says instead.
  mutating func add(
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

  mutating func addRow(
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

extension Field {
  /// The unit in which data files give its numbers; `nil` for what is no number.
  fileprivate var dataUnit: String? { type.isNumeric ? unit : nil }
}

struct ExhibitFile {
  let scope: PageScope

  /// The figures of an exhibit, by its place in the text of a record in the original's language.
  func exhibitTable(at place: Int, of record: RecordIndex) -> [UInt8] {
    let exhibits = scope.site.records[record].text.exhibits
    guard place < exhibits.count else { return [] }
    return ExhibitTable.csv(
      of: PlacedExhibit(scope: scope, exhibit: exhibits[place], record: record, number: place + 1))
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
