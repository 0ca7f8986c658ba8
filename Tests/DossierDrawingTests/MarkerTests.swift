import Testing

@testable import DossierDrawing

/// The signs of series and of groups on a map.
@Suite struct MarkerTests {
  /// Each stands around its place, is the same from both sides, and as large as the others.
  @Test(arguments: [
    Marker.Shape.circle, .square, .triangle, .turnedTriangle, .diamond, .plus,
  ])
  func aSignStandsAroundItsPlace(shape: Marker.Shape) throws {
    var svg = SVGWriter()
    Marker(shape: shape, isHollow: false, radius: 10).draw(at: Point(x: 100, y: 50), to: &svg)
    let element = try #require(SVGElement.all(in: svg.bytes).first)
    guard shape != .circle else {
      #expect(element["cx"] == 100 && element["cy"] == 50 && element["r"] == 10)
      return
    }
    let path = try #require(element.attributes["d"])
    let corners = path.dropFirst().dropLast().split(separator: "L").map { corner in
      corner.split(separator: " ").compactMap { Double($0) }
    }
    try #require(corners.allSatisfy { $0.count == 2 })
    let across = corners.map { [$0[0] - 100, $0[1] - 50] }
    let mirrored = across.map { [-$0[0], $0[1]] }
    #expect(Set(across) == Set(mirrored))
    let reaches = across.flatMap(\.self).map(abs)
    #expect(reaches.allSatisfy { $0 <= 13.5 } && (9...13.5).contains(reaches.max() ?? 0), "\(path)")
  }
}
