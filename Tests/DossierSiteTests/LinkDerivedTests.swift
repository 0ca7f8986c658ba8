import DossierSource
import Testing

@testable import DossierSite

/// What derived fields come to: intervals, units, refusals, rounding.
@Suite struct LinkDerivedTests {
  /// What a formula over `a`, `b` and `c` comes to, where a record says this of them.
  static func derive(
    _ formula: String, _ facts: String, more: String = "", unit: String? = nil
  ) throws -> DerivedValue {
    let sample = SiteSample([
      "content/missions/_kind.yml": """
      id: mission
      fields:
        a: {type: \(unit.map { "quantity, unit: \($0)" } ?? "number")}
        b: {type: number}
        c: {type: number}
        d: {type: derived, formula: \(formula)\(more)}
      """,
      "content/missions/kfor.md": "---\ntitle: K\n\(facts)\n---\n",
    ])
    let outcome = sample.linked()
    #expect(outcome.diagnostics.isEmpty)
    let index = try #require(outcome.value.record(RecordKey(kind: "mission", id: "kfor")))
    return try #require(outcome.value.facts.statement(3, of: index).derived)
  }

  @Test(arguments: [
    ("a / b", "a: 15000\nb: 1200", 12.5, 1), ("a * 4", "a: 64000", 256_000, 0),
    ("a / b", "a: 10\nb: 3", 3.3, 1), ("a / b", "a: 20\nb: 3", 6.7, 1),
    ("a / b", "a: 1\nb: 3", 0.33, 2), ("a / b", "a: 1\nb: 80", 0.013, 3),
    ("a / b", "a: 1\nb: 2", 0.5, 1), ("a / b", "a: 0\nb: 2", 0, 0), ("a - b", "a: 1\nb: 3", -2, 0),
    ("a + b * c", "a: 1\nb: 2\nc: 3", 7, 0), ("(a + b) * c", "a: 1\nb: 2\nc: 3", 9, 0),
    ("a - b - c", "a: 9\nb: 3\nc: 2", 4, 0), ("a / b / c", "a: 12\nb: 3\nc: 2", 2, 0),
    ("a - (b - c)", "a: 9\nb: 3\nc: 2", 8, 0), ("1000 * a / b", "a: 3\nb: 8", 375, 0),
    ("a * 0.5", "a: 0.25", 0.13, 2), ("a", "a: 2.96", 3, 0), ("((a))", "a: 2", 2, 0),
  ])
  func aFormulaComesToANumber(
    formula: String, facts: String, value: Double, decimals: Int
  ) throws {
    let derived = try Self.derive(formula, facts)
    #expect(derived.result == .quantity(Quantity(value, decimals: decimals)))
  }

  @Test(arguments: [
    ("decimals: 0", 3.0, 0), ("decimals: 3", 3.333, 3), ("decimals: 9", 3.333333333, 9),
  ])
  func theFieldSaysHowManyDecimals(key: String, value: Double, decimals: Int) throws {
    let derived = try Self.derive("a / b", "a: 10\nb: 3", more: ", \(key)")
    #expect(derived.result == .quantity(Quantity(value, decimals: decimals)))
  }

  @Test(arguments: [
    ("a + b", 12.0, 24.0), ("a - b", 6, 18), ("b - a", -18, -6), ("a * b", 20, 80),
    ("a / b", 2.5, 10),
    ("a * (b - 3)", -20, 20), ("a / (b - 5)", -20, -3.3),
  ])
  func anIntervalStaysAnInterval(formula: String, low: Double, high: Double) throws {
    let derived = try Self.derive(formula, "a: {low: 10, high: 20}\nb: {low: 2, high: 4}")
    #expect(derived.quantity?.low == low)
    #expect(derived.quantity?.high == high)
  }

  @Test(arguments: [
    ("a / b", "a: {low: 10}\nb: 4", Quantity.atLeast(2.5, decimals: 1)),
    ("a / b", "a: {high: 10}\nb: 4", .atMost(2.5, decimals: 1)),
    ("a / b", "a: {high: 10}\nb: {low: 2, high: 4}", .atMost(5)),
    ("a / b", "a: 10\nb: {low: 4}", .atMost(2.5, decimals: 1)),
    ("a / b", "a: -10\nb: {low: 4}", .atLeast(-2.5, decimals: 1)),
    ("a / b", "a: 10\nb: {high: -4}", .atLeast(-2.5, decimals: 1)),
    ("a / b", "a: {low: 0, high: 10}\nb: {low: 4}", Quantity(low: 0, high: 2.5, decimals: 1)),
    ("a / b", "a: 0\nb: {low: 4}", Quantity(0)), ("a * b", "a: {low: 3}\nb: 0", Quantity(0)),
    ("a * b", "a: {low: 3}\nb: {low: 0, high: 2}", .atLeast(0)),
    ("a * b", "a: {low: 3}\nb: -2", .atMost(-6)), ("a + b", "a: {low: 3}\nb: 2", .atLeast(5)),
    ("b - a", "a: {low: 3}\nb: 2", .atMost(-1)),
    ("a - b", "a: {low: 3}\nb: {high: 2}", .atLeast(1)),
    // What is above zero, since 12 over something is, may still divide: 6 / (0, 3].
    ("6 / (12 / a)", "a: {low: 4}", .atLeast(2)), ("b / (1 / a - 1 / a)", "a: 1\nb: 2", nil),
  ])
  func aBoundStaysABound(formula: String, facts: String, expected: Quantity?) throws {
    #expect(try Self.derive(formula, facts).quantity == expected)
  }

