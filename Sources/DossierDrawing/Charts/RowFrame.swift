/// The rows of a chart with their names and words, in sections, over one axis that lies.
struct RowFrame {
  /// Marks on one line, with the words behind them.
  struct Track {
    var text: String
    /// The greatest value, behind which the words stand.
    var reach: Double
    /// Whether the greatest value goes on as an arrow.
    var goesOn = false
    /// The room between the greatest value and the words.
    var gap = 8.0
  }

  struct Row {
    var label: String
    /// When its value was named; empty for nothing.
    var when = ""
    var section = 0
    var tracks: [Track]
  }

  /// What stands across and along the rows.
  struct Lines {
    var unit: String
    var references: [ChartReference] = []
    var second: SecondAxis?
    /// The headings of the sections; empty for none.
    var sections: [String] = []
    /// The names of the groups, each with a sign of its own; empty for none.
    var groups: [String] = []
  }

  /// A row with its places.
  struct Line {
    var row: Row
    var label: [String]
    var when: [String]
    /// The words of each track.
    var texts: [[String]]
    /// The middle of each track.
    var heights: [Double]
    /// The middle of all tracks.
    var middle: Double
    /// The middle of the name, which stands over the tracks where there is no room beside them.
    var labelHeight: Double

    fileprivate var labelBox: Box { Box(of: label, at: Point(x: 0, y: labelHeight)) }
  }

  let axis: Axis
  let scale: Scale
  let lines: [Line]
  let top: Double
  let bottom: Double
  private let sheet: ChartSheet
  private let isBars: Bool
  private let across: Lines
  private let key: GroupKey
  private let above: LabelsAbove
  private let secondTicks: [Axis.Tick]
  private let secondUnit: [String]
  private let headings: [(text: [String], top: Double)]

  /// - Parameters:
  ///   - rows: In their order, those of one section together.
  ///   - axis: Holds every value; ticks for which there is no room are left out.
  ///   - isBars: Whether the values are lengths from zero.
  init(_ rows: [Row], _ axis: Axis, _ across: Lines, isBars: Bool, _ sheet: ChartSheet) {
    self.sheet = sheet
    self.isBars = isBars
    self.across = across
    key = GroupKey(across.groups, width: sheet.width)
    let columns = RowColumns(rows, sheet)
    scale = columns.scale(axis, rows)
    self.axis = axis.thinned(along: scale, within: sheet.width)
    let limit = max(3, Int((scale.end - scale.start) / 90))
    secondTicks = across.second?.ticks(of: axis, atMost: limit) ?? []
    above = LabelsAbove(
      across.references.map { [scale] in ($0.text, scale.position($0.value)) }, width: sheet.width,
      lineWidth: sheet.isNarrow ? 150 : 220)
    secondUnit = secondTicks.isEmpty ? [] : sheet.lines(across.second?.unit ?? "")
    let second =
      secondTicks.isEmpty ? 0 : Double(secondUnit.count + 1) * TextWidth.lineHeight + 2
    top = key.height + second + above.height + (above.height > 0 ? 4 : 0)
    (lines, headings, bottom) = columns.placed(rows, across.sections, below: top)
  }

  var height: Double { bottom + 26 + unitHeight }

  private var unitLines: [String] { sheet.lines(across.unit) }
  private var unitHeight: Double { Double(unitLines.count) * TextWidth.lineHeight }
  private var secondHeight: Double { Double(secondUnit.count) * TextWidth.lineHeight }

  /// Draws the frame, and the marks of each row by `marks`.
  func draw(to svg: inout SVGWriter, marks: (Int, inout SVGWriter) -> Void) {
    key.draw(to: &svg)
    let texts = textBoxes
    drawAxis(clearOf: texts, to: &svg)
    drawSecond(clearOf: texts, to: &svg)
    above.draw(.reference, above: foot, to: bottom, clearOf: texts, in: &svg)
    for heading in headings { draw(heading, to: &svg) }
    for (index, line) in lines.enumerated() {
      marks(index, &svg)
      svg.text(line.label, "chart-label", at: Point(x: 0, y: line.labelHeight))
      drawWhen(line, to: &svg)
      for (track, text) in line.texts.enumerated() {
        svg.text(text, "chart-value", at: place(ofTextOf: line, track))
      }
    }
  }

