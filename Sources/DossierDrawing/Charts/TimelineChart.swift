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
  /// What happened within it.
  public var moments: [Moment] = []

  /// A day within a period.
  public struct Moment: Sendable {
    /// In decimal years.
    public var year: Double
    /// The moment in words, shown on pointing at it; empty for none.
    public var note: String

    public init(year: Double, note: String = "") {
      self.year = year
      self.note = note
    }
  }

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
  /// Whether items share lines, and only those that overlap stand under one another.
  public var isLane: Bool

  public init(label: String, items: [TimelineItem], isLane: Bool = false) {
    self.label = label
    self.items = items
    self.isLane = isLane
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

/// Periods as bars and moments as diamonds on one axis of years, a row each in groups, or in lanes.
///
/// A period without an end runs to the edge and ends in an arrow; what is in force is strong, the
/// rest thin. A name stands behind its bar, else before it, else above.
public struct TimelineChart: DrawableChart {
  public var text: ChartText
  public var groups: [TimelineGroup]
  /// The words that explain the strong bars; empty for no explanation.
  public var inForceLabel: String
  /// The words that explain the diamonds within periods; empty for no explanation.
  public var momentLabel = ""
  /// Days that are marked through all rows.
  public var marks: [TimelineMark]
  /// Where the axis begins and ends, in decimal years; `nil` for what holds everything.
  public var from: Double?
  public var to: Double?

  public init(
    text: ChartText, groups: [TimelineGroup], inForceLabel: String = "",
    mark: TimelineMark? = nil
  ) {
    self.text = text
    self.groups = groups
    self.inForceLabel = inForceLabel
    marks = mark.map { [$0] } ?? []
  }

  public func drawing(width: Double, idPrefix: String) throws(ChartRefusal) -> ChartDrawing {
    for item in items { try item.check() }
    guard !items.isEmpty else { throw .empty }
    let (first, last) = span
    for (year, label) in [(first, items[0].label), (last, items[0].label)] {
      try ChartRefusal.check(year: year, of: label)
    }
    guard first <= last else { throw .reversed(label: items[0].label) }
    for mark in marks {
      try ChartRefusal.check(year: mark.year, of: mark.label)
      if mark.year < first || mark.year > last { throw .outside(label: mark.label) }
    }
    let sheet = ChartSheet(width: width)
    let layout = TimelineLayout(self, sheet)
    let svg = sheet.svg(text, "chart-timeline", height: layout.height, idPrefix: idPrefix) {
      layout.draw(to: &$0)
    }
    return ChartDrawing(svg)
  }

  /// The chart as one of so many items and one of the rest, on the same axis; the chart alone where it
  /// has no more.
  public func split(after count: Int) -> [TimelineChart] {
    guard items.count > count, count > 0 else { return [self] }
    var (first, rest) = (self, self)
    let whole = span
    (first.groups, rest.groups) = ([], [])
    var left = count
    for group in groups {
      let (here, there) = (group.items.prefix(left), group.items.dropFirst(left))
      left -= here.count
      var part = group
      if !here.isEmpty {
        part.items = Array(here)
        first.groups.append(part)
      }
      if !there.isEmpty {
        part.items = Array(there)
        rest.groups.append(part)
      }
    }
    (first.from, first.to) = whole
    (rest.from, rest.to) = whole
    rest.marks = []
    return [first, rest]
  }

  var items: [TimelineItem] { groups.flatMap(\.items) }

  /// Where the axis begins and ends; it reaches to every mark that no range shuts out.
  var span: (first: Double, last: Double) {
    let years = items.flatMap(\.years) + marks.map(\.year).filter(\.isFinite)
    let (first, last) = (from ?? years.min() ?? 0, to ?? years.max() ?? 1)
    let goesOn = items.contains { if case .period(_, nil) = $0.extent { true } else { false } }
    return (first, to == nil && goesOn ? last + max(last - first, 0) * 0.03 : last)
  }
}

extension TimelineItem {
  fileprivate func check() throws(ChartRefusal) {
    guard !years.isEmpty else { throw .withoutDates(label: label) }
    for year in years { try ChartRefusal.check(year: year, of: label) }
    if let first = years.first, let last = years.last, first > last {
      throw .reversed(label: label)
    }
    for moment in moments { try ChartRefusal.check(year: moment.year, of: label) }
  }

  fileprivate var years: [Double] {
    switch extent {
    case .moment(let year): [year]
    case .period(let from, let to): [from, to].compactMap(\.self)
    }
  }
}
