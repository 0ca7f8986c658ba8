import DossierSource
import Testing

@testable import DossierRender

/// What an author is told of a chart that cannot be drawn.
@Suite("Charts that are refused")
struct ChartRefusalTests {
  private func refusals(_ chart: String, _ more: [String: String] = [:]) -> [String] {
    let text = "---\ntitle: Third\n---\n```chart\n\(chart)\n```\n"
    let sample = MetadataSample(["content/briefings/third.md": text].merging(more) { $1 })
    return sample.renderer.refusedCharts().map { $0.text(line: nil) }
  }

  private static let place = "content/briefings/third.md:4:1: error: "

  @Test func moreLinesThanCanBeToldApart() {
    let missions = (1...21).map { number in
      let course = "course: [{value: \(number), as-of: 2000}, {value: 9, as-of: 2001}]"
      return ("content/missions/m\(number).md", "---\ntitle: M\(number)\n\(course)\n---\n")
    }
    let chart = "type: line\nkind: mission\nfield: course"
    let found = refusals(chart, Dictionary(uniqueKeysWithValues: missions))
    #expect(
      found == [
        Self.place + "22 lines cannot be told apart; 20 can [chart.refused]\n"
          + "help: name fewer records"
      ])
  }

  @Test(arguments: [
    (
      "type: bars\nkind: mission\nfield: strength\nlog: true",
      "bars cannot have a logarithmic scale, which has no zero [chart.refused]\n"
        + "help: use 'type: dots', or leave out 'log'"
    ),
    (
      "type: line\nrecords: [mission:beta]\nfield: course",
      "the chart has nothing to draw: no record has a figure for it [chart.refused]\n"
        + "help: name records that state the field, and what 'of' they count"
    ),
  ])
  func aChartThatCannotBeDrawn(chart: String, message: String) {
    #expect(refusals(chart) == [Self.place + message])
  }
}
