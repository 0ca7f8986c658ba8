import DossierSite

@testable import DossierDrawing

/// Charts of the kinds that a publication prints, by the names of their golden files.
enum ChartSamples {
  typealias Draw = @Sendable () throws(ChartRefusal) -> ChartDrawing

  static let charts: [(name: String, chart: any DrawableChart)] =
    [
      ("line-strengths", strengths), ("line-gap", gap), ("line-logarithmic", logarithmic),
      ("bars-peaks", peaks), ("bars-ukrainian", ukrainian), ("bars-bounds", bounds),
      ("dots-bounds", dottedBounds), ("line-ranges", ranges), ("scatter-ranges", corners),
      ("dots-densities", densities), ("scatter", scatter), ("scatter-crowded", crowded),
      ("timeline", timeline),
    ] + forms

  /// Each for a wide screen and for a narrow one.
  static let all: [(name: String, draw: Draw)] = charts.enumerated().flatMap { index, sample in
    [("", 800.0), ("-narrow", 358)].map { suffix, width in
      (
        sample.name + suffix,
        { @Sendable () throws(ChartRefusal) in
          try sample.chart.drawing(width: width, idPrefix: "c\(index)")
        }
      )
    }
  }

  static let english = LanguageRules(.english)

  static func point(
    _ date: String, _ value: Double, approximate: Bool = false, others: [Extent] = []
  ) -> ChartPoint {
    let date = PartialDate(date) ?? PartialDate(year: 0)
    return ChartPoint(
      year: DecimalYears(date).middle, value: Extent(value), others: others,
      isApproximate: approximate,
      note: english.date(date) + ": " + english.number(value, decimals: 0))
  }

  static let kfor = [
    point("1999", 55_000, approximate: true, others: [Extent(50_000)]),
    point("2000-12-03", 42_500, approximate: true),
    point("2004-07", 19_000, approximate: true),
    point("2006-02-22", 16_000, approximate: true),
    point("2008", 17_500, approximate: true), point("2009-06", 13_800),
    point("2010-02-02", 10_000, approximate: true),
    point("2010-10-30", 10_000, approximate: true),
    point("2013-02-18", 6_000, approximate: true),
    point("2013-11-29", 5_000, approximate: true),
    point("2020-06-12", 3_500, approximate: true), point("2022-08", 3_735),
    point("2023-05-30", 3_800, approximate: true), point("2024-01", 4_811),
    point("2025-04-25", 4_686),
  ]

  static let sfor = [
    point("1996-12", 31_000, approximate: true),
    ChartPoint(
      year: DecimalYears(PartialDate(year: 1998, month: 2, day: 20)).middle,
      value: Extent(low: 31_000, high: 34_000), note: "20 February 1998: 31,000–34,000"),
    point("1999", 33_000, approximate: true), point("2001", 19_000, approximate: true),
    point("2002", 16_000, approximate: true), point("2003-12", 11_900, approximate: true),
    point("2004-02-16", 12_000, approximate: true),
  ]

  static let unprofor = [
    point("1994", 23_150, approximate: true), point("1995-03", 38_599), point("1995-12-20", 2_433),
  ]

  static var strengths: LineChart {
    LineChart(
      text: ChartText(
        title: "Strength of three forces in the Balkans",
        description: "KFOR falls from 55,000 in 1999 to 4,686 in April 2025."),
      unit: "troops",
      series: [
        ChartSeries(label: "KFOR", runs: [kfor]), ChartSeries(label: "SFOR", runs: [sfor]),
        ChartSeries(label: "UNPROFOR", runs: [unprofor]),
      ], tickLabel: TestLabels.english)
  }

  /// One line without a name, and with years of which nothing is known.
  static var gap: LineChart {
    LineChart(
      text: ChartText(title: "Strength of KFOR", description: "Nothing is known of 2014 to 2020."),
      unit: "troops",
      series: [ChartSeries(label: "", runs: [Array(kfor.prefix(10)), Array(kfor.dropFirst(10))])],
      tickLabel: TestLabels.english)
  }

  static var logarithmic: LineChart {
    let monitors = [
      point("2014-09", 250), point("2014-11-17", 261), point("2019", 800, approximate: true),
    ]
    return LineChart(
      text: ChartText(title: "Two scales & one axis", description: "A \"logarithmic\" axis."),
      unit: "persons",
      series: [
        ChartSeries(label: "KFOR", runs: [kfor]),
        ChartSeries(label: "OSCE Special Monitoring Mission", runs: [monitors]),
      ], isLogarithmic: true, tickLabel: TestLabels.english)
  }

  static func row(
    _ label: String, _ value: Double, approximate: Bool = false, others: [Extent] = [],
    group: Int = 0
  ) -> ChartRow {
    ChartRow(
      label: label, value: Extent(value), others: others, isApproximate: approximate,
      text: (approximate ? "about " : "") + english.number(value, decimals: value < 100 ? 1 : 0),
      group: group)
  }

  static var peaks: RankingChart {
    RankingChart(
      text: ChartText(title: "Peak strength", description: "ISAF was the largest."), form: .bars,
      unit: "persons",
      rows: [
        row("KFOR", 50_000, approximate: true, others: [Extent(55_000)]),
        row("IFOR", 54_000, approximate: true, others: [Extent(60_000)]),
        row("UNPROFOR", 38_599), row("UNTAET", 9_150), row("INTERFET", 11_500, approximate: true),
        row("UNAMSIL", 17_000, approximate: true), row("MINUSMA", 14_390),
        row("NATO’s forward presence in the east", 9_641), row("UNMOGIP", 44),
        row("OSCE Special Monitoring Mission", 800, approximate: true), row("UNIKOM", 1_187),
        ChartRow(
          label: "IISS, a corps", value: Extent(low: 60_000, high: 100_000),
          text: "60,000–100,000"),
      ], tickLabel: TestLabels.english)
  }

