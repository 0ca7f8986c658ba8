import Foundation
import Testing

/// The reference publication's handouts, printed by the engines that are on this machine.
///
/// `scripts/install-test-tools` installs them; where one or the tools that look into a PDF are not
/// there, the tests are skipped.
@Suite struct HandoutPrintTests {
  private static let path =
    Command.package.appending(path: ".build/venv/bin").path + ":"
    + (ProcessInfo.processInfo.environment["PATH"] ?? "")

  private static func isInstalled(_ programs: [String]) -> Bool {
    programs.allSatisfy { program in
      path.split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: $0 + "/" + program)
      }
    }
  }

  /// 1 November 2026, when all of the publication is public.
  private static let now = 1_793_491_200

  /// The engines that are there, by the names that the command takes.
  static let engines = [("weasyprint", ["weasyprint"]), ("chromium", ["chromium"])]
    .filter { isInstalled($0.1) }.map(\.0)
  static let hasTools = isInstalled(["pdfinfo", "pdftotext", "pdffonts"]) && !engines.isEmpty
  static let reason: Comment = "needs WeasyPrint or Chromium, and poppler's tools"

  /// The text of a handout as PDF, with what poppler's tools say of it.
  private struct Print {
    var pages: [String]
    var about: String
    var fonts: [Substring]
  }

  private func print(
    _ page: String, project: String, _ engine: String, _ paper: String
  ) throws -> Print {
    let folder = try TemporaryFolder()
    let file = folder.url("out.pdf").path
    let result = try Command.run(
      [
        "handout", page, project, "--pdf", "--engine", engine, "--paper", paper, "--output", file,
      ],
      environment: [
        "PATH": Self.path, "HOME": folder.path, "SOURCE_DATE_EPOCH": "\(Self.now)",
      ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("WeasyPrint version") || result.output.contains("Chrom"))
    func tool(_ script: String) throws -> String { try Command.shell(script).output }
    let text = try tool("pdftotext -layout '\(file)' -")
    return Print(
      pages: text.split(separator: "\u{0C}").map(String.init),
      about: try tool("pdfinfo '\(file)'"),
      fonts: try tool("pdffonts '\(file)'").split(separator: "\n").dropFirst(2).map { $0 })
  }

  @Test(.enabled(if: hasTools, reason), arguments: engines, ["a4", "letter"])
  func theBriefForAMeetingHasTwoPages(engine: String, paper: String) throws {
    let print = try print("handout:meeting-brief", project: Command.package.path, engine, paper)
    #expect(print.pages.count == 2)
    #expect(print.about.contains(paper == "a4" ? "(A4)" : "(letter)"))
    #expect(print.about.contains(/Tagged: +yes/))
    #expect(print.about.contains(/Title: +A peace mission for Ukraine/))
    #expect(print.pages[0].contains("Four precedents, four degrees of authority"))
    #expect(print.pages[1].contains("Page 2 of 2"))
    #expect(!print.fonts.isEmpty)
    #expect(print.fonts.allSatisfy { $0.contains(/\ yes +yes +yes +\d+ +\d+ *$/) })
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
