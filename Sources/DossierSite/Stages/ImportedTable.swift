public import DossierSource
import DossierTables

/// A table that is read once, to be written anew as what a project keeps.
public struct ImportedTable: Sendable {
  /// What is written of it.
  public enum Form: Sendable, Equatable {
    /// Records by their ids, each with the lines of its front matter.
    case records([(id: String, lines: [String])])
    /// A table of claims, as CSV with a point before the decimals and dates as ISO 8601 has them.
    case claims([UInt8])

    public static func == (left: Form, right: Form) -> Bool {
      switch (left, right) {
      case (.records(let a), .records(let b)):
        a.map(\.id) == b.map(\.id) && a.map(\.lines) == b.map(\.lines)
      case (.claims(let a), .claims(let b)): a == b
      default: false
      }
    }
  }

  /// A column of the head, and what it was understood to be.
  public struct Column: Sendable, Equatable {
    public var name: String
    /// `nil` for one that is passed over.
    public var meaning: String?
  }

  public let form: Form
  public let columns: [Column]
  /// How many rows stand below the head.
  public let rowCount: Int
  /// Whether a number of the table of claims could be taken for another where nobody says that a point
  /// stands before its decimals.
  public let needsDecimal: Bool
}

extension SiteSchema {
  /// The rules of a table by where it would lie in the project.
  public func tableRules(of path: String, kind: Kind) -> TableRules {
    let parts = path.split(separator: "/").map(String.init)
    let name = PathReading(schema: self).tableName(path, parts)
    return name.flatMap { tableRules[kind.folder]?.rules(of: $0) } ?? TableRules()
  }

  /// Reads a table that lies anywhere as one of a kind.
  ///
  /// - Parameter file: Its path is that of the diagnostics.
  /// - Returns: `nil` where anything of it is in error.
  public func importing(
    _ file: SourceFile, kind: Kind, rules: TableRules
  ) -> Outcome<ImportedTable?> {
    guard !file.isBroken else { return Outcome(nil) }
    let name = TableName(path: file.path, kind: kind.id, stem: "", language: nil)
    return TableImporter.importing(file, name, kind: kind, schema: self, rules)
  }
}

/// Reads a table to be written anew.
private struct TableImporter {
  private var reader: TableReader

  static func importing(
    _ file: SourceFile, _ name: TableName, kind: Kind, schema: SiteSchema, _ rules: TableRules
  ) -> Outcome<ImportedTable?> {
    let tried = TableReader.decode(file, name, kind: kind, schema: schema, rules)
    let untitled = (tried.value?.rows ?? []).compactMap { $0.withoutTitle(at: file.path) }
    let diagnostics = tried.diagnostics + untitled
    guard tried.value != nil, !diagnostics.contains(where: { $0.severity == .error }),
      let table = DelimitedTable.read(file, rules.form).value
    else { return Outcome(nil, diagnostics) }
    var importer = TableImporter(
      reader: TableReader(
        name: name, kind: kind, schema: schema, cells: CellReader(table: table, rules: rules),
        findings: Findings(path: name.path, rulesPath: nil)))
    return Outcome(importer.imported(), diagnostics)
  }

  private mutating func imported() -> ImportedTable? {
    let head = TableHead(kind: reader.kind, rules: reader.cells.rules, isTranslation: false)
    guard let shape = head.shape(of: reader.table.head) else { return nil }
    reader.readColumns(head, shape)
    let columns = reader.table.head.enumerated().map { index, name in
      ImportedTable.Column(name: name, meaning: meaning(of: reader.columns[index]))
    }
    switch shape {
    case .records:
      return ImportedTable(
        form: .records(frontMatters()), columns: columns, rowCount: reader.table.rows.count,
        needsDecimal: false)
    case .claims:
      let (bytes, needsDecimal) = canonicalClaims()
      return ImportedTable(
        form: .claims(bytes), columns: columns, rowCount: reader.table.rows.count,
        needsDecimal: needsDecimal)
    }
  }

