/// Where everything on a timeline stands.
struct TimelineLayout {
  private let axis: Axis
  private let scale: Scale
  private let sheet: ChartSheet
  private let key: TimelineKey
  private let marks: LabelsAbove
  private var rows: [Row] = []
  private var headings: [(label: [String], y: Double)] = []
  private let top: Double
  private var bottom: Double
  /// How far the lines of the lane that is being filled are taken, each with its height.
  private var lane: [(right: Double, y: Double)] = []

  /// An item with the places of its bar and of its name.
  private struct Row {
    var item: TimelineItem
    var bar: TimelineBar
    var label: [String]
    var place: Point
    var anchor: SVGWriter.Anchor

    var box: Box { Box(of: label, at: place, anchor) }

    /// The period in decimal years, and its bar.
    var drawn: DrawnValue {
      let value =
        switch item.extent {
        case .moment(let year): Extent(year)
        case .period(let from, let to): Extent(low: from ?? -.infinity, high: to ?? .infinity)
        }
      return DrawnValue(
        label: item.label, value: value, start: Point(x: bar.start, y: bar.y),
        end: Point(x: bar.end, y: bar.y))
    }
  }

  init(_ chart: TimelineChart, _ sheet: ChartSheet) {
    self.sheet = sheet
    let span = chart.span
    let whole = Axis.years(
      from: span.first, to: span.last, atMost: sheet.isNarrow ? 7 : Int(sheet.width / 60))
    scale = whole.scale(from: 8, to: sheet.width - 8)
    axis = whole.thinned(along: scale, within: sheet.width)
    key = TimelineKey(chart, width: sheet.width)
    top = 22 + key.height
    marks = LabelsAbove(
      chart.marks.map { [scale] in ($0.label, scale.position($0.year)) }, width: sheet.width,
      lineWidth: 180)
    bottom = top + 4 + marks.height
    for group in chart.groups { append(group) }
    bottom += 4
  }

  private var width: Double { sheet.width }
  var height: Double { bottom + 22 }

  private mutating func append(_ group: TimelineGroup) {
    if !group.label.isEmpty {
      let lines = TextWidth.lines(group.label, within: width, isBold: true)
      let height = Double(lines.count) * TextWidth.lineHeight
      headings.append((lines, bottom + 6 + height / 2))
      bottom += height + 10
    }
    lane = []
    for item in group.items {
      // Outside lanes each item has a line of its own.
      if !group.isLane { lane = [] }
      append(item)
    }
  }

  /// Puts an item on the first line of the lane that has room for bar and name, else on a new one.
  private mutating func append(_ item: TimelineItem) {
    let bar = TimelineBar(item, on: scale, width: width)
    let length = TextWidth.of(item.label)
    let isBehind = bar.end + 6 + length <= width
    guard isBehind || bar.start - 6 - length >= 0 else {
      appendBelowLabel(item, bar)
      lane = []
      return
    }
    let left = isBehind ? bar.start : bar.start - 6 - length
    let right = isBehind ? bar.end + 6 + length : bar.end
    let line: Int
    if let free = lane.firstIndex(where: { $0.right + 12 <= left }) {
      line = free
    } else {
      line = lane.count
      lane.append((0, bottom + 9))
      bottom += 18
    }
    lane[line].right = right
    let y = lane[line].y
    rows.append(
      Row(
        item: item, bar: bar.at(y), label: [item.label],
        place: Point(x: isBehind ? bar.end + 6 : bar.start - 6, y: y),
        anchor: isBehind ? .start : .end))
  }

  private mutating func appendBelowLabel(_ item: TimelineItem, _ bar: TimelineBar) {
    let lines = TextWidth.lines(item.label, within: width)
    let length = TextWidth.widest(lines)
    let height = Double(lines.count) * TextWidth.lineHeight
    let place = Point(x: max(0, min(bar.start, width - length)), y: bottom + 1 + height / 2)
    rows.append(
      Row(item: item, bar: bar.at(bottom + height + 5), label: lines, place: place, anchor: .start))
    bottom += height + 12
  }
}

