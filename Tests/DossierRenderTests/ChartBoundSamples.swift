import DossierSite

@testable import DossierRender

/// Charts of values of which one end or both are known.
extension ChartSamples {
  static func row(_ label: String, _ value: Quantity, approximate: Bool = false) -> ChartRow {
    ChartRow(
      label: label, value: value, isApproximate: approximate,
      text: "\(english.quantity(value))")
  }

  static var bounds: RankingChart {
    RankingChart(
      text: ChartText(title: "Bounds", description: "Some ends are not known."), form: .bars,
      unit: "persons",
      rows: [
        row("Exact", Quantity(40)), row("Least", Quantity(low: 30, high: .infinity)),
        row("Most", Quantity(low: -.infinity, high: 20)), row("Below", Quantity(-10)),
        row("Negative range", Quantity(low: -20, high: -5)),
        row("Across zero", Quantity(low: -5, high: 15)),
        row("Approximate range", Quantity(low: 10, high: 35), approximate: true),
      ], rules: english)
  }

  static var dottedBounds: RankingChart {
    var chart = bounds
    chart.form = .dots
    chart.rows[1].group = 1
    chart.groups = ["one", "two"]
    chart.rows[0].others = [Quantity(low: 50, high: 60), Quantity(low: 55, high: .infinity)]
    return chart
  }

  static var ranges: LineChart {
    let values = [
      Quantity(10), Quantity(low: 12, high: 20), Quantity(low: 15, high: .infinity),
      Quantity(low: -.infinity, high: 9), Quantity(low: 5, high: 7), Quantity(low: 3, high: 6),
      Quantity(4),
    ]
    let points = values.enumerated().map { ChartPoint(year: 2000 + Double($0), value: $1) }
    return LineChart(
      text: ChartText(title: "Ranges", description: "Both ends are joined."), unit: "persons",
      series: [ChartSeries(label: "Force", runs: [points])], rules: english)
  }

  static var corners: ScatterChart {
    func spot(_ label: String, _ x: Quantity, _ y: Quantity) -> ChartSpot {
      ChartSpot(label: label, x: x, y: y)
    }
    return ScatterChart(
      text: ChartText(title: "Corners", description: "Ranges both ways."), xUnit: "km",
      yUnit: "persons",
      spots: [
        spot("Exact", Quantity(50), Quantity(50)),
        spot("Lying", Quantity(low: 10, high: 30), Quantity(90)),
        spot("Standing", Quantity(90), Quantity(low: 60, high: 85)),
        spot("Field", Quantity(low: 60, high: 80), Quantity(low: 10, high: 40)),
        spot(
          "Least and least", Quantity(low: 20, high: .infinity), Quantity(low: 20, high: .infinity)),
        spot("Most", Quantity(low: -.infinity, high: 8), Quantity(low: 60, high: 70)),
      ], rules: english)
  }
}
