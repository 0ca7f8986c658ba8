import Testing

@testable import DossierDrawing

@Suite struct TimelineMarkTests {
  private static func elements(_ mark: TimelineMark?) throws -> [SVGElement] {
    let item = TimelineItem(label: "A", extent: .period(from: 2000, to: 2010))
    let chart = TimelineChart(
      text: ChartText(title: "T", description: "D"),
      groups: [TimelineGroup(label: "", items: [item])], mark: mark)
    return SVGElement.all(in: try chart.drawing(idPrefix: "t").svg)
  }

  private static func line(_ mark: TimelineMark) throws -> Double? {
    try elements(mark).first { $0.name == "line" }?.attributes["x1"].flatMap { Double($0) }
  }

  @Test func aMarkedDayStandsWhereItIs() throws {
    let first = try #require(try Self.line(TimelineMark(year: 2002, label: "Begun")))
    let last = try #require(try Self.line(TimelineMark(year: 2008, label: "Ended")))
    #expect(first < last && first > 0 && last < 400)
    #expect(try Self.elements(nil).allSatisfy { $0.name != "line" })
  }

  /// The axis reaches as far as the day.
  @Test(arguments: [1990.0, 2025])
  func aDayBeyondThePeriodsIsSeen(year: Double) throws {
    let place = try #require(try Self.line(TimelineMark(year: year, label: "")))
    #expect(place >= 8 && place <= 392)
  }

  @Test func aDayThatIsNoneIsRefused() {
    #expect(throws: ChartRefusal.self) {
      try Self.elements(TimelineMark(year: .nan, label: "Never"))
    }
  }

  /// 37 narrow letters, a space and four wide ones are an eighth of a pixel wider than 180.
  @Test(arguments: [(36, 1), (37, 2)])
  func aLabelGoesOnBelowWhereItsLineIsFull(letters: Int, lines: Int) throws {
    let words = [String(repeating: "i", count: letters), "mmmm"]
    let label = words.joined(separator: " ")
    let texts = try Self.elements(TimelineMark(year: 2005, label: label)).map(\.text)
    #expect(texts.filter { ([label] + words).contains($0) }.count == lines)
  }
}
