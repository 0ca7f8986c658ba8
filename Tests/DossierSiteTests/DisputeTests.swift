import DossierSource
import Testing

@testable import DossierSite

@Suite("Claims that contradict each other")
struct DisputeTests {
  /// A generator of numbers that are the same each time (splitmix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 7

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let dates = ["1999", "1999-06", "1999-07", "1999-06-12", "1999-06-30", "2000", ""]

  /// Claims of every form whose values and dates meet in every way.
  private static func claims(of field: String, _ numbers: inout Numbers) -> String {
    let values =
      [
        "peak": ["5", "6", "{low: 4, high: 6}", "{low: 6}", "{high: 5}"],
        "begun": ["1999", "1999-06", "1999-06-12", "2001-02-03"],
        "force": ["none", "self-defence", "all-means"],
      ][field] ?? []
    let periods = [
      "from: 1999", "from: 1999-06, to: 2001", "from: 1999-06-12, to: 2001-05", "to: 2002",
    ]
    let claims = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
      let date = dates.randomElement(using: &numbers) ?? ""
      let of =
        field == "peak"
        ? ["", ", of: troops", ", of: observers"].randomElement(using: &numbers) ?? "" : ""
      let value =
        values.randomElement(using: &numbers).map { "value: \($0)" }
        ?? periods.randomElement(using: &numbers) ?? ""
      return "{\(value)\(of), source: a\(date.isEmpty ? "" : ", as-of: \(date)")}"
    }
    return "[\(claims.joined(separator: ", "))]"
  }

  /// The rule, pair by pair.
  private static func contradict(_ left: Claim, _ right: Claim) -> Bool {
    func areOfOneTime(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
      guard let a, let b else { return true }
      return a.overlaps(b)
    }
    guard left.of == right.of, areOfOneTime(left.evidence.asOf, right.evidence.asOf) else {
      return false
    }
    switch (left.value, right.value) {
    case (.quantity(let a), .quantity(let b)): return !a.overlaps(b)
    case (.date(let a), .date(let b)): return !a.overlaps(b)
    case (.period(let a), .period(let b)):
      func agree(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.overlaps(b)
      }
      return !agree(a.from, b.from) || !agree(a.to, b.to)
    default: return left.value != right.value
    }
  }

  @Test(
    "are those that a comparison of all pairs finds",
    arguments: ["peak", "begun", "force", "deployed"])
  func allPairs(name: String) throws {
    var numbers = Numbers()
    let schema = SiteSample().parsed().value.schema
    let kind = try #require(schema.kind("mission"))
    let field = kind.fields[try #require(kind.fieldIndex(name))]
    var found = 0
    for _ in 0..<300 {
      let yaml = Self.claims(of: name, &numbers)
      let claims = try #require(SiteSample.fact(name, yaml), "\(yaml)").claims
      let expected = claims.indices.filter { index in
        claims.contains { Self.contradict(claims[index], $0) }
      }
      #expect(schema.disputed(claims, in: field) == Set(expected), "\(yaml)")
      let first = claims.indices.filter { Self.contradict(claims[0], claims[$0]) }
      #expect(schema.disputants(of: [0], among: claims, in: field) == first, "\(yaml)")
      found += expected.count
    }
    #expect(found > 100, "what never contradicts tries nothing")
  }

  @Test("items of a list and ratings are none, points of a series of one date are")
  func items() throws {
    let schema = SiteSample().parsed().value.schema
    let kind = try #require(schema.kind("mission"))
    for (name, yaml, count) in [
      ("functions", "[observation, interposition]", 0), ("needs", "{a: required, b: helpful}", 0),
      (
        "strength", "[{value: 1, as-of: 2000}, {value: 2, as-of: 2000}, {value: 3, as-of: 2001}]", 2
      ),
    ] {
      let field = kind.fields[try #require(kind.fieldIndex(name))]
      let claims = try #require(SiteSample.fact(name, yaml)).claims
      #expect(schema.disputed(claims, in: field).count == count, "\(name)")
    }
  }

  @Test(
    "the last second of a date is before the first of the next",
    arguments: [
      ("1999", "2000"), ("1999-12", "2000-01"), ("2000-02", "2000-03"),
      ("2000-02-28", "2000-02-29"),
      ("1999-02", "1999-03"), ("1999-12-31", "2000-01-01"),
    ])
  func ends(date: String, next: String) throws {
    let (date, next) = (try #require(PartialDate(date)), try #require(PartialDate(next)))
    #expect(date.endInSeconds + 1 == next.startInSeconds)
  }
}
