import DossierSite
import Foundation
import TestSupport
import Testing

@testable import DossierRender

/// The links at the head and the foot of pages, and pages that a site does without.
@Suite struct SiteMenuTests {
  private static func sample(_ more: String) -> HandoutSample {
    var sample = HandoutSample([
      "content/pages/about.md": "---\ntitle: About us\n---\n",
      "content/briefings/_kind.yml": "id: briefing\nrole: article\nlabel: Note\nplural: Notes\n",
      "content/briefings/one.md":
        "---\ntitle: One\ndate: 2025-01-01\ntopics: [peace]\n---\nText [@gowan].\n",
    ])
    sample.files["content/site.yml"]? += "\n" + more + "\n"
    sample.now = 1_800_000_000
    return sample
  }

  private static func part(_ name: String, of page: String) throws -> String {
    try #require(try Markup.matches("<nav[^>]*\(name)[^>]*>(.*?)</nav>", in: page).first)
  }

  /// The words of the links of a menu with their addresses.
  private static func links(_ part: String) throws -> [String] {
    try Markup.matches("<a (.*?)</a>", in: part).map { link in
      let address = try Markup.matches("href=\"([^\"]*)\"", in: link).first ?? ""
      return (link.split(separator: ">").last.map(String.init) ?? "") + " " + address
    }
  }

  @Test func theMenuIsWhatItNamesAndNothingElse() throws {
    let page = try Self.sample(
      """
      menu:
        - {label: Cases, to: mission}
        - page:about
        - {label: "Else & where", to: "https://example.com/a?b=1&c=2"}
        - {label: More, items: [a-z, sources]}
      """
    ).page("missions/kfor.html")
    #expect(
      try Self.links(Self.part("class=\"menu\"", of: page)) == [
        "Cases ../missions/index.html", "About us ../pages/about.html",
        "Else &amp; where https://example.com/a?b=1&amp;c=2", "All records, A–Z ../a-z.html",
        "Sources ../sources/index.html",
      ])
    let foot = try Self.links(Self.part("More about", of: page))
    #expect(!foot.contains { $0.hasPrefix("About us") || $0.hasPrefix("Sources") })
    #expect(foot.contains { $0.hasSuffix("../compare.html") })
    #expect(page.contains("<a href=\"../missions/index.html\" aria-current=\"true\">Cases</a>"))
  }

  @Test func withoutAMenuThereAreTheKindsComparisonsAndSources() throws {
    let page = try Self.sample("").page("sources/gowan.html")
    let links = try Self.links(Self.part("class=\"menu\"", of: page))
    #expect(links.suffix(2) == ["Compare ../compare.html", "Sources ../sources/index.html"])
    #expect(links.contains("Notes ../briefings/index.html"))
    #expect(page.contains("<a href=\"../sources/index.html\" aria-current=\"true\">Sources</a>"))
    let none = try Self.sample("menu: []").page("index.html")
    #expect(!none.contains("class=\"menu\""))
  }

  @Test(arguments: ToolPage.allCases.map { [$0] } + [ToolPage.allCases])
  func nothingLeadsToAPageThatTheSiteDoesWithout(_ tools: [ToolPage]) throws {
    let whole = try Self.sample("").renderer()
    let names = tools.map(\.rawValue).joined(separator: ", ")
    let without = try Self.sample("without: [\(names)]").renderer()
    let routes = Set(without.pages().map(\.route))
    var gone = Set(whole.pages().map(\.route)).subtracting(routes)
    #expect(!gone.isEmpty)
    // An address need not name the first page of a folder.
    gone.formUnion(
      gone.filter { $0.hasSuffix("/index.html") }.map { $0.replacing("index.html", with: "") })
    #expect(routes.isSubset(of: whole.pages().map(\.route)))
    for page in without.pages() {
      let text = String(decoding: without.render(page), as: UTF8.self)
      let depth = page.route.split(separator: "/").count - 1
      for address in try Markup.attributes("(?:href|src)", in: text)
        + Markup.attributes("data-(?:root|data)", in: text)
      where !address.contains(":") && !address.hasPrefix("#") {
        let path = String(address.prefix { $0 != "#" && $0 != "?" })
        guard path.components(separatedBy: "../").count - 1 == depth || depth == 0 else { continue }
        let route = path.replacing("../", with: "")
        #expect(!gone.contains(route), "\(page.route) leads to \(route)")
      }
      for route in gone where text.contains("https://example.org/" + route + "\"") {
        Issue.record("\(page.route) names \(route)")
      }
    }
  }

  @Test func theBrandIsInStyleDrawingsHandoutsAndCards() throws {
    var sample = Self.sample(
      """
      share-images: true
      brand:
        colours: {accent: "#8a1538", paper: "#fffaf0"}
        fonts: {sans: [Inter], text: [Georgia]}
        logo: logo.svg
        footer: Founded in 1990 & after
      """)
    sample.files["content/logo.svg"] =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"/>"
    sample.files["content/briefings/one.md"]? +=
      "\n```chart {#bars}\ntype: bars\nkind: mission\nfield: peak\n```\n"
    let renderer = try sample.renderer()
    func text(_ route: String) throws -> String {
      let page = try #require(renderer.pages().first { $0.route == route }, "\(route)")
      let images = Dictionary(
        uniqueKeysWithValues: renderer.embeddedImages(page).map { ($0, Array("<svg/>".utf8)) })
      return String(decoding: renderer.render(page, images: images), as: UTF8.self)
    }
    let style = try text("assets/brand.css")
    #expect(style.contains("--accent:#8a1538;") && style.contains("--paper:#fffaf0;"))
    #expect(style.contains("--font-sans:\"Inter\", sans-serif;"))
    #expect(style.contains("prefers-color-scheme:dark"))
    let home = try text("missions/kfor.html")
    #expect(home.contains("<link rel=\"stylesheet\" href=\"../assets/brand.css\">"))
    #expect(home.contains("src=\"../logo.svg\" width=\"20\" height=\"10\" alt=\"\""))
    #expect(home.contains("<p>Founded in 1990 &amp; after</p>"))
    let handout = try text("handouts/missions/kfor.html")
    #expect(handout.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,"))
    let encoded = try #require(Markup.matches("data:text/css;base64,([^\"]*)\"", in: handout).first)
    let css = String(decoding: try #require(Data(base64Encoded: encoded)), as: UTF8.self)
    #expect(css.contains("--accent:#8a1538;") && !css.contains("prefers-color-scheme"))
    for route in ["cards/missions/kfor.svg", "exhibits/briefings/one/bars.svg"] {
      let drawing = try text(route)
      #expect(drawing.contains("font-family=\"'Inter', sans-serif, "), "\(route)")
      for own in ["#0b5763", "#0f7f8c", "#fdfcf9"] { #expect(!drawing.contains(own), "\(route)") }
    }
    #expect(try text("cards/missions/kfor.svg").contains("#8a1538"))
    #expect(try text("exhibits/briefings/one/bars.svg").contains("#fffaf0"))
  }

  @Test func withoutABrandThereIsNoSheetOfIt() throws {
    let renderer = try Self.sample("").renderer()
    #expect(!renderer.pages().contains { $0.route == "assets/brand.css" })
    let page = try Self.sample("").page("index.html")
    #expect(!page.contains("brand.css") && !page.contains("class=\"logo\""))
  }
}