  static var ukrainian: RankingChart {
    let rules = LanguageRules(.ukrainian)
    return RankingChart(
      text: ChartText(title: "Найбільша чисельність", description: "За відкритими джерелами."),
      form: .bars, unit: "осіб",
      rows: [
        ("Сили для Косова", 50_000), ("Тимчасові сили ООН у Лівані", 15_030),
        ("Спеціальна моніторингова місія ОБСЄ в Україні", 800),
      ].map { label, value in
        ChartRow(
          label: label, value: Extent(value), text: rules.number(value, decimals: 0) + " осіб")
      }, reference: ChartReference(value: 15_030, text: "медіана\u{A0}15\u{A0}030"),
      tickLabel: TestLabels.ukrainian)
  }

  static var densities: RankingChart {
    RankingChart(
      text: ChartText(title: "Persons per kilometre of line", description: "KFOR is far ahead."),
      form: .dots, unit: "persons per km (logarithmic)",
      rows: [
        row("KFOR", 142.5, approximate: true), row("UNFICYP", 35.6), row("UNIFIL", 125.3),
        row("UNDOF", 15.5), row("UNIKOM", 4.9), row("UNMEE", 3.9, others: [Extent(3.5)]),
        row("OSCE SMM", 1.9, approximate: true), row("EUMM", 0.57, approximate: true),
        row("UNMOGIP", 0.06), row("GCSP", 12.5, group: 1), row("IISS, a brigade", 8.3, group: 1),
        row("IISS, a division", 20.8, group: 1),
        ChartRow(
          label: "IISS, a corps", value: Extent(low: 50, high: 83.3),
          text: "50.0–83.3", group: 1),
      ], groups: ["what precedents had", "what is proposed for Ukraine"],
      isLogarithmic: true, tickLabel: TestLabels.english)
  }

  static func spot(_ label: String, _ x: Double, _ y: Double, approximate: Bool = false)
    -> ChartSpot
  {
    ChartSpot(
      label: label, x: Extent(x), y: Extent(y), isApproximate: approximate, note: label)
  }

  static var scatter: ScatterChart {
    var disputed = spot("UNMEE", 1_000, 3_878)
    disputed.x = Extent(low: 1_000, high: 1_100)
    disputed.isDisputed = true
    return ScatterChart(
      text: ChartText(title: "Strength and line", description: "Longer lines, thinner missions."),
      xUnit: "km of line", yUnit: "persons at the peak",
      spots: [
        spot("KFOR", 351, 50_000, approximate: true), spot("UNFICYP", 180, 6_411),
        spot("UNIFIL", 120, 15_030), spot("UNDOF", 75, 1_166), spot("UNIKOM", 240, 1_187),
        disputed, spot("OSCE SMM", 427, 800, approximate: true), spot("EUMM", 350, 200),
        spot("UNMOGIP", 740, 44), spot("IFOR", 1_080, 54_000, approximate: true),
      ], isXLogarithmic: true, isYLogarithmic: true, tickLabel: TestLabels.english)
  }

  /// Spots so close that names give way to numbers.
  static var crowded: ScatterChart {
    let spots = (0..<24).map { index in
      spot("Mission number \(index)", 10 + Double(index % 5), 20 + Double(index / 5) / 2)
    }
    return ScatterChart(
      text: ChartText(title: "Crowded", description: "Two clusters."), xUnit: "km",
      yUnit: "persons",
      spots: spots + [spot("Far away", 60, 2)], tickLabel: TestLabels.english)
  }

  static func period(_ label: String, _ from: String, _ to: String? = nil) -> TimelineItem {
    TimelineItem(
      label: label,
      extent: .period(
        from: PartialDate(from).map { DecimalYears($0).start },
        to: to.flatMap(PartialDate.init).map { DecimalYears($0).end }),
      isInForce: to == nil, note: label + ", " + from)
  }

  static var timeline: TimelineChart {
    TimelineChart(
      text: ChartText(title: "Missions", description: "Observers stay longest."),
      groups: [
        TimelineGroup(
          label: "Observation",
          items: [
            period("UNTSO", "1948-05-29"), period("UNMOGIP", "1949-01-24"),
            period("UNIKOM", "1991-04-09", "2003-10-06"),
            period("OSCE SMM", "2014-03-21", "2022-03-31"), period("EUMM Georgia", "2008-10-01"),
          ]),
        TimelineGroup(
          label: "Interposition",
          items: [
            period("UNFICYP", "1964-03"), period("UNEF II", "1973-10-25", "1979-07"),
            period("UNDOF", "1974-05-31"),
            TimelineItem(
              label: "UNIFIL",
              extent: .period(from: 1978.21, to: 2027), isInForce: true, note: "to the end of 2026"),
            TimelineItem(label: "Beginning not known", extent: .period(from: nil, to: 1960)),
          ]),
        TimelineGroup(
          label: "Enforcement",
          items: [
            period("IFOR", "1995-12-20", "1996-12-20"), period("SFOR", "1996-12-21", "2004-12-02"),
            period("KFOR", "1999-06-12"), period("ISAF", "2001-12-20", "2014-12-28"),
            TimelineItem(label: "Dayton agreement", extent: .moment(1995.95)),
          ]),
      ], inForceLabel: "in force")
  }
}
