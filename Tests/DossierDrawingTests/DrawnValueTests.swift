import Testing

@testable import DossierDrawing

/// What a drawing says of itself is what it was given, at the places where its marks stand.
@Suite struct DrawnValueTests {
  @Test(arguments: ChartSamples.all.map(\.name))
  func everyValueIsGivenBack(name: String) throws {
    let sample = try #require(ChartSamples.all.first { $0.name == name })
    let drawing = try sample.draw()
    #expect(!drawing.values.isEmpty)
    for value in drawing.values {
      #expect(value.start.x <= value.end.x + 0.001 || value.value.high <= 0, "\(value)")
      #expect((0...1_130).contains(value.end.x), "\(value)")
    }
  }

  @Test(arguments: [RankingChart.Form.bars, .dots])
  func marksStandWhereTheirValuesAre(form: RankingChart.Form) throws {
    let values = [Extent(40), Extent(low: 10, high: 30), Extent(20), Extent(0)]
    let drawing = try ChartInputTests.ranking(values, form).drawing(idPrefix: "x")
    #expect(drawing.values.map(\.value) == [values[0], values[2], values[1], values[3]])
    let zero = drawing.values[3].end.x
    let unit = (drawing.values[0].end.x - zero) / 40
    #expect(unit > 1)
    for drawn in drawing.values {
      #expect(abs(drawn.end.x - zero - drawn.value.high * unit) < 0.001)
      let start = form == .bars && drawn.value.isExact ? 0 : drawn.value.low
      #expect(abs(drawn.start.x - zero - start * unit) < 0.001)
    }
  }

  @Test func valuesThatDisputeAreDrawnToo() throws {
    var chart = ChartInputTests.ranking([Extent(40)], .dots)
    chart.rows[0].others = [Extent(50)]
    let drawing = try chart.drawing(idPrefix: "x")
    #expect(Set(drawing.values.map(\.value)) == [Extent(40), Extent(50)])
  }
}
