import DossierSite

@testable import DossierDrawing

/// Charts of every form, with all that may stand in them.
extension ChartSamples {
  static var forms: [(name: String, chart: any DrawableChart)] {
    [
      ("line-notes", noted), ("line-panels", panels), ("line-second", doubled),
      ("dots-sections", sections), ("dots-second", counted), ("bars-negative", changes),
      ("stacked", parts(.stacked)), ("grouped", parts(.grouped)), ("dumbbell", parts(.dumbbell)),
      ("slope", slope), ("timeline-lanes", lanes), ("dots-extremes", extremes),
      ("dots-georgian", georgian),
    ]
  }

  /// The last value of a line with its words.
  static func named(_ points: [ChartPoint]) -> [ChartPoint] {
    points.map { point in
      var point = point
      point.text = english.number(point.value.low, decimals: 0)
      point.when = String(Int(point.year))
      return point
    }
  }

  static var noted: LineChart {
    var chart = strengths
    chart.series = [
      ChartSeries(label: "KFOR", runs: [named(kfor)]),
      ChartSeries(label: "SFOR", runs: [named(sfor)]),
    ]
    chart.gap = 3
    chart.references = [ChartReference(value: 50_000, text: "planned: 50,000")]
    chart.notes = [
      ChartNote(year: 2004.2, title: "Mar 2004: riots", more: "Control is lost for two days"),
      ChartNote(year: 2023.4, title: "May 2023: violence returns", more: "700 more are sent"),
      ChartNote(year: 2010, title: "2010: halved"), ChartNote(year: 2010.1, title: "2010: again"),
      ChartNote(
        year: 2015, title: "2015: " + String(repeating: "a note that is far too long ", count: 12)),
      ChartNote(year: 1999.5, title: "1999: entered"), ChartNote(year: 2020, title: "2020: least"),
    ]
    return chart
  }

  static var panels: LineChart {
    var chart = noted
    chart.notes = []
    chart.references = []
    chart.series.append(ChartSeries(label: "UNPROFOR", runs: [named(unprofor)]))
    chart.panels = [
      LineChart.Panel(label: "KFOR", series: [0]), LineChart.Panel(label: "SFOR", series: [1]),
      LineChart.Panel(label: "UNPROFOR", series: [2]),
      LineChart.Panel(label: "Both that NATO led, on the axes of all", series: [0, 1]),
    ]
    return chart
  }

  static var second: SecondAxis {
    SecondAxis(
      factor: 1 / 1_218.0, unit: "people per km: line (Ukraine, 1,218 km)",
      tickLabel: TestLabels.english)
  }

  static var doubled: LineChart {
    var chart = strengths
    chart.second = second
    return chart
  }

  static var sections: RankingChart {
    var chart = peaks
    chart.form = .dots
    chart.isLogarithmic = true
    chart.sections = ["Monitor", "Separate", "Deter"]
    for index in chart.rows.indices {
      chart.rows[index].section = index % 3
      chart.rows[index].when = index % 2 == 0 ? "Mar 2025" : "28 Aug 2025"
    }
    chart.references = [
      ChartReference(value: 25_000, text: "a first: 25,000"),
      ChartReference(value: 26_000, text: "a second beside it: 26,000"),
    ]
    return chart
  }

  static var counted: RankingChart {
    var chart = sections
    chart.sections = []
    chart.second = second
    return chart
  }

  static var changes: RankingChart {
    RankingChart(
      text: ChartText(title: "Changes", description: "Some fell."), form: .bars, unit: "persons",
      rows: [
        row("Rose", 1_200), row("Fell", -4_500), row("Fell a little", -300, approximate: true),
        row("Stayed", 0), row("Fell", Extent(low: -3_000, high: -1_000)),
      ], tickLabel: TestLabels.english)
  }

