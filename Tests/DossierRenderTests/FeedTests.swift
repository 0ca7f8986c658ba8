import DossierSite
import Foundation
import Testing

@testable import DossierRender

@Suite("Feeds")
struct FeedTests {
  private let sample = MetadataSample()

  /// The texts of an element, in their order.
  private func texts(_ element: String, in xml: String) -> [String] {
    xml.components(separatedBy: "<\(element)>").dropFirst().compactMap {
      $0.components(separatedBy: "</\(element)>").first
    }
  }

  @Test func newestComesFirst() {
    let feed = sample.text("feed.xml")
    #expect(
      texts("title", in: feed) == ["Dossier", "A &lt;/script&gt; &amp; &lt;b&gt;", "The first"])
    #expect(texts("published", in: feed) == ["2025-07-01T00:00:00Z", "2025-05-12T00:00:00Z"])
    #expect(
      texts("updated", in: feed) == [
        "2025-07-01T00:00:00Z", "2025-07-01T00:00:00Z", "2025-06-01T00:00:00Z",
      ])
  }

  @Test func namesOfEntriesAreTheirAddresses() {
    #expect(
      texts("id", in: sample.text("feed.xml")) == [
        "https://example.org/p/feed.xml", "https://example.org/p/briefings/second.html",
        "https://example.org/p/briefings/first.html",
      ])
  }

  @Test func languageHasItsOwnTextsAlone() throws {
    let feed = try sample.json("uk/feed.json")
    let items = try #require(feed["items"] as? [[String: Any]])
    #expect(items.map { $0["title"] as? String } == ["Перша"])
    #expect(feed["feed_url"] as? String == "https://example.org/p/uk/feed.json")
    #expect(feed["language"] as? String == "uk")
  }

  @Test func itemHoldsSummaryAndKeyPoints() throws {
    let feed = try sample.json("feed.json")
    let item = try #require((feed["items"] as? [[String: Any]])?.last)
    #expect(item["content_text"] as? String == "It begins (Gowan 2018).\n– One Alpha, the first.")
    #expect(item["tags"] as? [String] == ["Force size"])
    #expect(
      (item["authors"] as? [[String: String]])?.map { $0["name"] } == [
        "Ann Smith Jones", "The team",
      ])
  }

  @Test func feedHoldsTheNewestFifty() throws {
    var files: [String: String] = [:]
    for number in 10..<99 {
      let day = number % 28 + 1
      files["content/briefings/n\(number).md"] =
        "---\ntitle: N\(number)\ndate: 2025-0\(number % 9 + 1)-\(day < 10 ? "0" : "")\(day)\n---\nT.\n"
    }
    let sample = MetadataSample(files)
    #expect(texts("published", in: sample.text("feed.xml")).count == 50)
    let published = texts("published", in: sample.text("feed.xml"))
    #expect(published == published.sorted(by: >))
  }

  @Test func correctionsHaveAFeedOfTheirOwn() throws {
    let sample = MetadataSample([
      "content/corrections/_kind.yml":
        "id: correction\nrole: correction\nlabel: Correction\nplural: Corrections\nfields:\n  when: {type: date, label: When}\n",
      "content/corrections/one.md": "---\ntitle: One\nwhen: 2025-08\n---\nIt was wrong.\n",
    ])
    let feed = sample.text("corrections/feed.xml")
    #expect(texts("title", in: feed) == ["Dossier: Corrections", "One"])
    #expect(texts("published", in: feed) == ["2025-08-01T00:00:00Z"])
    #expect(!sample.routes().contains("uk/corrections/feed.xml"))
  }

  @Test func withoutAnAddressThereAreNeitherFeedsNorSitemap() {
    let sample = MetadataSample(isPublished: false)
    for route in ["feed.xml", "feed.json", "sitemap.xml"] {
      #expect(!sample.routes().contains(route), "\(route)")
    }
    #expect(sample.text("robots.txt") == "User-agent: *\nAllow: /\n")
  }

  @Test(arguments: [
    ("a & b < c", "a &amp; b &lt; c"), ("bell\u{7} and form\u{C}", "bell and form"),
    ("\u{FFFE}x\u{1F600}", "x\u{1F600}"), ("tab\tkept", "tab\tkept"),
  ])
  func textHoldsNothingThatXMLForbids(text: String, xml: String) {
    var bytes: [UInt8] = []
    bytes.append(xmlText: text)
    #expect(String(decoding: bytes, as: UTF8.self) == xml)
  }
}
