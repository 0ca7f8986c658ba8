import DossierSource
import Testing

@testable import DossierRender

/// A page in each of the tool's own styles, and in one of the project's.
@Suite("Citation styles") struct CitationStyleTests {
  private static func page(_ style: String?, _ body: String, more: [String: String] = [:]) throws
    -> String
  {
    var files = [
      "content/site.yml": "title: T\nformat: 1\n" + (style.map { "citation-style: \($0)\n" } ?? ""),
      "content/briefings/_kind.yml":
        "id: briefing\nrole: article\nhandouts: true\nlabel: Briefing\nplural: Briefings\n",
      "content/briefings/one.md": "---\ntitle: One\ndate: 2020-01-01\n---\n\(body)\n",
      "content/sources/a.yml": """
      - {id: gowan, type: book, title: Force, author: [{family: Gowan, given: Richard}], issued: 2018, publisher: Press}
      - {id: smith, type: chapter, title: Law, author: [{family: Smith, given: Ann}], container-title: A book,
         translator: [{family: Li, given: Bo}], edition: 2, issued: 2020}
      - {id: smith-2, type: book, title: Order, author: [{family: Smith, given: Ann}], issued: 2020}
      """,
    ]
    files.merge(more) { $1 }
    return try HandoutSample(alone: files).page("briefings/one.html")
  }

  private static let body = "A [@gowan, pp. 4-6; see @smith] and [@smith-2, chap. 3] and [-@gowan]."

  @Test func authorAndYearAreTheRule() throws {
    let page = try Self.page(nil, Self.body)
    #expect(page.contains("<small>(<a href=\"#cite-gowan\">Gowan 2018, 4–6</a>; see <a href"))
    #expect(page.contains("see <a href=\"#cite-smith\">Smith 2020a</a>)</small>"))
    #expect(page.contains("<a href=\"#cite-smith-2\">Smith 2020b, chap. 3</a>"))
    #expect(page.contains("<small>(<a href=\"#cite-gowan\">2018</a>)</small>"))
    #expect(page.contains("2nd ed. In <cite>A book</cite>. Translated by Bo Li."))
    #expect(try Self.page("author-date", Self.body) == page)
  }

  @Test func aCitationIsANoteInOneSequenceWithTheAuthorsOwn() throws {
    let page = try Self.page(
      "notes", "A [@gowan, p. 4].[^a] B [@gowan, p. 5] C [@smith].\n\n[^a]: See [@gowan] too.")
    for number in 1...4 { #expect(page.contains("href=\"#note-\(number)\">\(number)</a></sup>")) }
    #expect(page.contains("Richard Gowan, <cite>Force</cite>"))
    #expect(page.contains("See <small>(<a href=\"#cite-gowan\">Gowan 2018</a>)</small> too."))
    // The author's own note stands between, so that "ibid." would be of that.
    #expect(page.contains("Gowan, <cite>Force</cite>, 5</a>."))
    let next = try Self.page("notes", "A [@gowan, p. 4] B [@gowan, p. 5].")
    #expect(next.contains(">Ibid., 5</a>."))
    #expect(!page.contains("note-5"))
    #expect(page.contains("id=\"cite-smith\""))
  }

  @Test func numbersFollowThePage() throws {
    let page = try Self.page("numbered", "A [@smith-2] and [@gowan, p. 3; @smith-2; @smith].")
    #expect(page.contains("<small>[<a href=\"#cite-smith-2\">1</a>]</small>"))
    #expect(page.contains("<a href=\"#cite-gowan\">2, p. 3</a>"))
    let entries = page.matches(of: /id="cite-([a-z0-9-]+)"><span class="entry-mark">\[(\d)\]/)
    #expect(entries.map { "\($0.1) \($0.2)" } == ["smith-2 1", "gowan 2", "smith 3"])
  }

  @Test func aStyleOfTheProjects() throws {
    let style = """
      <style class="in-text" version="1.0"><citation><layout prefix="{" suffix="}" delimiter=" | ">
      <names variable="author"><name form="short" font-variant="small-caps"/></names>
      </layout></citation></style>
      """
    let page = try Self.page(
      "styles/own.csl", Self.body, more: ["content/styles/own.csl": style])
    #expect(page.contains("{<a href=\"#cite-gowan\"><span class=\"small-caps\">Gowan</span></a>"))
    // A style without a bibliography takes the tool's own.
    #expect(page.contains("id=\"cite-gowan\">Gowan, Richard. 2018. <cite>Force</cite>. Press."))
  }

  @Test(
    arguments: [
      ("chicago", [:], "site.citation-style"), ("styles/none.csl", [:], "site.citation-style"),
      ("styles/own.csl", ["content/styles/own.csl": "<a/>"], "style.root"),
      ("notes", ["content/styles/locales-it.xml": "<"], "xml.syntax"),
      (
        "notes", ["content/site.yml": "title: T\nformat: 1\nlanguages: [en, it]\n"],
        "site.citation-terms"
      ),
    ] as [(String, [String: String], String)])
  func whatIsNoStyleIsToldOf(style: String, files: [String: String], code: String) {
    var all = ["content/site.yml": "title: T\nformat: 1\ncitation-style: \(style)\n"]
    all.merge(files) { $1 }
    #expect(HandoutSample(alone: all).linked().diagnostics.map(\.code).contains(code))
  }
}
