import Foundation
import TestSupport
import Testing

/// The reference publication's handouts, printed by the engines that are on this machine.
///
/// `scripts/install-test-tools` installs them; where one or the tools that look into a PDF are not
/// there, the tests are skipped.
@Suite struct HandoutPrintTests {
  private static let path =
    Checkout.folder.appending(path: ".build/venv/bin").path + ":"
    + (ProcessInfo.processInfo.environment["PATH"] ?? "")

  private static func isInstalled(_ programs: [String]) -> Bool {
    programs.allSatisfy { program in
      path.split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: $0 + "/" + program)
      }
    }
  }

  /// 15 January 2027, when all of the publication is public.
  private static let now = 1_800_000_000

  /// The engines that are there, by the names that the command takes.
  static let engines = [("weasyprint", ["weasyprint"]), ("chromium", ["chromium"])]
    .filter { isInstalled($0.1) }.map(\.0)
  static let hasTools = isInstalled(["pdfinfo", "pdftotext", "pdffonts"]) && !engines.isEmpty
  static let reason: Comment = "needs WeasyPrint or Chromium, and poppler's tools"

  private func print(
    _ page: String, project: String, _ engine: String, _ paper: String, language: String? = nil
  ) throws -> PrintedPages {
    let folder = try TemporaryFolder()
    let file = folder.url("out.pdf").path
    var arguments = ["handout", page, project, "--pdf", "--engine", engine, "--paper", paper]
    arguments += ["--output", file] + (language.map { ["--language", $0] } ?? [])
    let result = try Command.run(
      arguments,
      environment: [
        "PATH": Self.path, "HOME": folder.path, "SOURCE_DATE_EPOCH": "\(Self.now)",
      ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("WeasyPrint version") || result.output.contains("Chrom"))
    return try PrintedPages(file: file)
  }

  /// Both engines, on both papers, in both languages.
  private static let briefs = engines.flatMap { engine in
    ["a4", "letter"].flatMap { paper in ["en", "uk"].map { (engine, paper, $0) } }
  }

  @Test(.enabled(if: hasTools, reason), arguments: briefs)
  func theBriefForAMeetingHasTwoPages(engine: String, paper: String, language: String) throws {
    let print = try print(
      "handout:meeting-brief", project: Checkout.folder.path, engine, paper, language: language)
    #expect(print.pages.count == 2)
    #expect(print.about.contains(paper == "a4" ? "(A4)" : "(letter)"))
    #expect(print.about.contains(/Tagged: +yes/))
    let title = language == "en" ? "A peace mission for Ukraine" : "Мирна місія для України"
    #expect(print.about.contains(title))
    #expect(print.pages[1].contains(language == "en" ? "Page 2 of 2" : "Сторінка 2 з 2"))
    #expect(!print.fonts.isEmpty)
    #expect(print.fonts.allSatisfy { $0.hasSuffix("embedded") })
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines, ["a4", "letter"])
  func aMatrixThatFitsStaysUprightWithItsCaptionAndItsKey(engine: String, paper: String) throws {
    let print = try print(
      "briefing:designing-a-peace-mission", project: Checkout.folder.path, engine, paper)
    let matrix = try #require(print.pages.firstIndex { $0.contains("Empty: not stated.") })
    #expect(Set(print.widths).count == 1)
    let words = print.pages[matrix]
    #expect(words.contains("Exhibit 4") && words.contains("What each format requires"))
    #expect(words.contains("Clear mandate"))
    #expect(words.contains("Required"))
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines)
  func aBookletIsHalfASheet(engine: String) throws {
    let print = try print(
      "handout:meeting-brief", project: Checkout.folder.path, engine, "a5")
    #expect(print.about.contains(/Page size: +4(19|20)[.0-9]* x 59[45]/))
    #expect((3...5).contains(print.pages.count))
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines)
  func theBriefBeginsWithTheVerdicts(engine: String) throws {
    let print = try print("handout:meeting-brief", project: Checkout.folder.path, engine, "a4")
    let page = try #require(print.pages.first)
    let verdicts = try #require(page.range(of: "Where things stand"))
    let points = try #require(page.range(of: "Key points"))
    #expect(verdicts.upperBound < points.lowerBound)
    #expect(page.contains("United Ukraine Think Tank"))
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines)
  func aSecondPrintHasTheSameBytes(engine: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let prints = try (1...2).map { number in
      let file = folder.url("\(number).pdf").path
      let result = try Command.run(
        ["handout", "mission:kfor", folder.project, "--pdf", "--engine", engine, "--output", file],
        environment: ["PATH": Self.path, "HOME": folder.path])
      #expect(result.status == 0, "\(result.errors)")
      return try Data(contentsOf: folder.url("\(number).pdf"))
    }
    #expect(prints[0] == prints[1])
  }

  @Test(.enabled(if: isInstalled(["pandoc", "unzip"]), "needs Pandoc and unzip"))
  func aDocumentOfWordHasHeadingsNotesTablesAndPictures() throws {
    let folder = try TemporaryFolder()
    let file = folder.url("x.docx").path
    let result = try Command.run(
      [
        "handout", "briefing:designing-a-peace-mission", Checkout.folder.path, "--docx", "--output",
        file,
      ], environment: ["PATH": Self.path, "SOURCE_DATE_EPOCH": "\(Self.now)"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Pandoc "))
    let document = try Command.shell("unzip -p '\(file)' word/document.xml").output
    #expect(document.contains("w:val=\"Title\"") && document.contains("w:val=\"Heading2\""))
    #expect(document.matches(of: #/<w:footnoteReference /#).count == 2)
    #expect(document.matches(of: #/<w:tbl>/#).count >= 4)
    #expect(document.matches(of: #/<pic:pic/#).count >= 2)
    let notes = try Command.shell("unzip -p '\(file)' word/footnotes.xml").output
    #expect(notes.contains("The outline, the choice of precedents"))
    #expect(!document.contains("The outline, the choice of precedents"))
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines)
  func aTableOverSeveralPagesHasItsHeadOnEach(engine: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let rows = (1...120).map { "| row \($0) | value \($0) |" }.joined(separator: "\n")
    try folder.write(
      "---\ntitle: Long\n---\n| Headword | Other |\n|---|---|\n\(rows)\n",
      to: "project/content/missions/long.md")
    let print = try print("mission:long", project: folder.project, engine, "a4")
    #expect(print.pages.count > 2)
    for page in print.pages where page.contains("value ") { #expect(page.contains("Headword")) }
    let found = print.pages.flatMap { $0.matches(of: /value (\d+)/).map { $0.1 } }
    #expect(found.compactMap { Int($0) } == Array(1...120))
  }

  @Test(.enabled(if: engines.contains("weasyprint") && isInstalled(["pdfdetach"]), reason))
  func theDataLieInThePDFWhereTheEngineCan() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let file = folder.url("kfor.pdf").path
    let result = try Command.run(
      ["handout", "mission:kfor", folder.project, "--pdf", "--output", file],
      environment: ["PATH": Self.path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Command.shell("pdfdetach -list '\(file)'").output.contains("missions.csv"))
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines)
  func aNoteStandsInThePrintOnce(engine: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    try folder.write(
      "---\ntitle: Noted\n---\nA claim.[^a]\n\n[^a]: An unusual remark.\n",
      to: "project/content/missions/noted.md")
    let print = try print("mission:noted", project: folder.project, engine, "a4")
    let words = print.pages.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.matches(of: /An unusual remark/).count == 1)
    #expect(words.contains(/A claim\. ?1/))
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines)
  func aWideComparisonStandsOnItsSide(engine: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    for number in 1...12 {
      try folder.write(
        "---\ntitle: Mission \(number)\nline: \(number)\n---\n",
        to: "project/content/missions/m\(number).md")
    }
    let records = (1...12).map { "mission:m\($0)" }.joined(separator: ", ")
    try folder.write(
      "---\ntitle: Wide\n---\nBefore.\n\n```compare\nrecords: [\(records)]\nfields: [line]\n```\n\nAfter.\n",
      to: "project/content/missions/wide.md")
    let print = try print("mission:wide", project: folder.project, engine, "a4")
    let wide = print.pages.filter { $0.contains("Mission") && $0.contains("km") }
    #expect(wide.count == 2)
    #expect(wide.allSatisfy { !$0.contains("Before.") && !$0.contains("After.") })
  }
}

/// What a browser's own print makes of pages.
@Suite(
  .enabled(
    if: HandoutPrintTests.hasTools && HandoutPrintTests.engines.contains("chromium"),
    HandoutPrintTests.reason))
struct PagePrintTests {
  private func print(_ route: String, of folder: TemporaryFolder) throws -> PrintedPages {
    let built = try Command.run(["build", folder.project, "--quiet"])
    #expect(built.status == 0, "\(built.errors)")
    let file = folder.url("page.pdf").path
    let options = "--headless --no-sandbox --disable-gpu --no-pdf-header-footer"
    let page = folder.project + "/site/" + route
    _ = try Command.shell(
      "chromium \(options) --user-data-dir='\(folder.path)/profile' --print-to-pdf='\(file)' 'file://\(page)'"
    )
    return try PrintedPages(file: file)
  }

  @Test func aListLiesAcrossWithItsHeadOnEverySheet() throws {
    let folder = try TemporaryFolder()
    try folder.makeProject()
    let fields = (1...14).map {
      "f\($0): {type: quantity, unit: km, compare: true, label: {en: Col\($0)}}"
    }
    try folder.write(
      "id: mission\nfields:\n" + fields.map { "  \($0)\n" }.joined(),
      to: "project/content/missions/_kind.yml")
    let values = (1...14).map { "f\($0): 12345\n" }.joined()
    try folder.write("---\ntitle: KFOR\n---\n", to: "project/content/missions/kfor.md")
    for number in 1...60 {
      try folder.write(
        "---\ntitle: Mission \(number)\n\(values)---\n",
        to: "project/content/missions/m\(number).md")
    }
    let print = try print("missions/index.html", of: folder)
    #expect(print.pages.count > 1)
    #expect(print.widths.filter { $0 < 790 } == [])
    for page in print.pages where page.contains("12,345") {
      #expect(page.contains("Col1 ") && page.contains("Col9") && !page.contains("Col12"))
    }
    let found = print.pages.flatMap { $0.matches(of: /Mission (\d+)/).map { $0.1 } }
    #expect(Set(found).count == 60)
  }
}

/// A PDF, with what poppler's tools say of it.
private struct PrintedPages {
  /// The text of each page, laid out.
  var pages: [String]
  /// What `pdfinfo` says.
  var about: String
  /// The widths of the pages, in points.
  var widths: [Double]
  /// The name of each font, with "embedded" after it where all that is needed of it is there.
  var fonts: [String]

  init(file: String) throws {
    let text = try Command.shell("pdftotext -layout '\(file)' -").output
    pages = text.split(separator: "\u{0C}").map(String.init)
    about = try Command.shell("pdfinfo '\(file)'").output
    let sizes = try Command.shell("pdfinfo -f 1 -l \(pages.count) '\(file)'").output
    widths = sizes.matches(of: /size: +([0-9.]+) x/).compactMap { Double($0.1) }
    let table = try Command.shell("pdffonts '\(file)'").output
    fonts = table.split(separator: "\n").dropFirst(2).map(Self.font)
  }

  /// A row of `pdffonts` ends in: embedded, subset, with a table of letters, object and generation.
  private static func font(row: Substring) -> String {
    let words = row.split(separator: " ")
    let isWhole = words.suffix(5).prefix(3).allSatisfy { $0 == "yes" }
    return "\(words.first ?? "")" + (isWhole ? " embedded" : "")
  }
}
