import DossierSource
import Testing

@testable import DossierSite

/// Figures that do not belong together by their dates are not computed with.
@Suite struct LinkDateTests {
  private static func derive(_ a: String?, _ b: String?, _ key: String) throws -> DerivedValue {
    func claim(_ value: Int, _ date: String?) -> String {
      "{value: \(value)\(date.map { ", as-of: \($0)" } ?? "")}"
    }
    return try LinkDerivedTests.derive(
      "a / b", "a: \(claim(6, a))\nb: \(claim(2, b))", more: ", \(key)")
  }

  @Test(arguments: [
    ("1999", "2000", false), ("1999-01", "1999-12", true), ("1999", "1999-06-12", true),
    ("1999-12-31", "2000-01-01", false),
  ])
  func unequalYearsAreRefusedWhereTheFieldWantsOne(a: String, b: String, isFine: Bool) throws {
    let derived = try Self.derive(a, b, "same-year: true")
    let dates = (try #require(PartialDate(a)), try #require(PartialDate(b)))
    #expect(derived.result == (isFine ? .quantity(Quantity(3)) : .apart(dates.0, dates.1)))
    #expect(try Self.derive(a, b, "decimals: 1").result == .quantity(Quantity(3)))
  }

  /// Of a vague date the day counts that lies nearest.
  @Test(arguments: [
    ("1999", "2020", "P5Y", false), ("1999", "2004", "P5Y", true), ("1999", "2005", "P5Y", false),
    ("2004", "1999-01-01", "P5Y", true), ("2004-01-02", "1999-01-01", "P5Y", false),
    ("2004-01-01", "1999-01-01", "P5Y", true), ("2004-02", "1999-01", "P5Y", false),
    ("2004-01", "1999-01", "P5Y", true), ("1999-05", "1999-11", "P6M", true),
    ("1999-05", "1999-12", "P6M", false), ("1999", "1999-12", "P1M", true),
    ("2004-02-29", "2003-02-28", "P1Y", false), ("2003-02-28", "2004-02-28", "P1Y", true),
  ])
  func datesFurtherApartThanTheFieldAllowsAreRefused(
    a: String, b: String, within: String, isFine: Bool
  ) throws {
    let derived = try Self.derive(a, b, "within: \(within)")
    let dates = [try #require(PartialDate(a)), try #require(PartialDate(b))].sorted()
    #expect(derived.result == (isFine ? .quantity(Quantity(3)) : .apart(dates[0], dates[1])))
  }

  @Test(arguments: ["within: P5Y", "same-year: true"])
  func aFigureWithoutADateBelongsToNone(key: String) throws {
    #expect(try Self.derive("1999", nil, key).result == .undated(field: 1))
    #expect(try Self.derive(nil, nil, key).result == .undated(field: 0))
    #expect(try Self.derive(nil, nil, "decimals: 1").result == .quantity(Quantity(3)))
  }

  @Test(arguments: ["within: P5Y", "same-year: true"])
  func aFieldMayTakeAFigureWithoutADateAsOfAllTimes(key: String) throws {
    let undated = try Self.derive("1999", nil, key + ", undated: true")
    #expect(undated.result == .quantity(Quantity(3)))
    let apart = try Self.derive("1999", "2020", key + ", undated: true")
    #expect(apart.result == .apart(PartialDate(year: 1999), PartialDate(year: 2020)))
  }

  @Test func oneFigureAloneNeedsNoDate() throws {
    let derived = try LinkDerivedTests.derive("a * 2 + a", "a: 3", more: ", within: P1Y")
    #expect(derived.result == .quantity(Quantity(9)))
  }

  /// What a derived field was computed of counts where it enters another.
  @Test func aDerivedInputBringsItsDatesAlong() throws {
    let sample = SiteSample([
      "content/missions/_kind.yml": """
      id: mission
      fields:
        a: {type: number}
        b: {type: number}
        c: {type: derived, formula: a * 2}
        d: {type: derived, formula: c + b, within: P5Y}
        e: {type: derived, formula: c + a, within: P5Y}
      """,
      "content/missions/kfor.md":
        "---\ntitle: K\na: {value: 4, as-of: 1999}\nb: {value: 1, as-of: 2020}\n---\n",
    ])
    let site = sample.linked().value
    let kfor = try #require(site.record(RecordKey(kind: "mission", id: "kfor")))
    #expect(
      site.facts.statement(3, of: kfor).derived?.result
        == .apart(PartialDate(year: 1999), PartialDate(year: 2020)))
    #expect(site.facts.statement(4, of: kfor).derived?.quantity == Quantity(12))
    #expect(site.facts.statement(4, of: kfor).derived?.claims.count == 1)
  }
}
