import DossierSite
import Testing

@testable import DossierRender

/// How far options are, and what a matrix says of the same.
@Suite struct DistanceTests {
  private static let files = [
    "content/conditions/_kind.yml": """
    id: condition
    role: condition
    plural: Conditions
    fields: {status: {type: choice, choices: {met: Met, partly: In part, absent: Absent, unknown: Not known}}}
    """,
    "content/conditions/a.md": "---\ntitle: Truce\nstatus: {value: absent, as-of: 2026-02}\n---\n",
    "content/conditions/b.md": "---\ntitle: Money\nstatus: partly\n---\n",
    "content/conditions/c.md": "---\ntitle: Law\nstatus: met\n---\n",
    "content/formats/_kind.yml": """
    id: format
    role: option
    plural: Formats
    fields:
      needs: {type: ratings, of: condition, choices: {required: Required, helpful: Helpful}}
      states: {type: ratings, of: condition, choices: {met: Met, partly: In part, absent: Absent, unknown: Not known}}
      hardest: {type: reference, to: condition, label: Hardest}
    """,
    "content/formats/far.md":
      "---\ntitle: Far\nneeds: {a: required, b: required, c: required}\nstates: {c: absent}\n"
      + "hardest: {value: a, basis: analysis, note: No truce.}\n---\n",
    "content/formats/near.md": "---\ntitle: Near\nneeds: {b: required, a: helpful}\n---\n",
    "content/formats/middle.md": "---\ntitle: Middle\nneeds: {a: required}\n---\n",
    "content/formats/bare.md": "---\ntitle: Bare\n---\n",
    "content/scenarios/_kind.yml": """
    id: scenario
    role: scenario
    plural: Scenarios
    fields:
      sets: {type: ratings, of: condition, choices: {met: Met, partly: In part, absent: Absent, unknown: Not known}}
      otherwise: {type: choice, choices: {today: Today, unknown: Not known}}
      follows: {type: reference, to: scenario}
    """,
    "content/scenarios/late.md":
      "---\ntitle: Late\nsets: {a: met, c: met}\notherwise: today\nfollows: {value: soon}\n---\n",
    "content/scenarios/soon.md": "---\ntitle: Soon\nsets: {a: met}\notherwise: today\n---\n",
  ]

  private static let sample = MetadataSample(files)

  private static func scope(_ sample: MetadataSample = sample) throws -> PageScope {
    try sample.scope(on: "index.html")
  }

  private static func view(
    scenario: String? = nil, scenarios: [String] = []
  ) throws -> DistanceView {
    let scope = try scope()
    func record(_ id: String) -> RecordIndex? {
      scope.site.record(RecordKey(kind: "scenario", id: id))
    }
    var table = DistanceTable(
      scope, options: scope.edition.order.options, scenario: scenario.flatMap(record),
      scenarios: scenarios.compactMap(record), number: 1)
    return table.view(id: "d", number: nil, caption: nil)
  }

  @Test func optionsStandByVerdictThenByWhatIsAbsent() throws {
    let view = try Self.view()
    #expect(view.groups.map(\.outcome) == ["held-up", "blocked", "not-known"])
    #expect(view.groups.map { $0.rows.map(\.label) } == [["Near"], ["Middle", "Far"], ["Bare"]])
    #expect(view.groups.flatMap(\.rows).map(\.number) == ["1", "2", "3", "4"])
  }

  /// The gravest first, each with the state that counts for the option.
  @Test func everyRequiredConditionIsAMark() throws {
    let far = try #require(try Self.view().groups.flatMap(\.rows).first { $0.label == "Far" })
    #expect(far.marks.map(\.text) == ["Law: Absent", "Truce: Absent", "Money: In part"])
    #expect(far.marks.allSatisfy { !$0.isChanged })
    let states = try #require(far.marks.first { $0.text == "Law: Absent" })
    #expect(states.address.hasSuffix("formats/far.html#fact-states"))
    #expect(far.hardest?.label == "Truce" && far.reason == "No truce.")
  }

  @Test func aScenarioMarksWhatItChanges() throws {
    let rows = try Self.view(scenario: "late").groups.flatMap(\.rows)
    let far = try #require(rows.first { $0.label == "Far" })
    #expect(far.outcome == "held-up")
    #expect(far.marks.map(\.isChanged) == [false, true, true])
    #expect(far.marks[1].text.hasPrefix("Law: Met ("))
    #expect(far.change != nil)
    let near = try #require(rows.first { $0.label == "Near" })
    #expect(near.change == nil && near.marks.allSatisfy { !$0.isChanged })
  }

  /// In the order of time, whatever the order in the block.
  @Test func scenariosStandSideBySideInTheOrderOfTime() throws {
    let view = try Self.view(scenarios: ["late", "soon"])
    #expect(view.states.dropFirst().map(\.label) == ["Soon", "Late"])
    #expect(view.groups.isEmpty && view.model == nil)
    let middle = try #require(view.grid.first { $0.label == "Middle" })
    #expect(middle.cells.map(\.outcome) == ["blocked", "open", "open"])
    #expect(middle.cells.map(\.isChanged) == [false, true, true])
  }

  @Test func scenariosThatFollowEachOtherInACircleKeepTheirOrder() throws {
    let circle = [
      "content/scenarios/soon.md": "---\ntitle: Soon\nsets: {a: met}\nfollows: {value: late}\n---\n"
    ]
    let site = try Self.scope(MetadataSample(Self.files.merging(circle) { $1 })).site
    let scenarios = Array(site.conditions.scenarios)
    #expect(site.conditions.inOrderOfTime(scenarios) == scenarios)
  }

  private static func matrix() throws -> MatrixView {
    var table = MatrixTable(
      try scope(), try MatrixExhibit.everything, number: 1)
    return table.view(id: "m", number: nil, caption: nil)
  }

  @Test func aMatrixHasConditionsAsRowsByTheirStates() throws {
    let view = try Self.matrix()
    #expect(view.states.map(\.status) == ["absent", "partly", "met"])
    #expect(view.states.flatMap(\.rows).map(\.needed) == ["2", "2", "1"])
    #expect(view.columns.map(\.unmet) == ["1", "1", "3", "0"])
    #expect(view.columns.map(\.isFirst) == [true, true, false, true])
  }

  /// A screen reader hears the need and the state together.
  @Test func aCellSaysNeedAndState() throws {
    let rows = try Self.matrix().states.flatMap(\.rows)
    #expect(
      rows[0].cells.map(\.text).prefix(3) == [
        "Helpful: Absent", "Required: Absent", "Required: Absent",
      ])
    #expect(rows[0].cells.map(\.need) == ["helpful", "required", "required", nil])
    let own = rows[2].cells[2]
    #expect(own.text.hasPrefix("Required: ") && own.ownAddress != nil)
  }

  @Test func longWordsMayBreakBetweenSyllables() {
    #expect(SoftHyphens.within("MFU") == "MFU")
    #expect(SoftHyphens.within("US-led monitoring") == "US-led moni\u{AD}to\u{AD}ring")
    #expect(SoftHyphens.within("миротворчість").contains("\u{AD}"))
    for word in ["", "aaaaaaaaaa", "bbbbbbbbbb", "a b", String(repeating: "na", count: 200)] {
      #expect(SoftHyphens.within(word).filter { $0 != "\u{AD}" } == word)
    }
  }
}

extension MatrixExhibit {
  /// Every option and condition, today.
  fileprivate static var everything: MatrixExhibit {
    get throws { try #require(MatrixExhibit(ExhibitValues())) }
  }
}