  private var textBoxes: [Box] {
    lines.flatMap { line in
      [line.labelBox] + line.texts.enumerated().map { Box(of: $1, at: place(ofTextOf: line, $0)) }
    }
      + headings.map { heading in
        let lines = Double(heading.text.count)
        return Box(
          of: heading.text,
          at: Point(x: 0, y: heading.top + 6 + lines * TextWidth.lineHeight / 2))
      }
  }

  private func drawWhen(_ line: Line, to svg: inout SVGWriter) {
    svg.text(line.when, "chart-when", at: Point(x: scale.start - 14, y: line.middle), .end)
  }

  /// Behind all marks of the track, and behind zero where a scale has one.
  private func place(ofTextOf line: Line, _ index: Int) -> Point {
    let track = line.row.tracks[index]
    let reach = scale.position(axis.form == .logarithmic ? track.reach : max(track.reach, 0))
    let arrow = track.goesOn ? ValueMark.arrow : 0
    return Point(x: reach + arrow + track.gap, y: line.heights[index])
  }

  private func draw(_ heading: (text: [String], top: Double), to svg: inout SVGWriter) {
    let lines = Double(heading.text.count)
    svg.strokes("section", 0.6) { svg in
      svg.lines(
        "section-rule",
        [(Point(x: 0, y: heading.top), Point(x: sheet.width, y: heading.top))], 1)
    }
    svg.text(
      heading.text, "chart-group",
      at: Point(x: 0, y: heading.top + 6 + lines * TextWidth.lineHeight / 2))
  }
}

// What stands across the rows.
extension RowFrame {
  private func drawAxis(clearOf texts: [Box], to svg: inout SVGWriter) {
    let base = isBars ? 0 : axis.low
    svg.strokes("grid", 0.18) { svg in
      let rules = axis.ticks.map(\.value).filter { !isBars || $0 != base }
      svg.lines("rule", rules.flatMap { rule(at: $0, clearOf: texts) }, 0.75)
    }
    if isBars {
      svg.strokes("axis", 1) { svg in svg.lines("base", rule(at: base, clearOf: texts), 1) }
    }
    axis.drawLabels(along: scale, at: bottom + 14, within: sheet.width, to: &svg)
    guard !across.unit.isEmpty else { return }
    let place = Point(x: sheet.width, y: bottom + 14 + (unitHeight + TextWidth.lineHeight) / 2)
    svg.text(unitLines, "chart-unit", at: place, .end)
  }

  private func rule(at value: Double, clearOf texts: [Box]) -> [(start: Point, end: Point)] {
    LineBreaks.standing(at: scale.position(value), from: top, to: bottom + 4, clearOf: texts)
  }

  private func drawSecond(clearOf texts: [Box], to svg: inout SVGWriter) {
    guard !secondTicks.isEmpty else { return }
    var other = axis
    other.ticks = secondTicks
    other = other.thinned(along: scale, within: sheet.width)
    let head = key.height + secondHeight
    svg.text(
      secondUnit, "chart-unit", at: Point(x: sheet.width, y: head - secondHeight / 2), .end)
    other.drawLabels(
      along: scale, at: head + TextWidth.lineHeight / 2, within: sheet.width, to: &svg)
    let boxes = texts + above.boxes(above: foot)
    svg.strokes("second", 0.5) { svg in
      for tick in other.ticks {
        let x = scale.position(tick.value)
        let start = head + TextWidth.lineHeight
        for part in LineBreaks.standing(at: x, from: start, to: bottom, clearOf: boxes) {
          svg.dashed("second-line", from: part.start, to: part.end, dashes: "1 3", width: 1)
        }
      }
    }
  }

  /// The lower edge of the words of references.
  private var foot: Double { top - 3 }
}

