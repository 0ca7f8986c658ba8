import DossierSource
import Testing

@testable import DossierSite

/// What units are called: those made of others as speech, and all of them without a number.
@Suite struct UnitWordTests {
  private static let units = """
    persons:
      dimension: persons
      label:
        en: {one: person, other: people}
        uk: {one: особа, few: особи, many: осіб, other: особи, per: особу}
        pl: {one: osoba, few: osoby, many: osób, other: osoby, per: osobę}
        de: {one: Person, other: Personen}
        fr: {one: personne, other: personnes}
        cs: {one: osoba, few: osoby, many: osoby, other: osob, per: osobu}
        ro: {one: persoană, few: persoane, other: de persoane}
    USD:
      dimension: US dollars
      label: {en: {one: US dollar, other: US dollars}, uk: {one: долар США, few: долари США, many: доларів США, other: долара США}}
    month: {dimension: time, label: {en: {one: month, other: months}, uk: {one: місяць, few: місяці, many: місяців, other: місяця}}}
    km: {dimension: length, label: {en: km, uk: км}}
    year: {dimension: time, factor: 12, label: {en: year, uk: рік}}
    trained/year: {label: {en: trained a year, uk: підготовлених на рік}}
    tonnes/km: {dimension: mass}
    tonnes: {dimension: mass}
    """

  private static let schema = SiteSample([
    "content/site.yml": "title: Dossier\nlanguages: [en, uk, pl, de, fr, cs, ro, he]\nformat: 1\n",
    "content/units.yml": units,
  ]).parsed().value.schema

  private func said(_ number: Double, _ unit: String, _ code: String, about: Bool = false) -> String
  {
    let rules = Self.schema.rules(of: Language(code))
    return rules.measure(
      Quantity(number), Self.schema.word(ofUnit: unit, rules), approximate: about
    ).replacing("\u{A0}", with: " ")
  }

  @Test(arguments: [
    ("en", "50 people per km", "1 person per km", "about 50 people per km"),
    ("uk", "50 осіб на км", "1 особа на км", "близько 50 осіб на км"),
    ("de", "50 Personen pro km", "1 Person pro km", "etwa 50 Personen pro km"),
    ("fr", "50 personnes par km", "1 personne par km", "environ 50 personnes par km"),
    ("pl", "50 osób na km", "1 osoba na km", "około 50 osób na km"),
    ("cs", "50 osob na km", "1 osoba na km", "≈50 osob na km"),
    ("he", "50 people לkm", "1 person לkm", "כ־50 people לkm"),
  ])
  func aRateIsSaidAsSpeech(code: String, many: String, one: String, about: String) {
    #expect(said(50, "persons/km", code) == many)
    #expect(said(1, "persons/km", code) == one)
    #expect(said(50, "persons/km", code, about: true) == about)
  }

  @Test func whatIsBehindPerTakesItsOwnForm() {
    #expect(said(2, "USD/persons/month", "uk") == "2 долари США на особу на місяць")
    #expect(said(5, "USD/persons/month", "en") == "5 US dollars per person per month")
    #expect(said(5, "km/persons", "pl") == "5 km na osobę")
  }

  @Test func productsAndPowersAreSaidToo() {
    #expect(said(5, "persons*month", "en") == "5 person-months")
    #expect(said(5, "persons/km^2", "en") == "5 people per km²")
    #expect(said(5, "km^2", "uk") == "5 км²")
    #expect(said(5, "1/month", "en") == "5 per month")
  }

  @Test func aLabelOfItsOwnGoesBefore() {
    #expect(said(5, "trained/year", "en") == "5 trained a year")
    #expect(said(5, "tonnes/km", "en") == "5 tonnes per km")
    #expect(said(5, "furlongs/km", "uk") == "5 furlongs на км")
  }

  @Test func aLanguageWithoutRulesHasTheSign() {
    let rules = LanguageRules(Language("xx"))
    #expect(Self.schema.word(ofUnit: "persons/km", rules)[.other] == "people/km")
  }

  @Test(arguments: [
    ("en", "people"), ("uk", "осіб"), ("pl", "osób"), ("de", "Personen"), ("fr", "personnes"),
    ("cs", "osob"), ("ro", "persoane"),
  ])
  func aUnitThatStandsAloneHasTheFormOfItsLanguage(code: String, alone: String) {
    let rules = Self.schema.rules(of: Language(code))
    #expect(rules.alone(Self.schema.word(ofUnit: "persons", rules)) == alone)
    let rate = rules.alone(Self.schema.word(ofUnit: "persons/km", rules))
    #expect(rate.hasPrefix(alone + " "))
  }

  @Test func aProjectSaysItOtherwise() {
    let schema = SiteSample([
      "content/units.yml": Self.units,
      "content/languages/uk.yml":
        "units: {per: \"{0} у розрахунку на {1}\"}\nphrases: {form-alone: few}\n",
    ]).parsed().value.schema
    let rules = schema.rules(of: .ukrainian)
    #expect(
      rules.alone(schema.word(ofUnit: "persons/km", rules)) == "особи у розрахунку на км")
  }

  @Test(arguments: ["a//b", "km/", "km^", "km^0"])
  func aUnitIsCalledByANameOrAProductOfNames(id: String) {
    let found = SiteSample(["content/units.yml": "\"\(id)\": {label: x}\n"]).parsed().diagnostics
      .filter { $0.place.path == "content/units.yml" }
    #expect(found.map(\.code) == ["unit.dimension"])
    #expect(found.map(\.place.span.column) == [1] && found.allSatisfy { $0.help != nil })
  }

  @Test(arguments: [
    ("units: {per: \"{0} per\"}", "language.pattern"), ("units: {by: x}", "yaml.unknown-key"),
    ("units: per", "yaml.type"),
  ])
  func patternsThatAreNoneAreTold(text: String, code: String) {
    let sample = SiteSample(["content/languages/uk.yml": text + "\n"])
    #expect(sample.parsed().diagnostics.map(\.code) == [code])
  }
}
