public import DossierSite
public import DossierSource
import DossierTables

/// A table of another program, made records or a table of claims of a project once.
///
/// Nothing is written here: ``files`` says what would be.
public struct TableImport: Sendable {
  /// A file to be written, below the project.
  public struct File: Sendable, Equatable {
    public var path: String
    public var bytes: [UInt8]
  }

  /// What the file of the table cannot say.
  public struct Options: Sendable {
    /// The sheet of a workbook; `nil` for the only one that holds anything.
    public var sheet: String?
    /// How its cells are read.
    public var rules: TableRules

    public init(rules: TableRules, sheet: String? = nil) {
      (self.rules, self.sheet) = (rules, sheet)
    }
  }

  public let files: [File]
  /// What was understood, line by line, for whoever decides.
  public let summary: [String]

  /// Reads the bytes of a CSV or TSV file or of a workbook.
  ///
  /// - Parameters:
  ///   - name: The file's path as it was given, which is that of the diagnostics.
  ///   - kind: What the rows are, or speak of.
  /// - Returns: The outcome, and the text to which the diagnostics point; the value is `nil` where
  ///   anything is in error.
  public static func read(
    _ bytes: [UInt8], name: String, kind: Kind, in schema: SiteSchema, _ options: Options
  ) -> (outcome: Outcome<TableImport?>, text: [UInt8]) {
    let source = ImportSource.read(bytes, name: name, options)
    guard let file = source.value else {
      // The bytes of a workbook are no lines to be shown.
      return (Outcome(nil, source.diagnostics), ImportSource.isWorkbook(bytes) ? [] : bytes)
    }
    let table = schema.importing(file.text, kind: kind, rules: file.rules)
    let outcome = Outcome(table.value, source.diagnostics + table.diagnostics)
      .map { table in
        table.map { TableImport($0, name: name, sheet: file.sheet, kind: kind, schema) }
      }
    return (outcome, file.text.bytes)
  }

  private init(
    _ table: ImportedTable, name: String, sheet: String?, kind: Kind, _ schema: SiteSchema
  ) {
    let stem = Self.stem(of: name)
    let folder = "content/\(kind.folder)/"
    let rows = "\(table.rowCount) row\(table.rowCount == 1 ? "" : "s")"
    let place = name + (sheet.map { ", sheet '\($0)'" } ?? "")
    var lines: [String]
    switch table.form {
    case .records(let records):
      lines = ["\(place): \(rows), each a record of the kind '\(kind.id)'"]
      files = records.map { id, lines in
        let text = (["---"] + lines + ["---", ""]).joined(separator: "\n")
        return File(path: "\(folder)\(id).md", bytes: Array(text.utf8))
      }
    case .claims(let bytes):
      lines = ["\(place): \(rows), each a claim of a record of the kind '\(kind.id)'"]
      let path = "\(folder)\(stem).csv"
      let rules = Self.rulesFile(path, kind, schema, needsDecimal: table.needsDecimal)
      files = [File(path: path, bytes: bytes)] + (rules.map { [$0] } ?? [])
    }
    lines += table.columns.map { column in
      "  \(column.name): \(column.meaning ?? "passed over")"
    }
    if let first = files.first {
      lines.append("\(first.path) becomes:")
      let text = String(decoding: first.bytes, as: UTF8.self)
      lines += text.split(whereSeparator: \.isNewline).prefix(12).map { "  " + $0 }
    }
    summary = lines
  }

  /// The file's name without its ending, as an id.
  private static func stem(of name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    let dot = last.lastIndex(of: ".") ?? last.endIndex
    return Identifier.suggestion(for: String(last[..<dot])) ?? "table"
  }

  /// What says how the table is to be read, where the folder says otherwise or a number needs it.
  private static func rulesFile(
    _ path: String, _ kind: Kind, _ schema: SiteSchema, needsDecimal: Bool
  ) -> File? {
    let rules = schema.tableRules(of: path, kind: kind)
    let isRead =
      rules.form == TableForm() && rules.columns.isEmpty && rules.decimal != .comma
      && (!needsDecimal || rules.decimal == .point)
    guard !isRead else { return nil }
    let name = path.split(separator: "/").last ?? ""
    let text =
      "\(name): {decimal: \".\", separator: \",\", skip-rows: 0, columns: {}}\n"
    return File(path: "content/\(kind.folder)/_tables.yml", bytes: Array(text.utf8))
  }
}
