import DossierSite
import Testing

@testable import DossierRender

/// Densities and pools against figures worked by hand.
@Suite struct ChartScalingTests {
  @Test(arguments: [
    (Quantity(15_000), Quantity(1_200), Quantity(12.5, decimals: 1)),
    (Quantity(15_000), Quantity(1_100), Quantity(13.6, decimals: 1)),
    (Quantity(15_000), Quantity(2_000 * 1.609344), Quantity(4.7, decimals: 1)),
    (Quantity(5_000), Quantity(1_200), Quantity(4.2, decimals: 1)),
    (Quantity(10_000), Quantity(1_200), Quantity(8.3, decimals: 1)),
    (Quantity(25_000), Quantity(1_200), Quantity(20.8, decimals: 1)),
    (
      Quantity(low: 60_000, high: 100_000), Quantity(1_200),
      Quantity(low: 50, high: 83.3, decimals: 1)
    ),
    (Quantity(6_000), Quantity(1_200), Quantity(5)),
    (
      Quantity(15_000), Quantity(low: 1_000, high: 1_250), Quantity(low: 12, high: 15)
    ),
    (Quantity(0), Quantity(1_200), Quantity(0)),
  ])
  func densityOfALineIsPersonsPerKilometre(
    persons: Quantity, line: Quantity, expected: Quantity
  ) {
    #expect(Scaling.density(persons, on: line, per: .other, decimals: 1) == expected)
  }

  @Test func densityOfAPopulationIsPerThousand() {
    let density = Scaling.density(
      Quantity(20_000), on: Quantity(2_000_000), per: .alike, decimals: 1)
    #expect(density == Quantity(10))
  }

  @Test func groundThatMayBeZeroHasNoDensity() {
    let grounds = [Quantity(0), Quantity(low: 0, high: 5), Quantity(low: -1, high: 1)]
    for ground in grounds {
      #expect(Scaling.density(Quantity(5), on: ground, per: .other, decimals: 1) == nil)
      #expect(Scaling(Quantity(5), on: ground, to: Quantity(7), per: .other) == nil)
    }
  }

  @Test func whatIsNotANumberHasNoDensity() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(Scaling(Quantity(value), on: Quantity(1), to: Quantity(1), per: .other) == nil)
      #expect(Scaling(Quantity(1), on: Quantity(1), to: Quantity(value), per: .other) == nil)
    }
  }

  private typealias Sample = (
    persons: Quantity, ground: Quantity, elsewhere: Quantity, base: Scaling.Base,
    expected: Quantity
  )

  private static let samples: [Sample] = [
    // 1,000 on 80 km is 12.5 a km, and on 1,200 km 15,000.
    (Quantity(1_000), Quantity(80), Quantity(1_200), .other, Quantity(15_000)),
    (
      Quantity(1_000), Quantity(80), Quantity(low: 1_000, high: 1_400), .other,
      Quantity(low: 12_500, high: 17_500)
    ),
    // 10 per 1,000 of 35 million.
    (
      Quantity(20_000), Quantity(2_000_000), Quantity(35_000_000), .alike,
      Quantity(350_000)
    ),
    (Quantity(500), Quantity(10_000), Quantity(600_000), .other, Quantity(30_000)),
  ]

  @Test(arguments: samples.indices)
  func personsAreTheDensityTimesTheOtherGround(index: Int) {
    let sample = Self.samples[index]
    let scaling = Scaling(
      sample.persons, on: sample.ground, to: sample.elsewhere, per: sample.base)
    #expect(scaling?.persons == sample.expected)
  }

  @Test func personsAreReckonedFromTheDensityBeforeItIsRounded() throws {
    // 1,000 / 300 = 3.33…; times 1,200 that is 4,000 and not 3.3 × 1,200 = 3,960.
    let scaling = try #require(
      Scaling(Quantity(1_000), on: Quantity(300), to: Quantity(1_200), per: .other))
    #expect(scaling.density == Quantity(3.3, decimals: 1))
    #expect(scaling.persons == Quantity(4_000))
  }

  @Test func poolIsTheForceTimesTheFactor() {
    #expect(RotationPool.size(of: Quantity(64_000), times: 4) == Quantity(256_000))
    let interval = Quantity(low: 10_000, high: 15_000)
    #expect(
      RotationPool.factors.map { RotationPool.size(of: interval, times: $0) } == [
        Quantity(low: 30_000, high: 45_000), Quantity(low: 40_000, high: 60_000),
        Quantity(low: 50_000, high: 75_000),
      ])
  }
}
