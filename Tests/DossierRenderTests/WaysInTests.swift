import DossierSource
import DossierTemplate
import Testing

@testable import DossierRender
@testable import DossierSite

/// The pages by which readers find records: the alphabetical list, the search, former addresses.
@Suite("Ways in")
struct WaysInTests {
  private static let templates = [
    "a-z": """
    {{#letters}}{{label}}={{address}} {{/letters}}
    {{#groups}}[{{id}}{{#entries}} {{title}}/{{kind}}/{{address}}{{/entries}}]{{/groups}}
    {{#pages}}<{{label}}={{address}}>{{/pages}}
    """,
    "search": "{{#alphabet}}{{address}}{{/alphabet}}{{#kinds}} {{id}}{{/kinds}}{{{model}}}",
    "redirect": "{{title}} {{address}} {{canonical}} {{{page.metadata}}}",
  ]

  private static func mission(_ title: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n\(more)---\n"
  }

  private static func sample(
    _ files: [String: String], without left: Set<String> = [], isPublished: Bool = true
  ) -> MetadataSample {
    let templates = templates.filter { !left.contains($0.key) }
    return MetadataSample(files, isPublished: isPublished, templates: templates)
  }

  @Test func recordsStandUnderTheirLettersInTheOrderOfTheLanguage() {
    let sample = Self.sample([
      "content/missions/alpha.uk.md": Self.mission("Ґава"),
      "content/missions/beta.uk.md": Self.mission("Єдність"),
      "content/missions/gamma.md": Self.mission("Éclair"),
      "content/missions/delta.md": Self.mission("12 points"),
    ])
    let english = sample.text("a-z.html")
    #expect(english.contains("[letter-u30 12\u{A0}points/Mission/missions/delta.html]"))
    #expect(english.contains("[letter-e Éclair/Mission/missions/gamma.html]"))
    #expect(english.contains("0–9=#letter-u30 A=#letter-a "))
    let ukrainian = sample.text("uk/a-z.html")
    #expect(ukrainian.contains("Ґ=#letter-u490 Є=#letter-u404 П=#letter-u41f A=#letter-a"))
    #expect(ukrainian.contains("[letter-u490 Ґава/Mission/missions/alpha.html]"))
  }

  @Test func aLongListGoesOverPartsAndItsLettersLeadToThem() {
    var files: [String: String] = [:]
    for number in 0..<1005 {
      files["content/missions/m-\(number).md"] = Self.mission("M \(number)")
    }
    let sample = Self.sample(files)
    let (first, second) = (sample.text("a-z.html"), sample.text("a-z/2.html"))
    #expect(first.contains("<pages-of=a-z.html><pages-of=a-z/2.html>"))
    #expect(first.contains("T=a-z/2.html#letter-t"))
    #expect(second.contains("M=../a-z.html#letter-m"))
    #expect(second.contains("[letter-m M 99"))
    #expect(second.contains("M 1004/Mission/../missions/m-1004.html"))
    #expect(!first.contains("M 1004/"))
    #expect(sample.text("a-z/3.html").isEmpty)
  }

  @Test func aFormerAddressLeadsOnInEachLanguage() {
    let sample = Self.sample([
      "content/missions/alpha.md": Self.mission("Alpha", "aliases: [old, older]\n"),
      "content/briefings/first.md": Self.mission("First", "date: 2020-01-01\naliases: [was]\n"),
      "content/briefings/first.uk.md": Self.mission("Перша"),
    ])
    let base = "https://example.org/p/"
    #expect(
      sample.text("missions/old.html").hasPrefix(
        "Alpha ../missions/alpha.html \(base)missions/alpha.html"))
    #expect(sample.text("missions/older.html").contains("content=\"noindex\""))
    // What is not translated is canonical to its original.
    #expect(
      sample.text("uk/missions/old.html").hasPrefix(
        "Alpha ../missions/alpha.html \(base)missions/alpha.html"))
    #expect(
      sample.text("uk/briefings/was.html").hasPrefix(
        "Перша ../briefings/first.html \(base)uk/briefings/first.html"))
  }

  @Test func formerAddressesAreInNoList() {
    let sample = Self.sample([
      "content/briefings/first.md": Self.mission("First", "date: 2020-01-01\naliases: [was]\n")
    ])
    for route in ["sitemap.xml", "feed.xml", "feed.json", "a-z.html", "briefings/index.html"] {
      let text = sample.text(route)
      #expect(!text.isEmpty && !text.contains("was.html"), "\(route)")
    }
  }

  @Test func theSearchKnowsTheKindsAndWhereTheSiteBegins() {
    let sample = Self.sample(["content/home.md": Self.mission("Home")])
    #expect(sample.text("search.html").hasPrefix("a-z.html briefing mission author source<script"))
    #expect(sample.text("uk/search.html").contains("{\"root\":\"../\""))
    #expect(!sample.text("sitemap.xml").contains("search.html"))
    #expect(sample.text("sitemap.xml").contains("<loc>https://example.org/p/a-z.html</loc>"))
  }

  @Test func aProjectNeedHaveNoTemplateForThem() {
    let routes = Self.sample([:], without: ["a-z", "search", "redirect"]).routes()
    #expect(routes.contains("index.html"))
    #expect(routes.isDisjoint(with: ["a-z.html", "search.html", "uk/search.html"]))
    let sample = Self.sample([:], without: ["a-z"])
    #expect(sample.text("search.html").hasPrefix(" briefing"))
    #expect(!sample.text("sitemap.xml").contains("a-z.html"))
  }

  @Test func aliasesNeedATemplate() {
    let files = ["content/missions/alpha.md": Self.mission("Alpha", "aliases: [old]\n")]
    #expect(Self.sample(files).renderer.missingForRedirects() == [])
    let missing = Self.sample(files, without: ["redirect"]).renderer.missingForRedirects()
    #expect(missing.map(\.code) == ["template.missing"])
    #expect(Self.sample([:], without: ["redirect"]).renderer.missingForRedirects() == [])
  }
}
