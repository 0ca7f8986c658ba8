/// A period or a moment on a timeline.
public struct TimelineItem: Sendable {
  /// When it is, in decimal years.
  public enum Stretch: Sendable {
    case moment(Double)
    /// Without an end it goes on, without a beginning that is not known.
    case period(from: Double?, to: Double?)
  }

  public var label: String
  public var extent: Stretch
  public var isInForce: Bool
  /// The item in words, shown on pointing at it; empty for none.
  public var note: String

  public init(label: String, extent: Stretch, isInForce: Bool = false, note: String = "") {
    self.label = label
    self.extent = extent
    self.isInForce = isInForce
    self.note = note
  }
}

/// The items of a timeline under one heading.
public struct TimelineGroup: Sendable {
  /// Empty for no heading.
  public var label: String
  public var items: [TimelineItem]

  public init(label: String, items: [TimelineItem]) {
    self.label = label
    self.items = items
  }
}

/// A day that is marked through all rows of a timeline.
public struct TimelineMark: Sendable {
  /// In decimal years.
  public var year: Double
  /// What happened on it; empty for nothing.
  public var label: String

  public init(year: Double, label: String) {
    self.year = year
    self.label = label
  }
}

/// Periods as bars and moments as diamonds on one axis of years, a row each, in groups.
///
/// A period without an end runs to the edge and ends in an arrow; what is in force is strong, the
/// rest thin. A name stands behind its bar, else before it, else above.
public struct TimelineChart: Sendable {
  public var text: ChartText
  public var groups: [TimelineGroup]
  /// The words that explain the strong bars; empty for no explanation.
  public var inForceLabel: String
  public var mark: TimelineMark?

  public init(
    text: ChartText, groups: [TimelineGroup], inForceLabel: String = "",
    mark: TimelineMark? = nil
  ) {
    self.text = text
    self.groups = groups
    self.inForceLabel = inForceLabel
    self.mark = mark
  }

  /// Draws the chart.
  ///
  /// - Parameter idPrefix: Begins the ids in the drawing.
  public func drawing(idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    for item in items { try item.check() }
    guard !items.isEmpty else { throw .empty }
    if let mark { try ChartRefusal.check(year: mark.year, of: mark.label) }
    let layout = TimelineLayout(self)
    let svg = ChartSheet.svg(text, "chart-timeline", height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg)
  }

  var items: [TimelineItem] { groups.flatMap(\.items) }
}

extension TimelineItem {
  fileprivate func check() throws(ChartRefusal) {
    guard !years.isEmpty else { throw .withoutDates(label: label) }
    for year in years { try ChartRefusal.check(year: year, of: label) }
    if let first = years.first, let last = years.last, first > last {
      throw .reversed(label: label)
    }
  }

  fileprivate var years: [Double] {
    switch extent {
    case .moment(let year): [year]
    case .period(let from, let to): [from, to].compactMap(\.self)
    }
  }
}

/// Where everything on a timeline stands.
private struct TimelineLayout {
  private let axis: Axis
  private let scale: Scale
  private let inForceLabel: String
  private let mark: TimelineMark?
  private let markLines: [String]
  private var rows: [Row] = []
  private var headings: [(label: String, y: Double)] = []
  private let top: Double
  private var bottom: Double

  /// An item with the places of its bar and of its name.
  private struct Row {
    var item: TimelineItem
    var bar: TimelineBar
    var label: [String]
    var place: Point
    var anchor: SVGWriter.Anchor

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

  init(_ chart: TimelineChart) {
    let years = chart.items.flatMap(\.years) + [chart.mark?.year].compactMap(\.self)
    let (first, last) = (years.min() ?? 0, years.max() ?? 1)
    let goesOn = chart.items.contains {
      if case .period(_, nil) = $0.extent { true } else { false }
    }
    axis = .years(from: first, to: goesOn ? last + (last - first) * 0.03 : last, atMost: 8)
    scale = axis.scale(from: 8, to: ChartSheet.width - 8)
    inForceLabel = chart.inForceLabel
    let hasKey = !inForceLabel.isEmpty && chart.items.contains(where: \.isInForce)
    top = 22 + (hasKey ? TextWidth.lineHeight + 4 : 0)
    mark = chart.mark
    markLines = mark.map { $0.label.isEmpty ? [] : TextWidth.lines($0.label, within: 180) } ?? []
    bottom = top + 4 + Double(markLines.count) * TextWidth.lineHeight
    for group in chart.groups {
      if !group.label.isEmpty {
        headings.append((group.label, bottom + 14))
        bottom += 26
      }
      for item in group.items { append(item) }
    }
    bottom += 4
  }

  var height: Double { bottom + 22 }

  private mutating func append(_ item: TimelineItem) {
    let bar = TimelineBar(item, on: scale)
    let width = TextWidth.of(item.label)
    let middle = bottom + 9
    if bar.end + 6 + width <= ChartSheet.width {
      let place = Point(x: bar.end + 6, y: middle)
      rows.append(
        Row(item: item, bar: bar.at(middle), label: [item.label], place: place, anchor: .start))
      bottom += 18
    } else if bar.start - 6 - width >= 0 {
      let place = Point(x: bar.start - 6, y: middle)
      rows.append(
        Row(item: item, bar: bar.at(middle), label: [item.label], place: place, anchor: .end))
      bottom += 18
    } else {
      appendBelowLabel(item, bar)
    }
  }