extension TimelineLayout {
  func draw(to svg: inout SVGWriter) {
    key.draw(to: &svg)
    let texts =
      rows.map(\.box)
      + headings.map { Box(of: $0.label, at: Point(x: 0, y: $0.y)) }
    svg.strokes("grid", 0.18) { svg in
      let start = top + marks.height
      let boxes = texts + marks.boxes(above: start)
      let rules = axis.ticks.flatMap { tick in
        LineBreaks.standing(
          at: scale.position(tick.value), from: start - 4, to: bottom, clearOf: boxes)
      }
      svg.lines("rule", rules, 0.75)
    }
    marks.draw(.mark, above: top + marks.height, to: bottom, clearOf: texts, in: &svg)
    axis.drawLabels(along: scale, at: top - 13, within: width, to: &svg)
    axis.drawLabels(along: scale, at: bottom + 12, within: width, to: &svg)
    for heading in headings {
      svg.text(heading.label, "chart-group", at: Point(x: 0, y: heading.y), isBold: true)
    }
    svg.series(SeriesStyle(0)) { svg in
      for row in rows {
        svg.values.append(row.drawn)
        row.bar.draw(note: row.item.note, to: &svg)
        for moment in row.item.moments { draw(moment, of: row, to: &svg) }
      }
    }
    for row in rows { svg.text(row.label, "chart-label", at: row.place, row.anchor) }
  }

  private func draw(
    _ moment: TimelineItem.Moment, of row: Row, to svg: inout SVGWriter
  ) {
    guard moment.year >= scale.low, moment.year <= scale.high else { return }
    let place = Point(x: scale.position(moment.year), y: row.bar.y)
    svg.values.append(
      DrawnValue(label: row.item.label, value: Extent(moment.year), start: place, end: place))
    svg.marks("moment") { svg in
      Marker(shape: .diamond, isHollow: true).draw(at: place, note: moment.note, to: &svg)
    }
  }
}

/// What strong bars and diamonds within periods mean, above a timeline.
private struct TimelineKey {
  private let inForce: [String]
  private let moment: [String]
  private let isStacked: Bool
  /// The room for a bar, and for a diamond, before their words.
  private static let (barWidth, diamondWidth) = (28.0, 18.0)

  init(_ chart: TimelineChart, width: Double) {
    func lines(_ label: String, _ isThere: Bool, _ sign: Double) -> [String] {
      isThere && !label.isEmpty ? TextWidth.lines(label, within: width - sign) : []
    }
    let items = chart.items
    inForce = lines(chart.inForceLabel, items.contains(where: \.isInForce), Self.barWidth)
    moment = lines(
      chart.momentLabel, items.contains { !$0.moments.isEmpty }, Self.diamondWidth)
    isStacked = TextWidth.widest(inForce) + TextWidth.widest(moment) + 80 > width
  }

  var height: Double {
    let lines = isStacked ? inForce.count + moment.count : max(inForce.count, moment.count)
    return lines == 0 ? 0 : Double(lines) * TextWidth.lineHeight + 4
  }

  func draw(to svg: inout SVGWriter) {
    let bar = Point(x: 0, y: Double(inForce.count) * TextWidth.lineHeight / 2)
    if !inForce.isEmpty {
      svg.series(SeriesStyle(0)) { svg in
        TimelineBar(start: 0, end: 22, shape: .bar(before: false, after: true), isInForce: true)
          .at(bar.y).draw(note: "", to: &svg)
      }
      svg.text(inForce, "chart-sign", at: Point(x: Self.barWidth, y: bar.y))
    }
    guard !moment.isEmpty else { return }
    let isBeside = !isStacked && !inForce.isEmpty
    let place = Point(
      x: isBeside ? Self.barWidth + TextWidth.widest(inForce) + 16 : 0,
      y: (isStacked ? 2 * bar.y : 0) + Double(moment.count) * TextWidth.lineHeight / 2)
    svg.series(SeriesStyle(0)) { svg in
      svg.marks("moment") { svg in
        Marker(shape: .diamond, isHollow: true)
          .draw(at: Point(x: place.x + 6, y: place.y), to: &svg)
      }
    }
    svg.text(moment, "chart-sign", at: Point(x: place.x + Self.diamondWidth, y: place.y))
  }
}
