/// What a column of a table holds.
enum TableColumn: Hashable {
  /// The id of the record that a row is, or speaks of.
  case record
  /// The id of the field that a row speaks of.
  case field
  /// Which item of the field a row is.
  case item
  /// A key of records that no field may take, such as `title`.
  case key(String)
  /// A key of a claim in a table of claims.
  case claim(String)
  /// A key of a claim of one field in a table of records; `value` for the column that bears its name.
  case fact(FieldIndex, String)
  /// A point of a series, at the date that the column bears.
  case point(FieldIndex, PartialDate)
  /// The author's own, or of no meaning.
  case ignored
}

/// The two sorts of tables, told by their heads.
enum TableShape: Sendable {
  /// A row for each record, with a column for each field.
  case records
  /// A row for each claim.
  case claims
}

/// Finds what the columns of a table hold.
struct TableHead {
  let kind: Kind
  let rules: TableRules
  let isTranslation: Bool

  /// Keys of a claim that may stand beside the value of a field: `peak-strength.as-of`.
  static let claimKeys = [
    "value", "low", "high", "unit", "of", "as-of", "source", "locator", "note", "basis",
    "approximate",
  ]

  /// Keys of a record that a table may give; the others are lists of mappings.
  private var recordKeys: [String] {
    let common = [
      "title", "short", "summary", "draft", "embargo", "updated", "aliases", "reviewed",
    ]
    let article =
      kind.role == .article
      ? ["date", "as-of", "order", "authors", "topics", "key-points"] : []
    return common + article + (isTranslation ? ["translated-from"] : [])
  }

  /// The sort of table that a head is of; `nil` where it may be neither or both.
  func shape(of names: [String]) -> TableShape? {
    let names = names.map { rules.columns[$0] ?? $0 }
    let hasClaims = names.contains("record") && names.contains("field")
    let hasRecords = names.contains("id")
    return hasClaims == hasRecords ? nil : hasClaims ? .claims : .records
  }

  /// What a column holds by its name; `nil` where no column has that name.
  func column(_ name: String, _ shape: TableShape) -> TableColumn? {
    let name = rules.columns[name] ?? name
    if name.isEmpty || MappingReader.isAuthorsOwn(name) { return .ignored }
    switch shape {
    case .claims: return claimColumn(name)
    case .records: return recordColumn(name)
    }
  }

  private func claimColumn(_ name: String) -> TableColumn? {
    switch name {
    case "record": .record
    case "field": .field
    case "item": .item
    default: Self.claimKeys.contains(name) ? .claim(name) : nil
    }
  }

  private func recordColumn(_ name: String) -> TableColumn? {
    if name == "id" { return .record }
    if recordKeys.contains(name) { return .key(name) }
    if let series = rules.series, let field = kind.fieldIndex(series), let date = PartialDate(name)
    {
      return .point(field, date)
    }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if parts[0] == "field", parts.count == 2, let field = kind.fieldIndex(String(parts[1])) {
      return .fact(field, "value")
    }
    guard let field = kind.fieldIndex(String(parts[0])) else { return nil }
    guard parts.count == 2 else { return .fact(field, "value") }
    let key = String(parts[1])
    return key != "value" && Self.claimKeys.contains(key) ? .fact(field, key) : nil
  }

  /// The names that columns may have, for a help.
  func names(_ shape: TableShape) -> [String] {
    switch shape {
    case .claims: ["record", "field", "item"] + Self.claimKeys
    case .records:
      ["id"] + recordKeys
        + kind.fields.flatMap { field in
          [field.id] + Self.claimKeys.dropFirst().map { "\(field.id).\($0)" }
        }
    }
  }
}
