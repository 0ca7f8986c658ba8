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
    let folder = try TemporaryFolder()
    let ours = Checkout.folder.appending(path: "templates")
    let project = Checkout.folder.appending(path: "Tests/Projects/\(name)")
    let target = URL(filePath: folder.project)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: ours, to: target.appending(path: "templates"))
    try FileManager.default.copyItem(
      at: project.appending(path: "content"), to: target.appending(path: "content"))
    let strings = project.appending(path: "templates/strings")
    for file in (try? FileManager.default.contentsOfDirectory(atPath: strings.path)) ?? [] {
      try FileManager.default.copyItem(
        at: strings.appending(path: file), to: target.appending(path: "templates/strings/\(file)"))
    }
    let build = try Command.run(["build", "--quiet", folder.project], environment: Self.now)
    #expect(build.status == 0)
    // What the tool's own texts have gained since is told once; nothing else is.
    let told = build.errors.split(separator: "\n").filter {
      $0.contains(": error: ") || $0.contains(": warning: ")
    }
    let known = ["[strings.untranslated]", "[site.citation-terms]"]
    #expect(told.allSatisfy { line in known.contains(where: line.hasSuffix) }, "\(told)")
    #expect(told.count <= (name == "rivers" ? 2 : 0))
    for route in routes { #expect(try !folder.read("project/site/\(route)").isEmpty, "\(route)") }
    guard name == "rivers" else { return }
    let page = try folder.read("project/site/essays/first.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"he\" dir=\"rtl\">"))
    let english = try folder.read("project/site/en/rivers/nile.html")
    #expect(english.contains("<html lang=\"en\">") && english.contains("hreflang=\"he\""))
  }
}
