import DossierSource
import Testing

@testable import DossierSite

/// What a number with one end agrees with: other claims, and the author's own words.
@Suite struct FactBoundTests {
  @Test(arguments: [
    (Quantity.atLeast(50), Quantity(60), true), (.atLeast(50), Quantity(50), true),
    (.atLeast(50), Quantity(40), false), (.atMost(50), Quantity(60), false),
    (.atMost(50), .atLeast(50), true), (.atMost(50), .atLeast(51), false),
    (.atLeast(50), .atLeast(1_000), true), (.atLeast(50), Quantity(low: 10, high: 49), false),
    (.atMost(50), Quantity(low: 49, high: 60), true),
  ])
  func aBoundHoldsWhatLiesBeyondIt(left: Quantity, right: Quantity, overlap: Bool) {
    #expect(left.overlaps(right) == overlap)
    #expect(right.overlaps(left) == overlap)
  }

  @Test(arguments: [
    ("{low: 50000}, {value: 60000}", false), ("{low: 50000}, {value: 40000}", true),
    ("{high: 50000}, {low: 60000}", true), ("{high: 50000}, {low: 5}", false),
  ])
  func aBoundIsDisputedByWhatLiesOutsideIt(claims: String, isDisputed: Bool) throws {
    let sample = SiteSample([
      "content/missions/kfor.md": "---\ntitle: K\nline: [\(claims)]\n---\n"
    ])
    let site = sample.linked().value
    let field = try #require(site.schema.kind("mission")?.fields.first { $0.id == "line" })
    let fact = try #require(SiteSample.fact("line", "[\(claims)]"))
    #expect(!site.schema.disputed(fact.claims, in: field).isEmpty == isDisputed)
  }

  @Test(arguments: [
    ("60,000", Quantity.atLeast(60_000), true), ("60,000", .atLeast(71_000), false),
    ("60,000", .atLeast(59_871), true), ("70,000", .atLeast(60_000), false),
    ("50,000", .atMost(60_000), false), ("60,000", .atMost(60_000), true),
    ("60,000–70,000", .atLeast(60_000), false), ("0", .atMost(60_000), false),
    ("65,000", Quantity(low: 60_000, high: 70_000), true), ("60 000", Quantity(60_000), true),
  ])
  func onlyTheStatedEndOfABoundIsSupported(words: String, claim: Quantity, isSupported: Bool) throws
  {
    let number = try #require(NumberInWords.all(in: words).first)
    #expect(number.isSupported(by: claim) == isSupported)
  }

  @Test func theHelpSaysTheBound() {
    let report = SiteSample([
      "content/missions/kfor.md":
        "---\ntitle: K\nline: {low: 400}\n---\n[some 500 km](mission:kfor#line)\n"
    ]).report()
    #expect(report.contains("no claim of 'mission:kfor#line' supports the number in 'some 500 km'"))
    #expect(report.contains("help: it says at least 400"))
  }

  @Test(arguments: [
    (Quantity(5), Quantity.Bounds.exact(5), [5.0], 5.0, 5.0),
    (Quantity(low: 5, high: 6), .interval(low: 5, high: 6), [5, 6], 5, 6),
    (.atLeast(5), .atLeast(5), [5], 5, 5), (.atMost(5), .atMost(5), [5], 5, 5),
  ])
  func noEndIsOneThatNobodyStated(
    quantity: Quantity, bounds: Quantity.Bounds, ends: [Double], leading: Double, trailing: Double
  ) {
    #expect(quantity.bounds == bounds)
    #expect(quantity.ends == ends)
    #expect(quantity.leadingEnd == leading)
    #expect(quantity.trailingEnd == trailing)
  }
}
