import DossierSource

/// What an entry comes to when all that it calls is written out, as a bound on what a page may take.
///
/// A few templates that each call the next twice would else be without end.
struct TemplateBudget {
  /// Calls of templates and blocks for one entry, each counted as often as it is reached.
  static let mostCalls = 100_000
  /// Calls, sections and rounds of lists that rendering one entry may take.
  static let mostSteps = 1_000_000
  /// Parts that all templates may be compiled to, each for one shape and set of overrides.
  static let mostRoutines = 20_000

  private let calls: [[Int]]
  private var costs: [Int?]

  /// - Parameter calls: By routine: those that it calls, in order; none leads back to itself.
  init(_ calls: [[Int]]) {
    self.calls = calls
    costs = Array(repeating: nil, count: calls.count)
  }

  /// How many calls a routine comes to; what is beyond the bound is not counted on.
  mutating func cost(of routine: Int) -> Int {
    // A loop with its own stack, since calls may be very deep.
    var pending = [routine]
    while let next = pending.last {
      guard costs[next] == nil else {
        pending.removeLast()
        continue
      }
      let open = calls[next].filter { costs[$0] == nil }
      if open.isEmpty {
        pending.removeLast()
        costs[next] = calls[next].reduce(1) { min($0 + (costs[$1] ?? 0), Self.mostCalls * 2) }
      } else {
        pending += open
      }
    }
    return costs[routine] ?? 0
  }

  /// The way on which most of the calls are made, from a routine on.
  mutating func heaviestWay(from routine: Int) -> [Int] {
    var way = [routine]
    while let last = way.last, way.count <= calls.count {
      // What is called often weighs as much as what calls many others.
      let totals = calls[last].reduce(into: [Int: Int]()) { $0[$1, default: 0] += costs[$1] ?? 0 }
      let heaviest = totals.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard let heaviest, heaviest.value > 1 else { break }
      way.append(heaviest.key)
    }
    return way
  }

  /// Names of templates on a way; a long one by its ends.
  static func route(_ names: [String]) -> String {
    var names = names.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    if names.count > 9 { names = names.prefix(4) + ["…"] + names.suffix(4) }
    return names.joined(separator: " > ")
  }
}
