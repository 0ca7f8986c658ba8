/// The digits of a number as a reader would round it by hand: half goes away from zero.
///
/// A double carries 15 decimal digits faithfully. What lies beyond them behind the point is taken
/// for binary noise, so that 0.285 rounds to 0.29 and 1.005 × 100 to 101.
struct DecimalDigits {
  private(set) var isNegative = false
  /// Digits with values 0 to 9, the most significant first.
  private var digits: [UInt8] = []
  /// How many of the digits stand before the point; negative for zeros right behind it.
  private var point = 0
  private let decimals: Int

  /// Rounds to a number of digits after the point (at most 30); `nil` for what is not finite.
  init?(_ value: Double, decimals: Int) {
    guard value.isFinite else { return nil }
    self.decimals = min(max(decimals, 0), 30)
    read(value.description)
    keep(max(15, point))
    keep(point + self.decimals)
    isNegative = isNegative && digits.contains { $0 != 0 }
  }

  /// The digits before the point, without zeros in front; `[0]` for none.
  var whole: [UInt8] {
    point <= 0 ? [0] : (0..<point).map(digit)
  }

  /// The digits after the point, as many as were asked for.
  var fraction: [UInt8] {
    (point..<(point + decimals)).map(digit)
  }

  private func digit(at index: Int) -> UInt8 {
    digits.indices.contains(index) ? digits[index] : 0
  }

  /// Reads Swift's own shortest form: `0.285`, `-5e-324`, `1e+16`.
  private mutating func read(_ text: String) {
    let parts = text.split(separator: "e")
    var pointIndex: Int?
    for byte in parts[0].utf8 {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): pointIndex = digits.count
      default: digits.append(byte - UInt8(ascii: "0"))
      }
    }
    point = pointIndex ?? digits.count
    if parts.count > 1 { point += Int(parts[1]) ?? 0 }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
  }

  /// Rounds to the first `count` digits.
  private mutating func keep(_ count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      point = 0
      return
    }
    let goesUp = digits[count] >= 5
    digits.removeSubrange(count...)
    guard goesUp else { return }
    var index = count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }
}
