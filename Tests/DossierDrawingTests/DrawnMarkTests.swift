import DossierSite
import Testing

@testable import DossierDrawing

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

  @Test func aRequirementHasTheSignOfHowItsConditionStands() {
    func sign(_ rating: String, _ status: String = "met", _ all: [String] = []) -> DrawnMark? {
      DrawnMark(rating: rating, status: status, all: all)
    }
    #expect(sign("required") == .met)
    #expect(sign("required", "partly") == .partly)
    #expect(sign("required", "absent") == .absent)
    #expect(sign("required", "unknown") == .unknown)
    #expect(sign("helpful", "absent") == .helpful)
    #expect(sign("b", "met", ["required", "a", "b"]) == .second)
    #expect(sign("d", "met", ["a", "b", "c", "d"]) == nil)
    #expect(sign("stranger") == nil)
  }
}
