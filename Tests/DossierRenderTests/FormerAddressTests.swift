import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender
@testable import DossierSite

/// Addresses that records had before, and which pages stand for others.
@Suite struct FormerAddressTests {
  private static func sample(_ aliases: String, languages: String = "[en, uk]") -> HandoutSample {
    var sample = HandoutSample([
      "content/missions/ifor.md": "---\ntitle: Implementation Force\naliases: \(aliases)\n---\n"
    ])
    sample.files["content/site.yml"]? += "\nlanguages: \(languages)\n"
    return sample
  }

  @Test func anAliasMayLieAnywhereInTheSite() throws {
    let renderer = try Self.sample("[old, /a/b, archive/2019/, past.html]").renderer()
    let routes = Set(renderer.pages().map(\.route))
    for route in ["missions/old.html", "a/b.html", "archive/2019/index.html", "past.html"] {
      #expect(routes.contains(route) && routes.contains("uk/" + route), "\(route)")
    }
    let page = try Self.sample("[/a/b]").page("uk/a/b.html")
    #expect(page.contains("content=\"0; url=../missions/ifor.html\""))
    #expect(page.contains("<script src=\"../../assets/moved.js\" defer></script>"))
    #expect(page.contains("<a id=\"_moved\" href=\"../missions/ifor.html\""))
  }

  @Test func hostsAreToldInTheirOwnForms() throws {
    var sample = Self.sample("[old, /a/b, c/]")
    sample.files["content/site.yml"] = sample.files["content/site.yml"]?
      .replacing("https://example.org/", with: "https://example.org/d/")
    let lines = try sample.page("_redirects").split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "/d/missions/old.html /d/missions/ifor.html 301", "/d/a/b.html /d/missions/ifor.html 301",
        "/d/a/b /d/missions/ifor.html 301", "/d/c/index.html /d/missions/ifor.html 301",
        "/d/c/ /d/missions/ifor.html 301", "/d/c /d/missions/ifor.html 301",
        "/d/uk/missions/old.html /d/uk/missions/ifor.html 301",
        "/d/uk/a/b.html /d/uk/missions/ifor.html 301", "/d/uk/a/b /d/uk/missions/ifor.html 301",
        "/d/uk/c/index.html /d/uk/missions/ifor.html 301",
        "/d/uk/c/ /d/uk/missions/ifor.html 301", "/d/uk/c /d/uk/missions/ifor.html 301",
      ])
    let map = try sample.page("_redirects.nginx").split(separator: "\n")
    #expect(map.count == lines.count && map.first == "/d/missions/old.html /d/missions/ifor.html;")
    let none = try HandoutSample().renderer().pages().map(\.route)
    #expect(!none.contains { $0.hasPrefix("_redirects") })
  }

  @Test(arguments: [
    "old page.html", "../up", "a//../b", "old.php", "a/b.pdf", "/.git/x", "a/{b}", "a/b?c", "a/b#c",
    "http://x.org/", "a/%20", "/", "a;b/c", "ä/b", "\"a/\\nb\"",
  ])
  func whatIsNoAddressIsToldOf(_ alias: String) {
    let quoted = alias.hasPrefix("\"") ? alias : "\"\(alias)\""
    let found = Self.sample("[\(quoted)]").linked().diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.code) == ["record.address"], "\(alias)")
  }

  @Test(arguments: [
    ("/missions/kfor", ["record.address"]), ("INDEX.html", ["record.address"]),
    ("/compare", ["record.address"]), ("missions/", ["record.address"]),
    ("uk/old", ["record.address"]), ("/missions/kfor-old", []), ("sources/none.html", []),
  ])
  func anAddressThatIsTakenIsToldOf(_ alias: String, _ codes: [String]) throws {
    let renderer = try Self.sample("[\"\(alias)\"]").renderer()
    #expect(renderer.missingForRedirects().map(\.code) == codes, "\(alias)")
  }

  @Test func twoRecordsCannotHaveLainAtOneAddress() {
    var sample = Self.sample("[/a/b]")
    sample.files["content/missions/other.md"] = "---\ntitle: Other\naliases: [A/B.html]\n---\n"
    let found = sample.linked().diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.code) == ["record.alias"])
  }

  @Test func theOriginalStandsForWhoReadsNoneOfTheLanguages() throws {
    let page = try Self.sample("[]").page("uk/missions/index.html")
    let original = "href=\"https://example.org/missions/\""
    #expect(page.contains("<link rel=\"alternate\" hreflang=\"x-default\" \(original)>"))
    #expect(
      try Self.sample("[]").page("sitemap.xml").contains("hreflang=\"x-default\" \(original)"))
    let single = try Self.sample("[]", languages: "[en]").page("missions/index.html")
    #expect(!single.contains("x-default"))
  }

  @Test func eachLanguageSaysThatAPageIsNotThere() throws {
    let page = try Self.sample("[]").page("uk/404.html")
    #expect(page.contains("lang=\"uk\"") && page.contains("<h1>Сторінку не знайдено</h1>"))
    #expect(page.contains("href=\"/assets/style.css\"") && page.contains("href=\"/uk/index.html\""))
  }

  @Test func theDataSayOfWhatTimeTheyAreAndHoldTheExhibits() throws {
    var sample = Self.sample("[]")
    sample.files["content/missions/ifor.md"] =
      "---\ntitle: I\nupdated: 2026-02-03\nreviewed: 2025-01-01\n"
      + "peak: {value: 60000, as-of: 1995-12, source: gowan}\n---\n"
    let package = try JSONSerialization.jsonObject(
      with: Data(sample.page("data/datapackage.json").utf8))
    let members = try #require(package as? [String: Any])
    #expect(members["version"] as? String == "2026-02-03")
    let resources = try #require(members["resources"] as? [[String: Any]])
    let names = resources.compactMap { $0["name"] as? String }
    #expect(Set(names).count == names.count)
    let renderer = try sample.renderer()
    let routes = Set(renderer.pages().map(\.route))
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      #expect(routes.contains("data/" + path), "\(path)")
    }
    let tables = routes.filter { $0.hasPrefix("data/exhibits/") }
    #expect(tables.count == 2)
    for table in tables {
      let name = String(table.dropFirst(5).dropLast(4)).replacing("/", with: "-")
      #expect(names.contains(name), "\(table)")
    }
    let page = try sample.page("data/index.html")
    #expect(page.contains("\"temporalCoverage\":\"1995/1999\""))
    #expect(page.contains("\"dateModified\":\"2026-02-03\""))
  }
}
