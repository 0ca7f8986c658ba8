import Testing

@testable import DossierSite

@Suite struct ModelValueTests {
  @Test(arguments: [
    ("50000", 50000.0, 0), ("-3", -3, 0), ("+3", 3, 0), ("12.50", 12.5, 2), ("0", 0, 0),
    ("007", 7, 0), ("123456789012345", 123_456_789_012_345, 0), ("0.285", 0.285, 3),
    ("12345678901234.5", 12_345_678_901_234.5, 1),
  ])
  func decimalNumbersAreRead(text: String, value: Double, decimals: Int) {
    #expect(Quantity(text) == Quantity(value, decimals: decimals))
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "1e5", "50,000", "1.2.3", "--1", "0x10", "inf", "nan", " 1", "1 ",
    "٣", "12345678901234567", "1234567890123.4567",
  ])
  func whatIsNoDecimalNumberIsRefused(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func moreThanFifteenDigitsAreRefused() {
    #expect(Quantity("1234567890123456") == nil)
  }

  @Test(arguments: [
    (10.0...15.0, 15.0...20.0, true), (10.0...15.0, 16.0...20.0, false),
    (10.0...20.0, 12.0...13.0, true), (5.0...5.0, 5.0...5.0, true),
  ])
  func quantitiesOverlapWhereTheyMayBeOneNumber(
    left: ClosedRange<Double>, right: ClosedRange<Double>, overlap: Bool
  ) {
    let left = Quantity(low: left.lowerBound, high: left.upperBound)
    let right = Quantity(low: right.lowerBound, high: right.upperBound)
    #expect(left.overlaps(right) == overlap)
    #expect(right.overlaps(left) == overlap)
  }

  @Test func aQuantityIsExactWithoutAnInterval() {
    #expect(Quantity(5).isExact)
    #expect(!Quantity(low: 5, high: 6).isExact)
  }

  @Test(arguments: ["kfor", "osce-smm", "2018", "a", "1-a-2"])
  func namesThatAreIdentifiers(name: String) {
    #expect(Identifier.isValid(name))
  }

  @Test(arguments: ["", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "місія", "é", "a.b"])
  func namesThatAreNot(name: String) {
    #expect(!Identifier.isValid(name))
  }

  @Test func kindsAreShortSchemesOfTheirOwn() {
    #expect(Identifier.isValidKind("mission"))
    #expect(Identifier.isValidKind("a1"))
    #expect(Identifier.isValidKind(String(repeating: "a", count: 32)))
    let refused = [
      "a", String(repeating: "a", count: 33), "1a", "https", "source", "javascript", "Mission", "",
    ]
    #expect(refused.filter(Identifier.isValidKind) == [])
  }

  @Test(arguments: [
    ("Peak Strength", "peak-strength"), ("a__b", "a-b"), ("--X--", "x"), ("місія", nil), ("", nil),
    ("Łódź 2", "d-2"),
  ])
  func theNearestIdentifierIsSuggested(name: String, suggestion: String?) {
    #expect(Identifier.suggestion(for: name) == suggestion)
  }

  @Test func aLocalizedValueFallsBackToTheFirst() {
    let label = Localized([(.english, "Lead"), (.ukrainian, "Провід")])
    #expect(label?[.ukrainian] == "Провід")
    #expect(label?[Language("fr")] == "Lead")
    #expect(Localized("km")[.ukrainian] == "km")
    let nothing: [(language: Language, value: String)] = []
    #expect(Localized(nothing) == nil)
  }
}
