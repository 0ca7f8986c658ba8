/// What a derived field comes to for a record.
public struct DerivedValue: Sendable {
  /// A value, or why there is none.
  public enum Result: Sendable, Equatable {
    case quantity(Quantity)
    /// An input that the record does not state, knows not, or to which the field does not apply.
    case missing(field: FieldIndex)
    case unknown(field: FieldIndex)
    case notApplicable(field: FieldIndex)
    case divisionByZero
    /// The inputs are known from one end on only, and no end of the result is.
    case unbounded
    /// The inputs are approximate, and their difference smaller than what they were rounded to.
    case tooInexact
    /// The dates of two inputs are further apart than the field allows; the earlier first.
    case apart(PartialDate, PartialDate)
    /// An input has no date, and the field wants dates that are close.
    case undated(field: FieldIndex)
    /// A step of the sum is more than a number can hold.
    case tooLarge
  }

  /// A field that entered, with the claim that did.
  public struct Input: Sendable {
    public var field: FieldIndex
    /// `nil` for an input that is derived itself.
    public var claim: Claim?
    public var value: Quantity
    /// The claims that it rests on, by their fields: its own, or those of a derived one.
    var basis: [(field: FieldIndex, claim: Claim)]
    /// How exactly it is known.
    var precision: Precision
  }

  public var result: Result
  /// In the order of the formula; those found before it was refused.
  public var inputs: [Input]
  /// Whether an input is approximate.
  public var isApproximate: Bool
  /// The result as it enters a further formula: with the digits that rounding takes, and with how
  /// many of them are vouched for.
  var carried: (quantity: Quantity, precision: Precision)?

  init() {
    self.init(result: .divisionByZero, inputs: [], isApproximate: false)
  }

  private init(result: Result, inputs: [Input], isApproximate: Bool) {
    self.result = result
    self.inputs = inputs
    self.isApproximate = isApproximate
  }

  public var quantity: Quantity? {
    if case .quantity(let quantity) = result { quantity } else { nil }
  }

  /// The claims that it rests on, through derived inputs too, each field's once.
  public var claims: [Claim] { basis.map(\.claim) }

  var basis: [(field: FieldIndex, claim: Claim)] {
    var seen: Set<FieldIndex> = []
    return inputs.flatMap(\.basis).filter { seen.insert($0.field).inserted }
  }
}

/// Computes the derived fields of a record, in the order of their declaration.
struct DerivationEvaluator {
  let kind: Kind
  let schema: SiteSchema
  let facts: Column<Field, Fact?>
  let choice: ClaimChoice
  private(set) var values: [FieldIndex: DerivedValue] = [:]

  /// - Parameter choice: Which claims enter.
  init(
    kind: Kind, facts: Column<Field, Fact?>, schema: SiteSchema, choice: ClaimChoice = .preferred
  ) {
    self.kind = kind
    self.facts = facts
    self.schema = schema
    self.choice = choice
  }

  mutating func evaluate() -> [FieldIndex: DerivedValue] {
    for (index, field) in kind.fields.indexed {
      guard case .derived(let derivation) = field.type else { continue }
      values[index] = value(of: derivation)
    }
    return values
  }

  private func value(of derivation: Derivation) -> DerivedValue {
    var value = DerivedValue()
    var figures: [String: Reckoning] = [:]
    for id in derivation.formula.fields {
      guard let field = kind.fieldIndex(id) else { continue }
      switch input(field) {
      case .success(let input, let isApproximate):
        value.inputs.append(input)
        value.isApproximate = value.isApproximate || isApproximate
        figures[id] = Reckoning(Interval(input.value), input.precision)
      case .failure(let reason):
        value.result = reason
        return value
      }
    }
    if let refusal = derivation.refusal(of: value.basis) {
      value.result = refusal
    } else if let reckoning = derivation.formula.evaluate(figures) {
      value.set(reckoning, decimals: derivation.decimals)
    }
    return value
  }

  private enum Found {
    case success(DerivedValue.Input, isApproximate: Bool)
    case failure(DerivedValue.Result)
  }

  /// The claim that stands for a field, in the field's own unit.
  private func input(_ field: FieldIndex) -> Found {
    if let derived = values[field] {
      guard let carried = derived.carried else { return .failure(derived.result) }
      let input = DerivedValue.Input(
        field: field, claim: nil, value: carried.quantity, basis: derived.basis,
        precision: carried.precision)
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
      let input = DerivedValue.Input(
        field: field, claim: claim, value: quantity, basis: [(field, claim)],
        precision: Precision(of: quantity))
      return .success(input, isApproximate: claim.isApproximate)
    }
  }
}

extension DerivedValue {
  fileprivate mutating func set(_ reckoning: Reckoning, decimals: Int) {
    do throws(Reckoning.Flaw) {
      let figure = try reckoning.figure(decimals: decimals, isApproximate: isApproximate)
      result = .quantity(figure.plain)
      let full = reckoning.interval.rounded(to: decimals)
      carried = (
        full, isApproximate ? reckoning.precision ?? Precision(of: full) : Precision(of: full)
      )
    } catch {
      switch error {
      case .tooLarge: result = .tooLarge
      case .unbounded: result = .unbounded
      case .tooInexact: result = .tooInexact
      }
    }
  }
}

extension Derivation {
  /// Why figures do not belong together by their dates; `nil` where they do, or may be of any.
  fileprivate func refusal(of basis: [(field: FieldIndex, claim: Claim)]) -> DerivedValue.Result? {
    guard sameYear || withinMonths != nil, basis.count > 1 else { return nil }
    if !takesUndated, let undated = basis.first(where: { $0.claim.evidence.asOf == nil }) {
      return .undated(field: undated.field)
    }
    let dates = basis.compactMap(\.claim.evidence.asOf)
    // Of a vague date the day counts that lies nearest to the others.
    guard let first = dates.min(by: { $0.lastDay < $1.lastDay }),
      let last = dates.max(by: { $0.firstDay < $1.firstDay })
    else { return nil }
    let isOfOneYear = dates.allSatisfy { $0.year == first.year }
    let isClose = withinMonths.map { last.firstDay <= first.lastDay.adding(months: $0) } ?? true
    return sameYear && !isOfOneYear || !isClose ? .apart(first, last) : nil
  }
}

extension SiteSchema {
  /// A claim's number in the unit of its field.
  public func quantity(_ claim: Claim, in field: Field) -> Quantity? {
    guard let quantity = claim.value.quantity else { return nil }
    guard let id = claim.unit, let own = field.unit, id != own else { return quantity }
    return self.quantity(quantity, from: id, to: own)
  }

  /// A number of one unit as one of another; `nil` where the two measure different things.
  public func quantity(_ quantity: Quantity, from id: String, to other: String) -> Quantity? {
    guard id != other else { return quantity }
    guard let from = configuration.units.measure(of: id),
      let to = configuration.units.measure(of: other), from.dimensions == to.dimensions
    else { return nil }
    let factor = from.factor / to.factor
    guard factor != 1 else { return quantity }
    var converted = Quantity(
      low: quantity.low * factor, high: quantity.high * factor, decimals: quantity.decimals)
    converted.significantDigits = Precision(of: quantity).digits
    return converted
  }
}
