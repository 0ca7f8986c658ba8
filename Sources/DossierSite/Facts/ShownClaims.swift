/// A claim with its place among those of its fact, by which translations and disputes name it.
public typealias NumberedClaim = (number: Int, claim: Claim)

extension Fact {
  /// The claims that stand for the fact wherever it is shown: on a page, in a cell, a drawing, a
  /// sentence, a handout or a data file.
  ///
  /// Of claims it is the first; of a series the latest point, the first of those that share its date;
  /// of lists and ratings all items. A time chooses among what bears its date: the exact date goes
  /// before one that holds it or that it holds, and a claim without a date stands where none fits, as it
  /// speaks of all times; a point of a series needs one.
  func shown(
    in field: Field, _ choice: ClaimChoice = .preferred
  ) -> [NumberedClaim] {
    let all = claims.enumerated().map { NumberedClaim($0.offset, $0.element) }
    let counted = choice.of.map { of in all.filter { $0.claim.of == of } } ?? all
    if field.isItemised, field.type != .series { return counted }
    let timely = choice.at.map { Self.claims(of: $0, among: counted, in: field) } ?? counted
    let shown = field.type == .series ? Self.latest(timely) : timely.first
    return shown.map { [$0] } ?? []
  }

  private static func claims(
    of date: PartialDate, among claims: [NumberedClaim], in field: Field
  ) -> [NumberedClaim] {
    let exact = claims.filter { $0.claim.evidence.asOf == date }
    if !exact.isEmpty { return exact }
    let overlapping = claims.filter { $0.claim.evidence.asOf?.overlaps(date) == true }
    guard overlapping.isEmpty, field.type != .series else { return overlapping }
    return claims.filter { $0.claim.evidence.asOf == nil }
  }

  /// A point without a date is older than any that has one.
  private static func latest(_ points: [NumberedClaim]) -> NumberedClaim? {
    points.max { left, right in
      guard let date = right.claim.evidence.asOf else { return false }
      return left.claim.evidence.asOf.map { $0 < date } ?? true
    }
  }
}

extension Field {
  /// Whether its claims are items or points rather than versions of one fact.
  public var isItemised: Bool {
    switch type {
    case .series, .ratings: true
    default: isList
    }
  }
}

/// The one number that a record states for a field, in the field's own unit.
public struct StatedFigure: Sendable {
  public var quantity: Quantity
  public var isApproximate: Bool
  /// What is counted.
  public var of: String?
  /// The claim that says so; `nil` for a derived figure.
  public var claim: NumberedClaim?
}
