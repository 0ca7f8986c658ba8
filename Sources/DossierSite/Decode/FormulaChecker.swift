import DossierSource

/// Holds the units of a kind's fields, and what its formulas give, to what is declared.
struct FormulaChecker {
  private let schema: SiteSchema
  private let kind: Kind
  private var diagnostics: [Diagnostic] = []

  init(_ schema: SiteSchema, _ kind: Kind) {
    self.schema = schema
    self.kind = kind
  }

  func check() -> [Diagnostic] {
    var checker = self
    let measures = schema.measures(of: kind)
    for field in kind.fields where field.type.isNumeric {
      if let unit = field.unit { checker.checkDeclared(unit, of: field) }
      guard case .derived(let derivation) = field.type else { continue }
      checker.check(derivation.formula, of: field, measures)
    }
    return checker.diagnostics
  }

  private mutating func checkDeclared(_ unit: String, of field: Field) {
    for name in schema.configuration.units.undeclared(in: unit) {
      let isPart = name != unit
      let known = schema.configuration.units.keys.sorted()
      report(
        "unit.unknown",
        "the unit '\(name)'" + (isPart ? " in '\(unit)'" : "") + " is not declared", field,
        help: Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
          ?? "declare it in \(DeclarationPath.units), as '\(name): {dimension: …, label: …}'")
    }
  }

  private mutating func check(
    _ formula: Formula, of field: Field, _ measures: [String: FormulaMeasure]
  ) {
    do throws(FormulaMeasure.Flaw) {
      let given = try schema.formulaMeasure(formula, measures)
      guard let unit = field.unit, let wanted = schema.configuration.units.measure(of: unit),
        !given.converts(to: wanted)
      else { return }
      report(
        "formula.unit", "the formula of '\(field.id)' does not give '\(unit)'", field,
        help: Self.cure(given.measure, wanted))
    } catch {
      report(error, field)
    }
  }

  private static func cure(_ given: Measure, _ wanted: Measure) -> String {
    guard given.dimensions == wanted.dimensions else {
      return "it gives \(given.words), and the unit is \(wanted.words); mend one of them"
    }
    return "multiply it by \(number(given.factor / wanted.factor)), or name the unit that it gives"
  }

  private mutating func report(_ flaw: FormulaMeasure.Flaw, _ field: Field) {
    switch flaw {
    case .sum(let left, let right):
      report(
        "formula.sum", "the formula of '\(field.id)' adds \(left.words) and \(right.words)", field,
        help: "add or subtract figures of one dimension; a plain number is a ratio")
    case .sizes(let factor):
      report(
        "formula.sum", "the formula of '\(field.id)' adds figures in units of different size",
        field,
        help: "multiply what follows the sign by \(Self.number(factor)), or give both one unit")
    case .unknown: break
    }
  }

  /// With four significant digits, as a formula may have it.
  private static func number(_ factor: Double) -> String {
    let place = factor.decimalExponent - 3
    let digits = DecimalDigits(factor.rounded(toPlace: place), decimals: -place)
    guard let digits else { return "" }
    func text(_ digits: some Sequence<UInt8>) -> String { digits.map(String.init).joined() }
    let fraction = digits.fraction.reversed().drop { $0 == 0 }.reversed()
    return text(digits.whole) + (fraction.isEmpty ? "" : "." + text(fraction))
  }

  private mutating func report(_ code: String, _ message: String, _ field: Field, help: String) {
    diagnostics.append(.error(code, message, at: field.place, help: help))
  }
}
