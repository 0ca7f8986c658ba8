import DossierMarkdown
import DossierSource
import Testing

@testable import DossierSite

/// What a record says for a field, in long and in short form.
@Suite struct DecodeClaimTests {
  @Test(arguments: [
    ("mandate", "Resolution 1244", ClaimValue.text("Resolution 1244")),
    ("mandate", "{value: Resolution 1244}", .text("Resolution 1244")),
    ("mandate", "'unknown'", .text("unknown")),
    ("contributors", "39", .quantity(Quantity(39))),
    (
      "contributors", "{low: 10, high: 15.5}", .quantity(Quantity(low: 10, high: 15.5, decimals: 1))
    ),
    (
      "contributors", "{value: {low: 10, high: 15}}",
      .quantity(Quantity(low: 10, high: 15))
    ),
    ("contributors", "{low: 10}", .quantity(.atLeast(10))),
    ("contributors", "{high: 15.5}", .quantity(.atMost(15.5, decimals: 1))),
    ("contributors", "{value: {low: 10}}", .quantity(.atLeast(10))),
    ("contributors", "{value: {high: 0}}", .quantity(.atMost(0))),
    ("contributors", "{low: 5, high: 5}", .quantity(Quantity(5))),
    ("line", "{low: -3.50, as-of: 1999}", .quantity(.atLeast(-3.5, decimals: 2))),
    ("strength", "[{high: 40, as-of: 1999}]", .quantity(.atMost(40))),
    ("line", "-12.50", .quantity(Quantity(-12.5, decimals: 2))),
    ("begun", "1999-06-12", .date(PartialDate(year: 1999, month: 6, day: 12))),
    ("begun", "{value: 1999-06}", .date(PartialDate(year: 1999, month: 6))),
    (
      "deployed", "1999",
      .period(Period(from: PartialDate(year: 1999), to: PartialDate(year: 1999), isMoment: true))
    ),
    (
      "deployed", "{on: 1999}",
      .period(Period(from: PartialDate(year: 1999), to: PartialDate(year: 1999), isMoment: true))
    ),
    ("deployed", "{from: 1999}", .period(Period(from: PartialDate(year: 1999), to: nil))),
    ("deployed", "{to: 1999}", .period(Period(from: nil, to: PartialDate(year: 1999)))),
    (
      "deployed", "{value: {from: 1999, to: 1999}}",
      .period(Period(from: PartialDate(year: 1999), to: PartialDate(year: 1999)))
    ),
    (
      "deployed", "{from: 1999-06, to: 1999}",
      .period(Period(from: PartialDate(year: 1999, month: 6), to: PartialDate(year: 1999)))
    ),
    ("force", "none", .choice("none")),
    ("armed", "true", .flag(true)),
    ("armed", "{value: false}", .flag(false)),
    ("lead", "nato", .reference(RecordKey(kind: "actor", id: "nato"))),
  ])
  func aValueIsReadByItsFieldsType(field: String, yaml: String, value: ClaimValue) throws {
    let fact = try #require(SiteSample.fact(field, yaml))
    #expect(fact.claims.map(\.value) == [value])
  }

  @Test func theEvidenceOfAClaimIsRead() throws {
    let fact = try #require(
      SiteSample.fact(
        "peak",
        """
        {value: 50000, of: troops, as-of: 1999-07, source: [gowan-2018, "jfc, pp. 2, 4"],
          note: At its height., basis: analysis, approximate: true}
        """))
    let claim = try #require(fact.claims.first)
    #expect(claim.of == "troops")
    #expect(claim.isApproximate)
    #expect(claim.evidence.asOf == PartialDate(year: 1999, month: 7))
    #expect(claim.evidence.sources.map(\.id) == ["gowan-2018", "jfc"])
    #expect(claim.evidence.sources.map(\.locator) == ["", "pp. 2, 4"])
    #expect(claim.evidence.note == "At its height.")
    #expect(claim.evidence.basis == .analysis)
  }

  @Test func aClaimWithoutEvidenceIsSourcedAndExact() throws {
    let claim = try #require(SiteSample.fact("line", "5")?.claims.first)
    #expect(claim.evidence.basis == .sourced)
    #expect(claim.evidence.sources.isEmpty)
    #expect(claim.evidence.asOf == nil)
    #expect(!claim.isApproximate)
    #expect(claim.unit == nil)
    #expect(claim.evidence.place.span == Span(line: 3, column: 7, length: 1))
  }

  @Test(arguments: [
    ("line", "[5, {value: 6, as-of: 2000}]", 2), ("functions", "[observation, interposition]", 2),
    ("strength", "[{value: 1, as-of: 1999}, {value: 2, as-of: 2000}]", 2),
    ("functions", "observation", 1), ("line", "[5]", 1),
  ])
  func aListIsClaimsOrItems(field: String, yaml: String, count: Int) throws {
    #expect(SiteSample.fact(field, yaml)?.claims.count == count)
  }

  @Test(arguments: ["unknown", "{value: unknown, source: gowan-2018, as-of: 2020}"])
  func whatNobodyKnowsIsNoValue(yaml: String) throws {
    guard case .unknown(let evidence) = SiteSample.fact("line", yaml) else {
      Issue.record("'\(yaml)' is not read as unknown")
      return
    }
    #expect(evidence.sources.count == (yaml == "unknown" ? 0 : 1))
    #expect(evidence.asOf == (yaml == "unknown" ? nil : PartialDate(year: 2020)))
  }

  @Test(arguments: ["not-applicable", "{value: not-applicable, note: It has no line.}"])
  func whatDoesNotApplyIsNeitherUnknownNorMissing(yaml: String) throws {
    guard case .notApplicable = SiteSample.fact("line", yaml) else {
      Issue.record("'\(yaml)' is not read as not applicable")
      return
    }
  }

  @Test(arguments: ["", "~", "null"])
  func aKeyWithoutAValueSaysNothing(yaml: String) {
    #expect(SiteSample.fact("line", yaml) == nil)
  }

  @Test func unknownCanBeAChoiceOfItsField() throws {
    let sample = SiteSample([
      "content/missions/_kind.yml":
        "id: mission\nfields: {status: {type: choice, choices: [met, unknown]}}\n",
      "content/missions/kfor.md": "---\ntitle: K\nstatus: unknown\n---\n",
    ])
    #expect(sample.record("mission", "kfor")?.facts[0]?.claims.map(\.value) == [.choice("unknown")])
  }

  @Test func ratingsAreAClaimForEachRecord() throws {
    let fact = try #require(
      SiteSample.fact("needs", "{veto: required, sofa: {value: helpful, note: n}}"))
    #expect(
      fact.claims.map(\.value) == [
        .rating(RecordKey(kind: "term", id: "veto"), choice: "required"),
        .rating(RecordKey(kind: "term", id: "sofa"), choice: "helpful"),
      ])
    #expect(fact.claims.map(\.evidence.note) == [nil, "n"])
  }

  @Test func aTextWithMarkupIsParsed() throws {
    guard case .markdown(let prose) = SiteSample.fact("lesson", "A *firm* one")?.claims.first?.value
    else {
      Issue.record("the field is not read as Markdown")
      return
    }
    #expect(String(decoding: prose.html, as: UTF8.self) == "A <em>firm</em> one")
  }
}
