import DossierSource
import Testing

@testable import DossierSite

@Suite struct LanguageFileTests {
  private func decode(_ text: String) -> Outcome<LanguageRules> {
    LanguageRules.decode(SourceFile(path: "content/languages/xx.yml", text: text), Language("xx"))
  }

  @Test func everyLanguageIsReadWithoutAMistake() {
    #expect(LanguageRules.known.count == 30)
    for language in LanguageRules.known {
      let outcome = LanguageLibrary.read(language)
      #expect(outcome?.diagnostics == [], "\(language.code)")
      let rules = LanguageRules(language)
      #expect(rules.letters.unknownAnchors == [], "\(language.code)")
      #expect(rules.table.version == "41")
      #expect(rules.table.dates.months.count == 12)
      #expect(rules.ownName != language.code)
    }
  }

  @Test(arguments: [
    ("plurals: {one: 'n % 0 = 1'}", "language.plural"),
    ("plurals: {one: 'n ='}", "language.plural"),
    ("plurals: {one: 'n = 5..1'}", "language.plural"),
    ("plurals: {one: 'x = 1'}", "language.plural"),
    ("plurals: {one: 'n = 99999999999999999999'}", "language.plural"),
    ("plurals: {one: ''}", "language.plural"), ("plurals: {one: [a]}", "language.plural"),
    ("plurals: {single: 'n = 1'}", "yaml.unknown-key"), ("plurals: 3", "yaml.type"),
    ("plurals: {one: 'i = 1 and'}", "language.plural"),
    ("plurals: {one: 'i = 1 or v'}", "language.plural"),
    ("plurals: {one: 'n = 1..2..3'}", "language.plural"),
    ("dates: {months: [a, b]}", "yaml.type"), ("dates: {day: 'd QQQ y'}", "language.pattern"),
    ("dates: {day: \"d 'of y\"}", "language.pattern"),
    ("dates: {span: '{1} {0}'}", "language.pattern"),
    ("dates: {day: [d]}", "language.pattern"), ("dates: {year: 'yyyyy'}", "language.pattern"),
    ("numbers: {least-group: '-4'}", "yaml.type"), ("numbers: {least-group: many}", "yaml.type"),
    ("numbers: {percent: '%'}", "language.pattern"),
    ("numbers: {percent: '{n}{n}'}", "language.pattern"),
    ("numbers: {words: {'999999': {other: '{n}'}}}", "yaml.type"),
    ("numbers: {words: {'6': {other: 'million'}}}", "language.pattern"),
    ("lists: {two: '{0}'}", "language.pattern"), ("quotes: ['a']", "yaml.type"),
    ("quotes: a", "yaml.type"), ("direction: up", "yaml.type"), ("names: [en]", "yaml.type"),
    ("order: {letters: ['a b']}", "language.order"),
    ("order: {letters: ['a < ']}", "language.order"),
    ("order: {letters: ['漢 < b']}", "language.order"),
    ("order: {letters: ['a+b < c']}", "language.order"),
    ("order: {scripts: {}}", "yaml.type"), ("phrases: {about: about}", "language.pattern"),
    ("phrases: {since: {day: 'x {date}'}}", "yaml.missing-key"),
    ("phrases: {forms-after-about: {one: much}}", "yaml.type"),
    ("typography: {marks-before: {'::': \"\\u00A0\"}}", "yaml.type"),
    ("typography: {marks-before: {':': ' '}}", "yaml.type"),
    ("typography: {short-words: a}", "yaml.type"), ("plain-page: [one]", "yaml.type"),
    ("apostrophe: <b>", "yaml.type"), ("apostrophe: x", "yaml.type"),
    ("apostrophe: []", "yaml.type"), ("colour: red", "yaml.unknown-key"),
    ("ours: {ours: {}}", "yaml.unknown-key"),
    ("- a", "yaml.type"),
    ("a: [", "yaml.syntax"),
  ])
  func aBrokenFileIsADiagnostic(text: String, code: String) {
    let outcome = decode(text)
    #expect(outcome.diagnostics.map(\.code).contains(code), "\(outcome.diagnostics.map(\.code))")
    // What is right goes on, and nothing traps.
    #expect(!outcome.value.date(PartialDate(year: 1999, month: 6, day: 12)).isEmpty)
    #expect(!outcome.value.sortKey("Straße 12 漢").isEmpty)
  }

