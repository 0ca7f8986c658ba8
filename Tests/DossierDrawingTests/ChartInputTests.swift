import DossierSite
import Testing

@testable import DossierDrawing

/// What charts make of input at its edges and beyond.
@Suite struct ChartInputTests {
  static let text = ChartText(title: "T", description: "D")
  static let rules = LanguageRules(.english)

  static func line(_ points: [ChartPoint], logarithmic: Bool = false) -> LineChart {
    LineChart(
      text: text, unit: "km", series: [ChartSeries(label: "A", runs: [points])],
      isLogarithmic: logarithmic, tickLabel: TestLabels.english)
  }

  static func ranking(
    _ values: [Extent], _ form: RankingChart.Form = .bars, logarithmic: Bool = false
  ) -> RankingChart {
    RankingChart(
      text: text, form: form, unit: "km",
      rows: values.map { ChartRow(label: "A", value: $0, text: rules.quantity($0)) },
      isLogarithmic: logarithmic, tickLabel: TestLabels.english)
  }

  static func scatter(_ values: [(Extent, Extent)], logarithmic: Bool = false) -> ScatterChart {
    ScatterChart(
      text: text, xUnit: "km", yUnit: "persons",
      spots: values.map { ChartSpot(label: "A", x: $0, y: $1) }, isXLogarithmic: logarithmic,
      tickLabel: TestLabels.english)
  }

  static func timeline(_ extents: [TimelineItem.Stretch]) -> TimelineChart {
    TimelineChart(
      text: text,
      groups: [
        TimelineGroup(label: "G", items: extents.map { TimelineItem(label: "A", extent: $0) })
      ])
  }

  static func string(_ drawing: ChartDrawing) -> String {
    String(decoding: drawing.svg, as: UTF8.self)
  }

  /// A width that is none is that of a phone, and one beyond all screens is cut.
  @Test(arguments: [(Double.infinity, 400.0), (.nan, 400), (1, 300), (640, 640), (1e9, 4_000)])
  func aSheetHasAWidthThatCanBeDrawn(asked: Double, width: Double) {
    #expect(ChartSheet(width: asked).width == width)
  }

  @Test func aStackHasTwoEnds() {
    let parts = [0.5, -0.25, 1, -3, 0].enumerated().map { index, value in
      PartsRow.Part(index: index, value: ChartRow(label: "", value: Extent(value), text: ""))
    }
    let row = PartsRow(label: "A", parts: parts)
    #expect(row.stack == Extent(low: -3.25, high: 1.5))
  }

  @Test func nothingToDrawIsRefused() {
    #expect(throws: ChartRefusal.empty) { try Self.line([]).drawing(idPrefix: "x") }
    #expect(throws: ChartRefusal.empty) { try Self.ranking([]).drawing(idPrefix: "x") }
    #expect(throws: ChartRefusal.empty) { try Self.scatter([]).drawing(idPrefix: "x") }
    #expect(throws: ChartRefusal.empty) { try Self.timeline([]).drawing(idPrefix: "x") }
  }

  @Test(arguments: [
    (Extent(.nan), ChartRefusal.notFinite(label: "A")),
    (Extent(.infinity), .notFinite(label: "A")),
    (Extent(low: -.infinity, high: .infinity), .notFinite(label: "A")),
    (Extent(low: 1, high: .nan), .notFinite(label: "A")),
    (Extent(low: .infinity, high: -.infinity), .reversed(label: "A")),
    (Extent(low: 2, high: 1), .reversed(label: "A")), (Extent(1e16), .outOfRange(label: "A")),
  ])
  func valueWithoutAPlaceIsRefused(value: Extent, refusal: ChartRefusal) {
    let good = Extent(1)
    let points = [ChartPoint(year: 2000, value: good), ChartPoint(year: 2001, value: value)]
    let disputed = ChartPoint(year: 2000, value: good, others: [value])
    #expect(throws: refusal) { try Self.line(points).drawing(idPrefix: "x") }
    #expect(throws: refusal) { try Self.line([disputed]).drawing(idPrefix: "x") }
    #expect(throws: refusal) { try Self.ranking([good, value]).drawing(idPrefix: "x") }
    #expect(throws: refusal) { try Self.scatter([(good, value)]).drawing(idPrefix: "x") }
    #expect(throws: refusal) { try Self.scatter([(value, good)]).drawing(idPrefix: "x") }
  }

  @Test(arguments: [
    (Double.nan, ChartRefusal.notFinite(label: "A")), (1e9, .outOfRange(label: "A")),
  ])
  func yearWithoutAPlaceIsRefused(year: Double, refusal: ChartRefusal) {
    let point = ChartPoint(year: year, value: Extent(1))
    #expect(throws: refusal) { try Self.line([point]).drawing(idPrefix: "x") }
    #expect(throws: refusal) { try Self.timeline([.moment(year)]).drawing(idPrefix: "x") }
  }

