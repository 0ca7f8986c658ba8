import DossierSite
import Testing

@testable import DossierDrawing

/// Scales, ticks and dates as numbers against values worked by hand.
@Suite struct ChartScaleTests {
  struct Case: Sendable {
    var low: Double
    var high: Double
    var limit: Int
    var ticks: [Double]
    var decimals = 0

    init(_ low: Double, _ high: Double, _ limit: Int, _ ticks: [Double], decimals: Int = 0) {
      (self.low, self.high, self.limit, self.ticks) = (low, high, limit, ticks)
      self.decimals = decimals
    }
  }

  static let numbers = [
    Case(0, 55_000, 6, [0, 20_000, 40_000, 60_000]), Case(0, 10, 6, [0, 2, 4, 6, 8, 10]),
    Case(0, 7, 8, [0, 1, 2, 3, 4, 5, 6, 7]), Case(0, 0.3, 4, [0, 0.1, 0.2, 0.3], decimals: 1),
    Case(-7, 12, 6, [-10, -5, 0, 5, 10, 15]), Case(97, 103, 5, [96, 98, 100, 102, 104]),
    Case(0, 0, 5, [0, 0.5, 1], decimals: 1), Case(5, 5, 3, [4.5, 5, 5.5], decimals: 1),
    Case(-0.02, -0.01, 6, [-0.02, -0.018, -0.016, -0.014, -0.012, -0.01], decimals: 3),
  ]

  @Test(arguments: numbers)
  func ticksAreMultiplesOfOneTwoOrFive(example: Case) {
    let ticks = Ticks.numbers(from: example.low, to: example.high, atMost: example.limit)
    #expect(ticks.values == example.ticks)
    #expect(ticks.decimals == example.decimals)
  }

  @Test func ticksCoverAnyRangeWithinTheLimit() {
    for exponent in -9...15 {
      let high = (0..<abs(exponent)).reduce(1.37) { size, _ in exponent < 0 ? size / 10 : size * 10
      }
      for (low, high) in [(0, high), (-high, high), (high / 3, high), (-high, -high / 7)] {
        let ticks = Ticks.numbers(from: low, to: min(high, 1e15), atMost: 6)
        #expect((2...6).contains(ticks.values.count))
        #expect(ticks.low <= low)
        #expect(ticks.high >= min(high, 1e15))
        #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  static let years = [
    Case(1999, 2026, 7, [2000, 2005, 2010, 2015, 2020, 2025]),
    Case(1948, 2030, 8, [1960, 1980, 2000, 2020]), Case(1991, 2024, 4, [2000, 2010, 2020]),
    Case(2022, 2025, 6, [2022, 2023, 2024, 2025]), Case(2022, 2023, 6, [2022, 2023]),
    Case(2011, 2019, 2, [2011, 2019]), Case(-30, 10, 5, [-30, -20, -10, 0, 10]),
  ]

  @Test(arguments: years)
  func ticksOfTimeAreYearsAndDecades(example: Case) {
    let ticks = Ticks.years(
      from: Int(example.low), through: Int(example.high), atMost: example.limit)
    #expect(ticks.values == example.ticks)
  }

  static let powers: [(Case, start: Double, end: Double)] = [
    (Case(0.06, 143, 5, [0.1, 1, 10, 100]), 0.05, 200),
    (Case(75, 1_100, 5, [100, 1_000]), 50, 2_000),
    (Case(3, 40, 6, [2, 5, 10, 20, 50]), 2, 50), (Case(10, 10, 5, [10, 20]), 10, 20),
    (Case(1, 1e9, 5, [1, 100, 1e4, 1e6, 1e8]), 1, 1e9),
    (Case(1e-9, 1e15, 3, [1e-9, 1, 1e9]), 1e-9, 1e15),
  ]

  @Test(arguments: powers)
  func logarithmicTicksArePowersOfTen(example: Case, start: Double, end: Double) {
    let ticks = Ticks.logarithmic(from: example.low, to: example.high, atMost: example.limit)
    #expect(ticks.values == example.ticks)
    #expect(ticks.low == start)
    #expect(ticks.high == end)
  }

  @Test func labelsFollowTheLanguage() {
    let values = [Extent(1_200), Extent(55_000)]
    let english = Axis.numbers(values, form: .linear, atMost: 6, tickLabel: TestLabels.english)
    let ukrainian = Axis.numbers(values, form: .linear, atMost: 6, tickLabel: TestLabels.ukrainian)
    #expect(english.ticks.map(\.label) == ["0", "20,000", "40,000", "60,000"])
    #expect(ukrainian.ticks.map(\.label) == ["0", "20\u{A0}000", "40\u{A0}000", "60\u{A0}000"])
    let small = Axis.numbers(
      [Extent(0.06), Extent(143)], form: .logarithmic, atMost: 5,
      tickLabel: TestLabels.ukrainian)
    #expect(small.ticks.map(\.label) == ["0,1", "1", "10", "100"])
  }

  @Test func axisBeginsAtZeroUnlessTheValuesAreFarFromIt() {
    func low(_ values: Double...) -> Double {
      Axis.numbers(
        values.map { Extent($0) }, form: .linear, atMost: 6, tickLabel: TestLabels.english
      ).low
    }
    #expect(low(10, 100) == 0)
    #expect(low(50, 100) == 0)
    #expect(low(96, 100) == 96)
    #expect(low(-5, 100) < -4)
  }

  @Test(arguments: [(0.0, 10.0), (50.0, 60.0), (100.0, 110.0), (-10.0, 0.0)])
  func linearScaleGoesInEqualSteps(value: Double, place: Double) {
    let scale = Scale(form: .linear, low: 0, high: 100, start: 10, end: 110)
    #expect(scale.position(value) == place)
  }

  @Test(arguments: [(1.0, 300.0), (10.0, 200.0), (100.0, 100.0), (1_000.0, 0.0)])
  func logarithmicScaleGoesInEqualRatios(value: Double, place: Double) {
    let scale = Scale(form: .logarithmic, low: 1, high: 1_000, start: 300, end: 0)
    #expect(abs(scale.position(value) - place) < 1e-9)
  }

  @Test func scaleWithoutLengthPutsAllAtItsStart() {
    #expect(Scale(form: .linear, low: 5, high: 5, start: 7, end: 90).position(5) == 7)
  }

  static let dates: [(String, Double, Double)] = [
    ("1999", 1999, 2000), ("2004-07", 2004 + 182.0 / 366, 2004 + 213.0 / 366),
    ("2001-12", 2001 + 334.0 / 365, 2002), ("2000-12-31", 2000 + 365.0 / 366, 2001),
    ("2023-01-01", 2023, 2023 + 1.0 / 365),
  ]

  @Test(arguments: dates)
  func partialDateIsAStretchOfYears(date: String, start: Double, end: Double) throws {
    let years = DecimalYears(try #require(PartialDate(date)))
    #expect(abs(years.start - start) < 1e-9)
    #expect(abs(years.end - end) < 1e-9)
    #expect(abs(years.middle - (start + end) / 2) < 1e-9)
  }
}
