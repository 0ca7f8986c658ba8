import Foundation
import TestSupport
import Testing

@testable import DossierDrawing
@testable import DossierRender
@testable import DossierSite

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Exhibits on pages of their own, and their drawings as files.
@Suite struct TakenExhibitTests {
  private static func sample(_ title: String = "Strength \"over\" <time> & after") -> HandoutSample
  {
    HandoutSample([
      "content/site.yml": """
      title: Dossier
      publisher: Think Tank
      base-url: https://example.org/
      licence: {name: CC-BY-4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
      languages: [en, uk]
      format: 1
      """,
      "content/missions/_kind.yml": """
      id: mission
      role: precedent
      label: Precedent
      fields:
        strength: {type: series, unit: persons, label: Strength}
      """,
      "content/missions/kfor.md": """
      ---
      title: Kosovo Force
      strength:
        - {value: 50000, as-of: 1999, source: gowan, approximate: true}
        - {value: 17000, as-of: 2003-02, source: smith}
        - {value: 4000, as-of: 2020, source: smith}
      ---
      ```chart {#strength}
      type: line
      records: [mission:kfor]
      field: strength
      caption: '\(title)'
      ```

      ```chart
      type: line
      records: [mission:kfor]
      field: strength
      ```

      ```compare {#table}
      records: [mission:kfor]
      fields: [strength]
      ```
      """,
      "content/missions/smm.md": "---\ntitle: SMM\n---\n",
      "content/missions/kfor.uk.md": """
      ---
      title: Сили для Косова
      ---
      ```chart {#strength}
      type: line
      records: [mission:kfor]
      field: strength
      caption: Чисельність
      ```
      """,
      "content/handouts/all.yml": "title: {en: All, uk: Усе}\nparts: [mission:kfor]\n",
    ])
  }

  private static let folder = "exhibits/missions/kfor/"

  @Test func onlyAnExhibitWithAnIdHasOneAndOnlyADrawingAFile() throws {
    let routes = try Self.sample().renderer().pages().map(\.route).filter {
      $0.contains("exhibits/missions/kfor/") && !$0.contains("data/")
    }
    #expect(
      Set(routes) == [
        Self.folder + "strength.html", Self.folder + "strength.svg", Self.folder + "table.html",
        "uk/" + Self.folder + "strength.html", "uk/" + Self.folder + "strength.svg",
        "uk/" + Self.folder + "table.html",
      ])
  }

  @Test func thePageSaysWhereItIsFromAndHowToTakeIt() throws {
    let page = try Self.sample().page(Self.folder + "strength.html")
    #expect(page.contains("<h1>Strength &quot;over&quot; &lt;time&gt; &amp; after</h1>"))
    #expect(page.contains("href=\"../../../missions/kfor.html#exhibit-strength\">Kosovo Force</a>"))
    #expect(page.contains("rel=\"license\">CC-BY-4.0</a>"))
    #expect(page.contains("href=\"../../../exhibits/missions/kfor/strength.svg\""))
    #expect(page.contains("href=\"../../../data/exhibits/missions/kfor/strength.csv\""))
    let block = try #require(Markup.matches("<pre tabindex=\"0\">(.*?)</pre>", in: page).first)
    #expect(
      block.contains("src=&quot;https://example.org/exhibits/missions/kfor/strength.html&quot;"))
    #expect(!block.contains("title=&quot;Strength \""), "a quotation mark would end the attribute")
    #expect(
      page.contains("<link rel=\"canonical\" href=\"https://example.org/exhibits/missions/kfor/"))
  }

  @Test func aTextLeadsThereAndPaperDoesNot() throws {
    let sample = Self.sample()
    let way = "class=\"exhibit-take\""
    #expect(try sample.page("missions/kfor.html").split(separator: way).count == 3)
    let handout = try sample.page("handouts/all.html")
    #expect(!handout.contains("exhibit-take") && !handout.contains("<script"))
  }

  @Test func withoutAnAddressThereIsNothingToEmbed() throws {
    var sample = Self.sample()
    sample.files["content/site.yml"] = "title: Dossier\nlanguages: [en, uk]\nformat: 1\n"
    sample.files["content/handouts/all.yml"] = nil
    #expect(!(try sample.page(Self.folder + "strength.html")).contains("&lt;iframe"))
  }

  @Test func aTranslationHasItsWordsAndWhatIsNotTranslatedSaysSo() throws {
    let sample = Self.sample()
    #expect(try sample.page("uk/" + Self.folder + "strength.html").contains("<h1>Чисельність</h1>"))
    let table = try sample.page("uk/" + Self.folder + "table.html")
    #expect(table.contains("<h1 lang=\"en\">"))
  }

  @Test func theFileStandsByItself() throws {
    let svg = try Self.sample().page(Self.folder + "strength.svg")
    let elements = try ParsedXML(svg).elements
    #expect(elements.first?.name == "svg" && elements.first?.attributes["color"] == "#1c2023")
    #expect(elements.contains { $0.attributes["fill"] == "#fdfcf9" && $0.name == "rect" })
    for text in [
      "Strength &quot;over&quot;", "Sources: ", "CC-BY-4.0", "https://example.org/exhibits/",
    ] {
      #expect(svg.contains(text), "\(text)")
    }
    #expect(!svg.contains("style") && !svg.contains("<script"))
    for element in elements where (element.attributes["class"] ?? "").hasSuffix("hollow") {
      #expect(element.attributes["fill"] == "#fdfcf9")
    }
  }

  /// What is said to be drawn has a drawing in its page, and nothing else has one.
  @Test func everySortIsWhatItIsSaidToBe() throws {
    let sample = try SameValueTests.publication()
    let renderer = try sample.renderer()
    var seen: Set<Bool> = []
    for page in renderer.pages() where page.language == .english {
      guard case .exhibit(let record, let place) = page.subject else { continue }
      let scope = try #require(renderer.scope(of: page))
      let taken = try #require(TakenExhibit(scope, record, place: place))
      let isDrawn = taken.place.exhibit.isDrawn
      #expect(!taken.body().drawings.isEmpty == isDrawn, "\(page.route)")
      seen.insert(isDrawn)
    }
    #expect(seen == [true, false])
  }
}

