import Testing

@testable import DossierRender

/// Lists stand in the order of the words that a reader sees.
@Suite("The order of lists")
struct ShownOrderTests {
  /// Ids, titles and short names that each give another order; in Ukrainian yet another.
  private static let files = [
    "content/site.yml":
      "title: T\nformat: 1\nlanguages: [en, uk]\ntopics: {a-topic: Zulu, z-topic: Alpha}\n",
    "content/units.yml": "persons: {dimension: people}\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    label: Mission
    plural: Zones
    fields:
      size: {type: number, compare: true, label: Size}
      course: {type: series, unit: persons, label: Course}
    """,
    "content/missions/a.md": mission("Beta force", "Zulu"),
    "content/missions/b.md": mission("Gamma force", "Mike"),
    "content/missions/c.md": mission("Alpha force", "Yankee"),
    "content/missions/a.uk.md": "---\ntitle: Ґава\nshort: Їжак\n---\n",
    "content/missions/b.uk.md": "---\ntitle: Аист\nshort: Єнот\n---\n",
    "content/missions/c.uk.md": "---\ntitle: Борсук\nshort: Іволга\n---\n",
    "content/briefings/_kind.yml":
      "id: briefing\nrole: article\nlabel: Briefing\nplural: Accounts\n",
    "content/briefings/one.md": """
    ---
    title: Whales
    date: 2020-01-01
    topics: [a-topic, z-topic]
    ---
    See <mission:a>.

    ```compare {#zz}
    kind: mission
    fields: [size]
    caption: Apples
    ```

    ```chart
    type: line
    kind: mission
    field: course
    ```
    """,
    "content/briefings/two.md": """
    ---
    title: Badgers
    date: 2020-01-01
    ---
    See <mission:a>.

    ```compare {#aa}
    records: [mission:a, mission:b, mission:c]
    fields: [size]
    caption: Pears
    ```
    """,
    "content/conditions/_kind.yml": """
    id: condition
    role: condition
    label: Condition
    plural: Conditions
    fields: {status: {type: choice, choices: [met, partly, absent, unknown], label: Status}}
    """,
    "content/conditions/a.md": "---\ntitle: Zeal\nstatus: absent\n---\n",
    "content/conditions/b.md": "---\ntitle: Arms\nstatus: absent\n---\n",
    "content/formats/_kind.yml": """
    id: format
    role: option
    label: Format
    plural: Formats
    fields: {needs: {type: ratings, of: condition, choices: [required, helpful], label: Needs}}
    """,
    "content/formats/a.md": "---\ntitle: Watch\nneeds: {a: required, b: required}\n---\n",
    "content/formats/b.md": "---\ntitle: Buffer\nneeds: {a: required}\n---\n",
    "content/scenarios/_kind.yml": """
    id: scenario
    role: scenario
    label: Scenario
    plural: Scenarios
    fields: {sets: {type: ratings, of: condition, choices: [met, partly, absent, unknown], label: Sets}}
    """,
    "content/scenarios/a.md": "---\ntitle: Peace\n---\n",
    "content/scenarios/b.md": "---\ntitle: Frost\n---\n",
    "content/pages/_kind.yml": "id: page\nrole: page\nlabel: Page\nplural: Pages\n",
    "content/pages/a.md": "---\ntitle: Method\n---\n",
    "content/pages/b.md": "---\ntitle: About\n---\n",
    "content/handouts/a.yml": "title: Whole\nparts: [sources]\n",
    "content/handouts/b.yml": "title: Brief\nparts: [sources]\n",
  ]

  private static func mission(_ title: String, _ short: String) -> String {
    "---\ntitle: \(title)\nshort: \(short)\nsize: 1\ncourse: [{value: 1, as-of: 2000}]\n---\n"
  }

  private let sample = HandoutSample(alone: Self.files)

  /// The words that a pattern finds in a part of a page.
  private func words(
    _ pattern: String, on route: String, after start: String, before end: String
  ) throws -> [String] {
    let page = try sample.page(route)
    let part = page.split(separator: start, maxSplits: 1).last?.split(separator: end).first
    return try Markup.matches(pattern, in: String(try #require(part)))
  }

  private let rowHead = "<th scope=\"row\"[^>]*><a [^>]*>([^<]*)"
  private let columnHead = "<th scope=\"col\"[^>]*><a [^>]*>([^<]*)"

  @Test(arguments: [
    ("missions/index.html", ["Mike", "Yankee", "Zulu"]),
    ("uk/missions/index.html", ["Єнот", "Іволга", "Їжак"]),
  ])
  func aListOfShortNamesIsSortedByThem(route: String, names: [String]) throws {
    let found = try words(rowHead, on: route, after: "id=\"_records\"", before: "</table>")
    #expect(found == names)
  }

  @Test(arguments: [
    ("a-z.html", ["Alpha force", "Beta force", "Gamma force"]),
    ("uk/a-z.html", ["Аист", "Борсук", "Ґава"]),
  ])
  func aListOfTitlesIsSortedByThem(route: String, titles: [String]) throws {
    let all = try Markup.matches(
      "missions/[abc].html\"[^>]*>([^<(]*)(?: \\(|<)", in: sample.page(route))
    #expect(all == titles)
  }

  @Test(arguments: [
    ("briefings/one.html", ["Mike", "Yankee", "Zulu"]),
    ("uk/briefings/one.html", ["Єнот", "Іволга", "Їжак"]),
    ("briefings/two.html", ["Zulu", "Mike", "Yankee"]),
    ("compare/zz.html", ["Mike", "Yankee", "Zulu"]),
    ("compare/aa.html", ["Zulu", "Mike", "Yankee"]),
  ])
  func columnsOfAKindAreSortedAndThoseOfAnAuthorAreNot(route: String, names: [String]) throws {
    let found = try words(columnHead, on: route, after: "<figure", before: "</figure>")
    #expect(found == names)
  }

  @Test func theLinesOfAChartAreInThatOrderToo() throws {
    let page = try sample.page("briefings/one.html")
    let labels = page.matches(of: /class="chart-label"[^>]*>(Mike|Yankee|Zulu)</)
    #expect(labels.map { String($0.1) } == ["Mike", "Yankee", "Zulu", "Mike", "Yankee", "Zulu"])
    let table = try sample.page("data/exhibits/briefings/one/_2.csv")
    #expect(
      table.split(separator: "\r\n").dropFirst().map { $0.prefix(9) } == [
        "mission:b", "mission:c", "mission:a",
      ])
  }

  @Test func whoRefersToARecordIsListedByTitle() throws {
    let found = try words(
      "<a [^>]*>([^<]*)</a> <span class=\"kind\">", on: "missions/a.html", after: "id=\"_uses\"",
      before: "</section>")
    #expect(found == ["Badgers", "Whales"])
  }

  @Test func articlesOfOneDateAreListedByTitle() throws {
    let page = try sample.page("briefings/index.html")
    #expect(try Markup.matches("(Badgers|Whales)</a>", in: page) == ["Badgers", "Whales"])
  }

  @Test(arguments: [
    ("formats/a.html", ["Frost", "Peace"], "(Frost|Peace)</a>"),
    (
      "formats/a.html", ["Arms", "Zeal", "Arms", "Zeal", "Arms", "Zeal"],
      "class=\"reason\"><a [^>]*>(Arms|Zeal)</a>"
    ),
    ("scenarios/a.html", ["Arms", "Zeal"], "<li><a [^>]*>(Arms|Zeal)</a>:"),
    ("scenarios/a.html", ["Buffer", "Watch"], "class=\"place\">\\d</span> <a [^>]*>([^<]*)</a>"),
    ("scenarios/a.html", ["Buffer", "Watch"], "<b>\\d</b> <a [^>]*>([^<]*)</a>"),
    ("scenarios/index.html", ["Frost", "Peace"], "<th scope=\"col\"><a [^>]*>([^<]*)</a>"),
    ("scenarios/index.html", ["Buffer", "Watch"], "<th scope=\"row\"><a [^>]*>([^<]*)</a>"),
    ("scenarios/index.html", ["Arms", "Zeal"], "\"label\":\"(Arms|Zeal)\""),
    ("topics/index.html", ["Alpha", "Zulu"], "topics/[az]-topic.html\"[^>]*>([^<]*)"),
    ("compare.html", ["Apples", "Pears"], "compare/[az]{2}.html\"[^>]*>([^<]*)"),
    ("index.html", ["About", "Method"], "pages/[ab].html\"[^>]*>([^<]*)"),
    ("index.html", ["Brief", "Whole"], "handouts/[ab].html\"[^>]*>([^<]*)"),
    (
      "data/index.html", ["Accounts", "Conditions", "Formats", "Scenarios", "Zones"],
      "<section class=\"data-kind\" id=\"[^\"]*\">\\s*<h2>(\\w+)"
    ),
  ])
  func otherListsAreToo(route: String, wanted: [String], pattern: String) throws {
    #expect(try Markup.matches(pattern, in: sample.page(route)) == wanted)
  }
}
