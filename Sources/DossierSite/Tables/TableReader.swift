import DossierSource
import DossierTables

/// Reads a table of the folder of a kind.
struct TableReader {
  let name: TableName
  let kind: Kind
  let schema: SiteSchema
  let cells: CellReader
  var findings: Findings
  /// By the index of the column.
  private(set) var columns: [TableColumn] = []

  var table: DelimitedTable { cells.table }

  /// What a table says; `nil` where it cannot be read.
  static func decode(
    _ file: SourceFile, _ name: TableName, kind: Kind, schema: SiteSchema, _ rules: TableRules
  ) -> Outcome<ParsedTable?> {
    let outcome = DelimitedTable.read(file, rules.form)
    guard let table = outcome.value else { return Outcome(nil, outcome.diagnostics) }
    var reader = TableReader(
      name: name, kind: kind, schema: schema, cells: CellReader(table: table, rules: rules),
      findings: Findings(path: name.path, rulesPath: name.rulesPath))
    reader.findings.add(outcome.diagnostics)
    let rows = reader.rows()
    return Outcome(
      rows.map { ParsedTable(name: name, rows: $0) },
      TableFindings.folded(reader.findings.diagnostics, of: table))
  }

  /// Whether no name of the head is, or comes near to, one that a table of the kind has: then it is a
  /// file like any other.
  static func isForeign(_ file: SourceFile, _ kind: Kind, _ rules: TableRules) -> Bool {
    guard let names = DelimitedTable.head(of: file, rules.form) else { return false }
    let head = TableHead(kind: kind, rules: rules, isTranslation: false)
    let known = head.names(.records) + head.names(.claims)
    return names.allSatisfy { name in
      let name = rules.columns[name] ?? name
      return !known.contains(name) && Suggestion.nearest(to: name, among: known) == nil
    }
  }

  init(
    name: TableName, kind: Kind, schema: SiteSchema, cells: CellReader, findings: Findings
  ) {
    (self.name, self.kind, self.schema) = (name, kind, schema)
    (self.cells, self.findings) = (cells, findings)
  }

  private mutating func rows() -> [TableRecord]? {
    let isTranslation = name.language != nil
    let head = TableHead(kind: kind, rules: cells.rules, isTranslation: isTranslation)
    guard let shape = head.shape(of: table.head) else {
      tellShape(head)
      return nil
    }
    readColumns(head, shape)
    switch (shape, isTranslation) {
    case (.records, false): return recordRows()
    case (.claims, false): return claimRows()
    case (.records, true): return translationRows()
    case (.claims, true): return translatedClaimRows()
    }
  }

  private mutating func tellShape(_ head: TableHead) {
    let names = table.head.map { cells.rules.columns[$0] ?? $0 }
    let isBoth = names.contains("id")
    let wanted = ["id", "record", "field"].filter { !names.contains($0) }
    let near = names.compactMap { name in
      Suggestion.nearest(to: name, among: wanted).map { "'\($0)' for '\(name)'" }
    }
    let cure =
      near.isEmpty || isBoth
      ? "a table of records has a column 'id', one of claims the columns 'record' and 'field'"
      : "write \(near.joined(separator: ", "))"
    findings.error(
      "table.head",
      isBoth
        ? "the head is of a table of records and of one of claims"
        : "the head is of no table that can be read here", at: table.span(row: 0, column: 0),
      help: cure + "; a file to be published as it is lies in a folder of its own below this one")
  }

  mutating func readColumns(_ head: TableHead, _ shape: TableShape) {
    var seen: [TableColumn: Int] = [:]
    for (index, name) in table.head.enumerated() {
      let span = table.span(row: 0, column: index)
      guard let column = head.column(name, shape) else {
        findings.error(
          "table.column", "no column is called '\(cells.rules.columns[name] ?? name)'", at: span,
          help: (Suggestion.help(for: name, among: head.names(shape)).map { $0 + " — or " } ?? "")
            + "begin it with 'x-' where it is your own, or name its field under 'columns' in \(self.name.rulesPath)"
        )
        columns.append(.ignored)
        continue
      }
      if name.isEmpty { tellNameless(index) }
      if column != .ignored, let first = seen.updateValue(index, forKey: column) {
        let other = table.span(row: 0, column: first)
        findings.error(
          "table.column-twice", "the column '\(name)' stands twice", at: span,
          help: "keep one; the other is at \(other.line):\(other.column)")
        columns.append(.ignored)
      } else {
        columns.append(column)
      }
    }
  }

  /// A column without a name may hold nothing.
  private mutating func tellNameless(_ column: Int) {
    guard let row = table.rows.first(where: { !table.isEmpty(row: $0, column: column) }) else {
      return
    }
    findings.error(
      "table.column", "the column of this cell has no name",
      at: table.span(row: row, column: column),
      help: "write it into the head; one that begins with 'x-' is your own")
  }

  /// The column that holds something.
  func index(of column: TableColumn) -> Int? { columns.firstIndex(of: column) }

  /// The id of the record that a row is or speaks of; a row without one is a mistake.
  mutating func id(ofRow row: Int, in column: Int?) -> (id: String, span: Span)? {
    guard let cell = cells.cell(row, column, &findings) else {
      let name = columns.contains(.field) ? "record" : "id"
      findings.error(
        "table.id", "the row names no record", at: table.span(row: row, column: column ?? 0),
        help: "write its id into the column '\(name)'")
      return nil
    }
    guard Identifier.isValid(cell.text), cell.text != "index" else {
      findings.error(
        "record.id", "'\(cell.text)' cannot be a record's id", at: cell.span,
        help: cell.text == "index"
          ? "the page of that name is the list of the kind's records"
          : Identifier.suggestion(for: cell.text).map { "write '\($0)'" })
      return nil
    }
    return (cell.text, cell.span)
  }
}