  private mutating func appendBelowLabel(_ item: TimelineItem, _ bar: TimelineBar) {
    let lines = TextWidth.lines(item.label, within: ChartSheet.width)
    let width = lines.reduce(0) { max($0, TextWidth.of($1)) }
    let height = Double(lines.count) * TextWidth.lineHeight
    let place = Point(
      x: max(0, min(bar.start, ChartSheet.width - width)), y: bottom + 1 + height / 2)
    rows.append(
      Row(item: item, bar: bar.at(bottom + height + 5), label: lines, place: place, anchor: .start))
    bottom += height + 12
  }

  func draw(to svg: inout SVGWriter) {
    drawKey(to: &svg)
    svg.strokes("grid", 0.18) { svg in
      let texts =
        rows.map { Box(of: $0.label, at: $0.place, $0.anchor) }
        + headings.map { Box(of: [$0.label], at: Point(x: 0, y: $0.y)) }
      let rules = axis.ticks.flatMap { tick in
        LineBreaks.standing(
          at: scale.position(tick.value), from: top - 4, to: bottom, clearOf: texts)
      }
      svg.lines("rule", rules, 0.75)
    }
    drawMark(to: &svg)
    axis.drawLabels(along: scale, at: top - 13, to: &svg)
    axis.drawLabels(along: scale, at: bottom + 12, to: &svg)
    for heading in headings {
      svg.text([heading.label], "chart-group", at: Point(x: 0, y: heading.y))
    }
    svg.series(SeriesStyle(0)) { svg in
      for row in rows {
        svg.values.append(row.drawn)
        row.bar.draw(note: row.item.note, to: &svg)
      }
    }
    for row in rows { svg.text(row.label, "chart-label", at: row.place, row.anchor) }
  }

  /// A dotted line through all rows, with its words above them.
  private func drawMark(to svg: inout SVGWriter) {
    guard let mark else { return }
    let x = scale.position(mark.year)
    let height = Double(markLines.count) * TextWidth.lineHeight
    let texts = rows.map { Box(of: $0.label, at: $0.place, $0.anchor) }
    svg.strokes("mark-line", 0.7) { svg in
      for part in LineBreaks.standing(at: x, from: top + height, to: bottom, clearOf: texts) {
        svg.element(
          "line",
          [
            "x1": .number(x), "y1": .number(part.start.y), "x2": .number(x),
            "y2": .number(part.end.y), "stroke-width": 1.0, "stroke-dasharray": "2 2",
          ])
      }
    }
    let half = markLines.reduce(0) { max($0, TextWidth.of($1)) } / 2
    let place = Point(x: min(max(x, half), ChartSheet.width - half), y: top + height / 2)
    svg.text(markLines, "chart-mark", at: place, .middle)
  }

  private func drawKey(to svg: inout SVGWriter) {
    guard top > 22 else { return }
    let y = TextWidth.lineHeight / 2
    svg.series(SeriesStyle(0)) { svg in
      TimelineBar(start: 0, end: 22, shape: .bar(before: false, after: true), isInForce: true)
        .at(y).draw(note: "", to: &svg)
    }
    svg.text([inForceLabel], "chart-sign", at: Point(x: 28, y: y))
  }
}

/// The mark of an item on a timeline.
private struct TimelineBar {
  enum Shape {
    case diamond
    /// Whether it has an arrow at its beginning and at its end.
    case bar(before: Bool, after: Bool)
  }

  var start: Double
  var end: Double
  var y = 0.0
  var shape: Shape
  var isInForce: Bool

  init(start: Double, end: Double, shape: Shape, isInForce: Bool) {
    self.start = start
    self.end = end
    self.shape = shape
    self.isInForce = isInForce
  }

  init(_ item: TimelineItem, on scale: Scale) {
    switch item.extent {
    case .moment(let year):
      let x = scale.position(year)
      self.init(start: x - 5, end: x + 5, shape: .diamond, isInForce: item.isInForce)
    case .period(let from, let to):
      let start = from.map(scale.position) ?? 0
      let end = to.map(scale.position) ?? ChartSheet.width
      self.init(
        start: start, end: max(end, start + 1.5),
        shape: .bar(before: from == nil, after: to == nil),
        isInForce: item.isInForce)
    }
  }

  /// The same bar at a height.
  func at(_ y: Double) -> TimelineBar {
    var bar = self
    bar.y = y
    return bar
  }

  func draw(note: String, to svg: inout SVGWriter) {
    let name = isInForce ? "in-force" : "ended"
    switch shape {
    case .diamond:
      svg.marks(name) { svg in
        Marker(shape: .diamond, isHollow: false)
          .draw(at: Point(x: (start + end) / 2, y: y), note: note, to: &svg)
      }
    case .bar(let before, let after):
      svg.element(
        "path",
        [
          "class": .text("period " + name), "d": .text(outline(before, after)),
        ], isInForce ? [:] : ["fill-opacity": 0.5]
      ) { $0.note(note) }
    }
  }

  private func outline(_ before: Bool, _ after: Bool) -> String {
    let half = isInForce ? 3.5 : 1.75
    let (left, right) = (start + (before ? 7 : 0), end - (after ? 7 : 0))
    var corners = [Point(x: left, y: y - half), Point(x: right, y: y - half)]
    if after { corners += arrow(from: right, to: end) }
    corners += [Point(x: right, y: y + half), Point(x: left, y: y + half)]
    if before { corners += arrow(from: left, to: start).reversed() }
    let places = corners.map { SVGWriter.number($0.x) + " " + SVGWriter.number($0.y) }
    return "M" + places.joined(separator: "L") + "Z"
  }

  private func arrow(from base: Double, to tip: Double) -> [Point] {
    [Point(x: base, y: y - 6), Point(x: tip, y: y), Point(x: base, y: y + 6)]
  }
}
