/// The name of a line with its newest value: beside the line's last point where there is room, else
/// in the column at the right of the plot.
struct LineLabel {
  /// The place of the series among the others.
  var series: Int
  /// The lines of the name, then those of the newest value.
  var lines: [String]
  /// How many of them are the name.
  var nameCount: Int
  /// The last point of the line.
  var end: Point
  /// The left edge of the text, and the middle of its height.
  var place: Point
  /// Whether a thread has to tie the name to its line.
  var isFar = false

  var box: Box { Box(of: lines, at: place, isBold: nameCount > 0) }

  /// The lines of a name, and of the newest value, in the column.
  static func lines(of series: ChartSeries, within width: Double) -> [String] {
    names(of: series, within: width) + newest(of: series, within: width)
  }

  private static func names(of series: ChartSeries, within width: Double) -> [String] {
    series.label.isEmpty ? [] : TextWidth.lines(series.label, within: width, isBold: true)
  }

  private static func newest(of series: ChartSeries, within width: Double) -> [String] {
    guard let last = series.last else { return [] }
    return [last.text, last.when].filter { !$0.isEmpty }
      .flatMap { TextWidth.lines($0, within: width) }
  }

  /// Where names may stand.
  struct Column {
    /// The left edge; `nil` where there is no column, and what finds no room is left out.
    var left: Double?
    /// The longest line that there may be.
    var width: Double
  }

  /// The names of all series that have one, where they stand.
  static func place(
    on series: [ChartSeries], in area: PlotArea, _ box: Box, _ beside: Column,
    _ room: inout SpotLabels
  ) -> [LineLabel] {
    var labels: [LineLabel] = []
    for (index, line) in series.enumerated() {
      let width = beside.width
      let lines = lines(of: line, within: width)
      guard !lines.isEmpty, let last = line.last else { continue }
      let end = area.place(last, last.value.trailingEnd)
      let column = Point(x: beside.left ?? .infinity, y: end.y)
      var label = LineLabel(
        series: index, lines: lines, nameCount: names(of: line, within: width).count, end: end,
        place: column)
      label.moveBeside(box, &room)
      if label.place.x.isFinite { labels.append(label) }
    }
    moveApart(&labels, box)
    return labels
  }

  /// Takes a name out of the column if its line ends well before it and there is room at its end.
  private mutating func moveBeside(_ box: Box, _ room: inout SpotLabels) {
    guard end.x < box.right - 20 || !place.x.isFinite else { return }
    let spot = Marker(shape: .circle, isHollow: false).box(at: end)
    // The name alone where there is no room for the newest value.
    for count in Set([lines.count, max(nameCount, 1)]).sorted(by: >) {
      let words = Array(lines.prefix(count))
      let width = TextWidth.widest(words, isBold: true)
      guard let free = room.place(width: width, lines: count, beside: spot) else { continue }
      lines = words
      place = Point(x: free.left, y: (free.top + free.bottom) / 2)
      return
    }
  }

  private static func moveApart(_ labels: inout [LineLabel], _ box: Box) {
    let column = labels.indices.filter { labels[$0].place.x > box.right }
    let wanted = column.map {
      LabelColumn.Label(
        centre: labels[$0].place.y, height: Double(labels[$0].lines.count) * TextWidth.lineHeight)
    }
    let centres = LabelColumn.centres(wanted, from: box.top - 6, to: box.bottom + 6)
    for (index, centre) in zip(column, centres) {
      labels[index].place.y = centre
      let end = labels[index].end
      labels[index].isFar = abs(centre - end.y) > 6 || box.right - end.x > 20
    }
  }

  func draw(to svg: inout SVGWriter) {
    let top = place.y - Double(lines.count) * TextWidth.lineHeight / 2
    let names = Double(nameCount) * TextWidth.lineHeight
    if nameCount > 0 {
      svg.text(
        Array(lines.prefix(nameCount)), "chart-label", at: Point(x: place.x, y: top + names / 2),
        isBold: true)
    }
    let rest = Array(lines.dropFirst(nameCount))
    let middle = top + names + Double(rest.count) * TextWidth.lineHeight / 2
    svg.text(rest, "chart-newest", at: Point(x: place.x, y: middle))
  }
}