  @Test(arguments: [
    (Extent(0), ChartRefusal.notPositive(label: "A")), (Extent(-5), .notPositive(label: "A")),
    (Extent(low: 0, high: 5), .notPositive(label: "A")),
    (Extent(low: -.infinity, high: 0), .notPositive(label: "A")),
    (Extent(1e-12), .outOfRange(label: "A")),
  ])
  func logarithmicScaleRefusesWhatIsNotAboveZero(value: Extent, refusal: ChartRefusal) {
    let point = ChartPoint(year: 2000, value: value)
    #expect(throws: refusal) { try Self.line([point], logarithmic: true).drawing(idPrefix: "x") }
    #expect(throws: refusal) {
      try Self.ranking([value], .dots, logarithmic: true).drawing(idPrefix: "x")
    }
    #expect(throws: refusal) {
      try Self.scatter([(value, Extent(1))], logarithmic: true).drawing(idPrefix: "x")
    }
  }

  @Test func barsRefuseALogarithmicScale() {
    #expect(throws: ChartRefusal.logarithmicBars) {
      try Self.ranking([Extent(1)], .bars, logarithmic: true).drawing(idPrefix: "x")
    }
  }

  @Test func moreLinesThanCanBeToldApartAreRefused() {
    var chart = Self.line([ChartPoint(year: 2000, value: Extent(1))])
    chart.series = Array(repeating: chart.series[0], count: 21)
    #expect(throws: ChartRefusal.tooManySeries(count: 21, limit: 20)) {
      try chart.drawing(idPrefix: "x")
    }
  }

  @Test func linesUpToTheLimitDifferInDashesOrShape() {
    let styles = (0..<SeriesStyle.limit).map { SeriesStyle($0) }
    #expect(Set(styles.map { "\($0.dashes) \($0.shape)" }).count == SeriesStyle.limit)
    #expect(!styles.contains { $0.shape == .diamond })
  }

  @Test func periodWithoutDatesOrBackwardsIsRefused() {
    #expect(throws: ChartRefusal.withoutDates(label: "A")) {
      try Self.timeline([.period(from: nil, to: nil)]).drawing(idPrefix: "x")
    }
    #expect(throws: ChartRefusal.reversed(label: "A")) {
      try Self.timeline([.period(from: 2001, to: 2000)]).drawing(idPrefix: "x")
    }
  }

  @Test(arguments: [
    [Extent(7)], [Extent(0)], [Extent(-3)], [Extent(4), Extent(4), Extent(4)],
    [Extent(-5), Extent(5)], [Extent(1e15), Extent(-1e15)], [Extent(low: -2, high: 2)],
    [Extent(1e-9)], [Extent(low: 5, high: .infinity)], [Extent(low: -.infinity, high: -5)],
    [Extent(low: -.infinity, high: 0), Extent(low: 0, high: .infinity)],
  ])
  func valuesAtTheEdgesAreDrawn(values: [Extent]) throws {
    let points = values.enumerated().map { ChartPoint(year: 2000 + Double($0), value: $1) }
    let drawings = [
      try Self.line(points).drawing(idPrefix: "x"), try Self.ranking(values).drawing(idPrefix: "x"),
      try Self.ranking(values, .dots).drawing(idPrefix: "x"),
      try Self.scatter(values.map { ($0, $0) }).drawing(idPrefix: "x"),
    ]
    for drawing in drawings {
      let svg = Self.string(drawing)
      #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>"))
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test func tenThousandPointsAreThinnedToWhatCanBeSeen() throws {
    var points = (0..<10_000).map { index in
      ChartPoint(
        year: 1900 + Double(index) / 100, value: Extent(Double(index * 7_919 % 1_000)))
    }
    points[5_000].others = [Extent(500)]
    let svg = try Self.line(points).drawing(idPrefix: "x").svg
    #expect(svg.count < 40_000)
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.occurrences(of: "class=\"chart-dispute\"") == 1)
  }

  @Test func tenThousandRowsAndSpotsAreAllDrawn() throws {
    let values = (0..<10_000).map { Extent(Double($0 * 7_919 % 10_007)) }
    let bars = Self.string(try Self.ranking(values).drawing(idPrefix: "x"))
    #expect(bars.occurrences(of: "class=\"chart-bar\"") == values.filter { $0.low != 0 }.count)
    let drawing = try Self.scatter(values.map { ($0, $0) }).drawing(idPrefix: "x")
    #expect(Self.string(drawing).occurrences(of: "<circle") == 10_000)
    #expect(drawing.unlabelled.count == 10_000)
  }

  @Test func everySpotIsNamedInTheChartOrBesideIt() throws {
    let chart = ChartSamples.crowded
    let drawing = try chart.drawing(idPrefix: "x")
    let svg = Self.string(drawing)
    #expect(!drawing.unlabelled.isEmpty)
    for spot in chart.spots {
      let isBeside = drawing.unlabelled.contains { $0.label == spot.label }
      #expect(svg.contains(">\(spot.label)</text>") != isBeside, "\(spot.label)")
    }
    for number in drawing.unlabelled.compactMap(\.number) {
      #expect(svg.contains(">\(number)</text>"))
    }
  }

  @Test func nothingIsDrawnAcrossAGap() throws {
    let points = (0..<4).map { ChartPoint(year: 2000 + Double($0), value: Extent(5)) }
    var chart = Self.line(points)
    let whole = Self.string(try chart.drawing(idPrefix: "x"))
    chart.series[0].runs = [Array(points.prefix(2)), Array(points.suffix(2))]
    let split = Self.string(try chart.drawing(idPrefix: "x"))
    #expect(whole.occurrences(of: "class=\"chart-trace\"") == 1)
    #expect(split.occurrences(of: "class=\"chart-trace\"") == 2)
    #expect(split.occurrences(of: "<circle") == whole.occurrences(of: "<circle"))
  }

  @Test func rowsAreSortedAndEqualOnesKeepTheirOrder() {
    var chart = Self.ranking([])
    chart.rows = [("a", 1.0), ("b", 3), ("c", 2), ("d", 3)].map { label, value in
      ChartRow(label: label, value: Extent(value), text: "")
    }
    chart.rows[2].value = Extent(low: 1, high: 9)
    #expect(chart.sorted.map(\.label) == ["b", "d", "c", "a"])
    chart.rows[2].value = Extent(low: -.infinity, high: 2)
    #expect(chart.sorted.map(\.label) == ["b", "d", "c", "a"])
    chart.rows[2].value = Extent(low: 3, high: .infinity)
    #expect(chart.sorted.map(\.label) == ["c", "b", "d", "a"])
  }

  @Test func marksThatMeanSomethingAreNamed() throws {
    var point = ChartPoint(year: 2000, value: Extent(low: 1, high: 2))
    #expect(try Self.line([point]).drawing(idPrefix: "x").marks == [.interval])
    point.others = [Extent(5)]
    point.isApproximate = true
    #expect(
      try Self.line([point]).drawing(idPrefix: "x").marks == [.approximate, .disputed, .interval])
    #expect(try Self.ranking([Extent(1)]).drawing(idPrefix: "x").marks.isEmpty)
    let bound = Extent(low: 1, high: .infinity)
    #expect(try Self.ranking([bound]).drawing(idPrefix: "x").marks == [.bound])
  }

  @Test func symbolsOfMarksDifferAndAreHiddenFromScreenReaders() {
    let symbols = ChartMark.allCases.map {
      String(decoding: $0.symbol(title: "Mark"), as: UTF8.self)
    }
    #expect(Set(symbols).count == ChartMark.allCases.count)
    #expect(symbols.allSatisfy { $0.contains("aria-hidden=\"true\"") })
    for line in symbols.flatMap({ SVGElement.all(in: Array($0.utf8)).flatMap(\.lines) }) {
      #expect([line.x1, line.x2, line.y1, line.y2].allSatisfy { $0 >= 0 && $0 <= 16 })
    }
  }

  @Test func textIsEscapedAndFreeOfWhatXMLForbids() throws {
    var chart = Self.line([ChartPoint(year: 2000, value: Extent(1), note: "\u{0}n\u{FFFF}")])
    chart.text.title = "<script>alert('\"&')</script>"
    chart.series[0].label = "a<b"
    let svg = Self.string(try chart.drawing(idPrefix: "x"))
    #expect(svg.contains("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;"))
    #expect(svg.contains(">a&lt;b</text>"))
    #expect(svg.contains("<title>n</title>"))
  }

  @Test func idsBeginWithThePrefix() throws {
    let svg = Self.string(try Self.ranking([Extent(1)]).drawing(idPrefix: "exhibit-3"))
    #expect(svg.contains("aria-labelledby=\"exhibit-3-title exhibit-3-description\""))
    #expect(svg.contains("<title id=\"exhibit-3-title\">T</title>"))
    #expect(svg.contains("<desc id=\"exhibit-3-description\">D</desc>"))
  }

  @Test(arguments: [
    (1.0, "1"), (1.5, "1.5"), (1.25, "1.25"), (1.204, "1.2"), (-0.001, "0"), (-2.05, "-2.05"),
    (.nan, "0"), (.infinity, "0"), (1e300, "0"), (0.996, "1"),
  ])
  func numbersHaveAtMostTwoDecimals(value: Double, expected: String) {
    #expect(SVGWriter.number(value) == expected)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func occurrences(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
