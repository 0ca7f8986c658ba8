import Testing

@testable import DossierSite

@Suite struct LanguagePluralTests {
  let english = LanguageRules(.english)
  let ukrainian = LanguageRules(.ukrainian)
  let troops = PluralWord(one: "soldier", other: "troops")
  let mission = PluralWord(one: "місія", few: "місії", many: "місій", other: "місії")
  let observer = PluralWord(
    one: "спостерігач", few: "спостерігачі", many: "спостерігачів", other: "спостерігача")

  @Test(arguments: [
    (0, 0, PluralForm.other), (1, 0, .one), (-1, 0, .one), (2, 0, .other), (21, 0, .other),
    (1, 1, .other), (1.5, 1, .other), (1.2, 0, .one), (.infinity, 0, .other),
  ])
  func englishHasOneAndOther(value: Double, decimals: Int, form: PluralForm) {
    #expect(english.pluralForm(of: value, decimals: decimals) == form)
    let other = LanguageRules(Language("xx")).pluralForm(of: value, decimals: decimals)
    #expect(other == .other)
  }

  @Test(arguments: [
    (0, 0, PluralForm.many), (1, 0, .one), (2, 0, .few), (4, 0, .few), (5, 0, .many),
    (10, 0, .many), (11, 0, .many), (12, 0, .many), (14, 0, .many), (15, 0, .many), (20, 0, .many),
    (21, 0, .one), (22, 0, .few), (25, 0, .many), (100, 0, .many), (101, 0, .one),
    (111, 0, .many), (112, 0, .many), (1002, 0, .few), (-2, 0, .few), (1.5, 1, .other),
    (1, 1, .other), (.nan, 0, .other),
  ])
  func ukrainianGoesByTheLastTwoDigits(value: Double, decimals: Int, form: PluralForm) {
    #expect(ukrainian.pluralForm(of: value, decimals: decimals) == form)
  }

  @Test(arguments: [
    (Quantity(1), "1\u{A0}місія"), (Quantity(2), "2\u{A0}місії"), (Quantity(5), "5\u{A0}місій"),
    (Quantity(21), "21\u{A0}місія"), (Quantity(11), "11\u{A0}місій"),
    (Quantity(1.5, decimals: 1), "1,5\u{A0}місії"),
    (.atLeast(1), "щонайменше 1\u{A0}місія"), (.atMost(3), "щонайбільше 3\u{A0}місії"),
    (.atLeast(21), "щонайменше 21\u{A0}місія"), (.atMost(5), "щонайбільше 5\u{A0}місій"),
    (Quantity(low: 1, high: 5), "1–5\u{A0}місій"), (Quantity(low: 1, high: 2), "1–2\u{A0}місії"),
  ])
  func ukrainianWordsFollowTheirNumber(quantity: Quantity, expected: String) {
    #expect(ukrainian.measure(quantity, mission, approximate: false) == expected)
  }

  @Test(arguments: [
    (Quantity(50000), "близько 50\u{A0}000\u{A0}спостерігачів"),
    (Quantity(2), "близько 2\u{A0}спостерігачів"),
    (Quantity(21), "близько 21\u{A0}спостерігача"),
    (Quantity(1.5, decimals: 1), "близько 1,5\u{A0}спостерігача"),
    (Quantity(low: 2, high: 3), "близько 2–3\u{A0}спостерігачів"),
  ])
  func ukrainianWordsStandInTheGenitiveAfterAbout(quantity: Quantity, expected: String) {
    #expect(ukrainian.measure(quantity, observer, approximate: true) == expected)
  }

  @Test func englishMeasures() {
    #expect(english.measure(Quantity(1), troops, approximate: false) == "1\u{A0}soldier")
    #expect(english.measure(Quantity(50000), troops, approximate: false) == "50,000\u{A0}troops")
    let about = english.measure(Quantity(50000), troops, approximate: true)
    #expect(about == "about 50,000\u{A0}troops")
    let interval = Quantity(low: 1, high: 15)
    #expect(english.measure(interval, troops, approximate: false) == "1–15\u{A0}troops")
  }

  @Test func otherLanguagesHaveASignForAbout() {
    let measure = LanguageRules(Language("xx")).measure(Quantity(1), troops, approximate: true)
    #expect(measure == "≈1\u{A0}troops")
  }

  @Test func aFormThatTheWordHasNotIsItsOther() {
    let kilometre = PluralWord(other: "км")
    for value in [1.0, 2, 5] {
      #expect(ukrainian.word(kilometre, for: Quantity(value)) == "км")
    }
  }

  @Test func anEmptyWordLeavesTheNumberAlone() {
    #expect(english.measure(Quantity(7), PluralWord(other: ""), approximate: false) == "7")
  }
}
