/// A number that is known exactly, between two ends, or from one end on.
public struct Quantity: Hashable, Sendable {
  /// The lower end; minus infinity where the number is at most ``high``.
  public var low: Double
  /// The upper end: equal to `low` for an exact number, infinity where it is at least ``low``.
  public var high: Double
  /// Digits after the point, as the editor wrote them or a formula rounds them.
  public var decimals: Int
  /// Digits that the number vouches for at most, where it was computed or converted; `nil` where they
  /// are those that are written.
  public var significantDigits: Int?

  /// An exact number.
  public init(_ value: Double, decimals: Int = 0) {
    self.init(low: value, high: value, decimals: decimals)
  }

  /// A number between two ends.
  public init(low: Double, high: Double, decimals: Int = 0) {
    self.low = low
    self.high = high
    self.decimals = decimals
  }

  /// A number of which only the lower end is known.
  public static func atLeast(_ low: Double, decimals: Int = 0) -> Quantity {
    Quantity(low: low, high: .infinity, decimals: decimals)
  }

  /// A number of which only the upper end is known.
  public static func atMost(_ high: Double, decimals: Int = 0) -> Quantity {
    Quantity(low: -.infinity, high: high, decimals: decimals)
  }

  /// Reads a decimal number: an optional sign, digits, and a point with digits after it; `nil` for
  /// anything else (`1e5`, `50,000`, `.5`) and for more than 15 digits.
  public init?(_ text: String) {
    var digits = Substring(text)
    if digits.hasPrefix("-") || digits.hasPrefix("+") { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    let count = parts.reduce(0) { $0 + $1.utf8.count }
    guard isNumber, count <= 15, let value = Double(text) else { return nil }
    self.init(value, decimals: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  public var isExact: Bool { low == high }

  /// Whether the two may be the same number.
  public func overlaps(_ other: Quantity) -> Bool { low <= other.high && other.low <= high }
}

extension Quantity {
  /// What is known of a number; there is no value between two ends that stands for both.
  public enum Bounds: Hashable, Sendable {
    case exact(Double)
    case interval(low: Double, high: Double)
    /// The number or more.
    case atLeast(Double)
    /// The number or less.
    case atMost(Double)
  }

  /// What is known of the number, with no end that nobody stated.
  public var bounds: Bounds {
    if low == high { return .exact(low) }
    if high == .infinity { return .atLeast(low) }
    return low == -.infinity ? .atMost(high) : .interval(low: low, high: high)
  }

  /// The ends that somebody stated: one for an exact number and for a bound, two for an interval.
  public var ends: [Double] {
    switch bounds {
    case .exact(let end), .atLeast(let end), .atMost(let end): [end]
    case .interval(let low, let high): [low, high]
    }
  }

  /// Digits after the point of one of the ends: fewer than ``decimals`` where the end has as many
  /// digits as it vouches for before them.
  public func decimals(of end: Double) -> Int {
    guard let significantDigits else { return decimals }
    return min(decimals, max(0, significantDigits - 1 - end.decimalExponent))
  }

  /// The number without ``significantDigits``, where ``decimals`` say the same of its ends.
  var plain: Quantity {
    guard ends.allSatisfy({ decimals(of: $0) == decimals }) else { return self }
    var plain = self
    plain.significantDigits = nil
    return plain
  }

  /// The end that a list is sorted by: the lower one, or the only one.
  public var leadingEnd: Double { low == -.infinity ? high : low }

  /// The end whose plural form a word after the number takes: the upper one, or the only one.
  public var trailingEnd: Double { high == .infinity ? low : high }
}
