import DossierBuild
import DossierRender
import DossierSource
import Foundation
import TestSupport
import Testing

/// What a change of one fact does to a site, and what becomes of a secret.
@Suite struct EvidenceTests {
  private static let base: [String: String] = [
    "content/site.yml": "title: Site\nbase-url: https://example.org/\nformat: 1\n",
    "content/units.yml": "persons: {}\nkm: {}\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    label: Mission
    fields:
      peak: {type: quantity, unit: persons, compare: true, label: Peak}
      line: {type: quantity, unit: km, label: Line}
    """,
    "content/briefings/_kind.yml": "id: briefing\nrole: article\nlabel: Briefing\nfields: {}\n",
    "content/corrections/_kind.yml": """
    id: correction
    role: correction
    label: Correction
    fields:
      corrected: {type: date, label: Corrected}
    """,
    "content/sources/all.yml": "- {id: a, type: book, title: A, issued: 2001}\n",
    "content/missions/kfor.md":
      "---\ntitle: KFOR\npeak: {value: 50000, source: a}\nline: 351\n---\n",
    "content/missions/unmil.md": "---\ntitle: UNMIL\npeak: 15000\n---\n",
    "content/briefings/uses.md":
      "---\ntitle: Uses the peak\ndate: 2020-01-01\n---\nIt had <mission:kfor#peak>.\n",
    "content/briefings/links.md":
      "---\ntitle: Links only\ndate: 2020-01-02\n---\nSee <mission:kfor> and <mission:kfor#line>.\n",
    "content/briefings/other.md": "---\ntitle: Other\ndate: 2020-01-03\n---\nNothing here.\n",
  ]

  @Test func aChangedFigureChangesThePagesThatShowItAndNoOthers() async throws {
    var changed = Self.base
    changed["content/missions/kfor.md"] = Self.base["content/missions/kfor.md"]?
      .replacing("50000", with: "50100")
    let before = try await pages(of: Self.base)
    let after = try await pages(of: changed)
    let different = before.keys.filter { before[$0] != after[$0] }.sorted()
    #expect(
      different.filter { !$0.hasPrefix("data/") && !$0.hasPrefix("feed") } == [
        "briefings/uses.html", "missions/index.html", "missions/kfor.html",
      ])
    #expect(before["briefings/uses.html"]?.contains("50,000") == true)
    #expect(after["briefings/uses.html"]?.contains("50,100") == true)
  }

  @Test func theFactListsTheSentencesThatUseIt() async throws {
    let page = try await pages(of: Self.base)["missions/kfor.html"] ?? ""
    #expect(page.replacing("\u{A0}", with: " ").contains("It had 50,000 persons."))
    #expect(page.contains("id=\"fact-peak\""))
  }

  @Test(arguments: ["embargo: 2030-01-01T00:00:00Z", "draft: true"])
  func aSecretRecordIsNamedNowhere(how: String) async throws {
    var project = Self.base
    project["content/missions/quiet-river.md"] =
      "---\ntitle: Operation Quiet River\n\(how)\npeak: 76543\n---\nNobody knows of Quiet River.\n"
    let pages = try await pages(of: project)
    for (route, text) in pages {
      for secret in ["quiet-river", "Quiet River", "76543", "76,543"] {
        #expect(!route.contains(secret) && !text.contains(secret), "\(route) has '\(secret)'")
      }
    }
    #expect(Set(pages.keys) == Set(try await self.pages(of: Self.base).keys))
  }

  @Test func aScheduledBriefingAppearsOnItsDay() async throws {
    var project = Self.base
    project["content/briefings/soon.md"] = "---\ntitle: Soon\ndate: 2030-01-01\n---\nText.\n"
    let day = 1_893_456_000
    #expect(try await pages(of: project, at: day - 1)["briefings/soon.html"] == nil)
    #expect(try await pages(of: project, at: day)["briefings/soon.html"] != nil)
  }

  @Test func aPublicReferenceToASecretIsAnError() async throws {
    var project = Self.base
    project["content/missions/secret.md"] = "---\ntitle: Secret\ndraft: true\n---\n"
    project["content/briefings/other.md"] =
      "---\ntitle: Other\ndate: 2020-01-03\n---\nSee <mission:secret>.\n"
    let outcome = try await prepare(project, at: 1_700_000_000)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == ["reference.hidden"])
  }

  @Test func aCorrectionIsNoticedOnEveryPageThatUsesTheFigure() async throws {
    var project = Self.base
    project["content/corrections/kfor-peak.md"] = """
      ---
      title: The peak of KFOR
      corrected: 2024-05-06
      ---
      [KFOR's peak](mission:kfor#peak) was given wrongly.

      """
    let pages = try await pages(of: project)
    let noticed = pages.filter { $0.value.contains("class=\"corrections\"") }.keys.sorted()
    #expect(noticed == ["briefings/uses.html", "missions/kfor.html"])
    #expect(pages["briefings/uses.html"]?.contains("6 May 2024") == true)
  }

  private func prepare(
    _ files: [String: String], at now: Int
  ) async throws -> Outcome<PreparedSite?> {
    let templates = try FileTree.read(
      Checkout.folder.appending(path: "templates"), below: "templates/")
    let project = Project(content: MemoryFolder(files), templates: MemoryFolder(templates))
    return try await project.prepare(BuildOptions(jobs: 1, now: now))
  }

  private func pages(
    of files: [String: String], at now: Int = 1_700_000_000
  ) async throws -> [String: String] {
    let outcome = try await prepare(files, at: now)
    let site = try #require(outcome.value, "\(outcome.diagnostics)")
    return Dictionary(
      uniqueKeysWithValues: site.pages.map {
        ($0.route, String(decoding: site.renderer.render($0), as: UTF8.self))
      })
  }
}
