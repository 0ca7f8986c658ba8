import DossierSource
import Testing

@testable import DossierRender

/// A page in each of the tool's own styles, and in one of the project's.
@Suite("Citation styles") struct CitationStyleTests {
  private static func page(_ style: String?, _ body: String, more: [String: String] = [:]) throws
    -> String
  {
    try HandoutSample(alone: files(style, body, more: more)).page("briefings/one.html")
  }

  private static func files(
    _ style: String?, _ body: String, more: [String: String] = [:]
  ) -> [String: String] {
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
    return files
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
    // What stands in the author's own note is of the one sequence.
    #expect(page.contains("See <a href=\"#cite-gowan\">Gowan, <cite>Force</cite></a> too."))
    #expect(page.contains(">Ibid., 5</a>."))
    let next = try Self.page("notes", "A [@gowan, p. 4] B [@gowan, p. 5].")
    #expect(next.contains(">Ibid., 5</a>."))
    #expect(!page.contains("note-5"))
    #expect(page.contains("id=\"cite-smith\""))
  }

  /// What a note says where the body calls `[^a]` behind a first citation of Smith.
  private static func note(_ text: String, style: String = "notes") throws -> String {
    let page = try page(style, "A [@smith].[^a]\n\n[^a]: \(text)")
    let notes = page.matches(of: /<div class="note-text">((?s).*?)<\/div>/).map { String($0.1) }
    return try #require(notes.last)
  }

  @Test(arguments: [
    ("[@gowan, p. 4]", "<a>Richard Gowan, <cite>Force</cite>, Press, 2018, 4</a>."),
    ("[@gowan, p. 4].", "<a>Richard Gowan, <cite>Force</cite>, Press, 2018, 4</a>."),
    ("See [@smith].", "See <a>ibid.</a>"), ("[@smith, p. 3]", "<a>Ibid., 3</a>."),
    (
      "See [@smith-2], where [@smith-2, p. 3] says it.",
      "See <a>Ann Smith, <cite>Order</cite>, 2020</a>, where <a>ibid., 3</a> says it."
    ),
    (
      "So [see *also* @smith, p. 3 **sic**].",
      "So see <em>also</em> <a>ibid., 3</a> <strong>sic</strong>."
    ),
    ("[@smith, p. 3, *sic*].", "<a>Ibid., 3</a>, <em>sic</em>."),
    ("@gowan says so.", "Gowan (<a><cite>Force</cite>, Press, 2018</a>) says so."),
    ("Cf. [@smith].", "Cf. <a>ibid.</a>"),
    ("This is known. [@smith, p. 4]", "This is known. <a>Ibid., 4</a>."),
  ])
  func aCitationInANoteStandsInPlace(text: String, expected: String) throws {
    let note = try Self.note(text).replacing(/<a href="[^"]*">/, with: "<a>")
    #expect(note.replacing("\u{A0}", with: " ").hasPrefix(expected), "\(note)")
    #expect(!note.contains("note-call"))
  }

