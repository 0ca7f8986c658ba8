import Testing

@testable import DossierRender

@Suite("Metadata in the head")
struct MetadataHeadTests {
  private let sample = MetadataSample()

  @Test(arguments: [
    ("briefings/first.html", "https://example.org/p/briefings/first.html"),
    ("briefings/index.html", "https://example.org/p/briefings/"),
    ("index.html", "https://example.org/p/"),
    ("uk/briefings/first.html", "https://example.org/p/uk/briefings/first.html"),
    ("uk/briefings/second.html", "https://example.org/p/briefings/second.html"),
    ("uk/data/index.html", "https://example.org/p/uk/data/"),
  ])
  func canonicalAddressIsThatOfTheMatter(route: String, address: String) {
    let page = sample.text(route)
    #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(sample.metas("og:url", on: route) == [address])
  }

  @Test func languagesAreNamedWhereTheMatterIsInThem() {
    let translated = "hreflang=\"uk\" href=\"https://example.org/p/uk/briefings/first.html\""
    #expect(sample.text("briefings/first.html").contains(translated))
    #expect(sample.text("uk/briefings/first.html").contains(translated))
    for route in ["briefings/second.html", "uk/briefings/second.html"] {
      #expect(!sample.text(route).contains("hreflang"), "\(route)")
    }
  }

  @Test func authorsAreNamedOneByOneFamilyFirst() {
    let route = "briefings/first.html"
    #expect(sample.metas("citation_author", on: route) == ["Smith Jones, Ann", "The team"])
    #expect(sample.metas("DC.creator", on: route) == ["Smith Jones, Ann", "The team"])
    #expect(sample.metas("citation_publication_date", on: route) == ["2025/05/12"])
    #expect(sample.metas("article:modified_time", on: route) == ["2025-06-01"])
  }

  @Test func publisherSignsWhatNobodySigned() {
    #expect(sample.metas("citation_author", on: "briefings/second.html") == ["A &amp; B Centre"])
  }

  @Test func onlyArticlesAreCitedAsPapers() {
    #expect(sample.metas("citation_title", on: "missions/alpha.html").isEmpty)
    #expect(sample.metas("og:type", on: "missions/alpha.html") == ["website"])
    #expect(sample.metas("og:type", on: "briefings/first.html") == ["article"])
  }

  @Test func everyPageHasADescriptionAndAnImage() {
    for page in sample.renderer.pages() where page.subject.isListed {
      #expect(sample.metas("og:description", on: page.route).count == 1, "\(page.route)")
      let image = ["https://example.org/p/card.png"]
      #expect(sample.metas("og:image", on: page.route) == image, "\(page.route)")
    }
  }

  @Test func ownImageGoesBeforeTheOneOfTheSite() {
    let sample = MetadataSample([
      "content/briefings/map.png": "",
      "content/briefings/third.md": "---\ntitle: T\ndate: 2025-01-01\n---\n![A map](map.png)\n",
    ])
    let route = "briefings/third.html"
    #expect(sample.metas("og:image", on: route) == ["https://example.org/p/briefings/map.png"])
    #expect(sample.metas("og:image:alt", on: route) == ["A map"])
    #expect(sample.metas("og:image:width", on: route) == [])
    #expect(sample.metas("twitter:card", on: route) == ["summary_large_image"])
  }

  @Test(arguments: [("\u{40}\u{01}", "320", "summary_large_image"), ("\u{40}\0", "64", "summary")])
  func theSizeOfAnImageIsSaid(width: String, pixels: String, card: String) {
    let sample = MetadataSample([
      "content/briefings/map.gif": "GIF89a\(width)\u{64}\0",
      "content/briefings/third.md": "---\ntitle: T\ndate: 2025-01-01\n---\n![A map](map.gif)\n",
    ])
    let route = "briefings/third.html"
    #expect(sample.metas("og:image:width", on: route) == [pixels])
    #expect(sample.metas("og:image:height", on: route) == ["100"])
    #expect(sample.metas("twitter:card", on: route) == [card])
  }

  @Test func pageForWhatIsNotThereIsKeptOutOfIndexes() {
    let page = sample.text("404.html")
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!page.contains("canonical") && !page.contains("ld+json"))
  }

  @Test func feedsAreAnnouncedInTheirLanguage() {
    #expect(sample.text("missions/alpha.html").contains("href=\"../feed.xml\""))
    #expect(sample.text("uk/missions/alpha.html").contains("href=\"../feed.json\""))
  }

  @Test func withoutAnAddressNothingClaimsToBeAbsolute() {
    let sample = MetadataSample(isPublished: false)
    let page = sample.text("briefings/first.html")
    for name in ["canonical", "og:url", "og:image", "hreflang", "citation_public_url", "feed"] {
      #expect(!page.contains(name), "\(name)")
    }
    #expect(page.contains("citation_title"))
    #expect(page.contains("\"url\":\"../briefings/first.html\""))
  }
}
