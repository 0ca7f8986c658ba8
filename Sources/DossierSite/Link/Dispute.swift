extension SiteSchema {
  /// The claims of a fact that another contradicts, by their index.
  ///
  /// Two claims contradict each other when they are of the same time (one date holds the other, or
  /// one has none), count the same, and their values are neither equal nor overlapping. Claims of
  /// different dates are a history. Items of a list and ratings are never compared; points of a
  /// series are.
  public func disputed(_ claims: [Claim], in field: Field) -> Set<Int> {
    guard field.holdsVersions else { return [] }
    var disputed: Set<Int> = []
    for (index, claim) in claims.enumerated() {
      for other in claims.indices.dropFirst(index + 1)
      where contradicts(claim, claims[other], in: field) {
        disputed.formUnion([index, other])
      }
    }
    return disputed
  }

  /// The claims that contradict one of them, by their index.
  public func disputants(of number: Int, among claims: [Claim], in field: Field) -> [Int] {
    guard field.holdsVersions else { return [] }
    return claims.indices.filter { other in
      other != number && contradicts(claims[number], claims[other], in: field)
    }
  }

  private func contradicts(_ left: Claim, _ right: Claim, in field: Field) -> Bool {
    guard left.of == right.of, Self.mayBeOfOneTime(left, right) else { return false }
    switch (left.value, right.value) {
    case (.quantity, .quantity):
      guard let a = quantity(left, in: field), let b = quantity(right, in: field) else {
        return false
      }
      return !a.overlaps(b)
    case (.date(let a), .date(let b)): return !a.overlaps(b)
    case (.period(let a), .period(let b)): return !Self.agree(a, b)
    case (.markdown, _), (_, .markdown): return false
    default: return left.value != right.value
    }
  }

  private static func mayBeOfOneTime(_ left: Claim, _ right: Claim) -> Bool {
    guard let a = left.evidence.asOf, let b = right.evidence.asOf else { return true }
    return a.overlaps(b)
  }

  private static func agree(_ left: Period, _ right: Period) -> Bool {
    func agree(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return a.overlaps(b)
    }
    return agree(left.from, right.from) && agree(left.to, right.to)
  }
}

extension Field {
  /// Whether its claims speak of one thing, so that one can contradict another: points of a series do
  /// so where they share their date.
  fileprivate var holdsVersions: Bool { type == .series ? !isList : !isItemised }
}
