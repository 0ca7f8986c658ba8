import Foundation
import TestSupport
import Testing

/// `dossier import`: records and tables of claims from what spreadsheets hold.
@Suite struct ImportCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeProject()
    let kind = """
      id: mission
      role: precedent
      fields:
        peak: {type: quantity, unit: persons, of: [troops], sourced: required}
        strength: {type: series, unit: persons}
        begun: {type: date}
        aims: {type: text, list: true}
        text: {type: markdown}
        line: {type: quantity, unit: km}

      """
    try folder.write(kind, to: "project/content/missions/_kind.yml")
    try folder.write("persons: {}\nkm: {}\n", to: "project/content/units.yml")
    try folder.write(
      "- {id: gowan-2018, type: report, title: T}\n", to: "project/content/sources/all.yml")
  }

  private func run(_ table: String, _ options: [String] = [], name: String = "Sizes 2.csv") throws
    -> Command.Result
  {
    try folder.write(table, to: name)
    return try Command.run(
      ["import", "\(folder.path)/\(name)", folder.project, "--kind", "mission"] + options)
  }

  private func check() throws -> String {
    let result = try Command.run(["check", folder.project])
    return result.errors + result.output
  }

  @Test func aRowOfARecordBecomesAFile() throws {
    let table = """
      Nr;title;Höchststand;peak.of;peak.source;begun;aims;text;x-mine
      new-one;"A: ""new"" #1";1.910,5;troops;gowan-2018 | gowan-2018, p. 2;3.4.1999;To watch | To, see;<mission:new-one> *is* \\ so;y
      other;null;unknown;;;1999;;;
      """
    let options = [
      "--decimal", ",", "--dates", "dmy", "--column", "Nr=id", "--column", "Höchststand=peak",
    ]
    let result = try run(table, options)
    #expect(result.errors == "" && result.status == 0)
    for words in [
      "2 rows, each a record of the kind 'mission'", "  Nr: the id of the record",
      "  Höchststand: 'peak': quantity in persons", "  peak.of: 'of' of 'peak'",
      "  x-mine: passed over", "2 files written",
    ] { #expect(result.output.contains(words), "\(words)") }
    #expect(
      try folder.read("project/content/missions/new-one.md") == """
        ---
        title: "A: \\"new\\" #1"
        peak: {value: "1910.5", of: troops, source: [gowan-2018, "gowan-2018, p. 2"]}
        begun: 1999-04-03
        aims: [To watch, "To, see"]
        text: "<mission:new-one> *is* \\\\ so"
        ---

        """)
    #expect(try folder.read("project/content/missions/other.md").contains("title: \"null\"\n"))
    #expect(try check() == "0 errors, 0 warnings\n")
  }

  @Test func aTableOfClaimsBecomesOneThatSaysTheSame() throws {
    let table = """
      Mission,field,value,as-of,note
      kfor,strength,"1.925",03/04/2025,=1+1
      kfor,line,"1,5",2025,
      """
    try folder.write("---\ntitle: K\n---\n", to: "project/content/missions/kfor.md")
    let options = ["--decimal", ".", "--dates", "mdy", "--column", "Mission=record"]
    let refused = try run(table, options)
    #expect(refused.status == 1 && refused.errors.contains("'1,5' is no number [number.invalid]"))
    #expect(refused.errors.contains("  3 | kfor,line,\"1,5\",2025,\n    |           ^~~~~\n"))
    #expect(refused.errors.hasSuffix("nothing was written\n"))
    let result = try run(table.replacing("1,5", with: "1,500"), options)
    #expect(result.status == 0 && result.output.contains("2 files written"))
    let text =
      "record,field,value,as-of,note\r\nkfor,strength,1.925,2025-03-04,'=1+1\r\nkfor,line,1500,2025,\r\n"
    #expect(try folder.read("project/content/missions/sizes-2.csv") == text)
    let rules = try folder.read("project/content/missions/_tables.yml")
    #expect(rules.hasPrefix("sizes-2.csv: {decimal: \".\""))
    #expect(try check() == "0 errors, 0 warnings\n")
    let again = try run(table.replacing("1,5", with: "1,500"), options)
    #expect(again.status == 1 && again.errors.contains("is there already"))
  }

  @Test func theWorkbookOfASiteIsImported() throws {
    try folder.write(
      "---\ntitle: K\npeak: [{value: \"12.925\", of: troops, as-of: 1999-06-12, source: \"gowan-2018, p. 2\"}]\n---\n",
      to: "project/content/missions/kfor.md")
    #expect(try Command.run(["build", folder.project]).status == 0)
    let book = "\(folder.project)/site/data/missions.xlsx"
    let arguments = ["import", book, folder.project, "--kind", "mission"]
    let several = try Command.run(arguments)
    #expect(several.status == 1 && several.errors.contains("--sheet: 'Records', 'Claims'"))
    let dry = try Command.run(arguments + ["--sheet", "Claims", "--dry-run"])
    #expect(dry.status == 0 && dry.output.contains("nothing was written"))
    let result = try Command.run(arguments + ["--sheet", "Claims"])
    #expect(result.errors == "" && result.status == 0)
    let text = try folder.read("project/content/missions/missions.csv")
    #expect(
      text.contains(
        "kfor,peak,1,12.925,12.925,12.925,persons,troops,,1999-06-12,gowan-2018,p. 2,sourced,"))
    #expect(try check() == "0 errors, 0 warnings\n")
  }

  @Test(arguments: [
    ("id,title\n,T\n", "[table.id]"), ("id,title\nx,\n", "[table.record]"),
    ("a,b\n1,2\n", "[table.head]"),
    ("", "[table.empty]"), ("PK\u{3}\u{4}", "[workbook.broken]"),
    ("id,title\n\"x,T\n", "[table.quote]"),
    ("id,title\nx,T\nx,U\n", "[table.row-twice]"), ("id,title,peak\nx,T,5\n", "[claim.unsourced]"),
  ])
  func whatCannotBeReadIsNotWritten(table: String, code: String) throws {
    let before = try folder.tree("project").keys.sorted()
    let result = try run(table)
    #expect(result.status == 1 && result.errors.contains(code), "\(result.errors)")
    #expect(try folder.tree("project").keys.sorted() == before)
  }

  @Test func misuseIsToldAsSuch() throws {
    #expect(try run("id,title\nx,T\n", ["--decimal", "x"]).status == 2)
    #expect(try run("id,title\nx,T\n", ["--column", "x"]).status == 2)
    let kind = try Command.run([
      "import", "\(folder.path)/Sizes 2.csv", folder.project, "--kind", "misson",
    ])
    #expect(kind.status == 1 && kind.errors.contains("did you mean 'mission'?"))
    let missing = try Command.run([
      "import", "\(folder.path)/none.csv", folder.project, "--kind", "mission",
    ])
    #expect(missing.status == 3)
  }
}
