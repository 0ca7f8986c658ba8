import DossierSource
import Testing

@testable import DossierSite

/// A computed figure has no more digits than what it is computed of, where that is approximate.
@Suite struct LinkDigitTests {
  private static let english = LanguageRules(.english)

  /// What a reader sees of a formula over `a`, `b` and `c`.
  private static func words(_ formula: String, _ facts: String, more: String = "") throws -> String?
  {
    let derived = try LinkDerivedTests.derive(formula, facts, more: more)
    return derived.quantity.map {
      english.measure($0, PluralWord(other: ""), approximate: derived.isApproximate)
    }
  }

  private static func about(_ value: String) -> String { "{value: \(value), approximate: true}" }

  @Test(arguments: [
    // 4.72 × about 1,000: the least exact has one digit.
    ("a * b", "a: 4.72\nb: \(about("1000"))", "about 5,000"),
    ("a * b", "a: \(about("4.72"))\nb: 1000", "about 5,000"),
    ("a * b", "a: \(about("4.72"))\nb: 1910", "about 9,020"),
    ("a / b", "a: \(about("15000"))\nb: 1200", "about 13"),
    ("a / b", "a: \(about("12.50"))\nb: 1234", "about 0.01"),
    ("a / b", "a: \(about("1"))\nb: 300", "about 0.003"),
    ("a / b", "a: \(about("10"))\nb: 3", "about 3"),
    ("a / b", "a: \(about("99"))\nb: 10.0", "about 9.9"),
    // Never more than the field's own decimals.
    ("a / b", "a: \(about("1234"))\nb: 567", "about 2.2"),
    // 9.96 goes up a place, and has no more digits there.
    ("a / b", "a: \(about("9.96"))\nb: 1.0", "about 10"),
    // Constants are exact.
    ("a * 4", "a: \(about("64"))", "about 260"), ("a / 3", "a: \(about("1000"))", "about 300"),
    ("1000 * a / b", "a: \(about("25"))\nb: 12", "about 2,100"),
    // What is exact is not touched.
    ("a / b", "a: 15000\nb: 1200", "12.5"), ("a * 4", "a: 64000", "256,000"),
    ("a * b", "a: 4.72\nb: 1000", "4,720"),
  ])
  func aProductHasTheDigitsOfTheLeastExact(formula: String, facts: String, words: String) throws {
    #expect(try Self.words(formula, facts) == words)
  }

  @Test(arguments: [
    ("a + b", "a: \(about("1000"))\nb: 4", "about 1,000"),
    ("a + b", "a: \(about("1900"))\nb: 170", "about 2,100"),
    ("a + b", "a: 1000\nb: \(about("4"))", "about 1,000"),
    ("a - b", "a: \(about("1400"))\nb: 870", "about 500"),
    ("a + b", "a: \(about("1.50"))\nb: 0.2", "about 1.7"),
    ("a + b + 7", "a: \(about("120"))\nb: 3", "about 130"),
    ("a * 2 + b", "a: \(about("1.5"))\nb: 0.25", "about 3.3"),
    ("(a + b) / c", "a: \(about("1000"))\nb: 400\nc: 7.13", "about 200"),
    ("a - b", "a: \(about("5"))\nb: 5", "about 0"),
  ])
  func aSumEndsWhereTheCoarserTermDoes(formula: String, facts: String, words: String) throws {
    #expect(try Self.words(formula, facts) == words)
  }

  @Test(arguments: [
    ("a - b", "a: \(about("1000"))\nb: 996"), ("a - b", "a: \(about("1000"))\nb: 400"),
    ("a - b", "a: \(about("1000"))\nb: 1000"), ("3 * (a - b)", "a: \(about("1000"))\nb: 996"),
  ])
  func aDifferenceBelowTheLastDigitIsRefused(formula: String, facts: String) throws {
    #expect(try LinkDerivedTests.derive(formula, facts).result == .tooInexact)
  }

  @Test(arguments: [
    ("a / b", "a: {low: 4000, high: 60000, approximate: true}\nb: 1200", "about 3–50"),
    ("a / b", "a: {low: 15000, high: 30000, approximate: true}\nb: 1200", "about 13–25"),
    ("a / b", "a: {low: 40, high: 600, approximate: true}\nb: 12", "about 3–50"),
    ("a / b", "a: {low: 41, high: 600, approximate: true}\nb: 12", "about 3.4–50"),
    ("a + b", "a: {low: 1200, high: 3000, approximate: true}\nb: 44", "about 1,200–3,000"),
    ("a / b", "a: {low: 1000, approximate: true}\nb: 3", "at least about 300"),
    ("a / b", "a: {high: 1000, approximate: true}\nb: 3", "at most about 300"),
    ("a / b", "a: {low: 10, high: 20}\nb: 3", "3.3–6.7"),
  ])
  func noEndHasMoreDigits(formula: String, facts: String, words: String) throws {
    #expect(try Self.words(formula, facts) == words)
  }

  /// A derived input brings its digits along, but not the error of its rounding.
  @Test func aDerivedInputCarriesItsDigits() throws {
    let sample = SiteSample([
      "content/missions/_kind.yml": """
      id: mission
      fields:
        a: {type: number}
        b: {type: number}
        c: {type: derived, formula: a / b}
        d: {type: derived, formula: c * 100}
        e: {type: derived, formula: c + 1000}
        f: {type: derived, formula: a + 0}
      """,
      "content/missions/kfor.md":
        "---\ntitle: K\na: {value: 1910, approximate: true}\nb: 1300\n---\n",
    ])
    let site = sample.linked().value
    let kfor = try #require(site.record(RecordKey(kind: "mission", id: "kfor")))
    let quantities = (2...5).map { site.facts.statement($0, of: kfor).derived?.quantity }
    #expect(quantities.map { $0.map(Self.english.quantity) } == ["1.5", "150", "1,001.5", "1,910"])
    #expect(site.facts.statements(of: kfor).compactMap(\.derived).allSatisfy { $0.isApproximate })
  }

  @Test(arguments: [
    ("1000", 1, 3), ("1910", 3, 1), ("12.50", 4, -2), ("0", 1, 0), ("0.05", 1, -2), ("7", 1, 0),
    ("-15000", 2, 3), ("100.0", 4, -1),
  ])
  func theDigitsOfANumber(text: String, digits: Int, place: Int) throws {
    let precision = Precision(of: try #require(Quantity(text)))
    #expect(precision.digits == digits)
    #expect(precision.place == place)
  }

  /// A converted claim vouches for the digits that it is written in.
  @Test func aConvertedClaimKeepsItsDigits() throws {
    let derived = try LinkDerivedTests.derive(
      "a / b", "a: {value: 2000, unit: mi, approximate: true}\nb: 12.5", unit: "km")
    #expect(derived.quantity.map(Self.english.quantity) == "300")
  }
}
