import Testing

@testable import DossierDrawing

/// Where labels go so that none covers another, and how text is measured and cut.
@Suite struct ChartLabelTests {
  static func centres(_ wanted: [Double], from top: Double, to bottom: Double) -> [Double] {
    LabelColumn.centres(
      wanted.map { LabelColumn.Label(centre: $0, height: 10) }, from: top, to: bottom)
  }

  static let columns: [([Double], [Double])] = [
    ([20, 50], [20, 50]),  // nothing to do
    ([50, 20], [50, 20]),  // the order of the input is kept in the answer
    ([50, 54], [47, 57]),  // both give way alike
    ([50, 50, 50], [40, 50, 60]),  // equal wishes keep their order
    ([50, 54, 60], [44.67, 54.67, 64.67]),  // a push is handed on
    ([2, 3], [5, 15]),  // the top holds
    ([98, 99], [85, 95]),  // the bottom holds
    ([], []),
  ]

  @Test(arguments: columns)
  func labelsMoveApartAsLittleAsPossible(wanted: [Double], expected: [Double]) {
    let actual = Self.centres(wanted, from: 0, to: 100)
    #expect(actual.count == expected.count)
    for (a, b) in zip(actual, expected) { #expect(abs(a - b) < 0.01) }
  }

  @Test func manyLabelsNeverOverlap() {
    let wanted = (0..<200).map { Double($0 * 7919 % 1_000) }
    let sorted = Self.centres(wanted, from: 0, to: 2_000).sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 9.999 })
    #expect(sorted.allSatisfy { (4.999...1_995.001).contains($0) })
  }

  @Test func columnThatIsTooShortIsOverrunAtItsBottom() {
    #expect(Self.centres([5, 5, 5], from: 0, to: 20) == [5, 15, 25])
  }

  @Test func labelsOfDifferentHeightsKeepTheirDistance() {
    let centres = LabelColumn.centres(
      [.init(centre: 50, height: 30), .init(centre: 50, height: 10)], from: 0, to: 100)
    #expect(centres == [40, 60])
  }

  @Test func spotsAreLabelledWithoutOverlap() {
    let spots = (0..<30).map { index in
      let (x, y) = (Double(index * 37 % 300) + 20, Double(index * 53 % 200) + 20)
      return Box(left: x - 4, top: y - 4, right: x + 4, bottom: y + 4)
    }
    let area = Box(left: 0, top: 0, right: 400, bottom: 300)
    var labels = SpotLabels(within: area, around: spots)
    let placed = spots.compactMap { labels.place("Label", beside: $0) }
    #expect(placed.count > 15)
    for (index, box) in placed.enumerated() {
      #expect(area.contains(box))
      #expect(!spots.contains { $0.overlaps(box) })
      #expect(!placed.dropFirst(index + 1).contains { $0.overlaps(box) })
    }
  }

  @Test func labelWithoutRoomIsRefused() {
    var labels = SpotLabels(
      within: Box(left: 0, top: 0, right: 50, bottom: 20), around: [])
    let spot = Box(left: 20, top: 6, right: 28, bottom: 14)
    #expect(labels.place("A name that is much too long", beside: spot) == nil)
    #expect(labels.place("i", beside: spot) != nil)
  }

  @Test func textIsMeasuredByItsLetters() {
    #expect(TextWidth.of("") == 0)
    #expect(TextWidth.of("ill") < TextWidth.of("mmm"))
    #expect(TextWidth.of("жжж") > TextWidth.of("ііі"))
    #expect(abs(TextWidth.of("2004") - 4 * 0.58 * TextWidth.fontSize) < 1e-9)
  }

  @Test func textIsCutAtSpacesElseWhereTheLineEnds() {
    #expect(TextWidth.lines("one two", within: 1_000) == ["one two"])
    #expect(TextWidth.lines("one  two", within: 30) == ["one", "two"])
    #expect(TextWidth.lines("", within: 30) == [""])
    let cut = TextWidth.lines("Donaudampfschifffahrtsgesellschaft ist da", within: 60)
    #expect(cut.joined() == "Donaudampfschifffahrtsgesellschaftist da")
    #expect(cut.allSatisfy { TextWidth.of($0) <= 60 })
    #expect(TextWidth.lines("мммм", within: 1) == ["м", "м", "м", "м"])
  }
}
