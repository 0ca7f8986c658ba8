/// Arithmetic on bounds: every result holds what any pair of values within them would give.
public struct Interval: Hashable, Sendable {
  public var low: Double
  /// Equal to `low` for an exact number.
  public var high: Double

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Takes the bounds of a quantity.
  public init(_ quantity: Quantity) {
    self.init(low: quantity.low, high: quantity.high)
  }

  /// Whether both bounds are numbers, and not more than a number can hold.
  public var isFinite: Bool { low.isFinite && high.isFinite }

  /// The sum of any two values.
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low + right.low, high: left.high + right.high)
  }

  /// The difference of any two values.
  public static func - (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low - right.high, high: left.high - right.low)
  }

  /// The product of any two values.
  public static func * (left: Interval, right: Interval) -> Interval {
    left.spanning(right) { $0 * $1 }
  }

  /// The quotient of any two values; `nil` where the divisor may be zero.
  public func divided(by divisor: Interval) -> Interval? {
    guard divisor.low > 0 || divisor.high < 0 else { return nil }
    return spanning(divisor) { $0 / $1 }
  }

  private func spanning(
    _ other: Interval, _ operation: (Double, Double) -> Double
  ) -> Interval {
    let corners = [
      operation(low, other.low), operation(low, other.high),
      operation(high, other.low), operation(high, other.high),
    ]
    return Interval(
      low: corners.reduce(corners[0]) { min($0, $1) },
      high: corners.reduce(corners[0]) { max($0, $1) })
  }
}

extension Interval {
  /// `nil` where a divisor may be zero.
  static func evaluate(_ formula: Formula, _ quantities: [String: Quantity]) -> Interval? {
    switch formula {
    case .number(let number): return Interval(number)
    case .field(let id): return quantities[id].map(Interval.init)
    case .operation(let symbol, let left, let right):
      guard let left = evaluate(left, quantities), let right = evaluate(right, quantities) else {
        return nil
      }
      return combine(symbol, left, right)
    }
  }

  private static func combine(
    _ symbol: Formula.Operator, _ left: Interval, _ right: Interval
  ) -> Interval? {
    switch symbol {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: left.divided(by: right)
    }
  }
}

extension Interval {
  /// Rounded to digits after the point; below 1 to two significant digits at the least, and without
  /// a zero at the end.
  public func rounded(to decimals: Int) -> Quantity {
    let needed = max(
      Self.decimals(for: low, atLeast: decimals), Self.decimals(for: high, atLeast: decimals))
    let (low, high) = (Self.round(low, needed), Self.round(high, needed))
    var digits = needed
    while digits > 0, Self.round(low, digits - 1) == low, Self.round(high, digits - 1) == high {
      digits -= 1
    }
    return Quantity(low: low, high: high, decimals: digits)
  }

  private static func decimals(for value: Double, atLeast decimals: Int) -> Int {
    let magnitude = abs(value)
    guard magnitude > 0, magnitude < 1 else { return decimals }
    var (digits, scaled) = (1, magnitude)
    while scaled < 1, digits < 9 {
      scaled *= 10
      digits += 1
    }
    return max(decimals, digits)
  }

  private static func round(_ value: Double, _ decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (value * scale).rounded(.toNearestOrAwayFromZero) / scale
    return rounded.isFinite ? rounded : value
  }
}
