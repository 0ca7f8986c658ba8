import DossierSource
import DossierTables
import Testing

@Suite("Texts of tables")
struct DelimitedTableTests {
  private static func rows(
    _ text: String, _ form: TableForm = TableForm(), _ path: String = "a.csv"
  )
    -> [[String]]
  {
    guard let table = DelimitedTable.read(SourceFile(path: path, text: text), form).value else {
      return []
    }
    return [table.head]
      + table.rows.map { row in
        (0..<table.columnCount).map { table.text(row: row, column: $0) }
      }
  }

  private static func codes(_ text: String, _ form: TableForm = TableForm()) -> [String] {
    DelimitedTable.read(SourceFile(path: "a.csv", text: text), form).diagnostics.map {
      "\($0.code) \($0.place.span.line):\($0.place.span.column)"
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
    ("sep=;\na,x;b\n1;2\n", [["a,x", "b"], ["1", "2"]]),
    ("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n", [["a", "b"], ["x, \"y\"", "two\nlines"]]),
    ("a,b\n \u{A0}1 ,\t2\u{A0}\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n\" 1 \",\"\"\n", [["a", "b"], [" 1 ", ""]]),
    ("\n,,\na,b,,\n\n1,2,,\n,,\n3\n", [["a", "b"], ["1", "2"], ["3", ""]]),
    ("a,b\n5\" gun,2\n", [["a", "b"], ["5\" gun", "2"]]),
    ("a\n1\n", [["a"], ["1"]]),
    ("\"a;b\",c\n1,2\n", [["a;b", "c"], ["1", "2"]]),
  ])
  func cellsAreThoseOfTheText(text: String, rows: [[String]]) {
    #expect(Self.rows(text) == rows)
  }

  @Test func formSaysWhatTheHeadCannot() {
    #expect(
      Self.rows("a;b,c\n1;2,3\n", TableForm(separator: .semicolon)) == [
        ["a", "b,c"], ["1", "2,3"],
      ])
    let title = "Figures, \"of\nall\" sorts;\n\na;b\n1;2\n"
    #expect(Self.rows(title, TableForm(skippedRows: 1)) == [["a", "b"], ["1", "2"]])
    #expect(Self.rows("a,b\tc\n1,2\t3", TableForm(), "a.TSV") == [["a,b", "c"], ["1,2", "3"]])
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", "table.quote 2:3"),
    ("a,b\n1,\"2\n3,4\n5,\"6\"\n", "table.quote 2:3"),
    ("a,b\n1,\"2\"x\n", "table.quote 2:6"),
    ("a,b\n1, \"2, 3\"\n", "table.quote 2:4"),
    ("a;b,c\n1;2,3\n", "table.separator 1:1"),
    ("a,b\n1,2,3\n", "table.row-long 2:5"),
    ("", "table.empty 1:1"), ("\n ,\n", "table.empty 1:1"),
  ])
  func mistakeHasItsPlace(text: String, code: String) {
    #expect(Self.codes(text) == [code])
  }

  @Test func tooManyColumnsAreRefused() {
    let head = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
    #expect(Self.codes(head + "\n1\n") == ["table.columns 1:\(1_000 * 5 - 110 + 1)"])
  }

  @Test func cellKnowsItsPlace() throws {
    let text = "a,b,c\n1,\"x\ny\",З\n\"2\",\"\"\"q\"\"\", 4 \n"
    let table = try #require(DelimitedTable.read(SourceFile(path: "a.csv", text: text)).value)
    #expect(table.span(row: 1, column: 1) == Span(line: 2, column: 3, length: 2))
    #expect(table.span(row: 1, column: 2) == Span(line: 3, column: 4, length: 2))
    #expect(table.span(row: 2, column: 0) == Span(line: 4, column: 1, length: 3))
    #expect(table.span(row: 2, column: 2) == Span(line: 4, column: 14, length: 1))
    #expect(table.column(at: Span(line: 4, column: 14)) == 2)
    #expect(table.column(at: Span(line: 3, column: 4)) == 2)
    #expect(table.column(at: Span(line: 1, column: 3)) == 1)
    #expect(table.text(row: 9, column: 9) == "" && table.isEmpty(row: -1, column: 0))
  }

  @Test func everyCutOfATableIsReadOrRefused() {
    let text = Array("a;\"b\";c\n1;\"x\n\"\"y\"\"\";З\n\u{A0}2; \"3;\n".utf8)
    for end in 0...text.count {
      for form in [TableForm(), TableForm(separator: .comma, skippedRows: 2)] {
        let file = SourceFile(path: "a.csv", text: String(decoding: text[..<end], as: UTF8.self))
        let outcome = DelimitedTable.read(file, form)
        #expect(outcome.value != nil || !outcome.diagnostics.isEmpty)
      }
    }
  }
}

@Suite("Encodings of tables")
struct TableTextTests {
  private static func message(_ bytes: [UInt8]) -> String? {
    TableText.decode(path: "a.csv", bytes: bytes).diagnostics.first?.message
  }

  @Test func utf8IsReadWithAMarkAndWithout() {
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let file = TableText.decode(path: "a.csv", bytes: mark + Array("a,є\r\n1,2\r\n".utf8))
      #expect(file.diagnostics == [] && file.value.text == "a,є\n1,2\n")
    }
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0x61, 0, 0x2C, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x2C, 0]]
      as [[UInt8]])
  func utf16IsNamed(bytes: [UInt8]) {
    #expect(Self.message(bytes) == "the file is UTF-16, and no text")
  }

  @Test func oneByteEncodingsAreShownAsTheyMayBeMeant() throws {
    // "a,b" and "Косово,1" in Windows-1251.
    let bytes = Array("a,b\n".utf8) + [0xCA, 0xEE, 0xF1, 0xEE, 0xE2, 0xEE, 0x2C, 0x31, 0x0A]
    let outcome = TableText.decode(path: "a.csv", bytes: bytes)
    let flaw = try #require(outcome.diagnostics.first)
    #expect(flaw.code == "table.encoding" && flaw.place.span.line == 2)
    #expect(flaw.message.contains("'Косово'") && flaw.message.contains("'Êîñîâî'"))
    #expect(flaw.help?.contains("CSV UTF-8") == true)
    #expect(outcome.value.isBroken)
  }

  @Test func workbookUnderAnotherNameIsNamed() {
    #expect(Self.message([0x50, 0x4B, 3, 4, 0])?.contains("workbook") == true)
    #expect(Self.message([0xD0, 0xCF, 0x11, 0xE0, 0xA1])?.contains("old form") == true)
  }

  @Test(arguments: [
    ("#REF!", true), ("#n/a", true), ("Err:502", true), ("#DIV/0!", true), ("#1", false),
    ("Err:x", false), ("", false), ("REF", false), ("#hashtag", false),
  ])
  func formulaErrorsAreKnown(text: String, isOne: Bool) {
    #expect(FormulaError.isOne(text) == isOne)
  }
}
