/// Arithmetic on bounds: every result holds what any pair of values within them would give.
///
/// An end is *open* where nobody stated it: the infinite one of "at least 10", and whatever comes of
/// it. So 15,000 over "at least 1,000" has the ends 0 and 15, and the 0 is open: it is "at most 15",
/// while a divisor with that end is still above zero.
public struct Interval: Hashable, Sendable {
  private let lower: End
  private let upper: End

  private struct End: Hashable {
    var value: Double
    var isOpen = false

    var isZero: Bool { value == 0 && !isOpen }

    static func + (left: End, right: End) -> End {
      End(value: left.value + right.value, isOpen: left.isOpen || right.isOpen)
    }

    static prefix func - (end: End) -> End { End(value: -end.value, isOpen: end.isOpen) }

    /// Of two equal ends the one that was stated.
    func isBefore(_ other: End, _ comes: (Double, Double) -> Bool) -> Bool {
      comes(value, other.value) || value == other.value && !isOpen && other.isOpen
    }
  }

  private init(_ lower: End, _ upper: End) {
    self.lower = lower
    self.upper = upper
  }

  /// Takes the bounds of a quantity.
  public init(_ quantity: Quantity) {
    lower = End(value: quantity.low, isOpen: quantity.low == -.infinity)
    upper = End(value: quantity.high, isOpen: quantity.high == .infinity)
  }

  public var low: Double { lower.value }
  /// Equal to ``low`` for an exact number.
  public var high: Double { upper.value }

  /// Whether an end that was stated is more than a number can hold.
  public var isTooLarge: Bool {
    [lower, upper].contains { !$0.value.isFinite && !$0.isOpen || $0.value.isNaN }
  }

  /// Whether no end is known, so that it may be any number or any above zero.
  public var isUnbounded: Bool { lower.isOpen && upper.isOpen }

  /// The sum of any two values.
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(left.lower + right.lower, left.upper + right.upper)
  }

  /// The difference of any two values.
  public static func - (left: Interval, right: Interval) -> Interval {
    Interval(left.lower + -right.upper, left.upper + -right.lower)
  }

  /// The product of any two values.
  public static func * (left: Interval, right: Interval) -> Interval {
    left.spanning(right) { $0 * $1 }
  }

  /// The quotient of any two values; `nil` where the divisor may be zero.
  public func divided(by divisor: Interval) -> Interval? {
    let isAbove = divisor.low > 0 || divisor.low == 0 && divisor.lower.isOpen
    let isBelow = divisor.high < 0 || divisor.high == 0 && divisor.upper.isOpen
    guard isAbove || isBelow else { return nil }
    // A divisor that comes near to zero does so from one side.
    let zero = isAbove ? 0.0 : -0.0
    return spanning(divisor) { $0 / ($1 == 0 ? zero : $1) }
  }

  /// The least and the greatest that two ends give. Where zero meets infinity the other pairs tell.
  private func spanning(
    _ other: Interval, _ operation: (Double, Double) -> Double
  ) -> Interval {
    let pairs = [lower, upper].flatMap { left in [other.lower, other.upper].map { (left, $0) } }
    let corners = pairs.map { left, right in
      let isZero = left.isZero || right.isZero
      return End(
        value: operation(left.value, right.value),
        isOpen: !isZero && (left.isOpen || right.isOpen))
    }
    let known = corners.filter { !$0.value.isNaN }
    let first = known.first ?? corners[0]
    return Interval(
      known.reduce(first) { $1.isBefore($0, <) ? $1 : $0 },
      known.reduce(first) { $1.isBefore($0, >) ? $1 : $0 })
  }
}

extension Interval {
  /// The ends that somebody stated, or that come of such; one of an exact number.
  var statedEnds: [Double] {
    let ends = [lower, upper].filter { !$0.isOpen }.map(\.value)
    return low == high ? Array(ends.prefix(1)) : ends
  }

  /// Rounded to digits after the point; below 1 to two significant digits at the least, and without
  /// a zero at the end. An open end is none: the result is then "at least" or "at most".
  ///
  /// Only where it is not ``isUnbounded``.
  ///
  public func rounded(to decimals: Int) -> Quantity { rounded(to: decimals, nil) }

  /// As ``rounded(to:)``, with no more digits than a precision has; each end for itself.
  func rounded(to decimals: Int, _ precision: Precision?) -> Quantity {
    let ends = statedEnds
    let finest = -ends.reduce(decimals) { max($0, Self.decimals(for: $1, atLeast: decimals)) }
    func round(_ end: Double) -> Double {
      var place = finest
      if let precision {
        place = max(place, precision.place, end.decimalExponent - precision.digits + 1)
      }
      return end.rounded(toPlace: place)
    }
    let rounded = ends.map(round)
    var digits = -finest
    while digits > 0, rounded.allSatisfy({ $0.rounded(toPlace: 1 - digits) == $0 }) { digits -= 1 }
    var quantity = Quantity(
      low: lower.isOpen ? -.infinity : round(low), high: upper.isOpen ? .infinity : round(high),
      decimals: digits)
    quantity.significantDigits = precision?.digits
    return quantity
  }

  private static func decimals(for value: Double, atLeast decimals: Int) -> Int {
    guard value != 0, abs(value) < 1 else { return decimals }
    return max(decimals, min(1 - value.decimalExponent, 9))
  }
}
