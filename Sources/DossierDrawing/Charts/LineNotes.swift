/// Notes in a plot of lines: words beside a dotted line that stands at their time.
///
/// The words keep clear of all marks, lines and names, and the dotted line of signs and words; a note
/// without room for its words has a number instead, and they stand under the chart. In panels all notes
/// have numbers, the same in each.
struct LineNotes {
  /// A note with its place.
  private struct Placed {
    var x: Double
    /// The words, of which the first lines are bold.
    var lines: [String]
    var boldCount: Int
    /// `nil` where there is no room for a number either.
    var box: Box?
  }

  private let placed: [Placed]
  private let marks: [Box]
  private let bottom: Double
  private let top: Double
  /// What stands under the chart instead.
  let beside: [ChartKey]

  /// So many notes stand in a chart.
  private static func limit(_ sheet: ChartSheet) -> Int { sheet.isNarrow ? 3 : 6 }

  init(
    _ notes: [ChartNote], in area: PlotArea, _ box: Box, _ room: LineRoom, _ sheet: ChartSheet,
    isPanel: Bool
  ) {
    marks = room.marks
    (top, bottom) = (box.top, box.bottom)
    var room = room.labels
    let places = notes.map { area.x.position($0.year) }
    var (placed, beside): ([Placed], [ChartKey]) = ([], [])
    for (index, note) in notes.enumerated() {
      let x = places[index]
      let others = places.enumerated().filter { $0.offset != index }.map(\.element)
      if !isPanel, index < Self.limit(sheet),
        let full = Self.words(of: note, at: x, others, in: box, &room, sheet)
      {
        placed.append(full)
        continue
      }
      let number = beside.count + 1
      let free = Self.place([String(number)], 1, x, others, box, &room)
      placed.append(Placed(x: x, lines: free == nil ? [] : ["\(number)"], boldCount: 1, box: free))
      beside.append(ChartKey(number: free == nil ? nil : number, label: note.words))
    }
    self.placed = placed
    self.beside = beside
  }

  /// A note with all its words, where they are at most three lines and find room.
  private static func words(
    of note: ChartNote, at x: Double, _ others: [Double], in box: Box, _ room: inout SpotLabels,
    _ sheet: ChartSheet
  ) -> Placed? {
    for width in sheet.isNarrow ? [150.0, 120] : [240.0, 190, 150] {
      let head = TextWidth.lines(note.title, within: width, isBold: true)
      let lines = head + (note.more.isEmpty ? [] : TextWidth.lines(note.more, within: width))
      guard lines.count <= (note.more.isEmpty ? 2 : 3) else { continue }
      if let free = place(lines, head.count, x, others, box, &room) {
        return Placed(x: x, lines: lines, boldCount: head.count, box: free)
      }
    }
    return nil
  }

  /// The free box nearest to the lines that pass at the time, rather to the right.
  private static func place(
    _ lines: [String], _ boldCount: Int, _ x: Double, _ others: [Double], _ box: Box,
    _ room: inout SpotLabels
  ) -> Box? {
    let width = TextWidth.widest(lines, isBold: true) + 4
    let height = Double(lines.count) * TextWidth.lineHeight
    let ridge = room.taken.filter { $0.left - 8 < x && x < $0.right + 8 }.map(\.top).min()
    var best: (cost: Double, box: Box)?
    for top in stride(from: box.top, through: max(box.bottom - height - 4, box.top), by: 4) {
      for isLeft in [false, true] {
        let left = isLeft ? x - 5 - width : x + 5
        let free = Box(left: left, top: top, right: left + width, bottom: top + height)
        guard room.isFree(free) else { continue }
        let crossing = others.contains { free.left - 3 < $0 && $0 < free.right + 3 }
        let cost =
          abs((ridge ?? box.bottom) - 14 - free.bottom) + (isLeft ? 12 : 0) + (crossing ? 500 : 0)
        if cost < best?.cost ?? .infinity { best = (cost, free) }
      }
    }
    if let best { room.take([best.box]) }
    return best?.box
  }

  /// What the words take up.
  var boxes: [Box] { placed.compactMap(\.box) }

  /// - Parameter texts: All words in the plot.
  func draw(clearOf texts: [Box], to svg: inout SVGWriter) {
    guard !placed.isEmpty else { return }
    svg.strokes("note-lines", 0.7) { svg in
      for note in placed {
        let start = note.box?.top ?? top
        for part in LineBreaks.standing(
          at: note.x, from: start, to: bottom, clearOf: texts + marks)
        {
          svg.dashed("note-line", from: part.start, to: part.end, dashes: "1 2", width: 1)
        }
      }
    }
    for note in placed { draw(note, to: &svg) }
  }

  private func draw(_ note: Placed, to svg: inout SVGWriter) {
    guard let box = note.box else { return }
    let head = Double(note.boldCount) * TextWidth.lineHeight
    let (x, isLeft) = box.right < note.x ? (box.right - 2, true) : (box.left + 2, false)
    svg.text(
      Array(note.lines.prefix(note.boldCount)), "chart-note",
      at: Point(x: x, y: box.top + head / 2), isLeft ? .end : .start, isBold: true)
    svg.text(
      Array(note.lines.dropFirst(note.boldCount)), "chart-note",
      at: Point(x: x, y: (box.top + head + box.bottom) / 2), isLeft ? .end : .start)
  }
}
