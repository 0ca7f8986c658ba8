import DossierSource
import Testing

@testable import DossierSite

/// A formula gives the unit that its field declares, by the algebra of dimensions.
@Suite struct FormulaUnitTests {
  private static let units = """
    persons: {dimension: persons}
    troops: {dimension: persons}
    thousands: {dimension: persons, factor: 1000}
    km: {dimension: length}
    mi: {dimension: length, factor: 1.609344}
    m: {dimension: length, factor: 0.001}
    km2: {dimension: length^2}
    ha: {dimension: length * length, factor: 0.01}
    share: {dimension: ratio}
    percent: {}
    per thousand: {dimension: ratio, factor: 0.001}
    USD: {dimension: money}
    month: {dimension: time}
    year: {dimension: time, factor: 12}
    density: {dimension: persons/length^2}
    """

  /// What is said of a formula over these fields.
  private static func report(_ formula: String, _ unit: String?, units: String = units) -> String {
    SiteSample([
      "content/units.yml": units,
      "content/missions/_kind.yml": """
      id: mission
      fields:
        people: {type: quantity, unit: troops}
        crowd: {type: quantity, unit: thousands}
        force: {type: series, unit: persons}
        line: {type: quantity, unit: km}
        road: {type: quantity, unit: mi}
        width: {type: quantity, unit: m}
        area: {type: quantity, unit: km2}
        part: {type: quantity, unit: percent}
        pay: {type: quantity, unit: USD/persons/month}
        n: {type: number}
        per: {type: derived, formula: people / line, unit: persons/km}
        bare: {type: derived, formula: people / line}
        d: {type: derived, formula: \(formula)\(unit.map { ", unit: \($0)" } ?? "")}
      """,
      "content/missions/kfor.md": "---\ntitle: K\n---\n",
    ]).report()
  }

  @Test(arguments: [
    ("people / line", "persons/km"), ("people / line", "troops/km"), ("force / line", "persons/km"),
    ("line * line", "km2"), ("line * line", "km*km"), ("line * line", "km^2"),
    ("people / area", "persons/km2"), ("people / (line * line)", "density"),
    ("people / area", "persons/km^2"), ("per * line", "persons"), ("bare * line", "persons"),
    ("per / line", "density"), ("people / people", "share"), ("n", "share"), ("n * line", "km"),
    ("people + force", "persons"), ("people * 4", "persons"), ("people / n", "troops"),
    ("line + line * (n - 1)", "km"), ("1 / line", "1/km"), ("12 * pay", "USD/persons/year"),
    ("12 * pay * people", "USD/year"), ("people / road", "persons/mi"),
    // Per cent is a ratio × 100.
    ("people / force * 100", "percent"), ("100 * people / force", "percent"),
    ("people / (force / 100)", "percent"), ("100 * (people - force) / force", "percent"),
    ("100 - 100 * people / force", "percent"), ("100 - part", "percent"),
    ("part + part", "percent"),
    ("2 * people / force * 100", "percent"), ("people * part / 100", "persons"),
    ("1000 * people / force", "per thousand"), ("people / force * 100", "share"),
    // Units of other size, converted by hand.
    ("people / road / 1.609344", "persons/km"), ("people / (road * 1.609)", "persons/km"),
    ("people / road * 0.6214", "persons/km"), ("line + road * 1.609344", "km"),
    ("line * width / 1000", "km2"), ("line * width * 0.1", "ha"), ("1000 * crowd", "persons"),
    ("people + 1000 * crowd", "persons"),
  ])
  func aFormulaThatGivesItsUnitIsFine(formula: String, unit: String) {
    #expect(Self.report(formula, unit) == "")
  }

  @Test(arguments: [
    ("line / people", "persons/km", "it gives length/persons, and the unit is persons/length"),
    ("people * line", "persons/km", "it gives length*persons, and the unit is persons/length"),
    ("people / area", "persons/km", "it gives persons/length^2, and the unit is persons/length"),
    ("people / force", "persons", "it gives a ratio, and the unit is persons"),
    ("n", "km", "it gives a ratio, and the unit is length"),
    ("people / line", "percent", "it gives persons/length, and the unit is a ratio"),
    ("people", "persons/km", "it gives persons, and the unit is persons/length"),
    ("1 / line", "km", "it gives 1/length, and the unit is length"),
    ("people / force", "percent", "multiply it by 100, "),
    ("people / force", "per thousand", "multiply it by 1000, "),
    ("1 - people / force", "percent", "multiply it by 100, "),
    ("people / force * 10", "percent", "multiply it by 100, "),
    ("people * part", "persons", "multiply it by 0.01, "),
    ("people / road", "persons/km", "multiply it by 0.6214, "),
    ("line * width", "km2", "multiply it by 0.001, "),
    ("crowd", "persons", "multiply it by 1000, "),
    ("pay", "USD/persons/year", "multiply it by 12, "),
  ])
  func aFormulaThatGivesAnotherUnitIsNot(formula: String, unit: String, help: String) {
    let report = Self.report(formula, unit)
    #expect(report.contains(help) && report.contains("[formula.unit]"))
  }

