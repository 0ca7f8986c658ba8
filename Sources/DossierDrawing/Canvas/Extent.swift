/// Where a value lies: at a number, between two ends, or from one end on.
public struct Extent: Hashable, Sendable {
  /// The lower end; minus infinity where only the upper one is known.
  public var low: Double
  /// The upper end: equal to `low` for an exact value, infinity where only the lower one is known.
  public var high: Double

  /// A value between two ends.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// An exact value.
  public init(_ value: Double) {
    self.init(low: value, high: value)
  }

  public var isExact: Bool { low == high }

  /// Whether only one end is known: "at least 5", "at most 5".
  public var isBound: Bool { ends.count == 1 && !isExact }

  /// The ends that are known: one for an exact value and for a bound, two for a range.
  var ends: [Double] {
    if low == high || high == .infinity { return [low] }
    return low == -.infinity ? [high] : [low, high]
  }

  /// The end that a list is sorted by: the lower one, or the only one.
  public var leadingEnd: Double { low == -.infinity ? high : low }

  /// The end that reaches farthest: the upper one, or the only one.
  public var trailingEnd: Double { high == .infinity ? low : high }

  /// The nearest places of two values on a scale, which a thread joins; `nil` where they meet.
  func gap(to other: Extent) -> (from: Double, to: Double)? {
    if trailingEnd < other.leadingEnd { return (trailingEnd, other.leadingEnd) }
    if other.trailingEnd < leadingEnd { return (leadingEnd, other.trailingEnd) }
    return nil
  }
}
