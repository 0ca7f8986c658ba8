/// The name of a line: beside the line's last point where there is room, else in the column at the
/// right of the plot.
struct LineLabel {
  /// The place of the series among the others.
  var series: Int
  var lines: [String]
  /// The last point of the line.
  var end: Point
  /// The left edge of the text, and the middle of its height.
  var place: Point
  /// Whether a thread has to tie the name to its line.
  var isFar = false

  /// The lines of a name in the column.
  static func lines(of series: ChartSeries) -> [String] {
    series.label.isEmpty ? [] : TextWidth.lines(series.label, within: 104)
  }

  /// The names of all series that have one, where they stand.
  static func place(on series: [ChartSeries], in area: PlotArea, _ box: Box) -> [LineLabel] {
    var labels: [LineLabel] = []
    var room = SpotLabels(within: box, around: [])
    for line in series { room.take(area.trail(of: line)) }
    for (index, line) in series.enumerated() where !line.label.isEmpty {
      guard let last = line.runs.joined().max(by: { $0.year < $1.year }) else { continue }
      let end = area.place(last, last.value.trailingEnd)
      let column = Point(x: box.right + 12, y: end.y)
      var label = LineLabel(series: index, lines: lines(of: line), end: end, place: column)
      label.moveBeside(line.label, box, &room)
      labels.append(label)
    }
    moveApart(&labels, box)
    return labels
  }

  /// Takes a name out of the column if its line ends well before it and there is room at its end.
  private mutating func moveBeside(_ name: String, _ box: Box, _ room: inout SpotLabels) {
    guard end.x < box.right - 20 else { return }
    let spot = Marker(shape: .circle, isHollow: false).box(at: end)
    guard let free = room.place(name, beside: spot) else { return }
    lines = [name]
    place = Point(x: free.left, y: (free.top + free.bottom) / 2)
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
