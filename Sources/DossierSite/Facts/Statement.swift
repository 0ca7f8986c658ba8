public import DossierSource

/// What a record states for a field, free of any language and page.
///
/// Words, marks and data are all made of it, so that they cannot say different things.
public struct Statement: Sendable {
  let table: FactTable
  /// The index of the record.
  public let record: RecordIndex
  /// The index of the field in the record's kind.
  public let field: FieldIndex
  /// Which claims count where one stands for all.
  public let choice: ClaimChoice

  /// What is stated, or what is said in its place.
  public enum Matter: Sendable {
    /// The record says nothing for the field.
    case missing
    /// Nobody knows, with the evidence for that.
    case unknown(Evidence)
    /// The field has no meaning for the record.
    case notApplicable(Evidence)
    /// A figure that is computed of other fields, or why there is none.
    case derived(DerivedValue)
    /// Versions of one value, the preferred first.
    case value([Claim])
    /// The items of a list, in their order.
    case items([Claim])
    /// The points of a series, in the order of the file.
    case series([Claim])
    /// A choice for each of several records.
    case ratings([Claim])
  }

  public var matter: Matter {
    if let derived { return .derived(derived) }
    switch table.records[record].facts[field] {
    case nil: return .missing
    case .unknown(let evidence): return .unknown(evidence)
    case .notApplicable(let evidence): return .notApplicable(evidence)
    case .claims(let claims):
      return switch declaration.type {
      case .series: .series(claims)
      case .ratings: .ratings(claims)
      default: declaration.isList ? .items(claims) : .value(claims)
      }
    }
  }

  /// How the field is declared.
  public var declaration: Field { table.kinds[record].fields[field] }

  /// What a derived field comes to; `nil` for a field of another type.
  public var derived: DerivedValue? { table.derived(field, of: record, at: choice.at) }

  /// All claims, in their order; none of a derived field and where something is said in their place.
  public var claims: [Claim] { table.records[record].facts[field]?.claims ?? [] }

  /// What stands behind each claim, or behind what is said in their place; nothing for a derived field.
  public var evidence: [Evidence] { table.records[record].facts[field]?.evidence ?? [] }

  /// Where it is said first; `nil` where it is not.
  public var place: Place? { evidence.first?.place }

  /// Whether anything is said, be it that nobody knows.
  public var isStated: Bool { table.records[record].facts[field] != nil || derived != nil }

  /// The claims that stand for what the record says; none of a derived field.
  public var shown: [NumberedClaim] {
    table.records[record].facts[field]?.shown(in: declaration, choice) ?? []
  }

  /// The number that stands for the fact, in the field's unit; `nil` where there is none, and for a
  /// list, which has many.
  public var figure: StatedFigure? {
    if let derived {
      return derived.quantity.map {
        StatedFigure(quantity: $0, isApproximate: derived.isApproximate)
      }
    }
    guard !declaration.isList, let shown = shown.first,
      let quantity = quantity(of: shown.claim)
    else { return nil }
    return StatedFigure(
      quantity: quantity, isApproximate: shown.claim.isApproximate, of: shown.claim.of, claim: shown
    )
  }

  /// A claim's number in the unit of the field.
  public func quantity(of claim: Claim) -> Quantity? {
    table.schema.quantity(claim, in: declaration)
  }

  /// The claims that another contradicts, by their index.
  public var disputed: Set<Int> {
    let claims = claims
    return claims.count > 1 ? table.schema.disputed(claims, in: declaration) : []
  }

  /// The claims that contradict one of some, by their index.
  public func disputants(of numbers: [Int]) -> [Int] {
    let claims = claims
    return claims.count > 1
      ? table.schema.disputants(of: numbers, among: claims, in: declaration) : []
  }

  /// The records to which its claims refer or that they rate, by their names.
  public var referred: [RecordKey] {
    claims.compactMap { claim in
      switch claim.value {
      case .reference(let key), .rating(let key, _): key
      default: nil
      }
    }
  }
}
