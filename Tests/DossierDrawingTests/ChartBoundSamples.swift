import DossierSite

@testable import DossierDrawing

/// Charts of values of which one end or both are known.
extension ChartSamples {
  static func row(_ label: String, _ value: Extent, approximate: Bool = false) -> ChartRow {
    ChartRow(
      label: label, value: value, isApproximate: approximate,
      text: "\(english.quantity(value))")
  }

  static var bounds: RankingChart {
    RankingChart(
      text: ChartText(title: "Bounds", description: "Some ends are not known."), form: .bars,
      unit: "persons",
      rows: [
        row("Exact", Extent(40)), row("Least", Extent(low: 30, high: .infinity)),
        row("Most", Extent(low: -.infinity, high: 20)), row("Below", Extent(-10)),
        row("Negative range", Extent(low: -20, high: -5)),
        row("Across zero", Extent(low: -5, high: 15)),
        row("Approximate range", Extent(low: 10, high: 35), approximate: true),
      ], tickLabel: TestLabels.english)
  }

  static var dottedBounds: RankingChart {
    var chart = bounds
    chart.form = .dots
    chart.rows[1].group = 1
    chart.groups = ["one", "two"]
    chart.rows[0].others = [Extent(low: 50, high: 60), Extent(low: 55, high: .infinity)]
    return chart
  }

  static var ranges: LineChart {
    let values = [
      Extent(10), Extent(low: 12, high: 20), Extent(low: 15, high: .infinity),
      Extent(low: -.infinity, high: 9), Extent(low: 5, high: 7), Extent(low: 3, high: 6),
      Extent(4),
    ]
    let points = values.enumerated().map { ChartPoint(year: 2000 + Double($0), value: $1) }
    return LineChart(
      text: ChartText(title: "Ranges", description: "Both ends are joined."), unit: "persons",
      series: [ChartSeries(label: "Force", runs: [points])], tickLabel: TestLabels.english)
  }

  static var corners: ScatterChart {
    func spot(_ label: String, _ x: Extent, _ y: Extent) -> ChartSpot {
      ChartSpot(label: label, x: x, y: y)
    }
    return ScatterChart(
      text: ChartText(title: "Corners", description: "Ranges both ways."), xUnit: "km",
      yUnit: "persons",
      spots: [
        spot("Exact", Extent(50), Extent(50)),
        spot("Lying", Extent(low: 10, high: 30), Extent(90)),
        spot("Standing", Extent(90), Extent(low: 60, high: 85)),
        spot("Field", Extent(low: 60, high: 80), Extent(low: 10, high: 40)),
        spot(
          "Least and least", Extent(low: 20, high: .infinity), Extent(low: 20, high: .infinity)),
        spot("Most", Extent(low: -.infinity, high: 8), Extent(low: 60, high: 70)),
      ], tickLabel: TestLabels.english)
  }
}
