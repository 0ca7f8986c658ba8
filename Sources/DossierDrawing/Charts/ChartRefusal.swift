/// Why a chart cannot be drawn; the label is that of the first value that stands in the way.
public enum ChartRefusal: Error, Hashable {
  /// There is nothing to draw.
  case empty
  /// A value is not a number, or neither of its ends is known.
  case notFinite(label: String)
  /// An interval's lower bound lies above its upper one.
  case reversed(label: String)
  /// A value lies beyond ±10¹⁵, a year beyond ±10,000, or a positive one below 10⁻⁹ on a
  /// logarithmic scale.
  case outOfRange(label: String)
  /// A logarithmic scale has no place for zero and what lies below.
  case notPositive(label: String)
  /// The length of a bar means nothing without a zero, which a logarithmic scale has not.
  case logarithmicBars
  /// More lines than can be told apart.
  case tooManySeries(count: Int, limit: Int)
  /// More panels than a page can show.
  case tooManyPanels(count: Int, limit: Int)
  /// What is not exact has no length that could be stacked.
  case notStacked(label: String)
  /// A note whose date lies outside of what is drawn.
  case outside(label: String)
  /// A gap that every line has.
  case noGap
  /// A period with neither a beginning nor an end.
  case withoutDates(label: String)

  /// Throws if a value has no place on a scale.
  static func check(
    _ value: Extent, of label: String, isLogarithmic: Bool = false
  ) throws(ChartRefusal) {
    guard !value.low.isNaN, !value.high.isNaN else { throw .notFinite(label: label) }
    guard value.low <= value.high else { throw .reversed(label: label) }
    let ends = value.ends.filter(\.isFinite)
    guard !ends.isEmpty else { throw .notFinite(label: label) }
    guard ends.allSatisfy({ abs($0) <= 1e15 }) else { throw .outOfRange(label: label) }
    guard isLogarithmic else { return }
    guard ends.allSatisfy({ $0 > 0 }) else { throw .notPositive(label: label) }
    guard ends.allSatisfy({ $0 >= 1e-9 }) else { throw .outOfRange(label: label) }
  }

  /// Throws if a moment in decimal years has no place on an axis of time.
  static func check(year: Double, of label: String) throws(ChartRefusal) {
    guard year.isFinite else { throw .notFinite(label: label) }
    guard abs(year) <= 10_000 else { throw .outOfRange(label: label) }
  }
}

extension ChartRefusal {
  /// The reason in a sentence, for the author of the exhibit.
  public var message: String {
    switch self {
    case .empty: "the chart has nothing to draw: no record has a figure for it"
    case .notFinite(let label): "a value of '\(label)' is no number"
    case .reversed(let label): "the low end of '\(label)' lies above its high end"
    case .outOfRange(let label): "a value of '\(label)' is too far out for a chart"
    case .notPositive(let label): "'\(label)' is not above zero, which a logarithmic scale wants"
    case .logarithmicBars: "bars cannot have a logarithmic scale, which has no zero"
    case .tooManySeries(let count, let limit):
      "\(count) lines cannot be told apart; \(limit) can"
    case .tooManyPanels(let count, let limit):
      "\(count) panels are too many to see; \(limit) are not"
    case .notStacked(let label): "a value of '\(label)' is not exact, and cannot be stacked"
    case .outside(let label): "the note '\(label)' lies outside of the time that is drawn"
    case .noGap: "a gap is a number of years above zero"
    case .withoutDates(let label): "'\(label)' has neither a beginning nor an end"
    }
  }

  /// The cure, where there is one.
  public var help: String? {
    switch self {
    case .empty: "name records that state the field, and what 'of' they count"
    case .logarithmicBars: "use 'type: dots', or leave out 'log'"
    case .notPositive: "leave out 'log', or the record"
    case .tooManySeries: "name fewer records"
    case .tooManyPanels: "name fewer records, or another 'facet'"
    case .notStacked: "use 'type: grouped'"
    case .noGap: "write the years beyond which dots stand for a line, or leave 'gap' out"
    case .outside: "write a date within it, or leave the note out"
    default: nil
    }
  }
}
