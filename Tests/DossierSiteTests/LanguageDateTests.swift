import Testing

@testable import DossierSite

@Suite struct LanguageDateTests {
  static let day = PartialDate(year: 1999, month: 6, day: 12)
  static let month = PartialDate(year: 2004, month: 7)
  static let year = PartialDate(year: 1999)
  static let newYear = PartialDate(year: 2005, month: 1, day: 1)

  let english = LanguageRules(.english)
  let ukrainian = LanguageRules(.ukrainian)
  let other = LanguageRules(Language("xx"))

  @Test(arguments: [
    (day, "12 June 1999", "12 червня 1999\u{A0}р.", "1999-06-12"),
    (month, "July 2004", "липень 2004\u{A0}р.", "2004-07"),
    (year, "1999", "1999\u{A0}р.", "1999"),
    (PartialDate(year: 2004, month: 13), "2004", "2004\u{A0}р.", "2004"),
  ])
  func datesAreWrittenOut(
    date: PartialDate, inEnglish: String, inUkrainian: String, elsewhere: String
  ) {
    #expect(english.date(date) == inEnglish)
    #expect(ukrainian.date(date) == inUkrainian)
    #expect(other.date(date) == elsewhere)
  }

  @Test(arguments: [
    (day, "12 Jun 1999", "12.06.1999", "1999-06-12"),
    (month, "Jul 2004", "07.2004", "2004-07"),
    (year, "1999", "1999", "1999"),
  ])
  func datesInTablesAreShort(
    date: PartialDate, inEnglish: String, inUkrainian: String, elsewhere: String
  ) {
    #expect(english.shortDate(date) == inEnglish)
    #expect(ukrainian.shortDate(date) == inUkrainian)
    #expect(other.shortDate(date) == elsewhere)
  }

  @Test func everyMonthHasItsName() {
    let dates = (1...12).map { PartialDate(year: 2000, month: $0) }
    let names = Set(dates.map(english.date)).union(dates.map(ukrainian.date))
    #expect(names.count == 24)
    let days = (1...12).map { PartialDate(year: 2000, month: $0, day: 1) }
    #expect(Set(days.map(ukrainian.date)).count == 12)
    #expect(ukrainian.date(days[1]) == "1 лютого 2000\u{A0}р.")
    #expect(ukrainian.date(days[10]) == "1 листопада 2000\u{A0}р.")
    #expect(Set(days.map(english.shortDate)).count == 12)
  }

  @Test(arguments: [
    (Period(from: day, to: newYear), "12 June 1999 to 1 January 2005"),
    (Period(from: PartialDate(year: 1999, month: 6), to: month), "June 1999 to July 2004"),
    (Period(from: day, to: nil), "since 12 June 1999"),
    (Period(from: nil, to: PartialDate(year: 2004)), "until 2004"),
    (Period(from: day, to: day, isMoment: true), "12 June 1999"),
    (Period(from: day, to: nil, isMoment: true), "12 June 1999"),
    (Period(from: nil, to: day, isMoment: true), "12 June 1999"),
    (Period(from: year, to: year), "1999"),
    (Period(from: nil, to: nil), ""),
  ])
  func englishPeriods(period: Period, expected: String) {
    #expect(english.period(period) == expected)
  }

  @Test(arguments: [
    (Period(from: day, to: newYear), "з 12 червня 1999 р. до 1 січня 2005 р."),
    (
      Period(from: month, to: PartialDate(year: 2005, month: 8)),
      "з липня 2004 р. до серпня 2005 р."
    ),
    (Period(from: day, to: nil), "з 12 червня 1999 р. (триває)"),
    (Period(from: PartialDate(year: 2004, month: 1), to: nil), "із січня 2004 р. (триває)"),
    (Period(from: PartialDate(year: 2004, month: 6), to: year), "із червня 2004 р. до 1999 р."),
    (Period(from: nil, to: month), "до липня 2004 р."),
    (Period(from: year, to: nil), "з 1999 р. (триває)"),
    (Period(from: month, to: month, isMoment: true), "липень 2004 р."),
  ])
  func ukrainianPeriodsTakeTheGenitive(period: Period, expected: String) {
    let text = ukrainian.period(period).split(separator: "\u{A0}").joined(separator: " ")
    #expect(text == expected)
  }

  @Test func otherLanguagesWriteIsoDatesWithDashes() {
    #expect(other.period(Period(from: Self.day, to: Self.month)) == "1999-06-12 – 2004-07")
    #expect(other.period(Period(from: Self.day, to: nil)) == "1999-06-12 –")
    #expect(other.period(Period(from: nil, to: Self.year)) == "– 1999")
  }
}
