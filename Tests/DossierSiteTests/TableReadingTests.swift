import DossierMarkdown
import DossierSource
import Testing

@testable import DossierSite

extension Fact {
  /// All that it says, without where it stands.
  var said: [String] {
    switch self {
    case .claims(let claims):
      claims.map { claim in
        let parts = [
          claim.value.said, claim.of ?? "", claim.unit ?? "", claim.isApproximate ? "about" : "",
        ]
        return (parts + claim.evidence.said).joined(separator: ";")
      }
    case .unknown(let evidence): ["unknown"] + evidence.said
    case .notApplicable(let evidence): ["not-applicable"] + evidence.said
    }
  }
}

extension ClaimValue {
  fileprivate var said: String {
    if case .markdown(let prose) = self { return String(decoding: prose.html, as: UTF8.self) }
    return "\(self)"
  }
}

extension Evidence {
  fileprivate var said: [String] {
    let sources = sources.map { "\($0.id)@\($0.locator)" }.joined(separator: "+")
    return [asOf?.description ?? "", sources, note ?? "", basis.rawValue]
  }
}

/// What a table says is what the same would say in a record's own file.
@Suite struct TableReadingTests {
  /// The facts of `kfor`, whose file says nothing, with a table beside it.
  private static func facts(_ table: String, _ more: [String: String] = [:]) -> [String: [String]] {
    let files = [
      "content/missions/kfor.md": "---\ntitle: Kosovo Force\n---\n",
      "content/missions/t.csv": table,
    ]
    let sample = SiteSample(files.merging(more) { $1 })
    return facts(of: "kfor", sample)
  }

  private static func facts(of id: String, _ sample: SiteSample) -> [String: [String]] {
    let site = sample.parsed()
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    guard let record = site.value.records.first(where: { $0.key.id == id }),
      let kind = site.value.schema.kind("mission")
    else { return [:] }
    let said = kind.fields.indices.compactMap { index in
      record.facts[index].map { (kind.fields[index].id, $0.said) }
    }
    return Dictionary(said, uniquingKeysWith: { first, _ in first })
  }

  /// A field, what YAML says of it, and the rows that say the same.
  static let claims: [(field: String, yaml: String, rows: String)] = [
    ("mandate", "To watch", "field,value\nmandate,To watch"),
    (
      "mandate", "{value: \"To, watch\", note: N, basis: analysis}",
      "field,value,note,basis\nmandate,\"To, watch\",N,analysis"
    ),
    ("lesson", "\"*Be* brief [@gowan-2018]\"", "field,value\nlesson,*Be* brief [@gowan-2018]"),
    ("begun", "{value: 1999-06, as-of: 2001}", "field,value,as-of\nbegun,1999-06,2001"),
    ("deployed", "{from: 1999-06-12, to: 2005}", "field,value\ndeployed,1999-06-12/2005"),
    ("deployed", "{from: 1999}", "field,value\ndeployed,1999/.."),
    ("deployed", "{to: 1999}", "field,value\ndeployed,/1999"),
    ("deployed", "{on: 1999-06-12}", "field,value\ndeployed,1999-06-12"),
    ("contributors", "39", "field,value\ncontributors,39"),
    ("contributors", "12.50", "field,value\ncontributors,12.50"),
    (
      "peak",
      "{value: 50000, of: troops, as-of: 1999, source: \"gowan-2018, p. 2\", approximate: true}",
      "field,value,of,as-of,source,locator,approximate\npeak,50000,troops,1999,gowan-2018,p. 2,TRUE"
    ),
    (
      "peak", "{value: 50000, source: [gowan-2018, \"other, pp. 1|2\"]}",
      "field,value,source,locator\npeak,50000,gowan-2018 | other, | pp. 1\\|2"
    ),
    (
      "peak", "{value: 50000, source: \"gowan-2018, p. 2\"}",
      "field,value,source\npeak,50000,\"gowan-2018, p. 2\""
    ),
    (
      "peak", "{low: 10, high: 15, source: gowan-2018}",
      "field,value,low,high,source\npeak,interval,10,15,gowan-2018"
    ),
    ("peak", "{low: 10, source: gowan-2018}", "field,low,high,source\npeak,10,,gowan-2018"),
    (
      "peak", "{value: 10, source: gowan-2018}",
      "field,value,low,high,source\npeak,10,10,10,gowan-2018"
    ),
    (
      "peak", "[{value: 1, source: gowan-2018}, {value: 2, source: gowan-2018}]",
      "field,value,source,item\npeak,2,gowan-2018,2\npeak,1,gowan-2018,1"
    ),
    ("line", "{value: 100, unit: mi}", "field,value,unit\nline,100,mi"),
    ("line", "100", "field,value,unit\nline,100,km"),
    ("line", "unknown", "field,value\nline,unknown"),
    (
      "line", "{value: not-applicable, note: No line}",
      "field,value,note\nline,not-applicable,No line"
    ),
    (
      "strength", "[{value: 19000, as-of: 2004-07}, {value: 4500, as-of: 2020}]",
      "field,as-of,value\nstrength,2004-07,19000\nstrength,2020,4500"
    ),
    ("force", "self-defence", "field,value\nforce,self-defence"),
    (
      "functions", "[observation, interposition]",
      "field,value\nfunctions,observation\nfunctions,interposition"
    ),
    ("functions", "[observation]", "field,value\nfunctions,observation"),
    ("functions", "unknown", "field,value\nfunctions,unknown"),
    ("armed", "true", "field,value\narmed,true"), ("armed", "false", "field,value\narmed,FALSE"),
    ("lead", "nato", "field,value\nlead,nato"),
    ("needs", "{veto: required}", "field,item,value\nneeds,veto,required"),
    ("needs", "unknown", "field,item,value\nneeds,,unknown"),
    ("mandate", "\"~\"", "field,value\nmandate,~"),
    ("mandate", "\"null\"", "field,value\nmandate,null"),
    ("mandate", "\"=1+1\"", "field,value\nmandate,'=1+1"),
    ("mandate", "\"'a\"", "field,value\nmandate,'a"),
  ]

