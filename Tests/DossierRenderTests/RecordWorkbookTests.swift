import DossierSite
import DossierTables
import Testing

@testable import DossierRender

/// What stands in the workbook of a kind, before it is written as a file.
@Suite struct RecordWorkbookTests {
  private let sample = MetadataSample()

  private func sheets() throws -> [String: Workbook.Sheet] {
    let scope = try sample.scope(on: "data/missions.xlsx")
    let kind = try #require(sample.site.schema.kindIndex("mission"))
    let sheets = RecordWorkbook(scope, kind: kind).sheets
    #expect(
      sheets.map(\.name) == [
        "sheet-records", "sheet-claims", "sheet-series", "sheet-sources", "sheet-notes",
      ])
    return Dictionary(sheets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// As in the files beside it, whose cells have tests of their own.
  @Test(arguments: [
    ("sheet-records", "data/missions.csv"), ("sheet-claims", "data/missions-claims.csv"),
    ("sheet-series", "data/missions-series.csv"),
  ])
  func aSheetHasTheColumnsAndRowsOfItsFile(name: String, file: String) throws {
    let sheet = try #require(try sheets()[name])
    let rows = DataTableTests.rows(of: sample.text(file))
    #expect(sheet.head == rows.first)
    #expect(sheet.rows.count == rows.count - 1)
    for (cells, row) in zip(sheet.rows, rows.dropFirst()) {
      #expect(cells.first == .text(row.first ?? ""))
      #expect(cells.map { $0 == .empty } == row.map(\.isEmpty))
    }
  }

  @Test func theWorksThatRecordsCiteStandThere() throws {
    let sheet = try #require(try sheets()["sheet-sources"])
    #expect(
      sheet.head == [
        "id", "type", "author", "title", "container-title", "publisher", "issued", "accessed",
        "URL", "DOI", "archived", "grade",
      ])
    let row = try #require(sheet.rows.first)
    #expect(sheet.rows.count == 1 && row.count == sheet.head.count)
    #expect(
      Array(row.prefix(7)) == [
        .text("gowan-2018"), .text("report"), .text("Gowan, Richard"),
        .text("Can the UN Unite Ukraine?"), .empty, .empty, .text("2018"),
      ])
    #expect(row[8] == .text("https://example.com/ä"))
  }

  @Test func theNotesSayWhatTheColumnsMean() throws {
    let sheet = try #require(try sheets()["sheet-notes"])
    #expect(sheet.head == ["data-reading", ""])
    let rows = sheet.rows.map { $0.map(Self.text) }
    for about in ["Dossier: Missions", "A & B Centre", "https://example.org/p/"] {
      #expect(rows.contains([about, ""]), "\(rows)")
    }
    for key in ["table", "evidence", "absence", "lists"] {
      #expect(rows.contains(["data-explains-" + key, ""]))
    }
    #expect(rows.contains(["strength", "Strength. persons"]))
    #expect(rows.contains(["deployed", "Deployed"]))
  }

  private static func text(_ cell: Workbook.Cell) -> String {
    if case .text(let text) = cell { text } else { "" }
  }
}
