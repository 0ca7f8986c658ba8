import Foundation
import TestSupport
import Testing

/// Projects of other publishers, in other languages, built as strictly as our own.
@Suite struct PublisherTests {
  /// A day on which all their articles are published.
  private static let now = ["SOURCE_DATE_EPOCH": "1767225600"]

  @Test(arguments: [
    ("sanctions", ["notes/first.html", "en/notes/first.html", "handouts/all.html", "logo.svg"]),
    ("rivers", ["essays/first.html", "en/rivers/nile.html", "handouts/rivers/nile.html"]),
  ])
  func aProjectOfAnotherPublisherIsBuiltWithoutFault(_ name: String, _ routes: [String]) throws {
    let folder = try Self.copy(of: name)
    let build = try Command.run(
      ["build", "--quiet", "--strict", folder.project], environment: Self.now)
    #expect(build.status == 0 && Self.told(build) == [])
    for route in routes { #expect(try !folder.read("project/site/\(route)").isEmpty, "\(route)") }
    guard name == "rivers" else { return }
    let page = try folder.read("project/site/essays/first.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"he\" dir=\"rtl\">"))
    let english = try folder.read("project/site/en/rivers/nile.html")
    #expect(english.contains("<html lang=\"en\">") && english.contains("hreflang=\"he\""))
  }

  /// What the tool's own texts gain after a publisher has translated them.
  @Test func whatAPublishersWordsLackIsToldOnce() throws {
    let folder = try Self.copy(of: "rivers")
    let path = "project/templates/strings/he.yml"
    let lines = try folder.read(path).split(separator: "\n").filter { !$0.hasPrefix("sheet-") }
    try folder.write(lines.joined(separator: "\n") + "\n", to: path)
    try FileManager.default.removeItem(
      atPath: folder.project + "/content/styles/locales-he-IL.xml")
    let build = try Command.run(["build", "--quiet", folder.project], environment: Self.now)
    #expect(build.status == 0)
    let told = Self.told(build)
    #expect(told.count == 2)
    #expect(
      told.contains { $0.contains("no text for 5 of") && $0.hasSuffix("[strings.untranslated]") })
    #expect(told.contains { $0.hasSuffix("[site.citation-terms]") })
  }

  /// A project, with the repository's templates and the words of its own.
  private static func copy(of name: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let project = Checkout.folder.appending(path: "Tests/Projects/\(name)")
    let target = URL(filePath: folder.project)
    let files = FileManager.default
    try files.createDirectory(at: target, withIntermediateDirectories: true)
    try files.copyItem(
      at: Checkout.folder.appending(path: "templates"), to: target.appending(path: "templates"))
    try files.copyItem(
      at: project.appending(path: "content"), to: target.appending(path: "content"))
    let strings = project.appending(path: "templates/strings")
    for file in (try? files.contentsOfDirectory(atPath: strings.path)) ?? [] {
      try files.copyItem(
        at: strings.appending(path: file), to: target.appending(path: "templates/strings/\(file)"))
    }
    return folder
  }

  /// The errors and warnings of a build; a note, such as that of an undated translation, is neither.
  private static func told(_ build: Command.Result) -> [Substring] {
    build.errors.split(separator: "\n").filter {
      $0.contains(": error: ") || $0.contains(": warning: ")
    }
  }
}
