/// The axes of a chart of lines, which panels share.
struct LineAxes {
  let sheet: ChartSheet
  let x: Axis
  let y: Axis
  let second: [Axis.Tick]
  let secondUnit: String

  init(_ chart: LineChart, _ sheet: ChartSheet) {
    self.sheet = sheet
    let points = chart.points
    y = Axis.numbers(
      points.flatMap(\.extents) + chart.references.map { Extent($0.value) },
      form: chart.isLogarithmic ? .logarithmic : .linear, atMost: 6, tickLabel: chart.tickLabel)
    let years = points.map(\.year)
    x = .years(from: years.min() ?? 0, to: years.max() ?? 1, atMost: Int(sheet.width / 60) + 1)
    second = chart.second?.ticks(of: y, atMost: 6) ?? []
    secondUnit = chart.second?.unit ?? ""
  }

  /// What the labels of the second axis take up at the right.
  var secondWidth: Double {
    second.isEmpty ? 0 : second.reduce(0) { max($0, TextWidth.of($1.label)) } + 12
  }
}

/// Where everything in a chart of lines stands, or in a panel of it.
struct LineLayout {
  private let chart: LineChart
  private let axes: LineAxes
  private let area: PlotArea
  private let box: Box
  private let unit: [String]
  private let secondUnit: [String]
  private let labels: [LineLabel]
  private let references: [(reference: ChartReference, box: Box?)]
  private let peaks: [(text: String, box: Box)]
  let notes: LineNotes
  let height: Double

  /// - Parameters:
  ///   - width: That of the chart, or of a panel.
  ///   - plotHeight: `nil` for what suits the width.
  ///   - isPanel: Whether it is one of several; then names stand in the plot, and the highest value of
  ///     each line is named.
  init(
    _ chart: LineChart, _ axes: LineAxes, width: Double, plotHeight: Double? = nil,
    isPanel: Bool = false
  ) {
    self.chart = chart
    self.axes = axes
    let column = axes.sheet.isNarrow ? 92.0 : 150
    let names = chart.series.map { LineLabel.lines(of: $0, within: column) }
    let nameWidth = isPanel ? 0 : names.reduce(0) { max($0, TextWidth.widest($1, isBold: true)) }
    unit = chart.unit.isEmpty ? [] : TextWidth.lines(chart.unit, within: width * 0.62)
    // Over panels both units stand once.
    let hasSecond = !axes.secondUnit.isEmpty && !isPanel
    secondUnit = hasSecond ? TextWidth.lines(axes.secondUnit, within: width * 0.34) : []
    let headCount = max(unit.count, secondUnit.count)
    let top = headCount > 0 ? Double(headCount) * TextWidth.lineHeight + 12 : 8
    let nameHeight = isPanel ? 0 : Double(names.joined().count) * TextWidth.lineHeight
    let left = max(axes.y.labelWidth + 6, 18)
    box = Box(
      left: left, top: top,
      right: max(width - axes.secondWidth - (nameWidth > 0 ? nameWidth + 14 : 18), left + 60),
      bottom: top + max(plotHeight ?? (axes.sheet.isNarrow ? 240 : 320), nameHeight))
    let lying = axes.x.scale(from: box.left, to: box.right)
    area = PlotArea(
      axes.x.thinned(along: lying, within: width), axes.y, in: box, width: width)
    height = box.bottom + 24
    var room = LineRoom(chart.series, area, box)
    peaks = isPanel ? room.peaks(of: chart.series) : []
    let columnLeft = isPanel ? nil : box.right + axes.secondWidth + 12
    labels = LineLabel.place(
      on: Self.named(chart.series, isPanel: isPanel), in: area, box,
      LineLabel.Column(left: columnLeft, width: column), &room.labels)
    references = chart.references.map { [area] in
      ($0, room.place($0, at: area.y.position($0.value)))
    }
    notes = LineNotes(chart.notes, in: area, box, room, axes.sheet, isPanel: isPanel)
  }

  /// In a panel the newest value stands without its date.
  private static func named(_ series: [ChartSeries], isPanel: Bool) -> [ChartSeries] {
    guard isPanel else { return series }
    return series.map { line in
      var line = line
      line.runs = line.runs.map { run in
        run.map { point in
          var point = point
          point.when = ""
          return point
        }
      }
      return line
    }
  }

  func draw(to svg: inout SVGWriter) {
    let head = Double(unit.count) * TextWidth.lineHeight / 2
    svg.text(unit, "chart-unit", at: Point(x: 0, y: head))
    let texts = labels.map(\.box) + references.compactMap(\.box) + notes.boxes + peaks.map(\.box)
    area.drawAxes(clearOf: texts, to: &svg)
    drawSecond(to: &svg)
    drawReferences(clearOf: texts, to: &svg)
    notes.draw(clearOf: texts, to: &svg)
    let isCrowded = chart.points.count > 80
    for (index, line) in chart.series.enumerated() {
      let style = SeriesStyle(index)
      svg.series(style) { svg in
        svg.marks { svg in
          for run in line.runs { draw(run, of: line.label, style, isCrowded: isCrowded, to: &svg) }
          for label in labels where label.series == index { drawLeader(to: label, &svg) }
        }
        for label in labels where label.series == index { label.draw(to: &svg) }
      }
    }
    for peak in peaks {
      let place = Point(x: peak.box.left, y: (peak.box.top + peak.box.bottom) / 2)
      svg.text([peak.text], "chart-value", at: place)
    }
  }

