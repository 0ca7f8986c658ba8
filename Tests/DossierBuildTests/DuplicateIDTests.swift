import DossierRender
import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierBuild

/// No page gives an id twice, and the writer sees one that does.
@Suite("Ids") struct DuplicateIDTests {
  @Test(
    "an id that a page gives twice is found",
    arguments: [
      ("<p id=\"a\"></p><p id=\"b\"></p><p id=\"a\"></p>", "a"),
      ("<p id=a><P ID='a'>", "a"), ("<p class=\"x\"id=\"a\"/><svg\nid = \"a\"\n>", "a"),
      ("<br/id=a><i data-id=a id=a>", "a"),
      ("<p id=\"b\"><p id=\"b\"><p id=\"a\"><p id=\"a\">", "b"),
      ("<title>x</title><p id=\"і\"><p id=\"і\">", "і"),
      ("<script>if (a<b) x('<p id=\"q\">')</script><p id=\"a\"><p id=\"a\">", "a"),
      ("id=\" <p id='a'> id= ' <p id=a>", "a"), ("<p title=\"id='\" id=a><p id=a>", "a"),
      ("<!-- -> --><p id=a><!----><p id=a>", "a"), ("<SCRIPT></Script><p id=a><p id=a>", "a"),
    ])
  func found(html: String, id: String) {
    #expect(DuplicateIDs.first(in: Array(html.utf8)) == id)
  }

  @Test(
    "what is no id is none",
    arguments: [
      "", "<", "<p", "<p id", "<p id=", "<p id=\"a", "<p id='a' id", "</p id=a></p id=a>", "<!-- x",
      "<p id=a><p data-id=a><p xml:id=a><p idx=a><p id=A>",
      "<p id=\"a\">id=\"a\" <p title=' id=\"a\"'>",
      "<!-- <p id=a> --><p id=a>", "<script>\"<p id=a>\"</script><p id=a>",
      "<textarea><p id=a></textarea><p id=a>", "<style>a</style><p id=a>", "<p id><p id><p id=''>",
      "<script><p id=a><p id=a>", "a < b id=a < b id=a", "<p id=a><p =id=a>",
    ])
  func none(html: String) {
    #expect(DuplicateIDs.first(in: Array(html.utf8)) == nil)
  }

  @Test("no page of a project that asks for trouble has one")
  func trouble() async throws {
    let templates = try FileTree.read(
      Checkout.folder.appending(path: "templates"), below: "templates/")
    let project = Project(content: MemoryFolder(Self.files), templates: MemoryFolder(templates))
    let outcome = try await project.prepare(BuildOptions(jobs: 2, now: 1_800_000_000))
    let site = try #require(outcome.value, "\(outcome.diagnostics)")
    let pages = site.pages.filter { $0.route.hasSuffix(".html") }
    for page in pages {
      let twice = DuplicateIDs.first(in: site.renderer.render(page))
      #expect(twice == nil, "\(page.route)")
    }
    #expect(pages.map(\.route).contains("uk/handouts/whole.html"))
    #expect(Set(site.pages.map(\.route)).count == site.pages.count)
    let tables = site.pages.map(\.route).filter { $0.hasPrefix("data/exhibits/missions/one/") }
    #expect(
      tables.map { $0.split(separator: "/").last } == [
        "2.csv", "_2.csv", "title.csv", "description.csv", "_5.csv", "1.csv", "_7.csv",
      ])
  }

  private static let compare = "kind: mission\nfields: [strength, a-title]\n```\n"

  /// Every kind of exhibit with and without an id, where ids are numbers and the words of the tool.
  private static let exhibits = """
    ```compare {#2}
    \(compare)
    ```compare
    \(compare)
    ```chart {#title}
    type: dots
    kind: mission
    field: strength
    ```

    ```scaled {#description}
    ground: mission:two
    kind: mission
    strength: strength
    by: [a, a-title, a]
    ```

    ```scaled
    ground: mission:two
    kind: mission
    strength: strength
    by: [a-title, a]
    ```

    ```timeline {#1}
    kind: mission
    ```

    ```chart
    type: line
    kind: mission
    field: course
    ```

    """

  private static let headings = [
    "Note", "Note", "Note 1", "Note call 1", "Exhibit", "Exhibit", "Exhibit 2", "Exhibit 2", "Fact",
    "Fact", "Fact strength", "fact-strength", "Group size", "Group", "Group", "Cite a", "Section",
    "?", "!", "Section note 1", "Facts", "Works", "Part 1", "Chapter 1", "Mission one", "note-1",
  ].map { "## \($0)\n\nA note.[^a] A note.[^b] [@a] <term-b:c> <term:b-c>\n\n" }.joined()

  private static let notes = "[^a]: One.\n[^b]: Two [@a].\n"
  private static let fields = """
    strength: 100
    a: 5
    a-title: 6
    "2": 3
    course: [{value: 1, as-of: 2000, source: a}]
    deployed: {from: 2000}

    """

  private static func mission(_ title: String, _ text: String) -> String {
    "---\ntitle: \(title)\n\(fields)---\n\(text)\n\(notes)"
  }

  private static let files: [String: String] = [
    "content/site.yml":
      "title: T\nformat: 1\nlanguages: [en, uk]\nbase-url: https://example.org/\n",
    "content/units.yml": "km: {dimension: length}\npersons: {dimension: people}\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    label: Mission
    plural: Missions
    handouts: true
    groups: [size]
    fields:
      strength: {type: quantity, unit: persons, group: size, label: Strength}
      a: {type: quantity, unit: km, label: A}
      a-title: {type: quantity, unit: km, label: A title}
      "2": {type: number, label: Two}
      course: {type: series, unit: persons, label: Course}
      deployed: {type: period, label: Deployed}
    """,
    "content/missions/one.md": mission("One", headings + exhibits),
    "content/missions/one.uk.md": "---\ntitle: Один\n---\n\(headings)\(exhibits)\n\(notes)",
    "content/missions/two.md": mission("Two", headings + exhibits.replacing("#2", with: "#8")),
    "content/terms/_kind.yml": """
    id: term
    role: term
    label: Term
    plural: Terms
    fields: {definition: {type: text, label: Definition}}
    """,
    "content/terms/b-c.md": "---\ntitle: Veto\ndefinition: A vote\n---\n",
    "content/words/_kind.yml": """
    id: term-b
    role: term
    label: Word
    plural: Words
    fields: {definition: {type: text, label: Definition}}
    """,
    "content/words/c.md": "---\ntitle: Caveat\ndefinition: A limit\n---\n",
    "content/sources/all.yml": "- {id: a, type: book, title: A, issued: 2001}\n",
    "content/handouts/whole.yml": """
    title: The whole
    parts:
      - chapter: All of it
      - mission:one
      - mission:two
      - glossary
      - sources
      - timeline
    """,
  ]
}
