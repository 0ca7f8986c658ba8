import Testing

@testable import DossierSite

@Suite struct ModelDateTests {
  @Test(arguments: ["1999", "2004-07", "1999-06-12", "2000-02-29", "2024-02-29", "0001-01-31"])
  func datesReadAndPrintAlike(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "99", "19999", "1999-6", "1999-00", "1999-13", "1999-06-00", "1999-06-31", "1999-02-29",
    "1900-02-29", "2023-12-32", "1999-06-12-01", "1999-", "-1999", "1999/06", "+999", " 1999",
    "1999-06-12 ", "１９９９",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("1999", "1999-06-12", true), ("1999-06", "1999-06-12", true), ("1999-06", "1999", true),
    ("1999-06-12", "1999-06-12", true), ("1999-06-12", "1999-06-13", false),
    ("1999-06", "1999-07", false), ("1999-06-12", "1999-07", false), ("1999", "2000", false),
  ])
  func datesOverlapWhereOneHoldsTheOther(left: String, right: String, overlap: Bool) throws {
    let (left, right) = (try #require(PartialDate(left)), try #require(PartialDate(right)))
    #expect(left.overlaps(right) == overlap)
    #expect(right.overlaps(left) == overlap)
  }

  @Test func datesSortByTheirFirstDayAndTheVaguerFirst() {
    let dates = ["1998-12-31", "1999", "1999-01", "1999-01-01", "1999-02", "2000"]
    let sorted = dates.reversed().compactMap { PartialDate($0) }.sorted()
    #expect(sorted.map(\.description) == dates)
  }

  @Test(arguments: [
    ("1970", 0), ("1970-01-02", 86_400), ("1969-12-31", -86_400), ("2000-03-01", 951_868_800),
    ("1999-06-12", 929_145_600), ("2004-07", 1_088_640_000), ("0000-01-01", -62_167_219_200),
    ("9999-12-31", 253_402_214_400),
  ])
  func secondsCountFromTheFirstMomentOfTheDate(text: String, seconds: Int) {
    #expect(PartialDate(text)?.startInSeconds == seconds)
  }

  @Test(arguments: [
    ("1999-06-12", 1, "1999-07-12"), ("1999-12-12", 1, "2000-01-12"),
    ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("1999-06", 24, "2001-06"), ("1999-06-12", 0, "1999-06-12"), ("1999-06-12", -6, "1999-06-12"),
    ("1999", 12, "2000"), ("1999", 6, "1999-07"),
  ])
  func monthsAreAdded(text: String, months: Int, expected: String) {
    #expect(PartialDate(text)?.adding(months: months).description == expected)
  }
}
