import Foundation
import TestSupport
import Testing

/// Trees and templates that are wrong or meant ill: told, never followed, and nothing is written.
@Suite(.timeLimit(.minutes(2))) struct HostileProjectTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeProject()
  }

  /// Builds the project, which must fail for its content and leave no site.
  private func failedBuild() throws -> String {
    let result = try Command.run(["build", folder.project])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(!FileManager.default.fileExists(atPath: folder.project + "/site"))
    return result.errors
  }

  /// The publication's templates, copied, so that one can be changed.
  private func copyTemplates() throws {
    try FileManager.default.removeItem(at: folder.url("project/templates"))
    try FileManager.default.copyItem(
      at: Checkout.folder.appending(path: "templates"), to: folder.url("project/templates"))
  }

  @Test func aTemplateThatIncludesItselfIsToldAtItsPlace() throws {
    try copyTemplates()
    try folder.write("a\n{{>partials/uses}}\n", to: "project/templates/partials/uses.html")
    let errors = try failedBuild()
    #expect(errors.contains("templates/partials/uses.html:2:"))
    #expect(errors.contains("{{>partials/uses}}"))
    #expect(errors.contains("error:"))
  }

  @Test func aTemplateThatNamesWhatIsNotThereIsTold() throws {
    try copyTemplates()
    try folder.write("{{page.titel}}\n", to: "project/templates/record.html")
    let errors = try failedBuild()
    #expect(errors.contains("templates/record.html:1:1: error: 'page' has no name 'titel'"))
    #expect(errors.contains("help: did you mean 'title'?"))
  }

  @Test func aLinkOutOfTheProjectIsNotFollowed() throws {
    try folder.write("---\ntitle: Secret\n---\nPassword\n", to: "outside.md")
    try folder.link("project/content/missions/out.md", to: "\(folder.path)/outside.md")
    let errors = try failedBuild()
    #expect(errors.contains("content/missions/out.md:1:1: error: "))
    #expect(!errors.contains("Password"))
  }

  @Test func aLinkToATextIsNoImage() throws {
    try folder.write("---\ntitle: S\ndraft: true\n---\n", to: "project/content/missions/s.md")
    try folder.link("project/content/missions/a.png", to: "s.md")
    try folder.write("---\ntitle: K\n---\n![x](a.png)\n", to: "project/content/missions/kfor.md")
    #expect(try failedBuild().contains("content/missions/a.png:1:1: error: "))
  }

  @Test func aLoopOfLinksIsTold() throws {
    try folder.link("project/content/missions/loop", to: "../missions")
    #expect(try failedBuild().contains("content/missions/loop"))
  }

  @Test func aFolderNamedLikeARecordIsTold() throws {
    try folder.write("x", to: "project/content/missions/unmil.md/inner.md")
    #expect(try failedBuild().contains("content/missions/unmil.md:1:1: error: "))
  }

  @Test(arguments: [
    ("an empty file", ""), ("a lone byte order mark", "\u{FEFF}"), ("a NUL", "\0"),
    ("front matter without an end", "---\n"), ("nested brackets", "---\na: " + nested + "\n---\n"),
  ])
  func aRecordThatIsNoneIsTold(what: String, text: String) throws {
    try folder.write(text, to: "project/content/missions/kfor.md")
    let errors = try failedBuild()
    #expect(errors.hasPrefix("content/missions/kfor.md:"), "\(what)")
    #expect(errors.utf8.count < 1000, "\(what)")
  }

  private static let nested = String(repeating: "[", count: 100_000)

  @Test(arguments: [">", "- ", "[", "*a ", "![", "`", "| a ", "<a:b", "[@", "[^"])
  func aDeepBodyIsBuiltOrTold(piece: String) throws {
    let body = String(repeating: piece, count: 50_000)
    try folder.write("---\ntitle: K\n---\n\(body)\n", to: "project/content/missions/kfor.md")
    let result = try Command.run(["build", folder.project])
    #expect([0, 1].contains(result.status), "\(result.errors.prefix(500))")
  }

  @Test func aScriptInATitleIsShownAsText() throws {
    try folder.write(
      "---\ntitle: <script>alert(1)</script>\nshort: '\"><b>'\n---\n",
      to: "project/content/missions/kfor.md")
    #expect(try Command.run(["build", folder.project]).status == 0)
    for (path, data) in try folder.tree("project/site") where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      #expect(!page.contains("<script>alert"), "\(path)")
      #expect(!page.contains("\"><b>"), "\(path)")
    }
    let page = try folder.read("project/site/missions/kfor.html")
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func aFileThatAPageWouldReplaceIsTold() throws {
    try folder.write("x", to: "project/content/missions/index.html")
    try folder.write(
      "---\ntitle: K\n---\n[it](index.html)\n", to: "project/content/missions/kfor.md")
    #expect(try failedBuild().contains("[asset.collision]"))
  }
}
