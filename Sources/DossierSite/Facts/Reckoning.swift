/// A number on its way through a sum: its bounds, and how exactly it is known.
public struct Reckoning: Sendable {
  public let interval: Interval
  /// `nil` for a constant, which is exact.
  let precision: Precision?

  init(_ interval: Interval, _ precision: Precision?) {
    self.interval = interval
    self.precision = precision
  }

  /// A figure that somebody stated, known in the digits that it is written in.
  public init(_ quantity: Quantity) {
    self.init(Interval(quantity), Precision(of: quantity))
  }

  /// A number that is exact by its meaning, such as 1,000 in "per thousand".
  public static func constant(_ number: Double) -> Reckoning {
    Reckoning(Interval(Quantity(number)), nil)
  }

  /// The sum of any two values.
  public static func + (left: Reckoning, right: Reckoning) -> Reckoning {
    left.joined(right, left.interval + right.interval, Precision.sum)
  }

  /// The difference of any two values.
  public static func - (left: Reckoning, right: Reckoning) -> Reckoning {
    left.joined(right, left.interval - right.interval, Precision.sum)
  }

  /// The product of any two values.
  public static func * (left: Reckoning, right: Reckoning) -> Reckoning {
    left.joined(right, left.interval * right.interval, Precision.product)
  }

  /// The quotient of any two values; `nil` where the divisor may be zero.
  public func divided(by divisor: Reckoning) -> Reckoning? {
    interval.divided(by: divisor.interval).map { joined(divisor, $0, Precision.product) }
  }

  private func joined(
    _ other: Reckoning, _ result: Interval,
    _ join: (Precision, Precision, Interval) -> Precision
  ) -> Reckoning {
    guard let mine = precision, let others = other.precision else {
      let known = precision ?? other.precision
      return Reckoning(result, known.map { join($0, $0, result) })
    }
    return Reckoning(result, join(mine, others, result))
  }
}

extension Reckoning {
  /// Why a sum comes to no figure.
  public enum Flaw: Error, Hashable, Sendable {
    /// A step is more than a number can hold.
    case tooLarge
    /// Neither end is known.
    case unbounded
    /// A difference is smaller than what its terms were rounded to.
    case tooInexact
  }

  /// The figure that the sum comes to.
  ///
  /// - Parameters:
  ///   - decimals: Digits after the point; below 1 there are two significant ones at the least, and
  ///     a zero at the end is dropped.
  ///   - isApproximate: Whether something that entered is. Then the figure has no more digits than
  ///     the least exact of what entered.
  public func figure(decimals: Int, isApproximate: Bool) throws(Flaw) -> Quantity {
    if interval.isTooLarge { throw .tooLarge }
    if interval.isUnbounded { throw .unbounded }
    guard isApproximate, let precision else { return interval.rounded(to: decimals) }
    if precision.digits < 1 { throw .tooInexact }
    return interval.rounded(to: decimals, precision)
  }
}

extension Formula {
  /// What it comes to; `nil` where a divisor may be zero.
  ///
  /// - Parameter figures: By the ids of fields; all that the formula names.
  func evaluate(_ figures: [String: Reckoning]) -> Reckoning? {
    switch self {
    case .number(let number): return .constant(number.low)
    case .field(let id): return figures[id]
    case .operation(let symbol, let left, let right):
      guard let left = left.evaluate(figures), let right = right.evaluate(figures) else {
        return nil
      }
      return switch symbol {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      case .over: left.divided(by: right)
      }
    }
  }
}
