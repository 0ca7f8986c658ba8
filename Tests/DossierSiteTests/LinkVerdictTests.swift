import DossierSource
import Testing

@testable import DossierSite

@Suite("Verdicts on options")
struct LinkVerdictTests {
  /// What an option requires of the conditions a, b and c, how each stands, and what follows.
  struct Case: Sendable, CustomTestStringConvertible {
    var needs: String
    var statuses: [String]
    var outcome: Verdict.Outcome
    /// "a absent", "b partly", "c unknown", in the order in which they are named.
    var reasons: [String] = []

    var testDescription: String { "\(needs) with \(statuses.joined(separator: ", "))" }
  }

  static let cases = [
    Case(needs: "{a: required}", statuses: ["met", "absent", "absent"], outcome: .open),
    Case(
      needs: "{a: required, b: required}", statuses: ["met", "absent", "met"], outcome: .blocked,
      reasons: ["b absent"]),
    Case(
      needs: "{a: required, b: required}", statuses: ["partly", "met", "met"], outcome: .blocked,
      reasons: ["a partly"]),
    Case(
      needs: "{a: required, b: required, c: required}", statuses: ["unknown", "absent", "partly"],
      outcome: .blocked, reasons: ["b absent", "c partly", "a unknown"]),
    Case(
      needs: "{a: required, b: required}", statuses: ["unknown", "met", "absent"],
      outcome: .notKnown, reasons: ["a unknown"]),
    Case(
      needs: "{a: required, b: helpful, c: indifferent}", statuses: ["met", "absent", "absent"],
      outcome: .open),
    Case(needs: "{b: helpful}", statuses: ["met", "met", "met"], outcome: .notKnown),
    Case(needs: "", statuses: ["met", "met", "met"], outcome: .notKnown),
  ]

  @Test("follow from the required conditions alone", arguments: cases)
  func outcome(_ row: Case) throws {
    let site = Self.site(needs: row.needs, statuses: row.statuses)
    let verdict = site.verdict(on: try #require(site.options.first), in: nil)
    #expect(verdict.outcome == row.outcome)
    #expect(Self.reasons(verdict, site) == row.reasons)
  }

  @Test("what an option leaves out is not stated, never indifferent")
  func notStated() throws {
    let site = Self.site(needs: "{a: required, c: indifferent}", statuses: ["met", "met", "met"])
    let needs = site.needs(of: try #require(site.options.first))
    #expect(needs.keys.map { site.records[$0].key.id }.sorted() == ["a", "c"])
  }

  /// What a scenario says, and the status that each of the conditions then has.
  static let scenarios: [(String, [ConditionStatus])] = [
    ("sets: {b: met}", [.unknown, .met, .unknown]),
    ("sets: {b: met}\notherwise: unknown", [.unknown, .met, .unknown]),
    ("sets: {b: met}\notherwise: today", [.absent, .met, .partly]),
    ("sets: {a: unknown, c: met}\notherwise: today", [.unknown, .absent, .met]),
    ("otherwise: today", [.absent, .absent, .partly]),
  ]

  @Test("a scenario sets some conditions, and says of the rest what holds", arguments: scenarios)
  func scenario(_ yaml: String, statuses: [ConditionStatus]) throws {
    let site = Self.site(
      needs: "{a: required}", statuses: ["absent", "absent", "partly"], scenario: yaml)
    let scenario = try #require(site.scenarios.first)
    #expect(site.conditions.map { site.status(of: $0, in: scenario) } == statuses)
    #expect(
      site.conditions.map { site.status(of: $0, in: nil) } == [.absent, .absent, .partly],
      "today stays as it is")
  }

  @Test("levers: what holds up most comes first, with what it alone would open")
  func levers() {
    // a holds up all three, and alone the first; b holds up two, and none of them alone.
    let site = Self.site(
      options: ["{a: required}", "{a: required, b: required}", "{a: required, b: required}"],
      statuses: ["absent", "unknown", "met"])
    let levers = site.levers(in: nil)
    #expect(levers.map { site.records[$0.condition].key.id } == ["a", "b"])
    #expect(levers.map(\.blocks) == [3, 2])
    #expect(levers.map(\.alone) == [1, 0])
  }

  @Test("a met condition is no lever, nor is one that nobody requires")
  func noLevers() {
    let site = Self.site(
      options: ["{a: required, b: helpful}"], statuses: ["met", "absent", "absent"])
    #expect(site.levers(in: nil).isEmpty)
  }

  private static func reasons(_ verdict: Verdict, _ site: LinkedSite) -> [String] {
    verdict.obstacles.map { "\(site.records[$0.condition].key.id) \($0.status.rawValue)" }
      + verdict.unknown.map { "\(site.records[$0].key.id) unknown" }
  }

  private static func site(
    needs: String, statuses: [String], scenario: String = "otherwise: today"
  ) -> LinkedSite {
    site(options: [needs], statuses: statuses, scenario: scenario)
  }

  /// A site with the conditions a, b and c, and an option for each list of needs.
  private static func site(
    options: [String], statuses: [String], scenario: String = "otherwise: today"
  ) -> LinkedSite {
    var files = declarations
    for (id, status) in zip(["a", "b", "c"], statuses) {
      files["content/conditions/\(id).md"] = "---\ntitle: \(id)\nstatus: \(status)\n---\n"
    }
    for (number, needs) in options.enumerated() {
      let line = needs.isEmpty ? "" : "needs: \(needs)\n"
      files["content/formats/o\(number).md"] = "---\ntitle: Option\n\(line)---\n"
    }
    files["content/scenarios/s.md"] = "---\ntitle: Scenario\n\(scenario)\n---\n"
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let schema = SiteSchema.decode(sources.filter { SiteSchema.isDeclaration($0.path) }).value
    let parsed = sources.compactMap { file -> ContentFile? in
      guard let purpose = schema.purpose(of: file.path).value else { return nil }
      return schema.parse(file, as: purpose).value
    }
    let whole = ParsedSite.assemble(schema, parsed, assets: []).value
    return LinkedSite.link(PublicSite.publish(whole, at: 0, showsAll: false)).value
  }

  private static let declarations = [
    "content/site.yml": "title: Dossier\nlanguages: [en]\n",
    "content/conditions/_kind.yml": """
    id: condition
    role: condition
    fields:
      status: {type: choice, choices: [met, partly, absent, unknown]}
    """,
    "content/formats/_kind.yml": """
    id: format
    role: option
    fields:
      needs: {type: ratings, of: condition, choices: [required, helpful, indifferent]}
    """,
    "content/scenarios/_kind.yml": """
    id: scenario
    role: scenario
    fields:
      sets: {type: ratings, of: condition, choices: [met, partly, absent, unknown]}
      otherwise: {type: choice, choices: [today, unknown]}
    """,
  ]
}
