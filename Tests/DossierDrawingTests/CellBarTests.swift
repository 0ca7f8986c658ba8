import DossierSite
import Testing

@testable import DossierDrawing

/// Bars in the cells of a table.
@Suite struct CellBarTests {
  static let quantities = [
    Extent(100), Extent(low: 20, high: 50), Extent(low: 40, high: .infinity),
    Extent(low: -.infinity, high: 30), Extent(0),
  ]

  /// Each part of a bar with what it begins and ends at.
  private func parts(_ quantity: Extent, approximate: Bool = false) throws -> [String] {
    let scale = try #require(BarScale(Self.quantities))
    let elements = SVGElement.all(in: scale.bar(of: quantity, isApproximate: approximate))
    return elements.dropFirst(2).map { element in
      let values = [element.attributes["x"] ?? "-", element.attributes["width"] ?? "-"]
      return ([element.classes.joined(separator: " ")] + values).joined(separator: " ")
    }
  }

  @Test func aBarIsFilledAsFarAsItsValueIsKnown() throws {
    #expect(try parts(Extent(100)) == ["cell-bar-known 0% 100%"])
    #expect(try parts(Extent(100), approximate: true) == ["cell-bar-open 0% 100%"])
    #expect(
      try parts(Self.quantities[1]) == ["cell-bar-known 0% 20%", "cell-bar-open 20% 30%"])
    #expect(
      try parts(Self.quantities[1], approximate: true)
        == ["cell-bar-open 0% 20%", "cell-bar-open 20% 30%"])
    #expect(try parts(Extent(0)) == [])
  }

  @Test func aBoundIsAnArrowFromItsEnd() throws {
    #expect(
      try parts(Self.quantities[2])
        == ["cell-bar-known 0% 40%", "cell-bar-bound 40% -", "cell-bar-arrow - -"])
    #expect(try parts(Self.quantities[3]) == ["cell-bar-bound 30% -", "cell-bar-arrow - -"])
  }

  @Test func theScaleIsOfTheEndsThatAreKnown() {
    let bound = Extent(low: 50, high: .infinity)
    #expect(BarScale([bound, Extent(10)]) != nil)
    #expect(BarScale([Extent(low: -.infinity, high: -1), Extent(10)]) == nil)
    #expect(BarScale([bound]) == nil)
  }
}