  static func parts(_ form: PartsChart.Form) -> PartsChart {
    func record(_ label: String, _ values: [Double], approximate: Bool = false) -> PartsRow {
      PartsRow(
        label: label,
        parts: values.enumerated().map { index, value in
          PartsRow.Part(
            index: index, value: row("", value, approximate: approximate && index == 0))
        })
    }
    return PartsChart(
      text: ChartText(title: "Parts", description: "Three of each."), form: form, unit: "persons",
      parts: ["Troops", "Police", "Civilians"],
      rows: [
        record("UNMIK", [38, 4_450, 1_200]), record("UNTAET", [7_700, 1_350, 737]),
        record("A mission with a name that is long", [900, 200, -150], approximate: true),
      ], tickLabel: TestLabels.english)
  }

  static var slope: SlopeChart {
    func slope(_ label: String, _ first: Double, _ second: Double) -> SlopeChart.Slope {
      SlopeChart.Slope(
        first: row(label, first), second: row(label, second, approximate: second > 10_000))
    }
    return SlopeChart(
      text: ChartText(title: "Two times", description: "Most fell."), unit: "Strength, troops",
      times: ("1 January 2004", "1 January 2014"),
      slopes: [
        slope("KFOR", 19_000, 5_000), slope("SFOR", 12_000, 600), slope("ISAF", 6_000, 52_000),
        slope("UNFICYP", 1_220, 930), slope("UNDOF", 1_030, 1_250),
      ], tickLabel: TestLabels.english)
  }

  static var lanes: TimelineChart {
    var chart = timeline
    for index in chart.groups.indices { chart.groups[index].isLane = true }
    chart.groups[2].items[2].moments = [
      TimelineItem.Moment(year: 2004.2, note: "riots"), TimelineItem.Moment(year: 2023.4),
    ]
    chart.momentLabel = "violence"
    chart.marks = [
      TimelineMark(year: 1995.95, label: "Dec 1995: the Dayton agreement"),
      TimelineMark(year: 1999.45, label: "Jun 1999: resolution 1244"),
    ]
    chart.from = 1960
    chart.to = 2026
    return chart
  }

  /// Charts of which every word is long.
  static var wordy: [(name: String, chart: any DrawableChart)] {
    let words =
      "a quantity with a name that goes on, on a logarithmic scale of equal ratios, in persons"
    var line = doubled
    line.unit = words
    line.second?.unit = words
    line.series[0].label = words
    var grid = panels
    grid.unit = words
    grid.second = line.second
    grid.panels[0].label = words
    var dots = counted
    dots.unit = words
    dots.groups = [words, "short", words]
    dots.second?.unit = words
    dots.rows[0].label = words
    dots.rows[1].text = words
    dots.references[0].text = words
    var bars = parts(.grouped)
    bars.unit = words
    bars.parts = [words, "short", words]
    var pairs = slope
    pairs.unit = words
    pairs.slopes[0].first.label = words
    pairs.slopes[0].second.label = words
    var spots = scatter
    spots.xUnit = words
    spots.yUnit = words
    spots.groups = ["short", words]
    spots.spots[0].label = words
    var periods = lanes
    periods.inForceLabel = words
    periods.momentLabel = words
    periods.groups[0].label = words
    periods.groups[0].items[0].label = words
    periods.marks[0].label = words
    return [
      ("line", line), ("panels", grid), ("dots", dots), ("grouped", bars), ("slope", pairs),
      ("scatter", spots), ("timeline", periods),
    ]
  }

  /// One beside a million million.
  static var extremes: RankingChart {
    RankingChart(
      text: ChartText(title: "Extremes", description: "One is far."), form: .dots, unit: "persons",
      rows: [row("One", 1), row("Far", 1e12)], tickLabel: TestLabels.english)
  }

  static var georgian: RankingChart {
    let word = "საქართველოსმისიადამკვირვებლები"
    return RankingChart(
      text: ChartText(title: "Long names", description: "In Georgian."), form: .dots,
      unit: "persons",
      rows: [
        row(String(repeating: word, count: 7), 5), row([word, word].joined(separator: " "), 3),
      ], tickLabel: TestLabels.english)
  }
}
