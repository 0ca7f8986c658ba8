import DossierSite
import Foundation
import Testing

@testable import DossierRender

/// How pages say where a work was read, and how many were read where.
@Suite("Copies on pages") struct WorkCopyPageTests {
  private static let sample = HandoutSample(alone: [
    "content/site.yml":
      "title: {en: T, uk: Т}\nlanguages: [en, uk]\nformat: 1\nbase-url: https://example.org/\n",
    "content/briefings/_kind.yml":
      "id: briefing\nrole: article\nhandouts: true\nlabel: Briefing\nplural: Briefings\n",
    "content/briefings/one.md":
      "---\ntitle: One\ndate: 2020-01-01\n---\nA [@copied; @told; @linked; @bare; @part].\n",
    "content/sources/a.yml": """
    - {id: copied, type: report, title: Force, issued: 2018, author: Press, archived: 'https://w.org/1',
       consulted: [{where: planken.org, URL: 'http://planken.org/a', accessed: 2026-11-22}, {where: a second copy}],
       note: Undated in the copy}
    - {id: told, type: report, title: Law, author: Times, issued: 2019,
       via: {where: {en: UNN, uk: УНН}, title: The Times, issued: 2025-04-30, URL: 'https://unn.ua/?a&b', accessed: 2026-11-22},
       note: {en: An account, uk: Переказ}}
    - {id: linked, type: report, title: Order, author: Wire, issued: 2020, via: {source: copied}}
    - {id: bare, type: entry-encyclopedia, title: War, author: W, issued: 2020, consulted: {URL: 'https://www.m.org/x/y'}}
    - {id: part, type: report, title: Annex, author: Press, issued: 2018, part-of: copied}
    """,
  ])

  private static func entry(_ id: String, on route: String = "briefings/one.html") throws -> String
  {
    let page = try sample.page(route)
    let start = try #require(page.range(of: "id=\"cite-\(id)\">"))
    let rest = page[start.upperBound...]
    return String(
      rest[
        ..<(rest.range(of: "</li>") ?? rest.range(of: "</p>") ?? rest.endIndex..<rest.endIndex)
          .lowerBound])
  }

  @Test func theCopyStandsBehindTheWork() throws {
    #expect(
      try Self.entry("copied").contains(
        ". Consulted at <a href=\"http://planken.org/a\">planken.org</a>, 22 November 2026; a second copy. "
          + "<a href=\"https://w.org/1\">Archived copy</a>."))
  }

  @Test func theRelayStandsBehindTheWork() throws {
    #expect(
      try Self.entry("told").contains(
        " Known through UNN, <a href=\"https://unn.ua/?a&amp;b\">“The Times”</a>, 30 April 2025, read on 22 November 2026."
      ))
    #expect(
      try Self.entry("linked").contains(
        " Known through <a href=\"../sources/copied.html\">Press 2018b</a>."))
    #expect(
      try Self.entry("bare").contains(" Consulted at <a href=\"https://www.m.org/x/y\">m.org</a>."))
    #expect(
      try Self.entry("part").contains(
        " Part of <a href=\"../sources/copied.html\">Press 2018b</a>."))
  }

  @Test func thePageOfAWorkShowsItsAddressesAndNote() throws {
    let page = try Self.sample.page("sources/copied.html")
    #expect(
      page.contains(
        "Consulted at <a href=\"http://planken.org/a\">planken.org</a>, <a href=\"http://planken.org/a\">http://planken.org/a</a>, 22 November 2026"
      ))
    #expect(page.contains("<dt>How it was read</dt><dd>In a copy that others keep</dd>"))
    #expect(page.contains("<dd>Undated in the copy</dd>"))
    #expect(
      page.contains("<dt>Its parts</dt><dd><a href=\"../sources/part.html\">Press 2018a</a></dd>"))
  }

  @Test func aNoteHasItsLanguage() throws {
    let plain = try Self.sample.page("uk/sources/copied.html")
    #expect(plain.contains("<dd lang=\"en\">Undated in the copy</dd>"))
    let translated = try Self.sample.page("uk/sources/told.html")
    #expect(translated.contains("<dd>Переказ</dd>"))
    #expect(translated.contains("Відомо з переказу: УНН, "))
    #expect(!translated.contains("р.."))
  }

  @Test func worksAreCountedByHowTheyWereRead() throws {
    let page = try Self.sample.page("trust.html")
    let start = try #require(page.range(of: "Sources by how they were read"))
    let lists = page[start.upperBound...].prefix(600)
    for line in [
      "<li>Where its author published it: 1</li>", "<li>In a copy that others keep: 1</li>",
      "<li>Through another’s account of it: 2</li>", "<li>In the press: 0</li>",
      "<li>In an encyclopaedia: 1</li>",
    ] {
      #expect(lists.contains(line), "\(line)")
    }
  }
}
