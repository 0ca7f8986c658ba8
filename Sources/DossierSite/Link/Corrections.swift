extension LinkedSite {
  /// The corrections that concern each record: those that refer to it, and those that refer to a
  /// fact which it uses. A correction of the same fact uses it as well, and is none of those.
  func corrected() -> [Int: [Int]] {
    guard
      schema.kinds.indices.contains(where: { kind in
        schema.kinds[kind].role == .correction && !recordsOfKind[kind].isEmpty
      })
    else { return [:] }
    var found: [Int: Set<Int>] = [:]
    for target in records.indices {
      for use in uses[target] where kind(of: use.record).role == .correction {
        found[target, default: []].insert(use.record)
        guard let field = use.field else { continue }
        for user in uses[target]
        where user.field == field && kind(of: user.record).role != .correction {
          found[user.record, default: []].insert(use.record)
        }
      }
    }
    return found.mapValues { corrections in
      corrections.sorted { (corrected($1), $0) < (corrected($0), $1) }
    }
  }

  /// The day of a correction: its first date or period, else its last change.
  public func corrected(_ correction: Int) -> PartialDate {
    for fact in records[correction].facts {
      switch fact?.claims.first?.value {
      case .date(let date): return date
      case .period(let period): if let date = period.from ?? period.to { return date }
      default: continue
      }
    }
    return records[correction].updated ?? PartialDate(year: 0)
  }
}