/// How the width of a chart of rows is shared between names, times, marks and words.
struct RowColumns {
  private let sheet: ChartSheet
  private let labels: [[String]]
  private let whens: [[String]]
  private let texts: [[[String]]]
  /// Whether names stand over their rows, as long ones do on a phone.
  private let areNamesAbove: Bool

  init(_ rows: [RowFrame.Row], _ sheet: ChartSheet) {
    self.sheet = sheet
    let isLong = rows.contains { !$0.when.isEmpty || TextWidth.of($0.label) > 100 }
    let isAbove = sheet.isNarrow && isLong
    areNamesAbove = isAbove
    let labelWidth = isAbove ? sheet.width : min(sheet.width * 0.32, 280)
    labels = rows.map { row in
      let name = isAbove && !row.when.isEmpty ? row.label + ", " + row.when : row.label
      return TextWidth.lines(name, within: labelWidth)
    }
    whens = rows.map { row in
      row.when.isEmpty || isAbove ? [] : TextWidth.lines(row.when, within: 110)
    }
    let textWidth = sheet.isNarrow ? 115 : min(sheet.width * 0.28, 240)
    texts = rows.map { row in row.tracks.map { TextWidth.lines($0.text, within: textWidth) } }
  }

  /// The longest scale that leaves room for the words of each row behind its marks.
  func scale(_ axis: Axis, _ rows: [RowFrame.Row]) -> Scale {
    let label = labels.reduce(0) { max($0, TextWidth.widest($1)) }
    let when = whens.reduce(0) { max($0, TextWidth.widest($1)) }
    let names = when == 0 ? label : label + 20 + when
    let start = areNamesAbove ? 12 : names + 18
    let unit = axis.scale(from: 0, to: 1)
    var end = sheet.width - 12
    for (row, texts) in zip(rows, texts) {
      for (track, text) in zip(row.tracks, texts) {
        let room =
          sheet.width - start - TextWidth.widest(text) - (track.goesOn ? ValueMark.arrow : 0) - 12
        let part = unit.position(max(track.reach, axis.form == .linear ? 0 : axis.low))
        if part > 0 { end = min(end, start + room / part) }
      }
    }
    return axis.scale(from: start, to: max(end, start + 60))
  }

  /// The rows one under another, with the headings between them.
  func placed(
    _ rows: [RowFrame.Row], _ sections: [String], below top: Double
  ) -> (lines: [RowFrame.Line], headings: [(text: [String], top: Double)], bottom: Double) {
    var (y, lines) = (top, [RowFrame.Line]())
    var headings: [(text: [String], top: Double)] = []
    var section: Int?
    for (index, row) in rows.enumerated() {
      if row.section != section, sections.indices.contains(row.section) {
        let text = TextWidth.lines(sections[row.section], within: sheet.width, isBold: true)
        headings.append((text, y + (lines.isEmpty ? 0 : 6)))
        y += Double(text.count) * TextWidth.lineHeight + (lines.isEmpty ? 8 : 14)
      }
      section = row.section
      let line = line(index, row, top: y)
      y += line.height
      lines.append(line.line)
    }
    return (lines, headings, y)
  }

  private func line(
    _ index: Int, _ row: RowFrame.Row, top: Double
  ) -> (line: RowFrame.Line, height: Double) {
    let tracks = texts[index].map { Double($0.count) * TextWidth.lineHeight }
    let names = Double(labels[index].count) * TextWidth.lineHeight
    let marks = tracks.reduce(0, +)
    let height = areNamesAbove ? names + marks + 8 : max(marks, names) + 4
    let first = areNamesAbove ? top + 2 + names : top + (height - marks) / 2
    var y = first
    var heights: [Double] = []
    for track in tracks {
      heights.append(y + track / 2)
      y += track
    }
    return (
      RowFrame.Line(
        row: row, label: labels[index], when: whens[index], texts: texts[index], heights: heights,
        middle: first + marks / 2,
        labelHeight: areNamesAbove ? top + 2 + names / 2 : top + height / 2), height
    )
  }
}
