import DossierSite
import Testing

@testable import DossierRender

@Suite("Sitemap")
struct FeedSitemapTests {
  private let sample = MetadataSample()

  private func entry(_ address: String, in xml: String) -> String? {
    xml.split(separator: "<url>").first { $0.hasPrefix("<loc>\(address)</loc>") }.map(String.init)
  }

  @Test func dateIsThatOfTheLastChange() throws {
    let map = sample.text("sitemap.xml")
    let first = try #require(entry("https://example.org/p/briefings/first.html", in: map))
    #expect(first.contains("<lastmod>2025-06-01</lastmod>"))
    let second = try #require(entry("https://example.org/p/briefings/second.html", in: map))
    #expect(second.contains("<lastmod>2025-07-01</lastmod>"))
    let mission = try #require(entry("https://example.org/p/missions/alpha.html", in: map))
    #expect(!mission.contains("lastmod"))
  }

  @Test func alternatesNameThePageItself() {
    let map = sample.text("sitemap.xml")
    for address in ["briefings/first.html", "uk/briefings/first.html"] {
      let found = entry("https://example.org/p/" + address, in: map) ?? ""
      #expect(found.contains("hreflang=\"en\" href=\"https://example.org/p/briefings/first.html\""))
      #expect(
        found.contains("hreflang=\"uk\" href=\"https://example.org/p/uk/briefings/first.html\""))
    }
  }

  @Test func fallbackPagesAndFilesStayOut() {
    let map = sample.text("sitemap.xml")
    for route in [
      "uk/briefings/second.html", "uk/missions/alpha.html", "404.html", "data/missions.csv",
    ] {
      #expect(!map.contains("<loc>https://example.org/p/\(route)</loc>"), "\(route)")
    }
    #expect(entry("https://example.org/p/", in: map) != nil)
    #expect(entry("https://example.org/p/data/", in: map) != nil)
  }

  @Test func manyAddressesGoOverParts() throws {
    let page = Page(subject: .home, language: .english, route: "index.html")
    let pages = Array(repeating: page, count: 100_001)
    let sitemap = try #require(Sitemap(Routes(site: sample.site), pages))
    #expect(sitemap.partCount == 3)
    let index = String(decoding: sitemap.document(part: 0), as: UTF8.self)
    #expect(index.contains("<sitemapindex"))
    #expect(index.contains("<loc>https://example.org/p/sitemap-3.xml</loc>"))
    let counts = (1...3).map { part in
      String(decoding: sitemap.document(part: part), as: UTF8.self).split(separator: "<url>").count
        - 1
    }
    #expect(counts == [50_000, 50_000, 1])
  }

  @Test(arguments: [(1, 50_000), (4, 50_000), (8, 25_000), (200, 1000)])
  func partsStaySmallHoweverManyLanguages(languages: Int, addresses: Int) {
    #expect(Sitemap.addressesPerPart(languages: languages) == addresses)
  }

  @Test func robotsLeadToTheSitemap() {
    #expect(
      sample.text("robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/p/sitemap.xml\n")
  }
}
