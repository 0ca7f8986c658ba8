import DossierSite
import DossierSource
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DossierBuild
@testable import DossierRender

/// What an edit of a text leaves as it is, and is not prepared again.
@Suite struct RelinkedWorksTests {
  /// A folder whose files change.
  private final class ChangingFolder: SourceFolder {
    private let files: Mutex<[String: String]>

    init(_ files: [String: String]) {
      self.files = Mutex(files)
    }

    private var folder: MemoryFolder { MemoryFolder(files.withLock { $0 }) }

    func write(_ text: String, to path: String) { files.withLock { $0[path] = text } }
    func list() -> Outcome<[SourceEntry]> { folder.list() }
    func hasLost(_ path: String) -> Bool { folder.hasLost(path) }
    func read(_ path: String) throws(FileError) -> [UInt8] { try folder.read(path) }
  }

  private static let files = [
    "content/site.yml": "title: Site\nformat: 1\n",
    "content/missions/_kind.yml": "id: mission\nlabel: Mission\n",
    "content/missions/a.md": "---\ntitle: A\n---\nOne [@a].\n",
    "content/sources/all.yml": "- {id: a, type: book, title: A, issued: 2001}\n",
  ]

  private static let templates = DiskFolder(
    root: Checkout.folder.appending(path: "templates").path, prefix: "templates/")

  @Test(arguments: [
    ("content/missions/a.md", "---\ntitle: A\n---\nTwo [@a].\n", true),
    ("content/missions/a.md", "---\ntitle: B\n---\nOne [@a].\n", false),
    (
      "content/sources/all.yml", "- {id: a, type: book, title: A, issued: 2002}\n", false
    ),
    ("content/site.yml", "title: Site\nformat: 1\ncitation-style: notes\n", false),
  ])
  func worksAreRegisteredAnewWhereTheyMayDiffer(
    path: String, text: String, isKept: Bool
  ) async throws {
    let content = ChangingFolder(Self.files)
    var workspace = Workspace(
      Project(content: content, templates: Self.templates), BuildOptions(jobs: 1, now: 0))
    let before = try #require(try await workspace.update(.everything, now: 0).value)
    content.write(text, to: path)
    let after = try #require(
      try await workspace.update(SourceChanges(paths: [path]), now: 0).value)
    let desks = [before, after].map { $0.renderer.editions[0].citations }
    #expect((desks[0] === desks[1]) == isKept)
    let page = try #require(after.pages.first { $0.route == "missions/a.html" })
    let html = String(decoding: after.renderer.render(page), as: UTF8.self)
    #expect(html.contains(text.contains("2002") ? "2002" : "2001"))
  }
}
