import DossierBuild
import DossierRender
import DossierSource
import Foundation
import TestSupport
import Testing

/// Pages of which the templates come to no end are told of, and nothing is written.
@Suite struct TemplateRoundsTests {
  private static let content: [String: String] = [
    "content/site.yml": "title: T\nmenu: [aa, bb, cc]\n",
    "content/as/_kind.yml": "id: aa\nhandouts: true\n",
    "content/bs/_kind.yml": "id: bb\n", "content/cs/_kind.yml": "id: cc\n",
    "content/as/x.md": "---\ntitle: X\n---\n", "content/bs/x.md": "---\ntitle: X\n---\n",
    "content/cs/x.md": "---\ntitle: X\n---\n",
  ]

  @Test(arguments: ["record.html", "layout.html", "handout.html"])
  func aListWalkedWithinItselfIsToldOf(name: String) async throws {
    var templates = try FileTree.read(
      Checkout.folder.appending(path: "templates"), below: "templates/")
    let (list, count) = ("page.menu", 30)
    let open = String(repeating: "{{#\(list)}}", count: count)
    let close = String(repeating: "{{/\(list)}}", count: count)
    templates["templates/\(name)"]? += "\(open)x\(close)"
    let project = Project(content: MemoryFolder(Self.content), templates: MemoryFolder(templates))
    let prepared = try await project.prepare(BuildOptions(jobs: 2, now: 0))
    let site = try #require(prepared.value, "\(prepared.diagnostics)")
    let output = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID())").path
    let written = try await site.write(from: project, to: output, jobs: 2)
    #expect(written.value == nil)
    #expect(Set(written.diagnostics.map(\.code)) == ["template.rounds"])
    #expect(written.diagnostics.contains { $0.place.path == "content/as/x.md" })
    #expect(!FileManager.default.fileExists(atPath: output))
  }
}