  @Test(arguments: [
    ("a / b", "a: {low: 10}\nb: {low: 4}"), ("a - b", "a: {low: 10}\nb: {low: 4}"),
    ("a + b", "a: {low: 10}\nb: {high: 4}"), ("a * b", "a: {low: 10}\nb: {low: -1, high: 1}"),
    ("a * b", "a: {low: -1}\nb: {low: 2}"), ("a - a", "a: {high: 4}"),
  ])
  func whatHasNoEndLeftIsRefused(formula: String, facts: String) throws {
    #expect(try Self.derive(formula, facts).result == .unbounded)
  }

  @Test func aDivisorThatIsAtMostMayBeZero() throws {
    #expect(try Self.derive("a / b", "a: 1\nb: {high: 4}").result == .divisionByZero)
    #expect(try Self.derive("a / b", "a: 1\nb: {low: 0}").result == .divisionByZero)
  }

  @Test(arguments: [
    ("a / b", "a: 5\nb: 0"), ("a / b", "a: 5\nb: {low: -1, high: 1}"),
    ("a / b", "a: 5\nb: {low: 0, high: 1}"), ("a / (b - c)", "a: 5\nb: 2\nc: 2"),
    ("1 + a / b", "a: 5\nb: 0"),
  ])
  func aDivisorThatMayBeZeroIsRefused(formula: String, facts: String) throws {
    #expect(try Self.derive(formula, facts).result == .divisionByZero)
  }

  @Test(arguments: [
    ("a: 5", DerivedValue.Result.missing(field: 1)), ("a: 5\nb: unknown", .unknown(field: 1)),
    ("a: 5\nb: not-applicable", .notApplicable(field: 1)), ("b: 5", .missing(field: 0)),
    ("a: unknown\nb: unknown", .unknown(field: 0)),
  ])
  func whatIsNotKnownStaysNotKnownWithTheReason(
    facts: String, result: DerivedValue.Result
  ) throws {
    let derived = try Self.derive("a / b", facts)
    #expect(derived.result == result)
    #expect(derived.quantity == nil)
  }

  @Test(arguments: [
    ("km", "{value: 2000, unit: mi}", 3218.7), ("mi", "{value: 1.609344, unit: km}", 1),
    ("km", "{value: 2000, unit: km}", 2000),
  ])
  func aClaimInAnotherUnitIsConverted(unit: String, claim: String, value: Double) throws {
    let derived = try Self.derive("a", "a: \(claim)", unit: unit)
    #expect(derived.quantity?.low == value)
    #expect(derived.quantity?.high == value)
  }

  @Test func theFirstClaimEntersWithItsEvidence() throws {
    let derived = try Self.derive(
      "a / b", "a: [{value: 6, as-of: 1999}, {value: 8, as-of: 2000}]\nb: {value: 2, as-of: 2001}")
    #expect(derived.quantity == Quantity(3))
    #expect(derived.inputs.map(\.field) == [0, 1])
    #expect(derived.inputs.map { $0.claim?.evidence.asOf?.year } == [1999, 2001])
    #expect(!derived.isApproximate)
  }

  @Test func anApproximateInputMakesTheResultApproximate() throws {
    #expect(try Self.derive("a / b", "a: {value: 6, approximate: true}\nb: 2").isApproximate)
    #expect(try Self.derive("a / b", "a: 6\nb: {value: 2, approximate: true}").isApproximate)
  }

  @Test func aDerivedFieldMayEnterAnother() throws {
    let sample = SiteSample([
      "content/missions/_kind.yml": """
      id: mission
      fields:
        a: {type: number}
        b: {type: derived, formula: a * 2}
        c: {type: derived, formula: b + 1}
      """,
      "content/missions/kfor.md": "---\ntitle: K\na: {value: 4, approximate: true}\n---\n",
      "content/missions/unmil.md": "---\ntitle: U\na: unknown\n---\n",
    ])
    let site = sample.linked().value
    let kfor = try #require(site.record(RecordKey(kind: "mission", id: "kfor")))
    #expect(site.facts.statement(2, of: kfor).derived?.quantity == Quantity(9))
    #expect(site.facts.statement(2, of: kfor).derived?.isApproximate == true)
    let unmil = try #require(site.record(RecordKey(kind: "mission", id: "unmil")))
    #expect(site.facts.statement(2, of: unmil).derived?.result == .unknown(field: 0))
  }

  @Test(arguments: ["%", "% - %", "1 / (1 / (%))"])
  func whatIsBeyondAllMeasureIsRefused(formula: String) throws {
    let power = Array(repeating: "a", count: 40).joined(separator: " * ")
    let derived = try Self.derive(
      formula.replacing("%", with: power), "a: 999999999999999")
    #expect(derived.quantity == nil)
    #expect(derived.result == .tooLarge || derived.result == .divisionByZero)
  }

  @Test(arguments: [
    ("a", ["a"]), ("a / b", ["a", "b"]), ("a + a * b - a", ["a", "b"]), ("1 + 2", []),
    ("peak-strength / 2 - x", ["peak-strength", "x"]),
  ])
  func aFormulaNamesItsFieldsOnce(text: String, fields: [String]) throws {
    var parser = FormulaParser(text)
    #expect(try parser.parse().fields == fields)
  }
}
