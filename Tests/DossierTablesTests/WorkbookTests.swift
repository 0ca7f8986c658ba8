import Testing

@testable import DossierTables

@Suite("Workbooks")
struct WorkbookTests {
  private static let sheet = Workbook.Sheet(
    name: "Sizes: a/b", head: ["id", "n", "on", "said", "ok"],
    rows: [
      [
        .text("=1+1"), .number(12.5), .date(year: 2024, month: 2, day: 29),
        .text("<a> & \"b\"_x0041_"), .flag(true),
      ],
      [
        .text("007"), .number(-50_000), .date(year: 1899, month: 12, day: 31),
        .text("two\nlines\u{7}"), .empty,
      ],
      [.empty, .number(1e20), .date(year: 1900, month: 3, day: 1), .text("Київ"), .flag(false)],
    ])

  private static func texts(_ bytes: [UInt8], _ name: String? = nil) throws -> [[String]] {
    var file = try WorkbookFile(bytes)
    return try file.sheet(named: name).rows.map { $0.map(\.text) }
  }

  @Test func whatIsWrittenIsRead() throws {
    let bytes = Workbook(title: "T", sheets: [Self.sheet]).bytes()
    #expect(
      try Self.texts(bytes) == [
        ["id", "n", "on", "said", "ok"],
        ["=1+1", "12.5", "2024-02-29", "<a> & \"b\"_x0041_", "TRUE"],
        ["007", "-50000", "1899-12-31", "two\nlines\u{7}"],
        ["", "1e+20", "1900-03-01", "Київ", "FALSE"],
      ])
    #expect(bytes == Workbook(title: "T", sheets: [Self.sheet]).bytes())
  }

  @Test func sheetIsNamedWhereSeveralHoldSomething() throws {
    let other = Workbook.Sheet(name: "Other", head: ["x"])
    let bytes = Workbook(title: "T", sheets: [Self.sheet, other, Self.sheet]).bytes()
    #expect(try Self.texts(bytes, "Other") == [["x"]])
    let names = ["Sizes- a-b", "Other", "Sizes- a-b 2"]
    #expect(throws: WorkbookFile.Flaw.sheets(names)) { try Self.texts(bytes) }
    #expect(throws: WorkbookFile.Flaw.noSheet(names)) { try Self.texts(bytes, "None") }
  }

  /// A workbook of one sheet with some XML, and styles for dates.
  private static func workbook(_ sheet: String, _ more: [String: [UInt8]] = [:]) -> [UInt8] {
    let head = "<worksheet xmlns=\"\(WorkbookParts.main)\">"
    var files = [
      "xl/workbook.xml": WorkbookParts.workbook(
        names: ["S"], sheets: [Workbook.Sheet(name: "S", head: [])]),
      "xl/_rels/workbook.xml.rels": WorkbookParts.workbookRelationships(sheets: 1),
      "xl/worksheets/sheet1.xml": Array((head + sheet + "</worksheet>").utf8),
      "xl/styles.xml": Array(
        """
        <s><numFmts><numFmt numFmtId="170" formatCode="[$-422]yyyy&quot; m&quot;"/>\
        <numFmt numFmtId="171" formatCode="mmm\\ yyyy"/><numFmt numFmtId="172" formatCode="0.0%"/>\
        <numFmt numFmtId="173" formatCode="[Red]#,##0&quot; days&quot;"/></numFmts>\
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>\
        <xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>\
        <xf numFmtId="173"/><xf numFmtId="22"/></cellXfs></s>
        """.utf8),
    ]
    files.merge(more) { $1 }
    var zip = ZipWriter()
    for (name, content) in files.sorted(by: { $0.key < $1.key }) { zip.add(name, content) }
    return zip.finished()
  }

  @Test(arguments: [
    ("<c><v>45000</v></c>", "45000"), ("<c s=\"1\"><v>45000</v></c>", "2023-03-15"),
    ("<c s=\"2\"><v>45000</v></c>", "2023"), ("<c s=\"3\"><v>45000</v></c>", "2023-03"),
    ("<c s=\"4\"><v>0.125</v></c>", "12.5%"), ("<c s=\"5\"><v>45000</v></c>", "45000"),
    ("<c s=\"6\"><v>45000.5</v></c>", "2023-03-15T12:00:00"),
    ("<c><v>0.30000000000000004</v></c>", "0.3"), ("<c><v>1.925</v></c>", "1.925"),
    ("<c><v>1E-3</v></c>", "0.001"), ("<c><v>-0.05</v></c>", "-0.05"),
    ("<c t=\"e\"><v>#REF!</v></c>", "#REF!"), ("<c t=\"str\"><v>a&#x41;&amp;</v></c>", "aA&"),
    ("<c t=\"b\"><v>0</v></c>", "FALSE"), ("<c t=\"s\"><v>9</v></c>", ""),
    ("<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>", "ab"),
  ])
  func cellIsWhatItShows(cell: String, text: String) throws {
    let bytes = Self.workbook(
      "<sheetData><row>\(cell)<c t=\"inlineStr\"><is><t>.</t></is></c></row></sheetData>")
    #expect(try Self.texts(bytes) == [[text, "."]])
  }

  @Test func cellsAreWhereTheirNamesSay() throws {
    let bytes = Self.workbook("<sheetData><row r=\"2\"><c r=\"C2\"><v>1</v></c></row></sheetData>")
    #expect(try Self.texts(bytes) == [[], ["", "", "1"]])
  }

  @Test func mergedCellsAreRefusedBelowWhatIsSkipped() throws {
    let cells =
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row></sheetData>"
    let bytes = Self.workbook(cells + "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")
    #expect(throws: WorkbookFile.Flaw.merged(range: "A1:C1", row: 1, column: 1)) {
      try Self.texts(bytes)
    }
    var file = try WorkbookFile(bytes)
    #expect(try file.sheet(named: nil, skippedRows: 1).rows.count == 3)
  }

  @Test func whatIsNoWorkbookSaysWhatItIs() {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(throws: WorkbookFile.Flaw.password) { try WorkbookFile(compound + name) }
    #expect(throws: WorkbookFile.Flaw.form("an old workbook (.xls)")) { try WorkbookFile(compound) }
    #expect(throws: WorkbookFile.Flaw.broken) { try WorkbookFile(Array("a,b".utf8)) }
    #expect(throws: WorkbookFile.Flaw.broken) { try WorkbookFile([]) }
    #expect(throws: WorkbookFile.Flaw.macros) {
      try WorkbookFile(Self.workbook("", ["xl/vbaProject.bin": [1]]))
    }
    #expect(throws: WorkbookFile.Flaw.form("an OpenDocument spreadsheet")) {
      try WorkbookFile(Self.workbook("", ["mimetype": [1]]))
    }
    #expect(throws: WorkbookFile.Flaw.broken) {
      try Self.texts(Self.workbook("<!DOCTYPE a [<!ENTITY b \"c\">]>"))
    }
  }

  @Test func bombIsPutOutBeforeItHasGrown() {
    let zeros = [UInt8](repeating: 0x20, count: 400_000_000)
    let bytes = Self.workbook("", ["xl/sharedStrings.xml": zeros])
    #expect(bytes.count < 1_000_000)
    #expect(throws: WorkbookFile.Flaw.tooLarge) { try Self.texts(bytes) }
    let far =
      "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"
    #expect(throws: Never.self) { try Self.texts(Self.workbook(far)) }
    let rows = (1...400).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    #expect(throws: WorkbookFile.Flaw.tooLarge) {
      try Self.texts(Self.workbook("<sheetData>\(rows)</sheetData>"))
    }
  }

  @Test func everyCutAndEveryChangedByteEndsInAResult() {
    let whole = Workbook(title: "T", sheets: [Self.sheet]).bytes()
    for end in stride(from: 0, to: whole.count, by: 7) { _ = try? Self.texts(Array(whole[..<end])) }
    for index in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[index] ^= 0x55
      _ = try? Self.texts(bytes)
    }
    #expect(throws: WorkbookFile.Flaw.self) { try Self.texts(Array(whole.dropLast(30))) }
  }
}
