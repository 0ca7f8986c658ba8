import DossierMarkdown
import DossierSite
import Testing

@testable import DossierRender

/// What stands at the head of a record's page, and where a reader goes on from an article.
@Suite struct RecordLeadTests {
  private static let condition = """
    id: condition
    role: condition
    plural: Conditions
    fields: {status: {type: choice, choices: {met: Met, partly: In part, absent: Absent, unknown: Not known}}}
    """
  private static let files = [
    "content/conditions/_kind.yml": condition,
    "content/conditions/a.md": "---\ntitle: Truce\nstatus: {value: absent, as-of: 2026-02}\n---\n",
    "content/conditions/b.md": "---\ntitle: Law\nstatus: met\n---\n",
    "content/formats/_kind.yml": """
    id: format
    role: option
    plural: Formats
    fields:
      needs: {type: ratings, of: condition, choices: {required: Required, helpful: Helpful}}
    """,
    "content/formats/far.md": "---\ntitle: Far\nneeds: {a: required, b: required}\n---\n",
    "content/formats/near.md": "---\ntitle: Near\nneeds: {a: helpful}\n---\n",
    "content/scenarios/_kind.yml": """
    id: scenario
    role: scenario
    plural: Scenarios
    fields:
      sets: {type: ratings, of: condition, choices: {met: Met, partly: In part, absent: Absent, unknown: Not known}}
      otherwise: {type: choice, choices: {today: Today, unknown: Not known}}
    """,
    "content/scenarios/soon.md":
      "---\ntitle: Soon\nsets: {a: met, b: met}\notherwise: today\n---\n",
    "content/plans/_kind.yml": """
    id: plan
    plural: Plans
    spark: course
    lead-fields: [words, size, none]
    fields:
      size: {type: number}
      words: {type: text}
      none: {type: text}
      taught: {type: text, list: true, lesson: true}
      course: {type: series, unit: km}
    """,
    "content/units.yml": "km: {label: {other: km}}\npersons: {}\n",
    "content/plans/p.md": """
    ---
    title: Plan
    size: {value: 7, as-of: 2025}
    words: In a sentence.
    taught: [One thing.]
    course: [{value: 3, as-of: 2001}, {value: 5, as-of: 2002}]
    reviewed: {on: 2026-02-27, by: The desk}
    ---
    """,
    "content/plans/q.md": "---\ntitle: Other\nsize: 8\n---\n",
  ]
  private static let template = """
    {{#answer}}[{{state.status}}/{{state.as-of}} {{count}}{{#required}} +{{label}}{{/required}}{{#helped}} ~{{label}}{{/helped}}\
    {{#changes}} >{{label}}={{status}}{{/changes}}]{{/answer}}
    {{#leads}}<{{label}}{{#sentence}}!{{/sentence}}:{{#value}}{{#values}}{{{value}}}{{/values}}{{/value}}>{{/leads}}
    {{#lessons}}({{id}}{{#items}} {{{value}}}{{/items}}){{/lessons}}
    {{#groups}}{{#facts}}{{id}} {{report}};{{/facts}}{{/groups}}
    {{reviewed}} {{reviewer}} {{#chart}}CHART{{/chart}} {{page.report}}
    """
  /// Those of a kind go before those of all.
  private static let templates = ["record-condition": template, "record-plan": template]

  private static let sample = MetadataSample(files, templates: templates)

  @Test func aConditionSaysHowItStandsWhoNeedsItAndWhatWouldChangeIt() {
    let page = Self.sample.text("conditions/a.html")
    #expect(page.contains("[absent/"))
    #expect(page.contains("required-by-of +Far ~Near >Soon=met]"))
    // What a scenario leaves as it stands changes nothing.
    #expect(Self.sample.text("conditions/b.html").contains("required-by-of +Far]"))
  }

  @Test func theFieldsThatAKindNamesStandFirstInItsOrder() {
    let page = Self.sample.text("plans/p.html")
    #expect(page.contains("<Words!:In a sentence.><Size:7>"))
    #expect(!page.contains("<None"))
    #expect(Self.sample.text("plans/q.html").contains("<Size:8>"))
  }

  @Test func whatARecordTeachesStandsWithItsText() {
    let page = Self.sample.text("plans/p.html")
    #expect(page.contains("(fact-taught One thing.)"))
    #expect(!page.contains("fact-taught ;"))
    #expect(page.contains("fact-size"))
  }

  @Test func aSeriesIsAChartWhereItHasTwoPoints() {
    #expect(Self.sample.text("plans/p.html").contains("CHART"))
    #expect(!Self.sample.text("plans/q.html").contains("CHART"))
  }

  @Test func aReviewNamesWhoDidIt() {
    #expect(Self.sample.text("plans/p.html").contains("The desk"))
  }

  @Test func aMistakeIsReportedWithPageFactAndVersion() {
    var files = Self.files
    files["content/site.yml"] = """
      title: T
      languages: [en, uk]
      base-url: https://example.org/p/
      report: https://example.org/form
      format: 1

      """
    let sample = MetadataSample(files, isPublished: false, templates: Self.templates)
    let page = sample.text("plans/p.html")
    let start = "https://example.org/form?page=https%3A%2F%2Fexample.org%2Fp%2Fplans%2Fp.html"
    #expect(
      page.contains(
        "fact-size " + start.replacing("&", with: "&amp;") + "%23fact-size&amp;fact=Size"))
    #expect(page.contains("version=2026-02-27"))
    // Who has said nothing gets nothing.
    #expect(!Self.sample.text("plans/p.html").contains("form?page"))
  }

  @Test func articlesLeadToTheNextInTheirOrder() {
    let article = { (title: String, order: String) in
      "---\ntitle: \(title)\ndate: 2025-01-01\nas-of: 2024-12\n\(order)---\n"
        + String(repeating: "word ", count: 500)
    }
    let sample = MetadataSample(
      [
        "content/briefings/x.md": article("Xi", "order: 2\n"),
        "content/briefings/y.md": article("Ypsilon", "order: 1\n"),
        "content/briefings/z.md": article("Zeta", "order: 2\n"),
        "content/briefings/w.md": article("Apart", ""),
      ],
      templates: [
        "article-briefing": "{{#next}}next {{title}}{{/next}} upto {{as-of}} {{reading-time}}"
      ])
    #expect(sample.text("briefings/y.html").contains("next Xi"))
    #expect(sample.text("briefings/x.html").contains("next Zeta"))
    #expect(!sample.text("briefings/z.html").contains("next"))
    #expect(!sample.text("briefings/w.html").contains("next"))
    #expect(sample.text("briefings/y.html").contains("upto "))
    #expect(sample.text("briefings/y.html").contains("reading-time"))
  }

  @Test(arguments: [
    ("", 1), ("a word", 1), (String(repeating: "word ", count: 299), 1),
    (String(repeating: "word ", count: 300), 2),
    (String(repeating: "<a href=\"x y z\">w</a> ", count: 400), 2),
  ])
  func aTextTakesAMinuteForTwoHundredWords(html: String, minutes: Int) {
    var body = Body()
    body.prose.html = Array(html.utf8)
    #expect(ReadingTime.minutes(of: body) == minutes)
  }
}