extension ChartSeries {
  /// The latest point.
  var last: ChartPoint? { runs.joined().max { $0.year < $1.year } }
}

/// The room that is left in a plot with lines.
struct LineRoom {
  var labels: SpotLabels
  private let area: PlotArea
  private let box: Box
  /// The signs of points, which no line of a note may strike through.
  let marks: [Box]

  init(_ series: [ChartSeries], _ area: PlotArea, _ box: Box) {
    self.area = area
    self.box = box
    labels = SpotLabels(within: box, around: [])
    for line in series { labels.take(area.trail(of: line)) }
    let points = series.flatMap { $0.runs.joined() }
    marks =
      points.count > 2_000
      ? []
      : points.flatMap { point in
        point.extents.map {
          area.mark(
            $0, of: point, Marker(shape: .circle, isHollow: false), hasSignedEnds: false
          ).box
        }
      }
  }

  /// The highest value of each line that is not its newest, where its words find room.
  mutating func peaks(of series: [ChartSeries]) -> [(text: String, box: Box)] {
    series.compactMap { line in
      let points = Array(line.runs.joined())
      guard let peak = points.max(by: { $0.value.trailingEnd < $1.value.trailingEnd }),
        !peak.text.isEmpty, peak.year != line.last?.year
      else { return nil }
      let place = area.place(peak, peak.value.trailingEnd)
      let spot = Marker(shape: .circle, isHollow: false).box(at: place)
      return labels.place(peak.text, beside: spot).map { (peak.text, $0) }
    }
  }

  /// The box for the words of a line that lies, over it or under it; `nil` for no room.
  mutating func place(_ reference: ChartReference, at y: Double) -> Box? {
    let width = TextWidth.of(reference.text) + 4
    let step = max((box.right - box.left - width) / 12, 1)
    for over in [true, false] {
      let top = over ? y - TextWidth.lineHeight - 1 : y + 1
      for number in 0...12 {
        let right = box.right - Double(number) * step
        let free = Box(
          left: right - width, top: top, right: right, bottom: top + TextWidth.lineHeight)
        guard right - width >= box.left, labels.isFree(free) else { continue }
        labels.take([free])
        return free
      }
    }
    return nil
  }
}

extension PlotArea {
  /// The place of a number at the moment of a point.
  func place(_ point: ChartPoint, _ number: Double) -> Point {
    Point(x: x.position(point.year), y: y.position(number))
  }

  /// How a value at the moment of a point is drawn.
  func mark(
    _ value: Extent, of point: ChartPoint, _ marker: Marker, hasSignedEnds: Bool
  ) -> ValueMark {
    ValueMark(
      value: value, marker: marker, scale: y, isUpright: true, across: x.position(point.year),
      hasSignedEnds: hasSignedEnds, note: point.note)
  }

  /// The room that a line takes up, as small boxes along it; of each column of the drawing one, from
  /// the lowest to the highest place.
  fileprivate func trail(of series: ChartSeries) -> [Box] {
    var columns: [Int: Box] = [:]
    for run in series.runs {
      for point in run {
        for value in point.extents {
          let sign = Marker(shape: .circle, isHollow: false)
          Self.add(mark(value, of: point, sign, hasSignedEnds: false).box, to: &columns)
        }
      }
      for line in run.traces {
        let places = line.map { place($0.point, $0.value) }
        for (start, end) in zip(places, places.dropFirst()) {
          Self.add(from: start, to: end, &columns)
        }
      }
    }
    return columns.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func add(from start: Point, to end: Point, _ columns: inout [Int: Box]) {
    let steps = Int(max(abs(end.x - start.x), abs(end.y - start.y)) / 4)
    guard steps > 1 else { return }
    for step in 1..<steps {
      let part = Double(step) / Double(steps)
      let place = Point(
        x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part)
      add(Marker(shape: .circle, isHollow: false).box(at: place), to: &columns)
    }
  }

  /// Widens the box of a column of 4 units so that it holds another whose middle stands in it.
  private static func add(_ box: Box, to columns: inout [Int: Box]) {
    let column = Int((box.left + box.right) / 8)
    columns[column] = columns[column]?.union(box) ?? box
  }
}
