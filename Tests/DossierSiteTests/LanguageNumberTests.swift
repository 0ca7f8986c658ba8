import Testing

@testable import DossierSite

@Suite struct LanguageNumberTests {
  let english = LanguageRules(.english)
  let ukrainian = LanguageRules(.ukrainian)
  let other = LanguageRules(Language("xx"))

  @Test(arguments: [
    (50000, 0, "50,000"), (1000, 0, "1,000"), (999, 0, "999"), (1_234_567, 0, "1,234,567"),
    (12.5, 1, "12.5"), (-3, 0, "−3"), (0, 0, "0"), (-0.0, 0, "0"), (-0.4, 0, "0"),
    (1234.5, 2, "1,234.50"), (0.05, 2, "0.05"),
  ])
  func englishNumbersHaveCommasBetweenGroups(value: Double, decimals: Int, expected: String) {
    #expect(english.number(value, decimals: decimals) == expected)
  }

  @Test(arguments: [
    (50000, 0, "50\u{A0}000"), (1000, 0, "1000"), (9999.5, 1, "9999,5"),
    (1_234_567, 0, "1\u{A0}234\u{A0}567"), (12.5, 1, "12,5"), (-3, 0, "−3"),
  ])
  func ukrainianNumbersHaveSpacesAndAComma(value: Double, decimals: Int, expected: String) {
    #expect(ukrainian.number(value, decimals: decimals) == expected)
  }

  @Test(arguments: [
    (50000, 0, "50\u{202F}000"), (1000, 0, "1000"), (12.5, 1, "12.5"),
  ])
  func otherLanguagesHaveNarrowSpacesAndAPoint(value: Double, decimals: Int, expected: String) {
    #expect(other.number(value, decimals: decimals) == expected)
  }

  @Test(arguments: [
    (0.285, 2, "0.29"), (1.005, 2, "1.01"), (1.005 * 100, 0, "101"), (2.5, 0, "3"),
    (-2.5, 0, "−3"), (0.5, 0, "1"), (0.49, 0, "0"), (0.05, 1, "0.1"), (0.04, 1, "0.0"),
    (0.004, 1, "0.0"), (9.99, 1, "10.0"), (999.5, 0, "1,000"), (0.1 + 0.2, 1, "0.3"),
    (8.345, 2, "8.35"), (15000.0 / 1200, 1, "12.5"), (1e-7, 3, "0.000"),
  ])
  func halfGoesAwayFromZeroAsByHand(value: Double, decimals: Int, expected: String) {
    #expect(english.number(value, decimals: decimals) == expected)
  }

  @Test func wholeNumbersKeepAllTheirDigits() {
    #expect(english.number(9_007_199_254_740_992, decimals: 0) == "9,007,199,254,740,992")
    #expect(english.number(1e21, decimals: 0) == "1" + String(repeating: ",000", count: 7))
  }

  @Test func noNumberIsTooStrange() {
    #expect(english.number(.infinity, decimals: 0) == "∞")
    #expect(english.number(-.infinity, decimals: 2) == "−∞")
    #expect(english.number(.nan, decimals: 2) == "NaN")
    #expect(english.number(.leastNonzeroMagnitude, decimals: 1) == "0.0")
    #expect(english.number(1.5, decimals: -4) == "2")
    #expect(english.number(1.5, decimals: .max).count == 32)
    #expect(ukrainian.number(.greatestFiniteMagnitude, decimals: 0).hasPrefix("179\u{A0}769"))
  }

  @Test(arguments: [
    (Quantity(low: 10, high: 15), "10–15", "10–15"),
    (Quantity(15), "15", "15"),
    (Quantity(low: 5000, high: 50000), "5,000–50,000", "5000–50\u{A0}000"),
    (Quantity(low: 1.5, high: 2, decimals: 1), "1.5–2.0", "1,5–2,0"),
    (Quantity(low: 10.1, high: 10.4), "10", "10"),
    (Quantity(low: -3, high: 5), "−3…5", "−3…5"),
  ])
  func intervalsHaveAnEnDash(quantity: Quantity, inEnglish: String, inUkrainian: String) {
    #expect(english.quantity(quantity) == inEnglish)
    #expect(ukrainian.quantity(quantity) == inUkrainian)
  }

  @Test(arguments: [
    (Quantity.atLeast(50_000), "at least 50,000", "щонайменше 50\u{A0}000", "≥50\u{202F}000"),
    (.atMost(12.5, decimals: 1), "at most 12.5", "щонайбільше 12,5", "≤12.5"),
    (.atLeast(-3), "at least −3", "щонайменше −3", "≥−3"),
    (.atMost(0), "at most 0", "щонайбільше 0", "≤0"),
  ])
  func aBoundSaysWhichEndIsKnown(
    quantity: Quantity, inEnglish: String, inUkrainian: String, elsewhere: String
  ) {
    #expect(english.quantity(quantity) == inEnglish)
    #expect(ukrainian.quantity(quantity) == inUkrainian)
    #expect(other.quantity(quantity) == elsewhere)
  }

  @Test func anApproximateBoundSaysBoth() {
    let word = PluralWord(
      one: "військовий", few: "військові", many: "військових", other: "військового")
    let troops = PluralWord(one: "soldier", other: "troops")
    #expect(
      english.measure(.atLeast(50_000), troops, approximate: true)
        == "at least about 50,000\u{A0}troops")
    #expect(
      ukrainian.measure(.atMost(22), word, approximate: true)
        == "щонайбільше близько 22\u{A0}військових")
    #expect(other.measure(.atLeast(5), troops, approximate: true) == "≥≈5\u{A0}troops")
  }

  @Test func listsEndInAConjunction() {
    #expect(english.list([]) == "")
    #expect(english.list(["a"]) == "a")
    #expect(english.list(["a", "b"]) == "a and b")
    #expect(english.list(["a", "b", "c"]) == "a, b and c")
    #expect(ukrainian.list(["а", "б", "в"]) == "а, б і в")
    #expect(other.list(["a", "b", "c"]) == "a, b, c")
  }
}
