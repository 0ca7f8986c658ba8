import Foundation
import Testing

@testable import DossierRender
@testable import DossierSite

/// A link that shows its own address is printed once.
@Suite struct BareAddressTests {
  @Test(arguments: [
    "https://x.org/a_b", "<https://x.org/a>", "www.x.org/a?b=c&d=e",
    "[https://x.org](https://x.org)",
    "**https://x.org**", "- https://x.org", "> https://x.org", "| https://x.org |\n|---|",
    "x^[https://x.org]", "<mailto:a@x.org>",
  ])
  func aHandoutKnowsIt(body: String) throws {
    let sample = HandoutSample([
      "content/missions/ifor.md": "---\ntitle: Implementation Force\n---\n\(body)\n"
    ])
    let handout = try sample.page("handouts/missions/ifor.html")
    #expect(handout.contains("<a class=\"bare\" href=\""))
    #expect(handout.firstMatch(of: /<a href="[^"]*x\.org[^"]*">/) == nil)
    #expect(try !sample.page("missions/ifor.html").contains("class=\"bare\""))
  }

  @Test(arguments: [
    "[x](https://x.org)", "[https://y.org](https://x.org)", "[x.org](https://x.org/)",
  ])
  func otherWordsAreNone(body: String) throws {
    let sample = HandoutSample([
      "content/missions/ifor.md": "---\ntitle: Implementation Force\n---\n\(body)\n"
    ])
    #expect(try !sample.page("handouts/missions/ifor.html").contains("class=\"bare\""))
  }

  @Test func theStyleLeavesItOut() throws {
    let heads = RunningHeads(
      publication: "", title: "", page: "", sheets: [])
    let style = HandoutStyle(paper: .a4, heads: heads, base: "https://x.org/").address(after: [])
    let encoded = try #require(style.split(separator: ",").last)
    let css = try #require(Data(base64Encoded: String(encoded)))
    #expect(String(decoding: css, as: UTF8.self).contains(":not(.bare)::after{content:\" (\""))
  }

  @Test func theTitleOfAReferenceIsKept() throws {
    let sample = HandoutSample([
      "content/missions/ifor.md":
        "---\ntitle: Implementation Force\n---\n[the force](mission:kfor \"In \\\"Kosovo\\\" & Metohija\")\n"
    ])
    let page = try sample.page("missions/ifor.html")
    #expect(page.contains("title=\"In &quot;Kosovo&quot; &amp; Metohija\">the force</a>"))
  }
}
