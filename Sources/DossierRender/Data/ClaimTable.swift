import DossierMarkdown
import DossierSite
import DossierTables

/// The long tables of a kind: a row for each claim, or for each point of a series.
///
/// A row holds every key of the claim, as its author wrote it, so that the table can be put into the
/// folder of the kind in the place of what it was made from. Fields that are computed are no claims,
/// and Markdown is kept in the records.
struct ClaimTable {
  private let scope: PageScope
  private let kindIndex: KindIndex
  private let kind: Kind
  /// By their index in the kind.
  private let fields: [FieldIndex]
  private let isOfSeries: Bool

  init(_ scope: PageScope, kind index: KindIndex, isOfSeries: Bool) {
    self.scope = scope
    self.isOfSeries = isOfSeries
    kindIndex = index
    let kind = scope.site.schema.kinds[index]
    self.kind = kind
    fields = kind.fields.indices.filter { kind.fields[$0].isTabled(ofSeries: isOfSeries) }
  }

  func csv() -> [UInt8] {
    var csv = CSVWriter(header: columns().map(\.name))
    for row in rows() { csv.add(row) }
    return csv.bytes
  }

  /// In the order of the records, of their fields, and of the claims.
  func rows() -> [[DataCell]] {
    scope.site.recordsOfKind[kindIndex].flatMap { record in
      let id = scope.site.records[record].key.id
      return fields.flatMap { field in
        rows(of: scope.site.facts.statement(field, of: record), kind.fields[field], id)
      }
    }
  }

  private func rows(
    of statement: Statement, _ field: Field, _ record: String
  ) -> [[DataCell]] {
    switch statement.matter {
    case .missing, .derived: []
    case .unknown(let evidence):
      [row(.word(DataValue.unknown), evidence, record, field, item: "1")]
    case .notApplicable(let evidence):
      [row(.word(DataValue.notApplicable), evidence, record, field, item: "1")]
    case .value(let claims), .items(let claims), .series(let claims), .ratings(let claims):
      claims.enumerated().map { number, claim in
        row(claim, record, field, item: String(number + 1))
      }
    }
  }

  private func row(
    _ claim: Claim, _ record: String, _ field: Field, item: String
  ) -> [DataCell] {
    switch claim.value {
    case .quantity(let quantity):
      let low = DataValue.written(quantity.low, quantity)
      let high = DataValue.written(quantity.high, quantity)
      let value = DataCell.number(quantity.isExact ? low : DataValue.interval)
      return row(
        value, claim.evidence, record, field, item: item, ends: (low, high), claim)
    case .rating(let key, let choice):
      return row(.word(choice), claim.evidence, record, field, item: key.id)
    case .text(let text): return row(.text(text), claim.evidence, record, field, item: item)
    case .date(let date): return row(.date("\(date)"), claim.evidence, record, field, item: item)
    case .period(let period):
      let text = DataValue.period(period)
      return row(.date(text), claim.evidence, record, field, item: item)
    case .choice(let id): return row(.word(id), claim.evidence, record, field, item: item)
    case .flag(let flag):
      return row(.word(flag ? "true" : "false"), claim.evidence, record, field, item: item)
    case .reference(let key): return row(.word(key.id), claim.evidence, record, field, item: item)
    case .place(let place):
      return row(.text(DataValue.place(place)), claim.evidence, record, field, item: item)
    case .markdown: return row(.empty, claim.evidence, record, field, item: item)
    }
  }

  private func row(
    _ value: DataCell, _ evidence: Evidence, _ record: String, _ field: Field, item: String,
    ends: (low: String, high: String) = ("", ""), _ claim: Claim? = nil
  ) -> [DataCell] {
    let date = DataCell.date(evidence.asOf?.description ?? "")
    let unit = claim.flatMap { $0.unit ?? field.unit } ?? ""
    let head: [DataCell] = [.word(record), .word(field.id), isOfSeries ? date : .word(item), value]
    let number: [DataCell] = [
      .number(ends.low), .number(ends.high), .word(unit), .word(claim?.of ?? ""),
      .flag(claim?.isApproximate ?? false),
    ]
    let sources = evidence.sources
    let locators = sources.map { DataValue.escaped($0.locator) }
    let tail: [DataCell] = [
      .word(sources.map(\.id).joined(separator: DataValue.separator)),
      .word(
        locators.allSatisfy(\.isEmpty) ? "" : locators.joined(separator: DataValue.separator)),
      .word(evidence.statedBasis ?? ""), .text(evidence.note ?? ""),
    ]
    return head + number + (isOfSeries ? [] : [date]) + tail
  }

  /// The columns in their order.
  func columns() -> [RecordTable.Column] {
    let strings = scope.edition.strings
    func column(_ name: String, _ type: String = "string") -> RecordTable.Column {
      RecordTable.Column(name: name, title: strings["data-" + name], type: type)
    }
    var record = RecordTable.Column(name: "record", title: kind.label[scope.language])
    record.target = kind.folder
    let place = isOfSeries ? column("as-of") : column("item")
    let value = column("value", isOfSeries ? "number" : "string")
    let head = [record, column("field"), place, value, column("low", "number")]
    let middle = [
      column("high", "number"), column("unit"), column("of"), column("approximate", "boolean"),
    ]
    let date = isOfSeries ? [] : [column("as-of")]
    return head + middle + date
      + [column("source"), column("locator"), column("basis"), column("note")]
  }
}

extension Field {
  /// Whether its claims stand in the table of claims, or in that of series.
  func isTabled(ofSeries: Bool) -> Bool {
    switch type {
    case .derived, .markdown: false
    case .series: ofSeries
    default: !ofSeries
    }
  }
}

extension DataValue {
  /// An end of a number with the digits with which it was written; empty for one that nobody stated.
  fileprivate static func written(_ end: Double, _ quantity: Quantity) -> String {
    guard end.isFinite else { return "" }
    let digits = number(end)
    guard quantity.decimals > 0, !digits.contains("e") else { return digits }
    let parts = digits.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1] : ""
    let zeros = String(repeating: "0", count: max(0, quantity.decimals - fraction.count))
    return parts[0] + "." + fraction + zeros
  }

  /// A place with its name, in each language where they differ: `42.66, 21.16 (en: Pristina; uk: …)`.
  fileprivate static func place(_ place: Coordinates) -> String {
    guard let name = place.name else { return place.written }
    let words = name.values.map { language, text in
      language.code.isEmpty ? text : "\(language.code): \(text)"
    }
    return "\(place.written) (\(words.joined(separator: "; ")))"
  }

  /// A text that bars separate from others, with those of its own told from them.
  static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
