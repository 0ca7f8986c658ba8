import DossierSite
import Testing

@testable import DossierDrawing

/// Where the marks of a drawing are: at the ends of values and nowhere else, and clear of its texts.
@Suite struct ChartGeometryTests {
  private static let scale = Scale(form: .linear, low: 0, high: 100, start: 50, end: 250)

  private func drawn(_ value: Extent, isUpright: Bool = false, isSigned: Bool = false)
    -> [SVGElement]
  {
    let scale =
      isUpright ? Scale(form: .linear, low: 0, high: 100, start: 250, end: 50) : Self.scale
    var svg = SVGWriter()
    svg.element("svg", [:]) { svg in
      ValueMark(
        value: value, marker: Marker(shape: .circle, isHollow: false), scale: scale,
        isUpright: isUpright, across: 20, hasSignedEnds: isSigned
      ).draw(to: &svg)
    }
    return Array(SVGElement.all(in: svg.bytes).dropFirst())
  }

  @Test func aRangeIsALineWithTwoEndsAndNothingBetween() {
    let marks = drawn(Extent(low: 20, high: 60))
    #expect(marks.map(\.classes) == [["chart-range"], ["chart-end"], ["chart-end"]])
    #expect(marks.map { $0["x1"] } == [90, 90, 170])
    #expect(marks.map { $0["x2"] } == [170, 90, 170])
    let upright = drawn(Extent(low: 20, high: 60), isUpright: true)
    #expect(upright.map { $0["y1"] } == [210, 210, 130])
    let signed = drawn(Extent(low: 20, high: 60), isSigned: true)
    #expect(signed.dropFirst().map { $0["cx"] } == [90, 170])
  }

  @Test func aBoundBeginsAtItsEndAndGoesOnAsAnArrow() {
    let least = drawn(Extent(low: 20, high: .infinity))
    #expect(least.map(\.classes) == [["chart-range"], ["chart-end"], ["chart-arrow"]])
    #expect((least[0]["x1"], least[0]["x2"]) == (90, 108))
    #expect(least[1]["x1"] == 90)
    #expect(least[2].lines.first?.x2 == 108)
    let most = drawn(Extent(low: -.infinity, high: 60))
    #expect((most[0]["x1"], most[0]["x2"]) == (152, 170))
    #expect(most[1]["x1"] == 170)
    #expect(most[2].lines.first?.x2 == 152)
    let up = drawn(Extent(low: 20, high: .infinity), isUpright: true)
    #expect((up[0]["y1"], up[0]["y2"]) == (210, 192))
  }

  @Test func anArrowStaysNearItsScale() {
    #expect(drawn(Extent(low: -.infinity, high: 0))[0]["x1"] == 43)
    #expect(drawn(Extent(low: -.infinity, high: 0), isUpright: true)[0]["y1"] == 257)
    #expect(drawn(Extent(low: 100, high: .infinity), isUpright: true)[0]["y2"] == 43)
    #expect(drawn(Extent(low: 100, high: .infinity))[0]["x2"] == 268)
  }

  @Test func bothEndsOfARangeAreJoinedToTheirNeighbours() {
    func trace(_ values: [Extent]) -> [[Double]] {
      values.enumerated().map { ChartPoint(year: Double($0), value: $1) }.traces
        .map { $0.map(\.value) }
    }
    let range = Extent(low: 2, high: 5)
    #expect(trace([Extent(1), range, Extent(3)]) == [[1, 2, 3], [1, 5, 3]])
    #expect(trace([range, range]) == [[2, 2], [5, 5]])
    #expect(trace([range, Extent(1), Extent(1), range]) == [[2, 1, 1, 2], [5, 1], [1, 5]])
    #expect(trace([Extent(1), Extent(low: 4, high: .infinity)]) == [[1, 4]])
    #expect(trace([range]) == [])
  }

  @Test func disputedValuesAreJoinedWhereTheyAreNearest() {
    let range = Extent(low: 2, high: 5)
    #expect(range.gap(to: Extent(9)).map { [$0.from, $0.to] } == [5, 9])
    #expect(range.gap(to: Extent(1)).map { [$0.from, $0.to] } == [2, 1])
    #expect(range.gap(to: Extent(3)) == nil)
  }

  /// Charts with a median and grid lines in the way of their texts.
  private static let drawings: [(name: String, svg: [UInt8])] =
    // Panels are charts of lines at places of their own.
    ChartSamples.all.filter { !$0.name.contains("panels") }.compactMap { sample in
      (try? sample.draw().svg).map { (sample.name, $0) }
    }
    + [crossed].compactMap { chart in
      (try? chart.drawing(idPrefix: "x").svg).map { ("crossed", $0) }
    }

  private static var crossed: RankingChart {
    var chart = ChartInputTests.ranking((1...30).map { Extent(Double($0 * $0)) }, .dots)
    for index in chart.rows.indices {
      chart.rows[index].text = "a text of \(index) that is long"
    }
    chart.references = [ChartReference(value: 240, text: "median\u{A0}240")]
    return chart
  }

  @Test(arguments: drawings.map(\.name))
  func noLineRunsThroughAText(name: String) throws {
    let drawing = try #require(Self.drawings.first { $0.name == name })
    let elements = SVGElement.all(in: drawing.svg)
    let lines = elements.filter { !$0.classes.contains("chart-link") }.flatMap(\.lines)
      .filter { $0.x1 == $0.x2 || $0.y1 == $0.y2 }
    let texts = elements.filter { $0.name == "text" }
    #expect(!texts.isEmpty && !lines.isEmpty)
    for text in texts {
      let anchor = SVGWriter.Anchor(rawValue: text.attributes["text-anchor"] ?? "start") ?? .start
      let place = Point(x: text["x"], y: text["y"] - TextWidth.baseline)
      var box = Box(of: [text.text], at: place, anchor)
      // What letters cover; a descender may touch a line.
      (box.left, box.right) = (box.left + 2.5, box.right - 2.5)
      (box.top, box.bottom) = (place.y - 5, place.y + 5)
      let crossing = lines.first { line in
        min(line.x1, line.x2) < box.right && max(line.x1, line.x2) > box.left
          && min(line.y1, line.y2) < box.bottom && max(line.y1, line.y2) > box.top
      }
      #expect(crossing == nil, "\(text.text) at \(box): \(String(describing: crossing))")
    }
  }

  @Test func everyChartNamesItsUnit() throws {
    for form in [RankingChart.Form.bars, .dots] {
      let chart = ChartInputTests.ranking([Extent(1), Extent(2)], form)
      let texts = SVGElement.all(in: try chart.drawing(idPrefix: "x").svg)
        .filter { $0.classes.contains("chart-unit") }
      #expect(texts.map(\.text) == ["km"])
    }
  }

  @Test func barsBeginAtZeroAndEndAtTheirValues() throws {
    let values = [Extent(40), Extent(low: 10, high: 30), Extent(-20), Extent(0)]
    let elements = SVGElement.all(
      in: try ChartInputTests.ranking(values).drawing(idPrefix: "x").svg)
    let base = try #require(elements.first { $0.classes == ["chart-base"] }?.lines.first?.x1)
    let bars = elements.filter { $0.classes.contains("chart-bar") }
    let unit = bars[0]["width"] / 40
    #expect(unit > 1)
    let ends = bars.map {
      [$0["x"], $0["x"] + $0["width"]].map { (($0 - base) / unit).rounded() }
    }
    #expect(ends == [[0, 40], [0, 10], [10, 30], [-20, 0]])
    #expect(bars.map { $0.classes.contains("chart-hollow-bar") } == [false, false, true, false])
  }
}
