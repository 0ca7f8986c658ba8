/// A workbook for spreadsheets, as it is written.
public struct Workbook: Sendable {
  /// What a cell holds.
  public enum Cell: Sendable, Equatable {
    case empty
    /// A text that no spreadsheet takes for a formula, a number or a date.
    case text(String)
    case number(Double)
    /// A day of the Gregorian calendar; one before March 1900, which spreadsheets do not agree on,
    /// is written as text.
    case date(year: Int, month: Int, day: Int)
    case flag(Bool)
  }

  /// One table.
  public struct Sheet: Sendable {
    /// Made a name that spreadsheets take where it is written: 31 characters, none of `[]:*?/\`.
    public var name: String
    /// The names of the columns, which stay in sight.
    public var head: [String]
    public var rows: [[Cell]]

    public init(name: String, head: [String], rows: [[Cell]] = []) {
      (self.name, self.head, self.rows) = (name, head, rows)
    }
  }

  /// In their order; one at least, or no spreadsheet opens the file.
  public var sheets: [Sheet]
  public var title: String

  public init(title: String, sheets: [Sheet]) {
    (self.title, self.sheets) = (title, sheets)
  }

  /// The file, as Office Open XML has it (ECMA-376, SpreadsheetML): the same bytes for the same sheets.
  public func bytes() -> [UInt8] {
    var zip = ZipWriter()
    let names = sheetNames
    zip.add("[Content_Types].xml", WorkbookParts.contentTypes(sheets: sheets.count))
    zip.add("_rels/.rels", WorkbookParts.relationships)
    zip.add("docProps/core.xml", WorkbookParts.properties(title: title))
    zip.add("xl/workbook.xml", WorkbookParts.workbook(names: names, sheets: sheets))
    zip.add("xl/_rels/workbook.xml.rels", WorkbookParts.workbookRelationships(sheets: sheets.count))
    zip.add("xl/styles.xml", WorkbookParts.styles)
    for (index, sheet) in sheets.enumerated() {
      var writer = SheetWriter(sheet, isFirst: index == 0)
      zip.add("xl/worksheets/sheet\(index + 1).xml", writer.bytes())
    }
    return zip.finished()
  }

  /// The names that the file gives its sheets: allowed, and each once.
  private var sheetNames: [String] {
    var taken: Set<String> = []
    return sheets.map { sheet in
      let allowed = sheet.name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }
      let base = allowed.isEmpty ? "Sheet" : String(allowed.prefix(28))
      var (name, number) = (base, 2)
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base) \(number)"
        number += 1
      }
      return name
    }
  }
}
