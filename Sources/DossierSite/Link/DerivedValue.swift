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
    /// The inputs are known from one end on only, and no end of the result is.
    case unbounded
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
  let choice: ClaimChoice
  private(set) var values: [Int: DerivedValue] = [:]

  /// - Parameter choice: Which claims enter.
  init(kind: Kind, facts: [Fact?], schema: SiteSchema, choice: ClaimChoice = .preferred) {
    self.kind = kind
    self.facts = facts
    self.schema = schema
    self.choice = choice
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
      value.result = Self.result(of: interval, derivation)
    }
    return value
  }

  private static func result(
    of interval: Interval, _ derivation: Derivation
  ) -> DerivedValue.Result {
    if interval.isTooLarge { return .tooLarge }
    if interval.isUnbounded { return .unbounded }
    return .quantity(interval.rounded(to: derivation.decimals))
  }

  private enum Found {
    case success(DerivedValue.Input, isApproximate: Bool)
    case failure(DerivedValue.Result)
  }

  /// The claim that stands for a field, in the field's own unit.
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
    case .claims?:
      guard let claim = facts[field]?.shown(in: kind.fields[field], choice).first?.claim,
        let quantity = schema.quantity(claim, in: kind.fields[field])
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
