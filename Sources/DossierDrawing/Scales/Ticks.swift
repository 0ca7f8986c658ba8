#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Round numbers along an axis, in rising order.
struct Ticks: Equatable {
  var values: [Double]
  /// Digits after the point that tell the values apart.
  var decimals: Int
  /// Where the axis begins.
  var low: Double
  /// Where the axis ends.
  var high: Double

  /// Multiples of 1, 2 or 5 times a power of ten; the first is not above `low`, the last not below
  /// `high`.
  ///
  /// - Parameters:
  ///   - low: At most `high`; both within ±10¹⁵. Where they are equal, the axis is widened.
  ///   - limit: The most ticks, at least 3.
  static func numbers(from low: Double, to high: Double, atMost limit: Int) -> Ticks {
    let (low, high) = widened(low, high)
    let most = max(limit, 3)
    var exponent = Int(log10((high - low) / Double(most)).rounded(.down))
    while true {
      for factor in [1, 2, 5] {
        let first = (low / power(exponent, factor)).rounded(.down)
        let last = (high / power(exponent, factor)).rounded(.up)
        guard last - first < Double(most) else { continue }
        return multiples(of: factor, exponent, from: Int(first), through: Int(last))
      }
      exponent += 1
    }
  }

  private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    let size = max(abs(low), abs(high))
    guard high - low <= size * 1e-9 else { return (low, high) }
    return size == 0 ? (0, 1) : (low - size / 10, high + size / 10)
  }

  private static func multiples(
    of factor: Int, _ exponent: Int, from first: Int, through last: Int
  ) -> Ticks {
    let values = (first...max(first, last)).map { power(exponent, $0 * factor) }
    return Ticks(values: values, decimals: max(0, -exponent))
  }

  /// Years, by 1, 2, 5, 10 and so on; where that leaves fewer than two, the first and the last.
  ///
  /// - Parameter limit: The most ticks, at least 2.
  static func years(from first: Int, through last: Int, atMost limit: Int) -> Ticks {
    let most = max(limit, 2)
    var (step, scale) = (1, 1)
    while (last - first) / step + 1 > most, scale < 1_000_000 {
      step = step == 5 * scale ? 10 * scale : step == 2 * scale ? 5 * scale : 2 * scale
      if step == 10 * scale { scale *= 10 }
    }
    let years = (first...max(first, last)).filter { $0 % step == 0 }
    return Ticks(values: (years.count < 2 ? [first, last] : years).map(Double.init), decimals: 0)
  }

  /// Powers of ten, with their doubles and fivefolds where those are few; the axis begins and ends
  /// at one of all these, which may have no tick.
  ///
  /// - Parameters:
  ///   - low: Above zero and at most `high`.
  ///   - limit: The most ticks, at least 3.
  static func logarithmic(from low: Double, to high: Double, atMost limit: Int) -> Ticks {
    let places = places(from: low, to: high)
    guard let first = places.first, let last = places.last else {
      return Ticks(values: [1, 10], decimals: 0)
    }
    var chosen = Array(places)
    let decades = places.filter { $0.factor == 1 }
    if places.count > max(limit, 3) {
      let step = max(decades.count - 1, 0) / max(limit, 3) + 1
      chosen = decades.filter { ($0.exponent - first.exponent) % step == 0 }
    }
    if chosen.count < 2 { chosen = [first, last] }
    return Ticks(
      values: chosen.map(\.value), decimals: max(0, -first.exponent), low: first.value,
      high: last.value)
  }

  /// All multiples of 1, 2 and 5 from the last that is not above `low` to the first not below `high`;
  /// at least two.
  private static func places(from low: Double, to high: Double) -> ArraySlice<Place> {
    let first = Int(log10(low).rounded(.down))
    let last = max(Int(log10(high).rounded(.up)), first + 1)
    let all = (first...last).flatMap { exponent in
      [1, 2, 5].map { Place(exponent: exponent, factor: $0) }
    }
    let lower = all.lastIndex { $0.value <= low * (1 + 1e-12) } ?? 0
    let upper = all.firstIndex { $0.value >= high * (1 - 1e-12) } ?? all.count - 1
    return all[lower...min(max(upper, lower + 1), all.count - 1)]
  }

  /// A multiple of a power of ten.
  private struct Place {
    var exponent: Int
    var factor: Int

    var value: Double { power(exponent, factor) }
  }

  /// Lets the axis begin and end with a tick where it is not told otherwise.
  private init(values: [Double], decimals: Int, low: Double? = nil, high: Double? = nil) {
    self.values = values
    self.decimals = decimals
    self.low = low ?? values.first ?? 0
    self.high = high ?? values.last ?? 1
  }

  /// A multiple of a power of ten, exact where a double can be.
  private static func power(_ exponent: Int, _ factor: Int = 1) -> Double {
    let magnitude = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? Double(factor) / magnitude : Double(factor) * magnitude
  }
}
