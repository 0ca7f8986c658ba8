/// A number that is known exactly or within bounds.
public struct Quantity: Hashable, Sendable {
  public var low: Double
  /// Equal to `low` for an exact number.
  public var high: Double
  /// Digits after the point, as the editor wrote them or a formula rounds them.
  public var decimals: Int

  public init(_ value: Double, decimals: Int = 0) {
    self.init(low: value, high: value, decimals: decimals)
  }

  public init(low: Double, high: Double, decimals: Int = 0) {
    self.low = low
    self.high = high
    self.decimals = decimals
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
