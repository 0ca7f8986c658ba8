import DossierSite

/// Options grouped by the verdict on them; within a group those first of whose required conditions
/// the fewest are absent, then those with the fewest unmet, then in the order that was given.
struct RankedOptions {
  /// An option with its verdict.
  struct Entry {
    var option: RecordIndex
    /// Its place among all, from 1.
    var number: Int
    var verdict: Verdict
  }

  /// The options of one verdict.
  struct Group {
    var outcome: Verdict.Outcome
    var entries: [Entry]
  }

  let groups: [Group]

  var entries: [Entry] { groups.flatMap(\.entries) }

  init(_ options: [RecordIndex], in scenario: RecordIndex?, of site: LinkedSite) {
    let verdicts = options.map {
      Entry(option: $0, number: 0, verdict: site.conditions.verdict(on: $0, in: scenario))
    }
    let sorted = verdicts.enumerated().sorted { left, right in
      let (a, b) = (left.element.rank, right.element.rank)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
    let numbered = sorted.enumerated().map { place, entry in
      Entry(option: entry.option, number: place + 1, verdict: entry.verdict)
    }
    groups = Verdict.Outcome.allCases.compactMap { outcome in
      let members = numbered.filter { $0.verdict.outcome == outcome }
      return members.isEmpty ? nil : Group(outcome: outcome, entries: members)
    }
  }
}

extension RankedOptions.Entry {
  /// The order of outcomes, then what is absent, then what is unmet in all.
  fileprivate var rank: (Int, Int, Int) {
    (
      Verdict.Outcome.allCases.firstIndex(of: verdict.outcome) ?? 0, verdict.count(.absent),
      verdict.obstacles.count
    )
  }
}
