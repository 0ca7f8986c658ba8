import DossierSite
import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender

/// Handouts of languages that are written from right to left.
@Suite struct MirroredHandoutTests {
  private func rules(isRightToLeft: Bool) throws -> String {
    let heads = RunningHeads(
      publication: "PUBLICATION", title: "TITLE", publisher: "PUBLISHER", page: "{n}",
      sheets: [(name: "part-1", title: "PART")])
    let address = HandoutStyle(
      paper: .a4, heads: heads, base: "https://x.org/", isRightToLeft: isRightToLeft
    ).address(after: [])
    let encoded = try #require(address.split(separator: ",").last)
    return String(decoding: try #require(Data(base64Encoded: String(encoded))), as: UTF8.self)
  }

  @Test func headsAndPageNumbersStandOnTheOtherSide() throws {
    let (here, there) = (
      try rules(isRightToLeft: false), try rules(isRightToLeft: true)
    )
    for (side, other) in [("left", "right"), ("right", "left")] {
      let rules = side == "left" ? here : there
      #expect(rules.contains("@top-\(side){content:\"PUBLICATION\"}"))
      #expect(rules.contains("@top-\(other){content:\"TITLE\"}"))
      #expect(rules.contains("@bottom-\(other){content:\"\" counter(page)"))
      #expect(rules.contains("@page part-1{@top-\(other){content:\"PART\"}}"))
      #expect(rules.contains("@page cover{@top-\(side){content:\"PUBLICATION\"}"))
      #expect(rules.contains("@top-\(other){content:\"PUBLISHER\"}"))
    }
  }

  @Test func exhibitsHaveTheDirectionOnTheirOwnPages() throws {
    let sample = HandoutSample([
      "content/site.yml": "title: T\nlanguages: [he]\nbase-url: https://x.org/\nformat: 1\n"
    ])
    for route in ["exhibits/missions/kfor/both.html", "handouts/missions/kfor.html"] {
      #expect(try sample.page(route).contains("<html lang=\"he\" dir=\"rtl\">"))
    }
  }

  /// On half a sheet the names of facts have a column still, and do not stand over their values.
  @Test func aBookletHasRoomForTheNamesOfFacts() throws {
    let heads = RunningHeads(publication: "", title: "", page: "", sheets: [])
    let address = HandoutStyle(paper: .a5, heads: heads, base: "").address(after: [])
    let encoded = try #require(address.split(separator: ",").last)
    let css = String(decoding: try #require(Data(base64Encoded: String(encoded))), as: UTF8.self)
    #expect(css.contains("--gutter:0mm;--labels:34mm;"))
    let file = Checkout.folder.appending(path: "templates/handout.css")
    let style = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let start = try #require(style.range(of: ".fact-list dd {")?.upperBound)
    #expect(style[start...].prefix { $0 != "}" }.contains("var(--labels)"))
  }

  /// Whatever stands at a side of the text stands there by the direction of the text.
  @Test func theStyleNamesNoSides() throws {
    let file = Checkout.folder.appending(path: "templates/handout.css")
    let style = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let sides = style.split(separator: "\n").filter {
      $0.contains(/(?:margin|padding|border)-(?:left|right)|(?:float|text-align): *(?:left|right)/)
    }
    #expect(sides == [])
  }

  @Test(arguments: [
    ("سلام", "\u{FEE1}\u{FEFC}\u{FEB3}"), ("باب", "\u{FE8F}\u{FE8E}\u{FE91}"),
    ("ء", "\u{FE80}"), ("لا", "\u{FEFB}"), ("كتب 5", "5 \u{FE90}\u{FE98}\u{FEDB}"),
    ("نهر", "\u{FEAE}\u{FEEC}\u{FEE7}"),
  ])
  func lettersOfArabicAreJoined(label: String, seen: String) {
    #expect(VisualOrder.of(label) == seen)
  }

  /// As Chromium shows them, which knows the algorithm.
  @Test(arguments: [
    ("plain words", "plain words"), ("אבג", "גבא"), ("1 אבג", "גבא 1"),
    ("≈6,650 ק״מ", "מ״ק 6,650≈"), ("אב (גד), 1970", "1970 ,(דג) בא"),
    ("abc אבג, 5", "abc 5 ,גבא"), ("אב abc 12 גד", "דג abc 12 בא"),
    ("אב &lt; גד", "דג &gt; בא"), ("50% אב", "בא 50%"), ("אב 3–5", "5–3 בא"), ("", ""),
    ("\u{2068}3 אב\u{2069}", "בא 3"),
  ])
  func aDrawingsWordsStandAsTheyAreSeen(label: String, seen: String) {
    #expect(VisualOrder.of(label) == seen)
    let html = "<p>אבג</p><text x=\"1\">\(label)</text><tspan>\(label)</tspan>"
    let ordered = VisualOrder.ofDrawings(in: Array(html.utf8))
    let expected = "<p>אבג</p><text x=\"1\">\(seen)</text><tspan>\(seen)</tspan>"
    #expect(String(decoding: ordered, as: UTF8.self) == expected)
  }
}