  @Test(arguments: [
    ("people + line", "adds persons and length"), ("people - n", "adds persons and a ratio"),
    ("1 + people", "adds a ratio and persons"), ("(people + line) / n", "adds persons and length"),
    ("line + road", "adds figures in units of different size"),
    ("people - crowd", "adds figures in units of different size"),
    ("part + n", "adds figures in units of different size"),
    ("line + area", "adds length and length^2"),
    ("per + people", "adds persons/length and persons"),
  ])
  func aSumIsOfOneDimension(formula: String, message: String) {
    for unit in [nil, "persons"] {
      let report = Self.report(formula, unit)
      #expect(report.contains(message) && report.contains("[formula.sum]"))
    }
  }

  @Test(arguments: [
    ("persns", "the unit 'persns' is not declared", "did you mean 'persons'?"),
    ("persons/kmm", "the unit 'kmm' in 'persons/kmm' is not declared", "did you mean 'km'?"),
    (
      "zorkmid", "the unit 'zorkmid' is not declared",
      "declare it in content/units.yml, as 'zorkmid:"
    ),
    ("persons//km", "the unit 'persons//km' is not declared", "declare it"),
    ("km^0", "the unit 'km^0' is not declared", "declare it"),
  ])
  func anUndeclaredUnitIsAnErrorWithTheNearest(unit: String, message: String, help: String) {
    let report = Self.report("people", "'\(unit)'")
    #expect(report.contains(message) && report.contains("[unit.unknown]"))
    #expect(report.contains("help: \(help)"))
    #expect(!report.contains("formula."))
  }

  /// Without a file of units there is no nearest one, and each is taken for what it is called.
  @Test func aProjectWithoutUnitsIsToldOnce() {
    func report(_ fields: String) -> String {
      SiteSample(only: [
        "content/site.yml": "title: T\nformat: 1\n",
        "content/missions/_kind.yml": "id: mission\nfields:\n" + fields,
      ]).report()
    }
    let force = "  force: {type: quantity, unit: persons}\n  line: {type: quantity, unit: km}\n"
    let told = """
      content/missions/_kind.yml:3:3: warning: no unit is declared: 'km' and 1 more measure only \
      themselves, and have no words [unit.file]
        3 |   force: {type: quantity, unit: persons}
          |   ^~~~~
      help: declare them in content/units.yml, as 'km: {label: …}'
      """
    #expect(report(force) == told)
    #expect(
      report(force + "  per: {type: derived, formula: force / line, unit: persons/km}\n") == told)
    let ratio = "  part: {type: derived, formula: force / force * 100, unit: percent}\n"
    #expect(!report(force + ratio).contains("error"))
    let wrong = "  sum: {type: derived, formula: force + line, unit: km}\n"
    #expect(report(force + wrong).contains("[formula.sum]"))
    #expect(report("  line: {type: quantity, unit: km//h}\n").contains("[unit.unknown]"))
  }

  @Test(arguments: ["length^", "^2", "length**2", "length/", "length^x", "''", "a^2^2"])
  func whatIsNoDimensionIsAnError(dimension: String) {
    let report = SiteSample([
      "content/units.yml": "persons: {}\nkm: {}\nmi: {dimension: \(dimension)}\n"
    ]).report()
    #expect(report.contains("[unit.dimension]"))
  }

  @Test func unitsThatCannotBeReadAreToldOnce() {
    let report = SiteSample(["content/units.yml": "km: {\n"]).report()
    #expect(report.contains("[yaml") && !report.contains("[unit.unknown]"))
  }

  /// A claim may be in a unit that is made of declared ones.
  @Test func aClaimIsConvertedBetweenUnitsThatAreMadeOfOthers() throws {
    let sample = SiteSample([
      "content/units.yml": Self.units,
      "content/missions/_kind.yml":
        "id: mission\nfields: {rate: {type: quantity, unit: persons/km}, d: {type: derived, formula: rate}}\n",
      "content/missions/kfor.md":
        "---\ntitle: K\nrate: {value: 16.09344, unit: persons/mi}\n---\n",
    ])
    let outcome = sample.linked()
    #expect(outcome.diagnostics.isEmpty)
    let kfor = try #require(outcome.value.record(RecordKey(kind: "mission", id: "kfor")))
    #expect(outcome.value.facts.statement(1, of: kfor).derived?.quantity == Quantity(10))
  }
}
