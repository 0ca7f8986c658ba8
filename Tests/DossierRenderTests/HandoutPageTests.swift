import DossierSource
import Testing

@testable import DossierRender
@testable import DossierSite

/// Handouts as files: what they hold, and where their links lead.
@Suite struct HandoutPageTests {
  private static let routes = [
    "handouts/all.html", "handouts/missions/kfor.html", "handouts/missions/smm.html",
  ]

  @Test(arguments: routes)
  func everyAnchorIsThereAndThereOnce(route: String) throws {
    let html = try HandoutSample().page(route)
    let ids = try Markup.attributes("id", in: html)
    #expect(Set(ids).count == ids.count)
    let anchors = try Markup.attributes("href", in: html).filter { $0.hasPrefix("#") }
    #expect(!anchors.isEmpty)
    #expect(anchors.filter { !ids.contains(String($0.dropFirst())) } == [])
  }

  @Test(arguments: routes)
  func nothingIsAskedOfAnyOtherFile(route: String) throws {
    let html = try HandoutSample().page(route)
    let addresses = try Markup.attributes("href", in: html)
    let own = ["#", "http", "data:"]
    #expect(addresses.allSatisfy { address in own.contains { address.hasPrefix($0) } })
    #expect(addresses.count(where: isStyle) == 1)
    #expect(try Markup.attributes("src", in: html) == [])
    #expect(!html.contains("<script") && !html.contains("<style") && !html.contains(" style="))
  }

  /// Whether a record has a text above its facts or none, alone or in a chapter.
  @Test(arguments: routes)
  func noHeadingSkipsALevel(route: String) throws {
    var sample = HandoutSample()
    sample.files["content/missions/bare.md"] =
      "---\ntitle: Bare\npeak: 5\nline: {value: 351, source: gowan}\n---\n"
    let collection = try #require(sample.files["content/handouts/all.yml"])
    sample.files["content/handouts/all.yml"] = collection + "\n  - mission:bare\n"
    let html = try sample.page(route)
    #expect(route != "handouts/all.html" || html.contains("id=\"mission_bare\""))
    let levels = try Markup.matches("<h([1-6])[ >]", in: html).compactMap { Int($0) }
    #expect(levels.count > 3)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  private func isStyle(_ address: String) -> Bool { address.hasPrefix("data:text/css;base64,") }

  @Test func aLinkToWhatIsInsideIsAnAnchor() throws {
    let html = try HandoutSample().page("handouts/all.html")
    #expect(html.contains("href=\"#mission_smm_fact-peak\""))
    #expect(html.contains("href=\"#mission_kfor_numbers\""))
    #expect(html.contains("href=\"#term_veto\""))
    #expect(!html.contains("https://example.org/missions/smm.html"))
  }

  @Test func aLinkToWhatIsNotInsideIsTheAddressOfThePublishedSite() throws {
    let html = try HandoutSample().page("handouts/missions/kfor.html")
    #expect(html.contains("href=\"https://example.org/missions/smm.html#fact-peak\""))
    let elsewhere = try #require(
      try Markup.matches("class=\"elsewhere\">(.*?)</section>", in: html).first)
    let words = Markup.words(elsewhere)
    #expect(words.contains("https://example.org/ "))
    #expect(words.contains("Special Monitoring Mission missions/smm.html"))
  }

  @Test func exhibitsAreNumberedThrough() throws {
    let html = try HandoutSample().page("handouts/all.html")
    let numbers = try Markup.matches("class=\"exhibit-number\">([^<]*)<", in: html)
    #expect(numbers == ["Exhibit 1", "Exhibit 2"])
    let list = try #require(try Markup.matches("class=\"exhibit-list\">(.*?)</ol>", in: html).first)
    #expect(Markup.words(list) == "Exhibit 1: Two missions Exhibit 2")
  }

