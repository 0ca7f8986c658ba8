import DossierSite
import DossierSource
import DossierTables

/// The text of a table that is imported, be it made of a workbook.
struct ImportSource {
  var text: SourceFile
  var rules: TableRules
  var sheet: String?

  /// Whether the bytes are those of a workbook, be it one that can be read or not.
  static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  static func read(
    _ bytes: [UInt8], name: String, _ options: TableImport.Options
  ) -> Outcome<ImportSource?> {
    guard isWorkbook(bytes) else {
      let text = TableText.decode(path: name, bytes: bytes)
      return text.map { $0.isBroken ? nil : ImportSource(text: $0, rules: options.rules) }
    }
    do throws(WorkbookFile.Flaw) {
      var file = try WorkbookFile(bytes)
      let sheet = try file.sheet(
        named: options.sheet, skippedRows: options.rules.form.skippedRows)
      var rules = options.rules
      rules.hasTypedCells = true
      rules.form.separator = .comma
      return Outcome(
        ImportSource(
          text: SourceFile(path: name, text: text(of: sheet)), rules: rules, sheet: sheet.name))
    } catch {
      return Outcome(nil, [error.diagnostic(of: name)])
    }
  }

  /// The sheet as CSV with a line for each row, and texts within quotation marks.
  private static func text(of sheet: WorkbookFile.Sheet) -> String {
    sheet.rows.map { row in
      row.map { cell in
        let line = cell.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let isQuoted = cell.isText || line.contains(where: { ",\"".contains($0) })
        return isQuoted && !line.isEmpty
          ? "\"" + line.replacing("\"", with: "\"\"") + "\"" : line
      }.joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }
}

extension WorkbookFile.Flaw {
  /// What is told of a workbook that cannot be read, with the cure.
  func diagnostic(of path: String) -> Diagnostic {
    let top = Place(path: path, line: 1, column: 1)
    switch self {
    case .broken:
      return .error(
        "workbook.broken", "the file is no workbook, or is cut off", at: top,
        help: "open it in a spreadsheet, and save it as .xlsx again")
    case .password:
      return .error(
        "workbook.password", "a password closes the workbook", at: top,
        help: "open it in a spreadsheet, and save a copy as .xlsx without a password")
    case .macros:
      return .error(
        "workbook.macros", "the workbook holds macros, which could do anything", at: top,
        help: "save a copy as .xlsx, which holds none")
    case .form(let form):
      return .error(
        "workbook.form", "the file is \(form)", at: top,
        help: "open it in a spreadsheet, and save it as .xlsx or as CSV in UTF-8")
    case .tooLarge:
      return .error(
        "workbook.size", "the workbook becomes too large when it is unpacked", at: top,
        help: "take the table alone, and save it as CSV in UTF-8")
    case .noSheet(let names): return sheets(names, "no sheet has that name", top)
    case .sheets(let names): return sheets(names, "several sheets hold something", top)
    case .merged(let range, let row, let column):
      return .error(
        "workbook.merged", "the cells \(range) are one",
        at: Place(path: path, line: row, column: column),
        help: "part them, and write what they say into each row that it is true of")
    }
  }

  private func sheets(_ names: [String], _ message: String, _ place: Place) -> Diagnostic {
    .error(
      "workbook.sheet", message, at: place,
      help: "name one with --sheet: "
        + (names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")))
  }
}
