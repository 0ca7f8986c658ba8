import DossierMarkdown
import DossierSource
import Testing

@testable import DossierSite

@Suite("Which claim stands for a fact")
struct ShownClaimTests {
  /// What `kfor` says for a field, what is asked for, and the claims that are shown, by their number.
  struct Case: Sendable, CustomTestStringConvertible {
    var field: String
    var yaml: String
    var choice = ClaimChoice.preferred
    var shown: [Int]

    var testDescription: String { "\(field): \(yaml), \(choice)" }
  }

  private static let dated =
    "[{value: 9, as-of: 2004, source: a}, {value: 8, as-of: 2004-07, source: a}, "
    + "{value: 7, as-of: 2010, source: a}]"
  private static let counted =
    "[{value: 9, of: observers, source: a}, {value: 8, of: troops, as-of: 2001, source: a}, "
    + "{value: 7, of: troops, as-of: 2002, source: a}]"

  private static func at(_ year: Int, _ month: Int? = nil, of: String? = nil) -> ClaimChoice {
    ClaimChoice(of: of, at: PartialDate(year: year, month: month))
  }

  static let cases = [
    // Of claims the first, whatever its date.
    Case(field: "line", yaml: dated, shown: [0]),
    Case(field: "peak", yaml: counted, choice: ClaimChoice(of: "troops"), shown: [1]),
    Case(field: "peak", yaml: counted, choice: ClaimChoice(of: "police"), shown: []),
    // Of a series the latest point, wherever it stands.
    Case(field: "strength", yaml: dated, shown: [2]),
    Case(field: "strength", yaml: "[{value: 1, as-of: 2020}, {value: 2, as-of: 1999}]", shown: [0]),
    Case(
      field: "strength", yaml: "[{value: 1, as-of: 2004}, {value: 2, as-of: 2004-07}]", shown: [1]),
    Case(field: "strength", yaml: "[{value: 1, as-of: 2004}, {value: 2, as-of: 2004}]", shown: [0]),
    Case(field: "strength", yaml: "[{value: 1}, {value: 2, as-of: 2004}, {value: 3}]", shown: [1]),
    Case(field: "strength", yaml: "[{value: 1}, {value: 2}]", shown: [0]),
    // A time chooses another: the exact date before one that overlaps.
    Case(field: "line", yaml: dated, choice: at(2010), shown: [2]),
    Case(field: "line", yaml: dated, choice: at(2004, 7), shown: [1]),
    Case(field: "line", yaml: dated, choice: at(2004, 9), shown: [0]),
    Case(field: "line", yaml: dated, choice: at(1999), shown: []),
    Case(field: "strength", yaml: dated, choice: at(2004), shown: [0]),
    Case(field: "strength", yaml: dated, choice: at(2010, 3), shown: [2]),
    Case(
      field: "strength", yaml: "[{value: 1, as-of: 2004-03}, {value: 2, as-of: 2004-07}]",
      choice: at(2004), shown: [1]),
    Case(
      field: "strength", yaml: "[{value: 1}, {value: 2, as-of: 2004}]", choice: at(2005), shown: []),
    // What has no date speaks of all times, where nothing speaks of the one asked for.
    Case(field: "peak", yaml: counted, choice: at(1999), shown: [0]),
    Case(field: "peak", yaml: counted, choice: at(2002, of: "troops"), shown: [2]),
    Case(field: "mandate", yaml: "To watch", choice: at(1999), shown: [0]),
    // Lists and ratings are shown whole.
    Case(field: "functions", yaml: "[observation, interposition]", shown: [0, 1]),
    Case(
      field: "needs", yaml: "{veto: required, consent: helpful}", choice: at(1999), shown: [0, 1]),
    Case(field: "line", yaml: "unknown", shown: []),
  ]

  @Test(
    "of claims the first, of a series the latest point, at another time another", arguments: cases)
  func shown(_ row: Case) throws {
    let schema = SiteSample().parsed().value.schema
    let kind = try #require(schema.kind("mission"))
    let field = kind.fields[try #require(kind.fieldIndex(row.field))]
    let fact = try #require(SiteSample.fact(row.field, row.yaml))
    #expect(fact.shown(in: field, row.choice).map(\.number) == row.shown)
  }

  @Test("a derived figure is computed from what stands for its inputs, at another time too")
  func derived() throws {
    let files = [
      "content/missions/_kind.yml": """
      id: mission
      fields:
        strength: {type: series, unit: persons}
        line: {type: quantity, unit: km}
        per-km: {type: derived, formula: strength / line, unit: persons/km}
      """,
      "content/missions/kfor.md": """
      ---
      title: KFOR
      strength: [{value: 500, as-of: 2004}, {value: 300, as-of: 2020}, {value: 900, as-of: 1999}]
      line: 10
      ---
      """,
    ]
    let site = SiteSample(files).linked().value
    let record = try #require(site.record(RecordKey(kind: "mission", id: "kfor")))
    func perKm(_ choice: ClaimChoice) -> Double? {
      site.facts.statement(2, of: record, choice).figure?.quantity.low
    }
    #expect(perKm(.preferred) == 30)
    #expect(perKm(Self.at(2004)) == 50)
    #expect(perKm(Self.at(2011)) == nil)
  }

  @Test("a reference to a point finds what an exhibit at that time shows")
  func points() throws {
    let yaml = "[{value: 1, as-of: 2004-03}, {value: 2, as-of: 2004-07}, {value: 3, as-of: 2005}]"
    let text = "---\ntitle: KFOR\nstrength: \(yaml)\n---\n<mission:kfor#strength@2004>\n"
    let site = SiteSample(["content/missions/kfor.md": text]).linked().value
    let record = try #require(site.record(RecordKey(kind: "mission", id: "kfor")))
    let hole = try #require(site.records[record].text.body.prose.holes.first)
    guard case .reference(let reference) = hole.filling else {
      Issue.record("no reference")
      return
    }
    let found = try site.resolve(reference, in: record, text: site.records[record].text)
    let field = try #require(site.kind(of: record).fieldIndex("strength"))
    #expect(found == .point(record: record, field: field, claim: 1))
  }
}
