/// A value that all others are seen against, as a line across the chart with its words.
public struct ChartReference: Hashable, Sendable {
  public var value: Double
  public var text: String

  public init(value: Double, text: String) {
    self.value = value
    self.text = text
  }

  /// Throws if the value has no place on a scale.
  func check(isLogarithmic: Bool) throws(ChartRefusal) {
    try ChartRefusal.check(Extent(value), of: text, isLogarithmic: isLogarithmic)
  }
}

/// What happened at a time, in words beside a line through the chart.
public struct ChartNote: Hashable, Sendable {
  /// In decimal years.
  public var year: Double
  /// "March 2004: riots", in bold.
  public var title: String
  /// What else there is to say; empty for nothing.
  public var more: String

  public init(year: Double, title: String, more: String = "") {
    self.year = year
    self.title = title
    self.more = more
  }

  /// All that it says, where it stands under the chart.
  public var words: String { more.isEmpty ? title : title + ". " + more }
}

/// The axis once more, in other units.
public struct SecondAxis: Sendable {
  /// How much a value is in the other unit: the value itself is multiplied by it.
  public var factor: Double
  /// The word for the other unit.
  public var unit: String
  public var tickLabel: TickLabel

  public init(factor: Double, unit: String, tickLabel: @escaping TickLabel) {
    self.factor = factor
    self.unit = unit
    self.tickLabel = tickLabel
  }

  /// Round numbers of the other unit with the values of the first that they stand at, within the axis.
  func ticks(of axis: Axis, atMost limit: Int) -> [Axis.Tick] {
    guard factor > 0, factor.isFinite else { return [] }
    let ends = Extent(low: axis.low * factor, high: axis.high * factor)
    let other = Axis.numbers([ends], form: axis.form, atMost: limit, tickLabel: tickLabel)
    return other.ticks.map { Axis.Tick(value: $0.value / factor, label: $0.label) }
      .filter { $0.value >= axis.low * (1 - 1e-9) && $0.value <= axis.high * (1 + 1e-9) }
  }
}

/// Words above a plot, each over the line that it explains, so that none covers another.
struct LabelsAbove {
  struct Label {
    var lines: [String]
    /// Where its line stands.
    var x: Double
    /// The middle of the text, above the foot of all.
    var place: Point
    var box: Box
  }

  private(set) var labels: [Label] = []
  let height: Double

  /// Lays the labels out above height 0, the first as low as it may be.
  ///
  /// - Parameter width: That of the chart, which no label leaves.
  init(_ texts: [(text: String, x: Double)], width: Double, lineWidth: Double) {
    var placed: [Label] = []
    for (text, x) in texts.sorted(by: { $0.x < $1.x }) {
      let lines = TextWidth.lines(text, within: min(lineWidth, width))
      let half = TextWidth.widest(lines) / 2
      let middle = min(max(x, half), max(width - half, half))
      let high = Double(lines.count) * TextWidth.lineHeight
      func box(_ foot: Double) -> Box {
        Box(left: middle - half - 4, top: foot - high, right: middle + half + 4, bottom: foot)
      }
      var foot = 0.0
      while let other = placed.first(where: { $0.box.overlaps(box(foot)) }) {
        foot = other.box.top
      }
      placed.append(
        Label(
          lines: lines, x: x, place: Point(x: middle, y: foot - high / 2), box: box(foot)))
    }
    labels = placed
    height = placed.reduce(0) { max($0, -$1.box.top) }
  }

  /// How lines through a plot and the words above them look.
  struct Look {
    /// The names of the group of lines, of a line and of its words.
    var group: String
    var line: String
    var words: String
    var strength: Double
    var dashes: String

    /// A value that all others are seen against.
    static let reference = Look(
      group: "median-line", line: "reference", words: "chart-median", strength: 0.6, dashes: "4 3")
    /// What happened at a time.
    static let mark = Look(
      group: "mark-line", line: "mark-part", words: "chart-mark", strength: 0.7, dashes: "2 2")
  }

  /// Draws the words above a height, and from each the line that it explains.
  ///
  /// - Parameter texts: Words in the plot, which no line crosses.
  func draw(
    _ look: Look, above foot: Double, to bottom: Double, clearOf texts: [Box],
    in svg: inout SVGWriter
  ) {
    guard !labels.isEmpty else { return }
    let boxes = texts + boxes(above: foot)
    svg.strokes(look.group, look.strength) { svg in
      for label in labels {
        let start = foot + label.box.bottom
        for part in LineBreaks.standing(at: label.x, from: start, to: bottom, clearOf: boxes) {
          svg.dashed(look.line, from: part.start, to: part.end, dashes: look.dashes, width: 1)
        }
      }
    }
    for label in labels {
      let place = Point(x: label.place.x, y: label.place.y + foot)
      svg.text(label.lines, look.words, at: place, .middle)
    }
  }

  /// The boxes of the words above a height.
  func boxes(above foot: Double) -> [Box] {
    labels.map { label in
      Box(
        left: label.box.left, top: label.box.top + foot, right: label.box.right,
        bottom: label.box.bottom + foot)
    }
  }
}
