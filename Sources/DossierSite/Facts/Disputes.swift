extension SiteSchema {
  /// The claims of a fact that another contradicts, by their index.
  ///
  /// Two claims contradict each other when they are of the same time (one date holds the other, or
  /// one has none), count the same, and their values are neither equal nor overlapping. Claims of
  /// different dates are a history. Items of a list and ratings are never compared; points of a
  /// series are. The cost grows with the number of claims, not with that of their pairs.
  func disputed(_ claims: [Claim], in field: Field) -> Set<Int> {
    let disputes = Disputes(claims, in: field, self)
    return Set(claims.indices.filter { disputes.contradict(claims[$0]) })
  }

  /// Those that contradict one of some claims, by their index; they may be of these themselves.
  func disputants(of numbers: [Int], among claims: [Claim], in field: Field) -> [Int] {
    let disputes = Disputes(numbers.map { claims[$0] }, in: field, self)
    return claims.indices.filter { disputes.contradict(claims[$0]) }
  }
}

/// Claims gathered so that one look tells whether any of them contradicts another.
///
/// Dates hold each other as branches hold leaves: a claim is of one time with those of the dates that
/// hold its own and with those within it. For each date and what is counted there is one spread of the
/// values at it, and one of those at it and within.
private struct Disputes {
  private struct Moment: Hashable {
    var of: String?
    var date: PartialDate?
    /// Which part of the value is meant; a period has two.
    var part: Int
  }

  private let field: Field
  private let schema: SiteSchema
  private var at: [Moment: Spread] = [:]
  private var within: [Moment: Spread] = [:]

  init(_ claims: [Claim], in field: Field, _ schema: SiteSchema) {
    self.field = field
    self.schema = schema
    guard field.holdsVersions else { return }
    for claim in claims { add(claim) }
  }

  private mutating func add(_ claim: Claim) {
    for (part, extent) in extents(of: claim).enumerated() {
      let date = claim.evidence.asOf
      at[Moment(of: claim.of, date: date, part: part), default: Spread()].add(extent)
      for holder in Self.holders(of: date) {
        within[Moment(of: claim.of, date: holder, part: part), default: Spread()].add(extent)
      }
    }
  }

  /// Whether one of the claims contradicts another claim of the fact, which may be one of them.
  func contradict(_ claim: Claim) -> Bool {
    extents(of: claim).enumerated().contains { part, extent in
      let date = claim.evidence.asOf
      let inner = within[Moment(of: claim.of, date: date, part: part)]
      if inner?.excludes(extent) == true { return true }
      return Self.holders(of: date).contains { holder in
        at[Moment(of: claim.of, date: holder, part: part)]?.excludes(extent) == true
      }
    }
  }

  /// A date with all that hold it: no date at all, its year, its month.
  private static func holders(of date: PartialDate?) -> [PartialDate?] {
    guard let date else { return [nil] }
    var holders: [PartialDate?] = [nil, PartialDate(year: date.year)]
    if let month = date.month { holders.append(PartialDate(year: date.year, month: month)) }
    if date.day != nil { holders.append(date) }
    return holders
  }

  /// What is compared of a claim's value; nothing of a Markdown text.
  private func extents(of claim: Claim) -> [Extent] {
    guard field.holdsVersions else { return [] }
    switch claim.value {
    case .quantity:
      return schema.quantity(claim, in: field).map { [.range($0.low, $0.high)] } ?? []
    case .date(let date): return [Self.range(of: date)]
    case .period(let period): return [period.from, period.to].map(Self.range)
    case .markdown: return []
    default: return [.word(claim.value)]
    }
  }

  private static func range(of date: PartialDate?) -> Extent {
    date.map { .range(Double($0.startInSeconds), Double($0.endInSeconds)) } ?? .nothing
  }
}

/// A value, or a part of one, as far as it can exclude another.
private enum Extent {
  /// Anything from one number to another.
  case range(Double, Double)
  case word(ClaimValue)
  /// An end of a period that is not there.
  case nothing
}

/// What many values have in common.
private struct Spread {
  private var highestLow = -Double.infinity
  private var lowestHigh = Double.infinity
  private var holdsRange = false
  private var holdsNothing = false
  /// Two words that differ, where there are any: no third can be equal to both.
  private var words: [ClaimValue] = []

  mutating func add(_ extent: Extent) {
    switch extent {
    case .range(let low, let high):
      highestLow = max(highestLow, low)
      lowestHigh = min(lowestHigh, high)
      holdsRange = true
    case .word(let word): if words.count < 2, !words.contains(word) { words.append(word) }
    case .nothing: holdsNothing = true
    }
  }

  /// Whether one of the values neither equals nor overlaps another.
  func excludes(_ extent: Extent) -> Bool {
    switch extent {
    case .range(let low, let high): holdsNothing || highestLow > high || lowestHigh < low
    case .word(let word): words.contains { $0 != word }
    case .nothing: holdsRange
    }
  }
}

extension Field {
  /// Whether its claims speak of one thing, so that one can contradict another: points of a series do
  /// so where they share their date.
  fileprivate var holdsVersions: Bool { type == .series ? !isList : !isItemised }
}
