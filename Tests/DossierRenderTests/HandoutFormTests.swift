import DossierMarkdown
import DossierSource
import Foundation
import Testing

@testable import DossierRender
@testable import DossierSite

/// The parts of which handouts are made.
@Suite struct HandoutFormTests {
  /// The examples of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfTheStandard(text: String, code: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == code)
  }

  @Test func everyByteIsEncoded() {
    let code = String(decoding: Base64.encode([0xFB, 0xFF, 0xBF, 0x00]), as: UTF8.self)
    #expect(code == "+/+/AA==")
  }

  @Test(arguments: [
    ("plain", "\"plain\""), ("a \"b\"", "\"a \\22 b\\22 \""), ("a\\b", "\"a\\5c b\""),
    ("a\nb", "\"a\\a b\""), ("</style>", "\"\\3c /style\\3e \""), ("Місія", "\"Місія\""),
  ])
  func aTextCannotLeaveItsStringInCSS(text: String, css: String) {
    #expect(HandoutStyle.string(text) == css)
  }

  @Test func headingsAreMovedWithTheHolesBehindThem() throws {
    let text = "## One\n\nSee [it](mission:a).\n\n### Two\n\n[b](mission:b)\n"
    let parser = MarkdownParser(options: .init(exhibits: [], allowsRawHTML: false))
    let body = parser.parse(Array(text.utf8)[...], path: "a.md", firstLine: 1).value
    let prose = body.placed(HeadingPlacement(prefix: "p_", deeper: 1, number: "4"))
    let html = String(decoding: prose.html, as: UTF8.self)
    #expect(html.contains("<h3 id=\"p_one\"><span class=\"number\">4.1</span> One</h3>"))
    #expect(html.contains("<h4 id=\"p_two\">Two</h4>"))
    let before = prose.holes.map {
      String(decoding: prose.html[..<$0.offset].suffix(4), as: UTF8.self)
    }
    #expect(before == ["See ", "<p>"].map { $0.count < 4 ? "\n" + $0 : $0 })
  }

  @Test func noHeadingIsDeeperThanTheSixth() {
    let parser = MarkdownParser(options: .init(exhibits: [], allowsRawHTML: false))
    let body = parser.parse(Array("##### Five\n".utf8)[...], path: "a.md", firstLine: 1).value
    let prose = body.placed(HeadingPlacement(prefix: "", deeper: 2, number: nil))
    #expect(String(decoding: prose.html, as: UTF8.self) == "<h6 id=\"five\">Five</h6>\n")
  }

  @Test func aComparisonOfManyRecordsStandsOnItsSide() throws {
    let ids = (1...6).map { "m\($0)" }
    var files: [String: String] = [:]
    for id in ids { files["content/missions/\(id).md"] = "---\ntitle: \(id)\nline: 5\n---\n" }
    files["content/missions/ifor.md"] = """
      ---
      title: IFOR
      ---
      ```compare
      records: [\(ids.map { "mission:" + $0 }.joined(separator: ", "))]
      fields: [line]
      ```
      """
    let html = try HandoutSample(files).page("handouts/missions/ifor.html")
    #expect(html.contains("<div class=\"wide\">"))
    #expect(!(try HandoutSample(files).page("missions/ifor.html")).contains("<div class=\"wide\">"))
  }
}

/// Declarations of collections that cannot be made.
@Suite struct HandoutDeclarationTests {
  @Test(arguments: [
    ("- mission:kfr", "reference.unknown", 3), ("- planet:mars", "kind.unknown", 3),
    ("- mission:secret", "reference.hidden", 3), ("- mission:kfor#none", "handout.exhibit", 3),
    ("- mission:kfor\n  - mission:kfor", "handout.twice", 4),
    ("- mission:kfor\n  - mission:kfor#both", "handout.twice", 4),
    ("- {kind: missions}", "kind.unknown", 3),
    ("- mission:kfor\n  - {kind: mission}", "handout.twice", 4),
    ("- everything", "handout.part", 3),
    ("- {record: mission:kfor, only: [pictures]}", "handout.portion", 3),
    ("- {only: [facts]}", "yaml.missing-key", 3),
    ("- mission:kfor\n  - verdicts", "handout.verdicts", 4),
  ])
  func aPartThatIsNotThereIsAnErrorAtItsLine(parts: String, code: String, line: Int) {
    let sample = HandoutSample([
      "content/handouts/x.yml": "title: X\nparts:\n  \(parts)\n",
      "content/missions/secret.md": "---\ntitle: A secret mission\nembargo: 2030-01-01\n---\n",
    ])
    let found = sample.linked().diagnostics.filter { $0.place.path == "content/handouts/x.yml" }
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.place.span.line) == [line])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    ("parts: [mission:kfor]\n", "yaml.missing-key"), ("title: X\n", "yaml.missing-key"),
    ("title: X\nparts: mission:kfor\n", "yaml.type"), ("", "handout.empty"),
    ("title: X\nform: poster\nparts: [mission:kfor]\n", "handout.form"),
    ("title: X\nkey-points: One\nparts: [mission:kfor]\n", "yaml.type"),
    ("title: X\nauthors: [nobody]\nparts: [mission:kfor]\n", "reference.unknown"),
  ])
  func aDeclarationThatSaysTooLittleIsAnError(text: String, code: String) {
    let sample = HandoutSample([
      "content/handouts/x.yml": text, "content/authors/_kind.yml": "id: author\nrole: author\n",
    ])
    let found = sample.linked().diagnostics.filter { $0.place.path == "content/handouts/x.yml" }
    #expect(found.map(\.code) == [code])
  }

  @Test func theBrandIsOnAHandoutAndOnCards() throws {
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"30\"></svg>"
    let sample = HandoutSample([
      "content/site.yml": """
      title: Dossier
      base-url: https://example.org/
      format: 1
      share-images: true
      brand:
        colours: {accent: "#7a1f3d", bar: "#f0c000"}
        fonts: {sans: [Noto Sans]}
        logo: logo.svg
        footer: Founded in 1990
      """,
      "content/logo.svg": logo,
    ])
    let address = try #require(DataAddress.image(Array(logo.utf8), path: "content/logo.svg"))
    let images = ["content/logo.svg": Array(logo.utf8)]
    let page = try sample.page("handouts/missions/kfor.html", images: images)
    #expect(page.contains("<img class=\"logo\" src=\"\(address)\""))
    #expect(page.contains(">Founded in 1990</p>"))
    // Drawings are painted, since no style sheet reaches them in print.
    #expect(page.contains("color=\"#7a1f3d\"") && !page.contains("color=\"#0b5763\""))
    let style = try #require(page.firstMatch(of: /href="data:text\/css;base64,([^"]+)"/)?.1)
    let bytes = try #require(Data(base64Encoded: String(style)))
    let css = String(decoding: bytes, as: UTF8.self)
    #expect(css.contains("--accent:#7a1f3d;") && css.contains("--on-bar:#000000;"))
    let card = try sample.page("cards/missions/kfor.svg", images: images)
    #expect(card.contains("<image href=\"\(address)\" x=\"60\" y=\"37\""))
    #expect(card.contains("width=\"108\" height=\"54\"") && card.contains("fill=\"#7a1f3d\""))
  }

  @Test func theNearestNameIsOffered() throws {
    let sample = HandoutSample(["content/handouts/x.yml": "title: X\nparts: [mission:kfr]\n"])
    let found = try #require(sample.linked().diagnostics.first { $0.code == "reference.unknown" })
    #expect(found.help == "did you mean 'kfor'?")
  }
}