  @Test(arguments: claims)
  func rowOfAClaimSaysWhatYAMLSays(_ claim: (field: String, yaml: String, rows: String)) throws {
    let lines = claim.rows.split(separator: "\n")
    let table = lines.enumerated().map { ($0 == 0 ? "record," : "kfor,") + $1 }
    let expected = try #require(SiteSample.fact(claim.field, claim.yaml)).said
    #expect(!expected.isEmpty)
    let sources = ["content/sources/more.yml": "- {id: other, type: book, title: Other}\n"]
    let facts = Self.facts(table.joined(separator: "\n") + "\n", sources)
    #expect(facts == [claim.field: expected])
  }

  /// The same for a table with a column for each field.
  static let records: [(field: String, yaml: String, rows: String)] = [
    ("mandate", "To watch | so", "mandate\nTo watch | so"),
    ("begun", "{value: 1999-06, as-of: 2001}", "begun,begun.as-of\n1999-06,2001"),
    ("deployed", "{value: {from: 1999}, note: N}", "deployed,deployed.note\n1999/..,N"),
    (
      "peak", "{value: 50000, of: troops, source: \"gowan-2018, p. 2\"}",
      "peak,peak.of,peak.source,peak.locator\n50000,troops,gowan-2018,p. 2"
    ),
    (
      "peak", "{high: 15, source: gowan-2018, approximate: true}",
      "peak,peak.high,peak.source,peak.approximate\n,15,gowan-2018,true"
    ),
    (
      "functions", "[observation, {value: interposition, note: N}]",
      "functions,functions.note\nobservation | interposition, | N"
    ),
    (
      "functions", "[{value: observation, as-of: 2001}, {value: interposition, as-of: 2001}]",
      "functions,functions.as-of\nobservation | interposition,2001"
    ),
    ("functions", "not-applicable", "functions\nnot-applicable"),
    ("needs", "{veto: {value: required, note: N}}", "needs,needs.note\nveto: required,N"),
    ("strength", "[{value: 3, as-of: 2004}]", "strength,strength.as-of\n3,2004"),
    ("line", "{value: unknown, note: N}", "line,line.note\nunknown,N"),
    ("armed", "true", "armed\nTRUE"),
  ]

  @Test(arguments: records)
  func rowOfARecordSaysWhatYAMLSays(_ claim: (field: String, yaml: String, rows: String)) throws {
    let lines = claim.rows.split(separator: "\n", omittingEmptySubsequences: false)
    let table = lines.enumerated().map { ($0 == 0 ? "id," : "kfor,") + $1 }
    let expected = try #require(SiteSample.fact(claim.field, claim.yaml)).said
    #expect(Self.facts(table.joined(separator: "\n")) == [claim.field: expected])
  }

  @Test(arguments: [
    ("decimal: \",\"", "1.910", "1910"), ("decimal: \",\"", "1910,5", "1910.5"),
    ("decimal: \",\"", "1 910,25", "1910.25"), ("decimal: \",\"", "−5", "-5"),
    ("decimal: \".\"", "1.910", "\"1.910\""), ("decimal: \".\"", "1,910", "1910"),
    ("decimal: \".\"", "1,910.5", "1910.5"),
    ("{decimal: \",\", t.csv: {decimal: \".\"}}", "1,910", "1910"),
  ])
  func rulesSayHowNumbersAreRead(rules: String, cell: String, number: String) throws {
    let facts = Self.facts(
      "record;field;value\nkfor;contributors;\(cell)\n", ["content/missions/_tables.yml": rules])
    #expect(facts["contributors"] == SiteSample.fact("contributors", number)?.said)
  }

  @Test(arguments: [
    ("dmy", "03/04/2025", "2025-04-03"), ("mdy", "03/04/2025", "2025-03-04"),
    ("dmy", "3.4.2025", "2025-04-03"), ("ymd", "2025/4/3", "2025-04-03"),
    ("dmy", "04/2025", "2025-04"), ("dmy", "2025", "2025"), ("mdy", "2025-04-03", "2025-04-03"),
  ])
  func rulesSayHowDatesAreRead(order: String, cell: String, date: String) {
    let facts = Self.facts(
      "record,field,value\nkfor,begun,\(cell)\n",
      ["content/missions/_tables.yml": "dates: \(order)"])
    #expect(facts["begun"] == SiteSample.fact("begun", date)?.said)
  }

  @Test func wideTableOfYearsIsASeries() {
    let rules = """
      years: strength
      skip-rows: 2
      separator: ";"
      columns: {Mission: id, Unit, really: strength.note}
      """.replacing("Unit, really", with: "Counted")
    let table = """
      Strengths; of missions
      ;
      Mission;Counted;strength.basis;1999;2004-07;2010
      kfor;As of summer;analysis;50000;;10000
      """
    let facts = Self.facts(table, ["content/missions/_tables.yml": rules])
    let yaml =
      "[{value: 50000, as-of: 1999, note: As of summer, basis: analysis}, {value: 10000, as-of: 2010, note: As of summer, basis: analysis}]"
    #expect(facts == ["strength": SiteSample.fact("strength", yaml)?.said ?? []])
  }
}