  private func drawSecond(to svg: inout SVGWriter) {
    guard !axes.second.isEmpty else { return }
    let right = box.right + 6
    let head = Double(secondUnit.count) * TextWidth.lineHeight / 2
    svg.text(secondUnit, "chart-unit", at: Point(x: area.width, y: head), .end)
    svg.strokes("grid", 0.4) { svg in
      let notches = axes.second.map { tick in
        let y = area.y.position(tick.value)
        return (start: Point(x: box.right, y: y), end: Point(x: right - 2, y: y))
      }
      svg.lines("notch", notches, 0.75)
    }
    svg.texts(
      axes.second.map { ($0.label, Point(x: right, y: area.y.position($0.value))) },
      "chart-second-tick", .start)
  }

  private func drawReferences(clearOf texts: [Box], to svg: inout SVGWriter) {
    guard !references.isEmpty else { return }
    svg.strokes("median-line", 0.6) { svg in
      for (reference, _) in references {
        let y = area.y.position(reference.value)
        for part in LineBreaks.lying(at: y, from: box.left, to: box.right, clearOf: texts) {
          svg.dashed("reference", from: part.start, to: part.end, dashes: "4 3", width: 1)
        }
      }
    }
    for (reference, place) in references {
      guard let place else { continue }
      let middle = Point(x: place.left + 2, y: (place.top + place.bottom) / 2)
      svg.text([reference.text], "chart-median", at: middle)
    }
  }

  /// A thread from the last point to a name that does not stand beside it; it ends before the numbers of
  /// a second axis.
  private func drawLeader(to label: LineLabel, _ svg: inout SVGWriter) {
    guard label.isFar else { return }
    let end = axes.second.isEmpty ? label.place.x - 3 : box.right - 2
    svg.link(
      "leader", from: Point(x: label.end.x + 5, y: label.end.y),
      to: Point(x: end, y: label.place.y))
  }
}

// Lines and their points.
extension LineLayout {
  private func draw(
    _ run: [ChartPoint], of label: String, _ style: SeriesStyle, isCrowded: Bool,
    to svg: inout SVGWriter
  ) {
    let ordered = run.enumerated().sorted {
      ($0.element.year, $0.offset) < ($1.element.year, $1.offset)
    }
    let points = thinned(ordered.map(\.element))
    for line in points.traces { drawLine(line, style, &svg) }
    for point in points {
      drawOthers(of: point, label, to: &svg)
      let isMarked = !isCrowded || points.count == 1 || !point.others.isEmpty
      let shape = point.others.isEmpty ? style.shape : .diamond
      let mark = area.mark(
        point.value, of: point, Marker(shape: shape, isHollow: point.isApproximate),
        hasSignedEnds: point.isApproximate || !point.others.isEmpty)
      svg.values.append(mark.drawn(as: label))
      if isMarked || !point.value.isExact { mark.draw(to: &svg) }
    }
  }

  /// A line as far as its points follow on one another, dots where a gap is too long.
  private func drawLine(
    _ line: [(point: ChartPoint, value: Double)], _ style: SeriesStyle, _ svg: inout SVGWriter
  ) {
    var part: [Point] = []
    for (index, item) in line.enumerated() {
      let place = area.place(item.point, item.value)
      if index > 0, let gap = chart.gap, item.point.year - line[index - 1].point.year > gap {
        if part.count > 1 { svg.trace(part, style.dashes) }
        svg.trace([part.last ?? place, place], "1 4")
        part = []
      }
      part.append(place)
    }
    if part.count > 1 { svg.trace(part, style.dashes) }
  }

  /// The values that dispute a point's.
  private func drawOthers(of point: ChartPoint, _ label: String, to svg: inout SVGWriter) {
    for other in point.others {
      if let gap = point.value.gap(to: other) {
        svg.link("dispute", from: area.place(point, gap.from), to: area.place(point, gap.to))
      }
      let marker = Marker(shape: .diamond, isHollow: true, radius: 2.75)
      area.mark(other, of: point, marker, hasSignedEnds: true).draw(as: label, to: &svg)
    }
  }

  /// Of a run with more points than the drawing can show, the first, the lowest, the highest and
  /// the last of each unit of width, and all that are disputed or within bounds.
  private func thinned(_ points: [ChartPoint]) -> [ChartPoint] {
    guard points.count > 800 else { return points }
    var kept: Set<Int> = []
    var start = 0
    for index in points.indices {
      if !points[index].others.isEmpty || !points[index].value.isExact { kept.insert(index) }
      let column = Int(area.x.position(points[index].year))
      let isLast = index + 1 == points.count
      guard isLast || Int(area.x.position(points[index + 1].year)) != column else { continue }
      let values = (start...index).map { (index: $0, value: points[$0].value) }
      kept.formUnion([start, index])
      values.min { $0.value.leadingEnd < $1.value.leadingEnd }.map { _ = kept.insert($0.index) }
      values.max { $0.value.trailingEnd < $1.value.trailingEnd }
        .map { _ = kept.insert($0.index) }
      start = index + 1
    }
    return kept.sorted().map { points[$0] }
  }
}

extension [ChartPoint] {
  /// The lines that join the points: one along the low ends and one along the high ones, the second
  /// only as far as it is another; an end that is not known is passed by the one that is.
  var traces: [[(point: ChartPoint, value: Double)]] {
    guard count > 1 else { return [] }
    let low = map { (point: $0, value: $0.value.leadingEnd) }
    let differing = indices.filter { self[$0].value.ends.count > 1 }
    return [low]
      + differing.reduce(into: [[Int]]()) { runs, index in
        if runs.last?.last == index - 1 {
          runs[runs.count - 1].append(index)
        } else {
          runs.append([index])
        }
      }.map { run in
        let first = Swift.max(run[0] - 1, 0)
        let last = Swift.min(run[run.count - 1] + 1, count - 1)
        return (first...last).map { (point: self[$0], value: self[$0].value.trailingEnd) }
      }
  }
}