  @Test func aProjectsFileTakesThePlaceOfWhatIsKnown() {
    let outcome = decode(
      """
      numbers: {decimal: ",", group: "'", least-group: 1}
      plurals: {one: "n = 0,1", few: "i % 10 = 2..4 and i % 100 != 12..14"}
      dates: {months: [a, b, c, d, e, f, g, h, i, j, k, l], day: "d. MMMM 'anno' y"}
      lists: {two: "{0} & {1}", end: "{0} & {1}"}
      order: {letters: ["a < z Z"]}
      phrases: {since: {text: "from {date}", month: "in {date}", before: {"1": "of {date}"}}}
      ours: {numbers: {group: "."}}
      """)
    #expect(outcome.diagnostics == [])
    let rules = outcome.value
    #expect(rules.number(1234567.5, decimals: 1) == "1.234.567,5")
    #expect(
      [0, 1, 2, 12, 23, 5].map { rules.pluralForm(of: $0, decimals: 0).rawValue } == [
        "one", "one", "few", "other", "few", "other",
      ])
    #expect(rules.date(PartialDate(year: 1999, month: 6, day: 2)) == "2. f anno 1999")
    #expect(rules.list(["x", "y", "z"]) == "x, y & z")
    #expect(rules.sorted(["b", "z", "a"]) { $0 } == ["a", "z", "b"])
    let period = Period(from: PartialDate(year: 2001, month: 6, day: 12), to: nil)
    #expect(rules.period(period) == "of 12. f anno 2001")
  }

  @Test(arguments: [
    (
      "de", "12.345,6", "12. Juni 1999", "12.06.1999", "seit dem 12. Juni 1999", "a, b und c",
      "„‚a‘“"
    ),
    (
      "fr", "12\u{202F}345,6", "12 juin 1999", "12 juin 1999", "depuis le 12 juin 1999",
      "a, b et c", "««a»»"
    ),
    (
      "pl", "12\u{A0}345,6", "12 czerwca 1999", "12 cze 1999", "od 12 czerwca 1999", "a, b i c",
      "„«a»”"
    ),
    (
      "es", "12.345,6", "12 de junio de 1999", "12 jun 1999", "desde el 12 de junio de 1999",
      "a, b y c", "«“a”»"
    ),
    (
      "sv", "12\u{A0}345,6", "12 juni 1999", "12 juni 1999", "12 juni 1999 –", "a, b och c", "”’a’”"
    ),
    ("he", "12,345.6", "12 ביוני 1999", "12 ביוני 1999", "מאז 12 ביוני 1999", "a, b וc", "”’a’”"),
  ])
  func someLanguagesWrite(
    code: String, number: String, date: String, short: String, since: String, list: String,
    quoted: String
  ) {
    let rules = LanguageRules(Language(code))
    let day = PartialDate(year: 1999, month: 6, day: 12)
    #expect(rules.number(12345.6, decimals: 1) == number)
    #expect(rules.date(day) == date)
    #expect(rules.shortDate(day) == short)
    #expect(rules.period(Period(from: day, to: nil)) == since)
    #expect(rules.list(["a", "b", "c"]) == list)
    let (outer, inner) = (rules.table.quotes.outer, rules.table.quotes.inner)
    #expect(outer.open + inner.open + "a" + inner.close + outer.close == quoted)
  }

  @Test(arguments: [
    ("fr", PartialDate(year: 2004, month: 8), PartialDate(year: 2005), "d’août 2004 à 2005"),
    (
      "fr", PartialDate(year: 2004, month: 7, day: 3), PartialDate(year: 2005, month: 1, day: 2),
      "du 3 juillet 2004 au 2 janvier 2005"
    ),
    ("pl", PartialDate(year: 2004, month: 7), PartialDate(year: 2005), "od lipca 2004 do 2005"),
    (
      "es", PartialDate(year: 2004, month: 7), PartialDate(year: 2005, month: 1, day: 2),
      "de julio de 2004 al 2 de enero de 2005"
    ),
    ("de", PartialDate(year: 2004), PartialDate(year: 2005), "2004 bis 2005"),
    ("cs", PartialDate(year: 2004, month: 7), PartialDate(year: 2005), "červenec 2004 – 2005"),
  ])
  func periodsAreSaid(code: String, from: PartialDate, to: PartialDate, text: String) {
    #expect(LanguageRules(Language(code)).period(Period(from: from, to: to)) == text)
  }

  @Test(arguments: [
    ("en", 5_400_000_000.0, "5.4\u{A0}billion", "5.4B"),
    ("uk", 5_400_000_000, "5,4\u{A0}мільярда", "5,4\u{A0}млрд"),
    ("uk", 2_000_000, "2\u{A0}мільйони", "2\u{A0}млн"),
    ("pl", 5_000_000, "5\u{A0}milionów", "5\u{A0}mln"),
    ("de", 1_000_000, "1\u{A0}Million", "1\u{A0}Mio."),
  ])
  func roundNumbersAreSaidInWords(code: String, value: Double, long: String, short: String) {
    let rules = LanguageRules(Language(code))
    #expect(rules.scaled(value) == long)
    #expect(rules.scaled(value, short: true) == short)
    #expect(rules.scaled(value + 1) == nil)
    #expect(rules.scaled(999_000) == nil)
    #expect(rules.scaled(.infinity) == nil)
  }

  @Test(arguments: [
    ("cs", ["cukr", "čas", "hora", "chata", "ihned"]), ("sk", ["hora", "chata", "ihla"]),
    ("hr", ["dar", "džep", "đak", "luk", "ljubav", "nada", "njiva"]),
    ("hu", ["cukor", "csárda", "dz", "dzsungel", "gumi", "gyár"]),
    ("es", ["nadie", "nube", "ñandú", "oso"]),
    ("sv", ["zorn", "ål", "ära", "öl"]), ("da", ["zebra", "ære", "øl", "aalborg"]),
    ("tr", ["hasan", "ırmak", "ipek"]), ("et", ["suur", "šokk", "zoo", "tuba"]),
    ("pl", ["las", "łas", "mas", "żona"]), ("uk", ["гак", "ґанок", "дім", "ікло", "їжак", "йод"]),
    ("lv", ["cits", "čūska", "dārzs"]), ("lt", ["yra", "iš", "jis"]),
  ])
  func wordsStandInTheOrderOfTheAlphabet(code: String, words: [String]) {
    let rules = LanguageRules(Language(code))
    #expect(rules.sorted(words.reversed()) { $0 } == words)
    let capitals = words.map { $0.uppercased() }
    if code != "tr" { #expect(rules.sorted(capitals.reversed()) { $0 } == capitals) }
  }

  @Test(arguments: [
    ("cs", "chata", "Ch"), ("cs", "čas", "Č"), ("sv", "åka", "Å"), ("hr", "ljubav", "Lj"),
    ("tr", "ırmak", "I"), ("tr", "ipek", "İ"), ("uk", "їжак", "Ї"), ("de", "ähnlich", "A"),
    ("ka", "თბილისი", "თ"), ("he", "שלום", "ש"), ("en", "1999", "0–9"), ("en", "…", "#"),
    ("el", "άλφα", "Α"), ("ar", "بيت", "ب"),
  ])
  func headingsAreTheLettersOfTheAlphabet(code: String, word: String, heading: String) {
    #expect(LanguageRules(Language(code)).initial(of: word) == heading)
  }

  @Test func hebrewAndArabicGoFromTheRight() {
    let fromTheRight = LanguageRules.known.filter { LanguageRules($0).direction == "rtl" }
    #expect(fromTheRight.map(\.code) == ["ar", "he"])
    // The minus stays before its number.
    #expect(LanguageRules(Language("he")).number(-3, decimals: 0) == "\u{200E}−3")
  }
}
