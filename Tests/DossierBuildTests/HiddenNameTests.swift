import DossierBuild
import DossierRender
import DossierSite
import DossierSource
import DossierTables
import Foundation
import TestSupport
import Testing

@testable import DossierBuild

/// The last look at what is written: no file holds a name of what is not public.
@Suite struct HiddenNameTests {
  private static let files = [
    "content/site.yml": "title: T\nlanguages: [en]\nformat: 1\n",
    "content/missions/_kind.yml": "id: mission\nrole: precedent\n",
    "content/missions/x.md": "---\ntitle: The quiet talks\ndraft: true\n---\n",
    "content/missions/open.md": "---\ntitle: Open\n---\n",
    "content/sources/all.yml":
      "- {id: memo, type: book, title: A memo nobody knows, draft: true}\n",
    "content/handouts/pack.yml":
      "title: A pack for later\ndate: 2999-01-01\nparts: [mission:open]\n",
  ]

  private static func scan() async throws -> HiddenNameScan {
    let project = Project(
      content: MemoryFolder(files), templates: MemoryFolder(try GoldenTests.templates()))
    let outcome = try await project.prepare(BuildOptions(jobs: 1, now: 0))
    return HiddenNameScan(try #require(outcome.value).hiddenNames)
  }

  @Test(arguments: [
    ("missions/x.html", "missions/x.html"), ("../missions/x.html#a", "missions/x.html"),
    ("submissions/x.html", nil), ("missions/x.htmls", nil), ("mission:x", "mission:x"),
    ("mission:x-ray", nil), ("submission:x", nil), ("mission:x.", "mission:x"),
    ("<b>The quiet talks</b>", "The quiet talks"), ("The quiet talksy", nil),
    ("ЇThe quiet talks", nil), ("«The quiet talks»", "The quiet talks"),
    ("The quiet talks\u{301}", nil), ("“The quiet talks”", "The quiet talks"),
    ("source:memo", "source:memo"), ("sources/memo.html", "sources/memo.html"),
    ("A memo nobody knows", "A memo nobody knows"), ("handouts/pack.html", "handouts/pack.html"),
    ("A pack for later", "A pack for later"), ("A\u{A0}pack for later", "A pack for later"),
    ("of A memo\u{202F}nobody\u{A0}knows.", "A memo nobody knows"),
    ("submissions/x.html missions/x.html", "missions/x.html"),
  ])
  func aNameIsFoundWhereItStandsAlone(text: String, name: String?) async throws {
    #expect(try await Self.scan().firstName(in: Array(text.utf8))?.text == name)
  }

  @Test func aNameIsFoundInAWorkbookThatIsPacked() async throws {
    let scan = try await Self.scan()
    func leak(_ text: String) -> String? {
      let rows = [[Workbook.Cell]](repeating: [.text(text)], count: 50)
      let book = Workbook(title: "T", sheets: [Workbook.Sheet(name: "S", head: ["a"], rows: rows)])
      return Leak(in: book.bytes(), at: "data/x.xlsx", scan)?.name.text
    }
    #expect(leak("of The quiet talks, 1999") == "The quiet talks")
    #expect(leak("of other talks") == nil)
    #expect(Leak(in: [0x50, 0x4B, 3, 4, 9], at: "a.zip", scan) == nil)
  }

  /// Of names that end alike the longer may be part of a word where the shorter is none.
  @Test func everyNameThatEndsAtAPlaceIsTried() async throws {
    var files = Self.files
    files["content/missions/y.md"] = "---\ntitle: Xx The quiet talks\ndraft: true\n---\n"
    let project = Project(
      content: MemoryFolder(files), templates: MemoryFolder(try GoldenTests.templates()))
    let outcome = try await project.prepare(BuildOptions(jobs: 1, now: 0))
    let scan = HiddenNameScan(try #require(outcome.value).hiddenNames)
    #expect(scan.firstName(in: Array("aXx The quiet talks".utf8))?.text == "The quiet talks")
  }

  /// Writes the project with some files more, and says what is found.
  private static func written(_ more: [String: String]) async throws -> [Diagnostic] {
    let project = Project(
      content: MemoryFolder(files.merging(more) { $1 }),
      templates: MemoryFolder(try GoldenTests.templates()))
    let outcome = try await project.prepare(BuildOptions(jobs: 1, now: 0))
    #expect(outcome.diagnostics == [])
    let site = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    defer { try? FileManager.default.removeItem(at: site) }
    let report = try await outcome.value?.write(from: project, to: site.path, jobs: 1)
    #expect(report?.diagnostics.isEmpty == FileManager.default.fileExists(atPath: site.path))
    return report?.diagnostics ?? []
  }

  @Test func theTextThatGaveItAwayIsNamed() async throws {
    let found = try await Self.written([
      "content/missions/open.md": "---\ntitle: Open\n---\nAs in\nThe quiet talks.\n"
    ])
    #expect(found.map(\.code).first == "hidden.named")
    #expect(
      found.first?.place
        == Place(
          path: "content/missions/open.md", span: Span(line: 5, column: 1, length: 15)))
    #expect(found.first?.message.contains("'The quiet talks' of content/missions/x.md") == true)
  }

  @Test func aFileThatIsPublishedAsItIsIsSearched() async throws {
    let found = try await Self.written([
      "content/missions/open.md": "---\ntitle: Open\n---\n[a](list.txt)\n",
      "content/missions/list.txt": "One\nThe quiet talks\n",
    ])
    #expect(found.map(\.place.path) == ["content/missions/list.txt"])
    #expect(found.first?.message.contains("missions/list.txt") == true)
  }
}