/// XML read back.
private struct ParsedXML {
  var elements: [(name: String, attributes: [String: String])] = []

  init(_ text: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(text.prefix(400))")
    elements = reader.elements
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append((name, attributes))
    }
  }
}

/// The pictures that stand for pages in previews.
@Suite struct ShareImageTests {
  private static func sample(_ flag: Bool = true) -> HandoutSample {
    var sample = HandoutSample()
    sample.files["content/site.yml"] =
      (sample.files["content/site.yml"] ?? "") + (flag ? "\nshare-images: true\n" : "")
    return sample
  }

  @Test func pagesThatGetACardNameItsPixels() throws {
    let page = try Self.sample().page("missions/kfor.html")
    #expect(
      page.contains(
        "property=\"og:image\" content=\"https://example.org/share/missions/kfor.png\""))
    #expect(page.contains("property=\"og:image:width\" content=\"1200\""))
    #expect(page.contains("property=\"og:image:alt\" content=\"Kosovo Force. 50,000"))
    #expect(page.contains("summary_large_image"))
    #expect(
      try Self.sample().page("compare/both.html").contains("/share/compare/both.png\""))
    #expect(!(try Self.sample().page("terms/veto.html")).contains("/share/"))
  }

  @Test func nothingIsDrawnWhereNobodyAsksForIt() throws {
    let sample = Self.sample(false)
    #expect(!(try sample.page("missions/kfor.html")).contains("/share/"))
    #expect(!(try sample.renderer().pages()).contains { $0.route.contains("cards/") })
  }

  @Test func aCardHasTheFactItsDateAndThePublication() throws {
    let card = try Self.sample().page("cards/missions/kfor.svg")
    for words in [
      "Kosovo Force (KFOR)", "50,000", "1999", "sources differ", "Dossier", "example.org",
    ] {
      #expect(card.contains(words), "\(words)")
    }
  }

  /// Everything that gets a card has one in every language, and each is a picture of its own.
  @Test func everyCardOfThePublicationIsSound() throws {
    let renderer = try SameValueTests.publication().renderer()
    let cards = renderer.pages().filter { $0.route.contains("cards/") }
    #expect(cards.count > 150)
    var seen: Set<String> = []
    for page in cards {
      let svg = String(decoding: renderer.render(page), as: UTF8.self)
      let elements = try ParsedXML(svg).elements
      #expect(elements.first?.attributes["width"] == "1200" && seen.insert(svg).inserted)
      for element in elements where element.name == "text" {
        guard let size = element.attributes["font-size"].flatMap(Double.init) else { continue }
        #expect(size >= 16, "\(page.route)")
      }
    }
  }
}
