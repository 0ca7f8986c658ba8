/// What a derived field comes to for a record.
public struct DerivedValue: Sendable {
  /// A value, or why there is none.
  public enum Result: Sendable, Equatable {
    case quantity(Quantity)
    /// An input that the record does not state, knows not, or to which the field does not apply.
    case missing(field: Int)
    case unknown(field: Int)
    case notApplicable(field: Int)
    case divisionByZero
    /// The inputs are of different years, and the field wants one.
    case differentYears
    /// A step of the sum is more than a number can hold.
    case tooLarge
  }

  /// A field that entered, with the claim that did.
  public struct Input: Sendable {
    public var field: Int
    /// `nil` for an input that is derived itself.
    public var claim: Claim?
    public var value: Quantity
  }

  public var result: Result
  /// In the order of the formula; those found before it was refused.
  public var inputs: [Input]
  /// Whether an input is approximate.
  public var isApproximate: Bool

  public var quantity: Quantity? {
    if case .quantity(let quantity) = result { quantity } else { nil }
  }
}

/// Computes the derived fields of a record, in the order of their declaration.
struct DerivationEvaluator {
  let kind: Kind
  let schema: SiteSchema
  let facts: [Fact?]
  private(set) var values: [Int: DerivedValue] = [:]

  init(kind: Kind, facts: [Fact?], schema: SiteSchema) {
    self.kind = kind
    self.facts = facts
    self.schema = schema
  }

  mutating func evaluate() -> [Int: DerivedValue] {
    for (index, field) in kind.fields.enumerated() {
      guard case .derived(let derivation) = field.type else { continue }
      values[index] = value(of: derivation)
    }
    return values
  }

  private func value(of derivation: Derivation) -> DerivedValue {
    var value = DerivedValue(result: .divisionByZero, inputs: [], isApproximate: false)
    var quantities: [String: Quantity] = [:]
    for id in derivation.formula.fields {
      guard let field = kind.fieldIndex(id) else { continue }
      switch input(field) {
      case .success(let input, let isApproximate):
        value.inputs.append(input)
        value.isApproximate = value.isApproximate || isApproximate
        quantities[id] = input.value
      case .failure(let reason):
        value.result = reason
        return value
      }
    }
    let years = Set(value.inputs.compactMap { $0.claim?.evidence.asOf?.year })
    if derivation.sameYear && years.count > 1 {
      value.result = .differentYears
    } else if let interval = Interval.evaluate(derivation.formula, quantities) {
      value.result =
        interval.isFinite ? .quantity(interval.rounded(to: derivation.decimals)) : .tooLarge
    }
    return value
  }

  private enum Found {
    case success(DerivedValue.Input, isApproximate: Bool)
    case failure(DerivedValue.Result)
  }

  /// The first claim of a field, in the field's own unit.
  private func input(_ field: Int) -> Found {
    if let derived = values[field] {
      guard let quantity = derived.quantity else { return .failure(derived.result) }
      let input = DerivedValue.Input(field: field, claim: nil, value: quantity)
      return .success(input, isApproximate: derived.isApproximate)
    }
    switch facts[field] {
    case nil: return .failure(.missing(field: field))
    case .unknown: return .failure(.unknown(field: field))
    case .notApplicable: return .failure(.notApplicable(field: field))
    case .claims(let claims):
      guard let claim = claims.first, let quantity = schema.quantity(claim, in: kind.fields[field])
      else { return .failure(.missing(field: field)) }
      let input = DerivedValue.Input(field: field, claim: claim, value: quantity)
      return .success(input, isApproximate: claim.isApproximate)
    }
  }
}

extension SiteSchema {
  /// A claim's number in the unit of its field.
  public func quantity(_ claim: Claim, in field: Field) -> Quantity? {
    guard let quantity = claim.value.quantity else { return nil }
    guard let id = claim.unit, let own = field.unit, id != own else { return quantity }
    let factor = unit(id).factor / unit(own).factor
    return Quantity(
      low: quantity.low * factor, high: quantity.high * factor, decimals: quantity.decimals)
  }
}

/// Arithmetic on bounds: every result holds what any pair of values within them would give.
private struct Interval {
  var low: Double
  var high: Double

  var isFinite: Bool { low.isFinite && high.isFinite }

  /// `nil` where a divisor may be zero.
  static func evaluate(_ formula: Formula, _ quantities: [String: Quantity]) -> Interval? {
    switch formula {
    case .number(let number): return Interval(low: number.low, high: number.high)
    case .field(let id): return quantities[id].map { Interval(low: $0.low, high: $0.high) }
    case .operation(let symbol, let left, let right):
      guard let left = evaluate(left, quantities), let right = evaluate(right, quantities) else {
        return nil
      }
      return combine(symbol, left, right)
    }
  }

  private static func combine(
    _ symbol: Formula.Operator, _ left: Interval, _ right: Interval
  ) -> Interval? {
    switch symbol {
    case .plus: return Interval(low: left.low + right.low, high: left.high + right.high)
    case .minus: return Interval(low: left.low - right.high, high: left.high - right.low)
    case .times: return spanning(left, right) { $0 * $1 }
    case .over:
      guard right.low > 0 || right.high < 0 else { return nil }
      return spanning(left, right) { $0 / $1 }
    }
  }

  private static func spanning(
    _ left: Interval, _ right: Interval, _ operation: (Double, Double) -> Double
  ) -> Interval {
    let corners = [
      operation(left.low, right.low), operation(left.low, right.high),
      operation(left.high, right.low), operation(left.high, right.high),
    ]
    return Interval(
      low: corners.reduce(corners[0]) { min($0, $1) },
      high: corners.reduce(corners[0]) { max($0, $1) })
  }

  /// Rounded to digits after the point; below 1 to two significant digits at the least, and without
  /// a zero at the end.
  func rounded(to decimals: Int) -> Quantity {
    let needed = max(
      Self.decimals(for: low, atLeast: decimals), Self.decimals(for: high, atLeast: decimals))
    let (low, high) = (Self.round(low, needed), Self.round(high, needed))
    var digits = needed
    while digits > 0, Self.round(low, digits - 1) == low, Self.round(high, digits - 1) == high {
      digits -= 1
    }
    return Quantity(low: low, high: high, decimals: digits)
  }

  private static func decimals(for value: Double, atLeast decimals: Int) -> Int {
    let magnitude = abs(value)
    guard magnitude > 0, magnitude < 1 else { return decimals }
    var (digits, scaled) = (1, magnitude)
    while scaled < 1, digits < 9 {
      scaled *= 10
      digits += 1
    }
    return max(decimals, digits)
  }

  private static func round(_ value: Double, _ decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (value * scale).rounded(.toNearestOrAwayFromZero) / scale
    return rounded.isFinite ? rounded : value
  }
}
