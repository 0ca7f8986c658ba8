/// How exactly a number is known, by the digits that it is given in.
struct Precision: Hashable, Sendable {
  /// Digits that the number vouches for: three of 1,910, one of 1,000, four of 12.50. Zeros at the
  /// end of a whole number do not count. Below one where a difference is smaller than what its terms
  /// were rounded to.
  var digits: Int
  /// The power of ten that the last of them counts: 3 in 15,000, −1 in 12.5.
  var place: Int

  /// The digits that a claim is written in; of an interval those of the end that has more.
  init(of quantity: Quantity) {
    let ends = quantity.ends
    if let digits = quantity.significantDigits {
      self.digits = digits
      place = ends.map { $0.decimalExponent - digits + 1 }.min() ?? 0
    } else {
      let places = ends.map { Self.place(of: $0, decimals: quantity.decimals) }
      place = places.min() ?? 0
      digits = zip(ends, places).map { max(1, $0.decimalExponent - $1 + 1) }.max() ?? 1
    }
  }

  private static func place(of end: Double, decimals: Int) -> Int {
    guard decimals <= 0, end != 0 else { return -decimals }
    var (zeros, rest) = (0, end.rounded())
    while rest != 0, rest.remainder(dividingBy: 10) == 0 {
      rest /= 10
      zeros += 1
    }
    return zeros
  }

  private init(digits: Int, place: Int) {
    self.digits = digits
    self.place = place
  }

  /// That of a product or quotient: it has the digits of the factor with fewer.
  static func product(_ left: Precision, _ right: Precision, _ result: Interval) -> Precision {
    let digits = min(left.digits, right.digits)
    let places = result.statedEnds.filter { $0 != 0 }.map { $0.decimalExponent - digits + 1 }
    return Precision(digits: digits, place: places.min() ?? 1 - digits)
  }

  /// That of a sum or difference: its last digit counts what that of the coarser term does.
  static func sum(_ left: Precision, _ right: Precision, _ result: Interval) -> Precision {
    let place = max(left.place, right.place)
    let digits = result.statedEnds.map { $0.decimalExponent - place + 1 }
    return Precision(digits: digits.max() ?? 1, place: place)
  }
}

extension Double {
  /// The power of ten of its first digit: 4 of 15,000, −2 of 0.05; 0 of zero.
  var decimalExponent: Int {
    guard self != 0, isFinite else { return 0 }
    var (exponent, rest) = (0, magnitude)
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    return exponent
  }

  /// Rounded half away from zero to a power of ten: to thousands for 3, to tenths for −1.
  func rounded(toPlace place: Int) -> Double {
    var scale = 1.0
    for _ in 0..<min(abs(place), 300) { scale *= 10 }
    let rounded =
      place > 0
      ? (self / scale).rounded(.toNearestOrAwayFromZero) * scale
      : (self * scale).rounded(.toNearestOrAwayFromZero) / scale
    return rounded.isFinite ? rounded : self
  }
}
