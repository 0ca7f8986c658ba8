import Foundation
import TestSupport
import Testing

/// `dossier new`: a record to be filled in, and what it refuses.
@Suite struct NewCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeProject()
  }

  private static let kinds = [
    "actor", "author", "benchmark", "briefing", "condition", "correction", "event", "format",
    "mission", "page", "pledge", "scenario", "term", "theatre",
  ]

  /// The publication itself gets a record of each kind; nothing but what must be filled in is told.
  @Test func eachKindOfThisPublicationGetsARecord() throws {
    try FileManager.default.removeItem(at: folder.url("project/content"))
    try FileManager.default.copyItem(
      at: Checkout.folder.appending(path: "content"), to: folder.url("project/content"))
    var paths: [String] = []
    for kind in Self.kinds {
      let result = try Command.run(["new", kind, "a-new-one", folder.project, "--title", "New"])
      #expect(result.status == 0 && result.errors == "")
      paths.append(String(result.output.dropFirst(folder.project.count + 1).dropLast()))
    }
    #expect(paths.contains("content/missions/a-new-one.md"))
    let check = try Command.run(
      ["check", "--strict", folder.project], environment: ["SOURCE_DATE_EPOCH": "1798761600"])
    #expect(check.status == 1)
    let found = check.errors.matches(of: /(?m)^(content\/\S+?):\d+:\d+: (error|warning): (.*)$/)
    #expect(found.count > 5)
    #expect(found.allSatisfy { paths.contains(String($0.1)) && $0.3.contains(" has no value [") })
    #expect(found.contains { $0.1.contains("terms/") && $0.3.contains("'definition'") })
  }

  @Test func theRecordIsGoodOnceItIsFilledIn() throws {
    let result = try Command.run(["new", "mission", "unmil", folder.project])
    #expect(result.output == "\(folder.project)/content/missions/unmil.md\n")
    let blank = try Command.run(["check", folder.project])
    #expect(blank.errors.contains(": error: the key 'title' has no value [yaml.missing-key]"))
    #expect(blank.output == "1 error, 0 warnings\n")
    let text = try folder.read("project/content/missions/unmil.md")
    try folder.write(
      text.replacing("title:", with: "title: UNMIL"), to: "project/content/missions/unmil.md")
    #expect(try Command.run(["check", folder.project]).output == "0 errors, 0 warnings\n")
  }

  @Test func aPlainPageNeedsNoFolderBefore() throws {
    let script = "cd '\(folder.project)' && exec \"$dossier\" new page about --title 'About \"us\"'"
    let result = try Command.shell(script)
    #expect(result.output == "content/pages/about.md\n")
    #expect(try Command.run(["check", "--strict", folder.project]).status == 0)
  }

  @Test(arguments: [
    (["misson", "a"], "error: no kind has the id 'misson'\nhelp: did you mean 'mission'?\n"),
    (
      ["mission", "kfor"],
      """
      error: content/missions/kfor.md is there already
      help: choose another id; nothing was written

      """
    ),
    (
      ["mission", "old-kfor"],
      """
      error: 'old-kfor' was the id of content/missions/kfor.md before, and leads there
      help: choose another id, or remove it from 'aliases' there

      """
    ),
  ])
  func whatCannotBeBegunIsRefused(arguments: [String], errors: String) throws {
    try folder.write(
      "---\ntitle: KFOR\naliases: [old-kfor]\n---\n", to: "project/content/missions/kfor.md")
    let before = try folder.tree("project/content")
    let result = try Command.run(["new"] + arguments + [folder.project])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors == errors)
    #expect(try folder.tree("project/content") == before)
  }

  /// A record that cannot be read is a record all the same.
  @Test func aBrokenRecordIsNotOverwritten() throws {
    try folder.write("---\n", to: "project/content/missions/kfor.md")
    #expect(try Command.run(["new", "mission", "kfor", folder.project]).status == 1)
    #expect(try folder.read("project/content/missions/kfor.md") == "---\n")
    #expect(try Command.run(["new", "mission", "other", folder.project]).status == 0)
  }

  @Test(arguments: [
    (["mission", "UN Mission"], "write 'un-mission'"), (["mission", "Місія"], "not 'Місія'"),
    (["mission", "index"], "'index' is the page"), (["mission", "../x"], "write 'x'"),
    (["mission"], "<id>"), (["mission", "a", "--title", ""], "--title"),
    (["mission", "a", "--title", "a\nb"], "--title"),
  ])
  func misuseIsTold(arguments: [String], word: String) throws {
    let result = try Command.run(["new"] + arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(word))
  }

  @Test func aBrokenDeclarationIsReportedInstead() throws {
    try folder.write(
      "id: mission\nfields: {line: {type: lenght}}\n", to: "project/content/missions/_kind.yml")
    let result = try Command.run(["new", "mission", "a", folder.project])
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("content/missions/_kind.yml:2:23: error: "))
    #expect(result.errors.hasSuffix("nothing was written: 1 error, 0 warnings\n"))
    #expect(try folder.tree("project/content").keys.contains("missions/a.md") == false)
  }

  @Test(.enabled(if: Command.canLimitFiles))
  func aFolderThatCannotBeWrittenIsTheMachinesFailure() throws {
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$dossier\" new mission a '\(folder.project)'"
    let result = try Command.shell(script)
    #expect(result.status == 3)
    #expect(
      try folder.tree("project/content").keys.sorted() == [
        "missions/_kind.yml", "missions/kfor.md", "site.yml", "units.yml",
      ])
  }
}