  @Test func aCitationInANoteHasItsBracketsInOtherStyles() throws {
    #expect(
      try Self.note("See [@gowan].", style: "author-date")
        == "See <small>(<a href=\"#cite-gowan\">Gowan 2018</a>)</small>.")
    #expect(
      try Self.note("See [@gowan].", style: "numbered")
        == "See <small>[<a href=\"#cite-gowan\">2</a>]</small>.")
  }

  @Test func aCitationWithMarkupIsANote() throws {
    let page = try Self.page(
      "notes", "A [see *also* @gowan, p. 4 `x`; <briefing:one>, @smith{A *b*}].")
    #expect(
      page.contains(
        "A.<sup class=\"note-call\"><a id=\"note-call-1\" href=\"#note-1\">1</a></sup>"))
    #expect(page.contains("See <em>also</em> <a href=\"#cite-gowan\">Richard Gowan, "))
    #expect(
      page.contains(
        "2018, 4</a> <code>x</code>; <a href=\"../briefings/one.html\">One</a>, <a href=\"#cite-smith\">"
      ))
    #expect(page.contains("A b</a>."))
  }

  @Test func onPaperACitationIsANoteToo() throws {
    let files = Self.files(
      "notes", "A [@gowan, p. 4].[^a] B [@gowan, p. 5].\n\n[^a]: See [@smith].")
    let handout = try HandoutSample(alone: files).page("handouts/briefings/one.html")
    #expect(handout.contains("data-number=\"1\"><a href=\"#cite-gowan\">Richard Gowan, "))
    #expect(handout.contains("data-number=\"2\">See <a href=\"#cite-smith\">Ann Smith, "))
    #expect(
      handout.contains(
        "data-number=\"3\"><a href=\"#cite-gowan\">Gowan, <cite>Force</cite>, 5</a>."))
  }

  @Test func initialsAndNamesAreDecidedByThePage() throws {
    let works = """
      - {id: a, type: book, title: A, author: [{family: Smith, given: Ann}], issued: 2020}
      - {id: b, type: book, title: B, author: [{family: Smith, given: Bob}], issued: 2020}
      - {id: c, type: book, title: C, author: [{family: Smith, given: Ann}], issued: 2020}
      """
    let more = [
      "content/sources/a.yml": works,
      "content/briefings/two.md": "---\ntitle: Two\ndate: 2020-01-01\n---\nX [@b] and @b too.\n",
    ]
    let sample = HandoutSample(alone: Self.files(nil, "A [@a; @b].", more: more))
    let one = try sample.page("briefings/one.html")
    #expect(one.contains("Ann Smith 2020a</a>; <a href=\"#cite-b\">Bob Smith 2020</a>"))
    let two = try sample.page("briefings/two.html")
    #expect(two.contains("(<a href=\"#cite-b\">Smith 2020</a>)"))
    #expect(two.contains(">Smith (2020)</a> too"))
  }

  @Test func numbersFollowThePage() throws {
    let page = try Self.page("numbered", "A [@smith-2] and [@gowan, p. 3; @smith-2; @smith].")
    #expect(page.contains("<small>[<a href=\"#cite-smith-2\">1</a>]</small>"))
    #expect(page.contains("<a href=\"#cite-gowan\">2, p. 3</a>"))
    let entries = page.matches(of: /id="cite-([a-z0-9-]+)"><span class="entry-mark">\[(\d)\]/)
    #expect(entries.map { "\($0.1) \($0.2)" } == ["smith-2 1", "gowan 2", "smith 3"])
  }

  @Test func numbersFollowTheBibliographyWhereItIsSorted() throws {
    let style = """
      <style class="in-text" version="1.0"><info><category citation-format="numeric"/></info>
      <citation><layout prefix="[" suffix="]" delimiter=","><text variable="citation-number"/></layout></citation>
      <bibliography><sort><key variable="title"/></sort><layout>
      <text variable="citation-number" suffix=". "/><text variable="title"/></layout></bibliography></style>
      """
    let files = Self.files(
      "styles/own.csl", "A [@smith-2] and [@gowan; @smith].",
      more: ["content/styles/own.csl": style])
    let sample = HandoutSample(alone: files)
    for path in ["briefings/one.html", "handouts/briefings/one.html"] {
      let page = try sample.page(path)
      #expect(page.contains("[<a href=\"#cite-smith-2\">3</a>]"))
      #expect(page.contains("[<a href=\"#cite-gowan\">1</a>,<a href=\"#cite-smith\">2</a>]"))
      #expect(page.contains("id=\"cite-gowan\">1. Force"))
      #expect(page.contains("id=\"cite-smith-2\">3. Order"))
    }
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

  /// A locale whose terms nobody would see, or that leaves some to English.
  @Test(
    arguments: [
      (["locales-de.xml": "de"], []), (["terms.xml": "en-GB"], []),
      (["locales-it-IT.xml": "it-IT"], ["style.terms"]),
      (["locales-sv.xml": "sv"], ["style.locale-language"]),
      (["locales-it-IT.xml": "en-US"], ["style.locale-language", "site.citation-terms"]),
      (["locales-it-IT.xml": ""], ["style.locale-language", "site.citation-terms"]),
      (
        ["locales-de.xml": "de", "own.xml": "de-DE"], ["style.locale-twice", "style.locale-twice"]
      ),
    ] as [([String: String], [String])])
  func aLocaleThatIsNotShownIsToldOf(files: [String: String], codes: [String]) {
    let languages =
      files.values.contains { $0.hasPrefix("it") } || codes.contains("site.citation-terms")
      ? "[en, de, it]" : "[en, de]"
    var all = ["content/site.yml": "title: T\nformat: 1\nlanguages: \(languages)\n"]
    for (name, tag) in files {
      all["content/styles/\(name)"] =
        "<locale xml:lang=\"\(tag)\"><terms><term name=\"ibid\">x</term></terms></locale>"
    }
    let found = HandoutSample(alone: all).linked().diagnostics.map(\.code)
    let about = found.filter { $0.hasPrefix("style.") || $0 == "site.citation-terms" }
    #expect(about.sorted() == codes.sorted())
  }
}
