import DossierMarkdown
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
      needs: "{a: required, b: required}", statuses: ["partly", "met", "met"], outcome: .heldUp,
      reasons: ["a partly"]),
    Case(
      needs: "{a: required, b: required, c: required}", statuses: ["unknown", "absent", "partly"],
      outcome: .blocked, reasons: ["b absent", "c partly", "a unknown"]),
    Case(
      needs: "{a: required, b: required}", statuses: ["unknown", "met", "absent"],
      outcome: .heldUp, reasons: ["a unknown"]),
    Case(
      needs: "{a: required, b: required, c: required}", statuses: ["unknown", "partly", "met"],
      outcome: .heldUp, reasons: ["b partly", "a unknown"]),
    Case(
      needs: "{a: required, b: helpful, c: indifferent}", statuses: ["met", "absent", "absent"],
      outcome: .open),
    Case(needs: "{b: helpful}", statuses: ["met", "met", "met"], outcome: .notKnown),
    Case(needs: "", statuses: ["met", "met", "met"], outcome: .notKnown),
  ]

  @Test("follow from the required conditions alone", arguments: cases)
  func outcome(_ row: Case) throws {
    let site = Self.site(needs: row.needs, statuses: row.statuses)
    let verdict = site.conditions.verdict(on: try #require(site.conditions.options.first), in: nil)
    #expect(verdict.outcome == row.outcome)
    #expect(Self.reasons(verdict, site) == row.reasons)
  }

  @Test("what an option leaves out is not stated, never indifferent")
  func notStated() throws {
    let site = Self.site(needs: "{a: required, c: indifferent}", statuses: ["met", "met", "met"])
    let needs = site.conditions.needs(of: try #require(site.conditions.options.first))
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
    let scenario = try #require(site.conditions.scenarios.first)
    #expect(
      site.conditions.all.map { site.conditions.state(of: $0, in: scenario)?.status } == statuses)
    #expect(
      site.conditions.all.map { site.conditions.state(of: $0)?.status } == [
        .absent, .absent, .partly,
      ],
      "today stays as it is")
  }

  /// What a scenario says, the states that the first option has of its own, and the state of each
  /// condition for it, with whose word that is.
  static let ownStates: [(String, String, [String])] = [
    ("otherwise: today", "{b: met}", ["absent condition", "met option", "partly condition"]),
    (
      "otherwise: unknown", "{b: met}",
      ["unknown scenario", "unknown scenario", "unknown scenario"]
    ),
    (
      "sets: {b: partly}\notherwise: today", "{a: unknown, b: met}",
      ["unknown option", "partly scenario", "partly condition"]
    ),
  ]

  @Test(
    "the state is the scenario's, else the option's own, else the condition's", arguments: ownStates
  )
  func ownState(scenario: String, states: String, expected: [String]) throws {
    let site = Self.site(
      options: ["{a: required, b: required}\nstates: \(states)", "{a: required, b: required}"],
      statuses: ["absent", "absent", "partly"], scenario: scenario)
    let (option, other) = (
      try #require(site.conditions.options.first), try #require(site.conditions.options.last)
    )
    func told(_ option: RecordIndex, in scenario: RecordIndex?) -> [String] {
      site.conditions.all.compactMap { site.conditions.state(of: $0, for: option, in: scenario) }
        .map { "\($0.status.rawValue) \($0.origin)" }
    }
    #expect(told(option, in: site.conditions.scenarios.first) == expected)
    #expect(
      told(other, in: nil) == ["absent condition", "absent condition", "partly condition"],
      "a state of one option is none of another")
  }

  @Test("a verdict rests on the option's own states")
  func ownVerdict() throws {
    let site = Self.site(
      options: ["{a: required, b: required}\nstates: {a: met, b: partly}", "{a: required}"],
      statuses: ["absent", "absent", "met"])
    #expect(
      site.conditions.options.map { site.conditions.verdict(on: $0, in: nil).outcome } == [
        .heldUp, .blocked,
      ])
    #expect(site.conditions.levers(in: nil).map(\.blocks) == [1, 1])
  }

  @Test("a reference to a verdict is today's, and the scenario's in the text of one")
  func reference() throws {
    let site = Self.site(
      options: ["{a: required}"], statuses: ["absent", "met", "met"],
      scenario: "sets: {a: met}\n---\n<format:o0#verdict>")
    let (option, scenario) = (
      try #require(site.conditions.options.first), try #require(site.conditions.scenarios.first)
    )
    let reference = Reference(target: .record(kind: "format", id: "o0"), fragment: "verdict")
    func found(from record: RecordIndex) throws -> Destination {
      try site.resolve(reference, in: record, text: RecordText())
    }
    #expect(try found(from: scenario) == .verdict(option: option, scenario: scenario))
    #expect(try found(from: option) == .verdict(option: option, scenario: nil))
  }

  /// Declarations in place of those that are right, and what is told of them.
  static let declarationMistakes: [(file: String, old: String, new: String, code: String)] = [
    ("conditions", "[met, partly, absent, unknown]", "[met, absent, unknown]", "condition.status"),
    ("conditions", "[met, partly, absent, unknown]", "[yes, no]", "condition.status"),
    (
      "conditions", "[met, partly, absent, unknown]", "[met, partly, absent, unknown, open]",
      "condition.status"
    ),
    (
      "conditions", "{type: choice, choices: [met, partly, absent, unknown]}", "{type: text}",
      "condition.status"
    ),
    ("conditions", "{type: choice,", "{type: choice, list: true,", "condition.status"),
    (
      "formats", "{type: ratings, of: condition, choices: [required, helpful, indifferent]}",
      "{type: text}", "option.needs"
    ),
    ("formats", "of: condition", "of: scenario", "option.needs"),
    ("formats", "[required, helpful, indifferent]", "[necessary, helpful]", "option.needs"),
    (
      "formats",
      "  states: {type: ratings, of: condition, choices: [met, partly, absent, unknown]}",
      "  states: {type: ratings, of: condition, choices: [met, absent]}", "option.states"
    ),
    (
      "formats", "  states:",
      "  own: {type: ratings, of: condition, choices: [unknown, absent, partly, met]}\n  states:",
      "role.taken"
    ),
    (
      "formats", "  states:",
      "  wants: {type: ratings, of: condition, choices: [required]}\n  states:", "role.taken"
    ),
    ("formats", "  states:", "  verdict: {type: text}\n  states:", "field.reserved"),
    ("scenarios", "[met, partly, absent, unknown]", "[met, absent]", "scenario.sets"),
    (
      "scenarios", "{type: ratings, of: condition, choices: [met, partly, absent, unknown]}",
      "{type: text}", "scenario.sets"
    ),
    ("scenarios", "[today, unknown]", "[today, unknown, met]", "scenario.otherwise"),
  ]

  @Test(
    "what no verdict could rest on is an error at its declaration", arguments: declarationMistakes)
  func declarations(file: String, old: String, new: String, code: String) throws {
    var files = Self.declarations
    let path = "content/\(file)/_kind.yml"
    let text = try #require(files[path])
    #expect(text.contains(old))
    files[path] = text.replacing(old, with: new, maxReplacements: 1)
    let found = SiteSample(only: files).parsed().diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.first?.place.path == path)
  }

  @Test(
    "of a second kind with the same role no verdict could speak",
    arguments: ["conditions", "formats", "scenarios"])
  func secondKind(folder: String) throws {
    var files = Self.declarations
    #expect(SiteSample(only: files).parsed().diagnostics.isEmpty)
    let text = try #require(files["content/\(folder)/_kind.yml"])
    files["content/more/_kind.yml"] = text.replacing("id: ", with: "id: other-", maxReplacements: 1)
    let codes = SiteSample(only: files).parsed().diagnostics.map(\.code)
    #expect(codes.contains("role.taken"))
  }

  @Test("levers: what holds up most comes first, with what it alone would open")
  func levers() {
    // a holds up all three, and alone the first; b holds up two, and none of them alone.
    let site = Self.site(
      options: ["{a: required}", "{a: required, b: required}", "{a: required, b: required}"],
      statuses: ["absent", "unknown", "met"])
    let levers = site.conditions.levers(in: nil)
    #expect(levers.map { site.records[$0.condition].key.id } == ["a", "b"])
    #expect(levers.map(\.blocks) == [3, 2])
    #expect(levers.map(\.alone) == [1, 0])
  }

  @Test("a met condition is no lever, nor is one that nobody requires")
  func noLevers() {
    let site = Self.site(
      options: ["{a: required, b: helpful}"], statuses: ["met", "absent", "absent"])
    #expect(site.conditions.levers(in: nil).isEmpty)
  }

  private static func reasons(_ verdict: Verdict, _ site: LinkedSite) -> [String] {
    verdict.obstacles.map { "\(site.records[$0.condition].key.id) \($0.state.status.rawValue)" }
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
    let schema = SiteSchema.decode(sources.filter { DeclarationPath.holds($0.path) }).value
    let parsed = sources.compactMap { file -> ContentFile? in
      guard let purpose = schema.purpose(of: file.path).value else { return nil }
      return schema.parse(file, as: purpose).value
    }
    let whole = ParsedSite.assemble(schema, parsed, assets: []).value
    return SiteSample.linked(whole).value
  }

  private static let declarations = [
    "content/site.yml": "title: Dossier\nlanguages: [en]\nformat: 1\n",
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
      states: {type: ratings, of: condition, choices: [met, partly, absent, unknown]}
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
