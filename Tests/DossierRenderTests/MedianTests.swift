import DossierSite
import Testing

@testable import DossierRender

/// The middle of figures, worked by hand.
@Suite struct MedianTests {
  static let medians: [([Double], Double)] = [
    ([3, 1, 2], 2), ([4, 1, 3, 2], 2.5), ([7], 7), ([5, 5, 5, 1], 5), ([-3, -1], -2),
  ]

  @Test(arguments: medians)
  func medianIsTheMiddleOrTheMeanOfTheMiddleTwo(values: [Double], expected: Double) {
    #expect(Median.middle(of: values) == expected)
  }

  @Test func medianIsOfExactValuesThatCountTheSame() {
    func median(_ change: (inout Median.Member) -> Void) -> Quantity? {
      var members = [1, 2, 4].map { Median.Member(value: Quantity($0), counts: ["troops"]) }
      change(&members[1])
      return Median.of(members)
    }
    #expect(median { _ in } == Quantity(2))
    #expect(median { $0.value = Quantity(low: 2, high: 3) } == nil)
    #expect(median { $0.value = Quantity(low: 2, high: .infinity) } == nil)
    #expect(median { $0.isApproximate = true } == nil)
    #expect(median { $0.isDisputed = true } == nil)
    #expect(median { $0.counts = ["police"] } == nil)
    #expect(median { $0.counts = [] } == nil)
    #expect(Median.of([]) == nil)
  }
}
