import Testing

@testable import DossierDrawing

/// What the forms of charts promise: notes that cover nothing, dots over gaps, stacks that add up.
@Suite struct ChartFormTests {
  private static let widths = [358.0, 640, 800, 1_104]

  private static func elements(_ chart: some DrawableChart, _ width: Double = 800) throws
    -> [SVGElement]
  {
    SVGElement.all(in: try chart.drawing(width: width, idPrefix: "x").svg)
  }

  private static func box(_ text: SVGElement) -> Box {
    let anchor = SVGWriter.Anchor(rawValue: text.attributes["text-anchor"] ?? "start") ?? .start
    let place = Point(x: text["x"], y: text["y"] - TextWidth.baseline)
    var box = Box(of: [text.text], at: place, anchor)
    (box.left, box.right, box.top, box.bottom) =
      (box.left + 2, box.right - 2, place.y - 5, place.y + 5)
    return box
  }

  @Test(arguments: widths)
  func everyNoteIsSaidAndCoversNothing(width: Double) throws {
    let chart = ChartSamples.noted
    let drawing = try chart.drawing(width: width, idPrefix: "x")
    let elements = SVGElement.all(in: drawing.svg)
    let texts = elements.filter { $0.name == "text" }
    let said = texts.filter { $0.classes.contains("chart-note") }.map(\.text)
      .joined(separator: " ")
    for note in chart.notes {
      let isBeside = drawing.unlabelled.contains { $0.label == note.words }
      #expect(said.contains(note.title) != isBeside, "\(note.title)")
    }
    #expect(drawing.unlabelled.contains { $0.label.hasPrefix("2015") })
    let boxes = texts.map(Self.box)
    for (index, box) in boxes.enumerated() {
      let other = boxes.dropFirst(index + 1).firstIndex { $0.overlaps(box) }
      #expect(other == nil, "\(texts[index].text) on \(other.map { texts[$0].text } ?? "")")
    }
    let marks = drawing.values.map { Marker(shape: .circle, isHollow: false).box(at: $0.end) }
    for (text, box) in zip(texts, boxes) where text.classes.contains("chart-note") {
      #expect(!marks.contains { $0.overlaps(box) }, "\(text.text)")
    }
    // No line of a note strikes through a mark.
    for line in elements where line.classes.contains("chart-note-line") {
      let (top, bottom) = (min(line["y1"], line["y2"]), max(line["y1"], line["y2"]))
      #expect(
        !marks.contains { mark in
          mark.left + 1 < line["x1"] && line["x1"] < mark.right - 1 && top < mark.bottom - 1
            && mark.top + 1 < bottom
        })
    }
  }

  @Test func longWordsStayWithinTheWidth() throws {
    for sample in ChartSamples.wordy {
      for width in Self.widths {
        let texts = try Self.elements(sample.chart, width).filter { $0.name == "text" }
        let outside = texts.first {
          let box = Self.box($0)
          return box.left < -4 || box.right > width + 4
        }
        #expect(outside == nil, "\(sample.name) at \(width): \(outside?.text ?? "")")
        let said = texts.map(\.text).joined(separator: " ")
        #expect(said.contains("of equal ratios, in persons") || said.contains("in persons"))
      }
    }
  }

  @Test func theWidthIsFilled() throws {
    for sample in ChartSamples.charts {
      for width in Self.widths {
        let elements = try Self.elements(sample.chart, width)
        let whole = try #require(elements.first)
        #expect(whole["width"] == width && whole.attributes["viewBox"]?.hasPrefix("0 0") == true)
        let texts = elements.filter { $0.name == "text" }.map(Self.box)
        let isPanels = sample.name.contains("panels")
        let right = texts.map(\.right).max() ?? 0
        #expect(isPanels || right > width * 0.8, "\(sample.name) at \(width)")
        #expect(right <= width + 8, "\(sample.name) at \(width): \(right)")
        let left = zip(texts, elements.filter { $0.name == "text" }).first { $0.0.left < -4 }
        #expect(left == nil, "\(sample.name) at \(width): \(left?.1.text ?? "")")
      }
    }
  }

  @Test func aNoteOutsideOfTheTimeIsRefused() {
    var chart = ChartSamples.noted
    for year in [1990.0, 2031, 9_000] {
      chart.notes = [ChartNote(year: year, title: "Far")]
      #expect(throws: ChartRefusal.outside(label: "Far")) { try chart.drawing(idPrefix: "x") }
    }
    chart.notes = [ChartNote(year: .nan, title: "Never")]
    #expect(throws: ChartRefusal.notFinite(label: "Never")) { try chart.drawing(idPrefix: "x") }
  }

  /// The stretches that are dotted are those longer than the gap.
  @Test(arguments: [0.5, 3, 6, 100])
  func dotsStandForLongGaps(gap: Double) throws {
    var chart = ChartSamples.strengths
    chart.series = [ChartSeries(label: "KFOR", runs: [ChartSamples.kfor])]
    chart.gap = gap
    let traces = try Self.elements(chart).filter { $0.classes.contains("chart-trace") }
    let dotted = traces.filter { $0.attributes["stroke-dasharray"] == "1 4" }
    let years = ChartSamples.kfor.map(\.year)
    let long = zip(years, years.dropFirst()).filter { $1 - $0 > gap }
    #expect(dotted.count == long.count)
    let solid = traces.filter { $0.attributes["stroke-dasharray"] != "1 4" }.flatMap(\.lines)
    #expect(solid.count == years.count - 1 - long.count)
  }

  @Test(arguments: [0.0, -3, .nan, .infinity])
  func aGapOfNoYearsIsRefused(gap: Double) {
    var chart = ChartSamples.strengths
    chart.gap = gap
    #expect(throws: ChartRefusal.noGap) { try chart.drawing(idPrefix: "x") }
  }

  @Test func moreThanTwentyFourPanelsAreRefused() {
    var chart = ChartSamples.panels
    chart.panels = Array(repeating: chart.panels[0], count: 60)
    #expect(throws: ChartRefusal.tooManyPanels(count: 60, limit: 24)) {
      try chart.drawing(idPrefix: "x")
    }
  }

  @Test func panelsKeepTheirValuesWhereTheyAreSeen() throws {
    let drawing = try ChartSamples.panels.drawing(width: 800, idPrefix: "x")
    let first = drawing.values.filter { $0.label == "" }
    #expect(first.count == ChartSamples.kfor.count + ChartSamples.sfor.count + 4)
    // The second panel stands to the right of the first.
    let kfor = ChartSamples.kfor.count + 1
    #expect(drawing.values[kfor].start.x > drawing.values[kfor - 1].start.x - 200)
    #expect((drawing.values.map(\.start.x).max() ?? 0) > 600)
  }

  /// In panels notes have numbers, the same in each, and what they say stands under the chart.
  @Test func notesOfPanelsAreToldUnderThem() throws {
    var chart = ChartSamples.panels
    chart.notes = ChartSamples.noted.notes
    let drawing = try chart.drawing(width: 800, idPrefix: "x")
    let keys = drawing.unlabelled
    #expect(keys.map(\.label) == chart.notes.map(\.words))
    let drawn = String(decoding: drawing.svg, as: UTF8.self).split(separator: "chart-note\"")
      .dropFirst().compactMap { $0.split(separator: ">").dropFirst().first?.prefix { $0 != "<" } }
    #expect(Set(drawn).isSubset(of: Set(keys.compactMap(\.number).map { Substring(String($0)) })))
    #expect(drawn.count > keys.count, "each panel has its own: \(drawn)")
    for (place, key) in keys.enumerated() { #expect(key.number == place + 1) }
  }

  @Test func aSecondAxisStandsAtTheValuesOfTheFirst() throws {
    let axis = Axis.numbers(
      [Extent(0), Extent(60_000)], form: .linear, atMost: 6, tickLabel: TestLabels.english)
    let second = SecondAxis(factor: 1 / 1_000.0, unit: "u", tickLabel: TestLabels.english)
    let ticks = second.ticks(of: axis, atMost: 6)
    #expect(ticks.map(\.label) == ["0", "20", "40", "60"])
    #expect(ticks.map { $0.value.rounded() } == [0, 20_000, 40_000, 60_000])
    #expect(
      SecondAxis(factor: .nan, unit: "", tickLabel: TestLabels.english)
        .ticks(of: axis, atMost: 6).isEmpty)
    let texts = try Self.elements(ChartSamples.doubled).map(\.text)
    #expect(texts.contains(ChartSamples.second.unit))
  }

  @Test func wordsAbovePlotsNeverMeet() {
    let labels = LabelsAbove(
      (0..<40).map { ("reference number \($0)", Double($0 * 17 % 300)) }, width: 400, lineWidth: 90)
    for (index, label) in labels.labels.enumerated() {
      #expect(!labels.labels.dropFirst(index + 1).contains { $0.box.overlaps(label.box) })
      #expect(label.box.bottom <= 0 && -label.box.top <= labels.height)
    }
  }

  @Test func aStackEndsAtItsSum() throws {
    let chart = ChartSamples.parts(.stacked)
    let drawing = try chart.drawing(width: 800, idPrefix: "x")
    let untaet = drawing.values.filter { $0.label == "UNTAET" }
    #expect(untaet.count == 3)
    for (before, after) in zip(untaet, untaet.dropFirst()) {
      #expect(abs(before.end.x - after.start.x) < 0.001)
    }
    let unit = (untaet[0].end.x - untaet[0].start.x) / 7_700
    #expect(abs(untaet[2].end.x - untaet[0].start.x - unit * 9_787) < 0.01)
    // What is below zero goes the other way from zero.
    let negative = try #require(drawing.values.first { $0.value.low == -150 })
    #expect(negative.end.x < negative.start.x && abs(negative.start.x - untaet[0].start.x) < 0.01)
  }

  @Test func whatIsNotExactIsNotStacked() {
    var chart = ChartSamples.parts(.stacked)
    chart.rows[0].parts[0].value.value = Extent(low: 1, high: 2)
    #expect(throws: ChartRefusal.notStacked(label: "UNMIK")) { try chart.drawing(idPrefix: "x") }
    chart.form = .grouped
    #expect(throws: Never.self) { try chart.drawing(idPrefix: "x") }
    chart.isLogarithmic = true
    #expect(throws: ChartRefusal.logarithmicBars) { try chart.drawing(idPrefix: "x") }
    chart.rows = []
    chart.isLogarithmic = false
    #expect(throws: ChartRefusal.empty) { try chart.drawing(idPrefix: "x") }
  }

  @Test func sectionsSortTheirRowsAmongThemselves() {
    let sorted = ChartSamples.sections.sorted
    #expect(sorted.map(\.section) == sorted.map(\.section).sorted())
    for section in 0..<3 {
      let ends = sorted.filter { $0.section == section }.map(\.value.leadingEnd)
      #expect(ends == ends.sorted(by: >))
    }
  }

  @Test(arguments: widths)
  func whatOverlapsInALaneStacks(width: Double) throws {
    let drawing = try ChartSamples.lanes.drawing(width: width, idPrefix: "x")
    let bars = drawing.values.filter { $0.start.x != $0.end.x }
    for (index, bar) in bars.enumerated() {
      for other in bars.dropFirst(index + 1) where other.start.y == bar.start.y {
        #expect(other.start.x >= bar.end.x || bar.start.x >= other.end.x)
      }
    }
    let rows = try ChartSamples.timeline.drawing(width: width, idPrefix: "x")
    let saved = Set(rows.values.map(\.start.y)).count - Set(bars.map(\.start.y)).count
    #expect(width < 800 ? saved >= 0 : saved > 0)
  }

  @Test func aLongTimelineIsPartedWithoutLoss() throws {
    let parts = ChartSamples.timeline.split(after: 6)
    #expect(parts.map(\.items.count) == [6, ChartSamples.timeline.items.count - 6])
    #expect(parts.flatMap(\.items).map(\.label) == ChartSamples.timeline.items.map(\.label))
    #expect(parts[0].span == parts[1].span)
    #expect(ChartSamples.timeline.split(after: 99).count == 1)
  }

  @Test func aSlopeNamesBothEnds() throws {
    let drawing = try ChartSamples.slope.drawing(width: 800, idPrefix: "x")
    #expect(drawing.values.count == 10)
    #expect(Set(drawing.values.map(\.start.x)).count == 2)
    #expect(drawing.marks == [.approximate])
    var chart = ChartSamples.slope
    chart.isLogarithmic = true
    chart.slopes[0].first.value = Extent(0)
    #expect(throws: ChartRefusal.notPositive(label: "KFOR")) { try chart.drawing(idPrefix: "x") }
  }

  @Test func aSparklineEndsInItsNewestValue() throws {
    let points = [(year: 2000.0, value: Extent(10)), (2010, Extent(0)), (2005, Extent(5))]
    let svg = try #require(Sparkline(points)?.svg(title: "T"))
    let elements = SVGElement.all(in: svg)
    let mark = try #require(elements.first { $0.name == "circle" })
    let lines = try #require(elements.first { $0.classes == ["chart-spark-line"] }?.lines)
    #expect(lines.count == 2 && lines[1].x2 == mark["cx"] && lines[1].y2 == mark["cy"])
    #expect(lines[0].y1 < lines[1].y2)
    #expect(Sparkline([points[0]]) == nil)
    #expect(Sparkline([points[0], (2001, Extent(.nan))]) == nil)
    let many = (0..<5_000).map { (year: Double($0), value: Extent(Double($0 % 7))) }
    #expect((Sparkline(many)?.svg(title: "T").count ?? 0) < 4_000)
  }

  /// Twice the rows are twice the drawing.
  @Test func sizesGrowAsTheirRecords() throws {
    func size(_ count: Int) throws -> [Int] {
      let values = (0..<count).map { Extent(Double($0 * 7_919 % 10_007)) }
      let rows = values.map { ChartRow(label: "A", value: $0, text: "1") }
      let parts = PartsChart(
        text: ChartInputTests.text, form: .grouped, unit: "km", parts: ["a", "b"],
        rows: rows.map { row in
          PartsRow(label: "A", parts: [0, 1].map { PartsRow.Part(index: $0, value: row) })
        }, tickLabel: TestLabels.english)
      let timeline = TimelineChart(
        text: ChartInputTests.text,
        groups: [
          TimelineGroup(
            label: "G",
            items: (0..<count).map {
              TimelineItem(label: "A", extent: .period(from: Double($0), to: Double($0) + 3))
            }, isLane: true)
        ])
      let charts: [any DrawableChart] = [
        ChartInputTests.ranking(values), ChartInputTests.ranking(values, .dots), parts, timeline,
        ChartInputTests.scatter(values.map { ($0, $0) }),
      ]
      return try charts.map { try $0.drawing(width: 800, idPrefix: "x").svg.count }
    }
    for (one, two) in zip(try size(1_000), try size(2_000)) {
      #expect(Double(two) / Double(one) < 2.2)
    }
  }
}