  @Test func notesAreNumberedThroughAndStandOnceForEachEngine() throws {
    let html = try HandoutSample().page("handouts/all.html")
    let atFoot = try Markup.matches("class=\"footnote\"[^>]*data-number=\"(\\d)\"", in: html)
    #expect(atFoot == ["1", "2", "3"])
    let atEnd = try Markup.matches("<div id=\"(note-\\d)\">", in: html)
    #expect(atEnd == ["note-1", "note-2", "note-3"])
    #expect(
      !html.contains("<span class=\"footnote\" role=\"doc-footnote\" data-number=\"2\"></span>"))
  }

  @Test func theGlossaryHoldsTheTermsThatOccur() throws {
    let html = try HandoutSample().page("handouts/all.html")
    #expect(html.contains("id=\"term_veto\"") && html.contains("id=\"term_caveat\""))
    #expect(!html.contains("No shots"))
  }

  @Test func theGlossaryHoldsTermsThatRunningWordsName() throws {
    let sample = HandoutSample([
      "content/missions/ifor.md": """
      ---
      title: Implementation Force
      summary: It had to wait for a veto
      ---
      It watched the ceasefire.
      """
    ])
    let html = try sample.page("handouts/missions/ifor.html")
    #expect(html.contains("id=\"term_ceasefire\"") && html.contains("id=\"term_veto\""))
    #expect(!html.contains("id=\"term_caveat\""))
  }

  /// Where the site is published, which leads to them.
  @Test func worksStandWithoutTheirAddressesButForDOIs() throws {
    let sources = """
      - {id: gowan, type: report, title: A Report, URL: "https://report.example/long", grade: B}
      - {id: smith, type: book, title: A Book, DOI: 10.1000/182}
      """
    var sample = HandoutSample(["content/sources/all.yml": sources])
    let html = try sample.page("handouts/missions/kfor.html")
    let works = try #require(try Markup.matches("class=\"works-cited\">(.*?)</ul>", in: html).first)
    let words = Markup.words(works)
    #expect(!words.contains("report.example") && works.contains("https://report.example/long"))
    #expect(words.contains("https://doi.org/10.1000/182"))
    #expect(works.contains("<span class=\"grade\">B</span>"))
    let note = try #require(try Markup.matches("class=\"works-note\">(.*?)</p>", in: html).first)
    #expect(Markup.words(note).hasSuffix("https://example.org/sources/"))
    sample.files["content/site.yml"] = "title: Dossier\nformat: 1\n"
    let alone = try sample.page("handouts/missions/kfor.html")
    #expect(Markup.words(alone).contains("https://report.example/long"))
    #expect(!alone.contains("class=\"works-note\""))
  }

  @Test func headingsAreDeeperAndNumberedInACollection() throws {
    let html = try HandoutSample().page("handouts/all.html")
    #expect(html.contains("<span class=\"number\">1.1</span> Kosovo Force</h3>"))
    #expect(
      html.contains(
        "<h4 id=\"mission_kfor_numbers\"><span class=\"number\">1.1.2</span> Numbers</h4>"))
    let single = try HandoutSample().page("handouts/missions/kfor.html")
    #expect(single.contains("<h2 id=\"mission_kfor_numbers\">Numbers</h2>"))
  }

  /// Page and handout draw on one place.
  @Test(arguments: ["kfor", "smm"])
  func theValuesAreThoseOfThePage(id: String) throws {
    let sample = HandoutSample()
    let page = try values(in: sample.page("missions/\(id).html"), before: "fact-")
    let sheet = try values(
      in: sample.page("handouts/missions/\(id).html"), before: "mission_\(id)_fact-")
    #expect(page == sheet)
    #expect(page["peak"]?.isEmpty == false)
  }

  /// The words of all values by the field, in their order.
  private func values(in html: String, before prefix: String) throws -> [String: [String]] {
    let facts = html.split(separator: "id=\"\(prefix)").dropFirst()
    let pairs = try facts.map { fact in
      let values = try Markup.matches("class=\"value\"[^>]*>(.*?)</(?:div|span)>", in: String(fact))
      return (String(fact.prefix { $0 != "\"" }), values.map(Markup.words))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test func imagesStandInTheFile() throws {
    let sample = HandoutSample([
      "content/missions/map.svg": "<svg/>",
      "content/missions/ifor.md": "---\ntitle: IFOR\n---\n![A map](map.svg)\n",
    ])
    let renderer = try sample.renderer()
    let page = try #require(renderer.pages().first { $0.route == "handouts/missions/ifor.html" })
    #expect(renderer.embeddedImages(page) == ["content/missions/map.svg"])
    let html = renderer.render(page, images: ["content/missions/map.svg": Array("<svg/>".utf8)])
    #expect(
      String(decoding: html, as: UTF8.self)
        .contains("src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"A map\""))
  }
}

/// What a handout says of itself.
@Suite struct HandoutVersionTests {
  private func version(_ sample: HandoutSample) throws -> String {
    let html = try sample.page("handouts/all.html")
    return try #require(
      try Markup.matches("class=\"version\">Version ([0-9a-f]{16})<", in: html).first)
  }

  @Test func aChangedFigureIsAnotherVersion() throws {
    let changed = HandoutSample([
      "content/missions/smm.md": "---\ntitle: SMM\npeak: {value: 801, source: smith}\n---\n"
    ])
    #expect(try version(changed) != version(HandoutSample()))
  }

  @Test func whatTheHandoutDoesNotSayChangesNoVersion() throws {
    let changed = HandoutSample(["content/missions/ifor.md": "---\ntitle: Another\n---\n"])
    #expect(try version(changed) == version(HandoutSample()))
  }

  @Test func thePaperIsNoPartOfTheVersion() throws {
    let letter = HandoutSample([
      "content/site.yml": HandoutSample.base["content/site.yml", default: ""] + "\npaper: letter\n"
    ])
    #expect(try version(letter) == version(HandoutSample()))
  }

  @Test(arguments: [
    ("draft: true", "Draft, not published"),
    ("embargo: 2030-01-02T06:00:00Z", "Under embargo until 2 January 2030, 06:00 UTC"),
  ])
  func whatIsNotPublicIsMarked(key: String, mark: String) throws {
    var sample = HandoutSample([
      "content/missions/ifor.md": "---\ntitle: IFOR\n\(key)\nline: 5\n---\n"
    ])
    sample.showsAll = true
    let html = try sample.page("handouts/missions/ifor.html")
    #expect(html.contains("<p class=\"restriction\">\(mark)</p>"))
    #expect(!(try sample.page("handouts/missions/kfor.html")).contains("class=\"restriction\""))
  }
}