  private func meaning(of column: TableColumn) -> String? {
    switch column {
    case .record: return "the id of the record"
    case .field: return "the field"
    case .item: return "which item it is"
    case .key(let key): return "'\(key)'"
    case .claim(let key): return "'\(key)' of the claim"
    case .fact(let field, let key):
      let id = reader.kind.fields[field].id
      let unit = reader.kind.fields[field].unit.map { " in \($0)" } ?? ""
      let value = "'\(id)': \(reader.kind.fields[field].type.name)\(unit)"
      return key == "value" ? value : "'\(key)' of '\(id)'"
    case .point(let field, let date): return "'\(reader.kind.fields[field].id)' as of \(date)"
    case .ignored: return nil
    }
  }

  private mutating func frontMatters() -> [(id: String, lines: [String])] {
    let (layout, column) = (reader.layout(), reader.index(of: .record))
    return reader.table.rows.compactMap { row in
      guard let (id, _) = reader.id(ofRow: row, in: column) else { return nil }
      return (id, YAMLWriter.lines(reader.root(ofRow: row, layout)))
    }
  }

  /// The same rows with the names of columns that are known, and cells of which there is no doubt.
  private mutating func canonicalClaims() -> (bytes: [UInt8], needsDecimal: Bool) {
    let kept = reader.columns.indices.filter { reader.columns[$0] != .ignored }
    var csv = CSVWriter(header: kept.map { reader.columns[$0].claimName })
    var needsDecimal = false
    let (record, fieldColumn) = (reader.index(of: .record), reader.index(of: .field))
    for row in reader.table.rows where record != nil {
      let fieldName =
        fieldColumn.flatMap { reader.cells.cell(row, $0, &reader.findings)?.text } ?? ""
      let field = reader.kind.fieldIndex(fieldName).map { reader.kind.fields[$0] }
      for column in kept {
        guard let cell = reader.cells.cell(row, column, &reader.findings) else {
          csv.add("")
          continue
        }
        let (text, isDoubtful) = canonical(cell, reader.columns[column], field)
        needsDecimal = needsDecimal || isDoubtful
        csv.add(text: text)
      }
      csv.endRow()
    }
    return (csv.bytes, needsDecimal)
  }

  private func canonical(
    _ cell: CellReader.Cell, _ column: TableColumn, _ field: Field?
  ) -> (text: String, isDoubtful: Bool) {
    guard case .claim(let key) = column, let field else { return (cell.text, false) }
    let sort = CellReader.Sort(of: field, key: key)
    guard case .scalar(let text, _) = reader.cells.node(cell, as: sort).content, sort != .text
    else {
      return (sort == .period ? periodText(cell) : cell.text, false)
    }
    return (text, sort == .number && NumberReadings.of(text).count > 1)
  }

  /// A period keeps its form, with its dates as they are read.
  private func periodText(_ cell: CellReader.Cell) -> String {
    cell.text.split(separator: "/", omittingEmptySubsequences: false)
      .map { reader.cells.rules.date(String($0)) ?? String($0) }.joined(separator: "/")
  }
}

extension TableColumn {
  /// The name of a column of a table of claims.
  fileprivate var claimName: String {
    switch self {
    case .record: "record"
    case .field: "field"
    case .item: "item"
    case .claim(let key), .key(let key): key
    case .fact, .point, .ignored: ""
    }
  }
}

extension TableRecord {
  /// What is to be said of a row that would make a record without a title.
  fileprivate func withoutTitle(at path: String) -> Diagnostic? {
    guard case .record(let record) = matter, record.gaps.contains(where: { $0.field == nil }) else {
      return nil
    }
    return .error(
      "table.record", "the row of '\(id)' gives the record no title",
      at: Place(path: path, span: span), help: "write it into a column 'title'")
  }
}
