/// What a formula gives by the algebra of dimensions.
///
/// Its numbers have no unit, but one of them may convert: where a formula gives persons per mile and
/// its field wants persons per kilometre, it has to be multiplied by 0.6214, and by 100 for per cent.
struct FormulaMeasure {
  private(set) var measure: Measure
  /// The numbers by which the whole is multiplied.
  private var multipliers: [Double]

  /// Why a formula gives nothing that can be named.
  enum Flaw: Error {
    /// A sum of different things.
    case sum(Measure, Measure)
    /// A sum of one thing in units of different size; how many of the second make one of the first.
    case sizes(Double)
    /// A unit that enters is not declared, which is told elsewhere.
    case unknown
  }

  init(_ measure: Measure) {
    self.init(measure, [])
  }

  private init(_ measure: Measure, _ multipliers: [Double]) {
    self.measure = measure
    self.multipliers = multipliers
  }

  /// - Parameter field: Gives what a field of the formula measures.
  init(_ formula: Formula, _ field: (String) throws(Flaw) -> FormulaMeasure) throws(Flaw) {
    switch formula {
    case .number(let number): self.init(Measure(), [number.low])
    case .field(let id): self = try field(id)
    case .operation(let symbol, let left, let right):
      let (left, right) = (try FormulaMeasure(left, field), try FormulaMeasure(right, field))
      switch symbol {
      case .times: self = left.times(right)
      case .over: self = left.times(right.inverse)
      case .plus, .minus: self = try left.plus(right)
      }
    }
  }

  private func times(_ other: FormulaMeasure) -> FormulaMeasure {
    FormulaMeasure(measure * other.measure, multipliers + other.multipliers)
  }

  private var inverse: FormulaMeasure {
    FormulaMeasure(measure.inverse, multipliers.map { 1 / $0 })
  }

  /// A sum is of one thing in units of one size; numbers that multiply all of it stay.
  private func plus(_ other: FormulaMeasure) throws(Flaw) -> FormulaMeasure {
    guard measure.dimensions == other.measure.dimensions else {
      throw .sum(measure, other.measure)
    }
    let common = multipliers.filter(other.multipliers.contains)
    if other.converts(to: measure) { return FormulaMeasure(measure, common) }
    if converts(to: other.measure) { return FormulaMeasure(other.measure, common) }
    throw .sizes(other.measure.factor / measure.factor)
  }

  /// Whether the formula gives numbers of a unit: by its own, or since it multiplies by what makes
  /// that of it.
  func converts(to wanted: Measure) -> Bool {
    guard measure.dimensions == wanted.dimensions else { return false }
    let factor = measure.factor / wanted.factor
    var products = [1.0]
    for multiplier in multipliers.prefix(10) { products += products.map { $0 * multiplier } }
    return products.contains { abs($0 / factor - 1) < 1e-3 }
  }
}

extension SiteSchema {
  /// What the fields of a kind measure that are numbers, by their ids; derived ones without a unit by
  /// their formula.
  func measures(of kind: Kind) -> [String: FormulaMeasure] {
    var measures: [String: FormulaMeasure] = [:]
    for field in kind.fields where field.type.isNumeric {
      if let unit = field.unit {
        measures[field.id] = configuration.units.measure(of: unit).map(FormulaMeasure.init)
      } else if case .derived(let derivation) = field.type {
        let own = try? formulaMeasure(derivation.formula, measures).measure
        measures[field.id] = own.map(FormulaMeasure.init)
      } else {
        measures[field.id] = FormulaMeasure(Measure())
      }
    }
    return measures
  }

  func formulaMeasure(
    _ formula: Formula, _ fields: [String: FormulaMeasure]
  ) throws(FormulaMeasure.Flaw) -> FormulaMeasure {
    try FormulaMeasure(formula) { id throws(FormulaMeasure.Flaw) in
      guard let field = fields[id] else { throw .unknown }
      return field
    }
  }
}
