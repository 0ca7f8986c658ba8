/// What a chart says of itself to those who cannot see it.
public struct ChartText: Sendable {
  public var title: String
  /// What can be seen in it, in a sentence or two.
  public var description: String

  public init(title: String, description: String) {
    self.title = title
    self.description = description
  }
}

/// A value at a moment, for lines over time.
public struct ChartPoint: Sendable {
  /// The moment in decimal years, as ``DecimalYears`` gives it.
  public var year: Double
  public var value: Extent
  /// What other sources give for the same moment; the point is disputed if there are any.
  public var others: [Extent]
  public var isApproximate: Bool
  /// The point in words, shown on pointing at it; empty for none.
  public var note: String
  /// The value and its date in words, for where they are named in the chart; empty for nowhere.
  public var text = ""
  public var when = ""

  public init(
    year: Double, value: Extent, others: [Extent] = [], isApproximate: Bool = false,
    note: String = ""
  ) {
    self.year = year
    self.value = value
    self.others = others
    self.isApproximate = isApproximate
    self.note = note
  }
}

/// The points of one line.
public struct ChartSeries: Sendable {
  /// Empty for no label, where the chart has one series that its title names.
  public var label: String
  /// Stretches without a gap; nothing is drawn between one and the next.
  public var runs: [[ChartPoint]]

  public init(label: String, runs: [[ChartPoint]]) {
    self.label = label
    self.runs = runs
  }
}

/// One value among others, for bars and dots.
public struct ChartRow: Sendable {
  public var label: String
  public var value: Extent
  /// What other sources give; the value is disputed if there are any.
  public var others: [Extent]
  public var isApproximate: Bool
  /// The value as the reader sees it, with its language's separators.
  public var text: String
  /// The place of its group in the chart's list of groups.
  public var group: Int
  /// The place of its section in the chart's list of sections.
  public var section = 0
  /// When the value was named, beside the label; empty for nothing.
  public var when = ""

  public init(
    label: String, value: Extent, others: [Extent] = [], isApproximate: Bool = false,
    text: String, group: Int = 0
  ) {
    self.label = label
    self.value = value
    self.others = others
    self.isApproximate = isApproximate
    self.text = text
    self.group = group
  }
}

/// Something with two values, for scatter charts.
public struct ChartSpot: Sendable {
  public var label: String
  public var x: Extent
  public var y: Extent
  public var isApproximate: Bool
  public var isDisputed: Bool
  /// The spot in words, shown on pointing at it; empty for none.
  public var note: String
  /// The place of its group in the chart's list of groups.
  public var group: Int

  public init(
    label: String, x: Extent, y: Extent, isApproximate: Bool = false, isDisputed: Bool = false,
    note: String = "", group: Int = 0
  ) {
    self.label = label
    self.x = x
    self.y = y
    self.isApproximate = isApproximate
    self.isDisputed = isDisputed
    self.note = note
    self.group = group
  }
}

/// A drawn chart, and what has to be said beside it.
public struct ChartDrawing: Sendable {
  /// An `svg` element that can stand in HTML and as a file of its own.
  public var svg: [UInt8]
  /// Every value that was drawn, in the order of the drawing.
  public var values: [DrawnValue]
  /// What found no room for its name, in the order of the input.
  public var unlabelled: [ChartKey]
  /// The marks that a key has to explain, in the order of their declaration.
  public var marks: [ChartMark]

  /// - Parameters:
  ///   - unlabelled: What found no room for its name.
  ///   - marks: The marks that a key has to explain.
  init(_ svg: SVGWriter, unlabelled: [ChartKey] = [], marks: [ChartMark] = []) {
    self.svg = svg.bytes
    values = svg.values
    self.unlabelled = unlabelled
    self.marks = marks
  }
}

/// A name that stands under the chart instead of in it.
public struct ChartKey: Hashable, Sendable {
  /// The number that stands in the chart in its place; `nil` where there was no room for that.
  public var number: Int?
  public var label: String
}

extension ChartPoint: MarkedValue {
  var isDisputed: Bool { !others.isEmpty }
  var extents: [Extent] { [value] + others }
}

extension ChartRow: MarkedValue {
  var isDisputed: Bool { !others.isEmpty }
  /// The preferred one first.
  var extents: [Extent] { [value] + others }
}

extension ChartSpot: MarkedValue {
  var extents: [Extent] { [x, y] }
}
