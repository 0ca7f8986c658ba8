import DossierSite
import Testing

@testable import DossierRender

/// The signs of statuses, ratings and verdicts.
@Suite struct DrawnMarkTests {
  @Test func everySignHasAFormOfItsOwn() {
    #expect(Set(DrawnMark.allCases.map(\.path)).count == DrawnMark.allCases.count)
  }

  /// A colour of its own would be all that a reader who has chosen the colours could not see.
  @Test func aSignIsOneShapeInTheColourOfItsText() {
    for mark in DrawnMark.allCases {
      let elements = SVGElement.all(in: mark.svg(title: "T"))
      #expect(elements.map(\.name) == ["svg", "title", "path"])
      #expect(elements.first?.attributes["fill"] == "currentColor")
      #expect(
        elements.allSatisfy { $0.attributes["stroke"] == nil && $0.attributes["color"] == nil })
      #expect(elements.last?.classes == ["mark-" + mark.rawValue])
    }
  }

  @Test func everyStatusAndOutcomeHasASign() {
    let statuses = ConditionStatus.allCases.map { DrawnMark(status: $0.rawValue) }
    #expect(Set(statuses).count == ConditionStatus.allCases.count && !statuses.contains(nil))
    #expect(DrawnMark(status: "other") == nil)
    let outcomes = ["open", "held-up", "blocked", "not-known"].map { DrawnMark(outcome: $0) }
    #expect(Set(outcomes).count == 4 && !outcomes.contains(nil))
    #expect(DrawnMark(outcome: "met") == nil)
  }

  @Test func aRequirementHasTheSignOfWhatStandsInItsWay() {
    func sign(_ rating: String, _ obstacle: String? = nil, _ others: [String] = []) -> DrawnMark? {
      DrawnMark(rating: rating, obstacle: obstacle, others: others)
    }
    #expect(sign("required") == .met)
    #expect(sign("required", "partly") == .partly)
    #expect(sign("required", "absent") == .absent)
    #expect(sign("required", "unknown") == .unknown)
    #expect(sign("helpful", "absent") == .helpful)
    #expect(sign("b", nil, ["a", "b"]) == .second)
    #expect(sign("d", nil, ["a", "b", "c", "d"]) == nil)
    #expect(sign("stranger") == nil)
  }

  @Test func theKeyHasEverySignThatOccursOnce() {
    var signs = MatrixSigns(isInFull: false, number: 4)
    let rating = RatingView(rating: "required", label: "Required", obstacle: "partly")
    let all = ["required", "vital"]
    let first = signs.sign(of: rating, ratings: all, status: "Partly met")
    #expect(first == DrawnMark.partly.definition(id: "_4-partly"))
    let second = signs.sign(of: rating, ratings: all, status: "Partly met")
    #expect(second == DrawnMark.use(id: "_4-partly"))
    let vital = RatingView(rating: "vital", label: "Vital")
    #expect(
      signs.sign(of: vital, ratings: all, status: nil) == DrawnMark.first.definition(id: "_4-first")
    )
    let met = RatingView(rating: "required", label: "Required")
    _ = signs.sign(of: met, ratings: all, status: nil)
    _ = signs.draw(.blocked, title: "Blocked")
    let legend = signs.legend()
    #expect(legend.map(\.label) == ["Required", "Required: Partly met", "Vital"])
    #expect(
      legend.map(\.symbol) == ["met", "partly", "first"].map { DrawnMark.use(id: "_4-" + $0) })
  }

  @Test func aHandoutHasEverySignInFull() {
    var signs = MatrixSigns(isInFull: true, number: 4)
    let rating = RatingView(rating: "helpful", label: "Helpful")
    let sign = signs.sign(of: rating, ratings: ["helpful"], status: nil)
    #expect(sign == DrawnMark.helpful.svg(title: "Helpful"))
    #expect(signs.legend().map(\.symbol) == [sign])
  }
}
