/// A number that an author wrote in a sentence: "50,000", "50 000", "12.5", "10–15".
///
/// Number words ("fifty thousand") are not read, only digits.
struct NumberInWords: Equatable {
  var low: Double
  /// Equal to `low` unless it is a range.
  var high: Double
  /// Digits that the author vouches for: trailing zeros of a whole number do not count.
  var significantDigits: Int
  /// Four digits without a separator, which may be a year.
  var mayBeYear: Bool

  /// The numbers in a text, in their order.
  static func all(in text: String) -> [NumberInWords] {
    let scalars = text.unicodeScalars.filter { !$0.isHint }.map(\.self)
    var numbers: [(number: NumberInWords, range: Range<Int>)] = []
    var index = 0
    while index < scalars.count {
      guard isDigit(scalars[index]), index == 0 || !isPartOfWord(scalars[index - 1]) else {
        index += 1
        continue
      }
      let end = end(of: scalars, from: index)
      if let number = NumberInWords(scalars[index..<end]) { numbers.append((number, index..<end)) }
      index = end
    }
    return joiningRanges(numbers, in: scalars)
  }

  /// Whether a claim may say the number: rounded to its significant digits it is the same.
  ///
  /// A point between two ends is supported. Of a bound only the end that was stated is: a source that
  /// says "at least 60,000" has not said 70,000.
  func isSupported(by quantity: Quantity) -> Bool {
    switch quantity.bounds {
    case .interval(let lower, let upper):
      if low == high && lower <= low && low <= upper { return true }
      return rounds(lower, to: low) && rounds(upper, to: high)
        || low == high && (rounds(lower, to: low) || rounds(upper, to: low))
    case .exact(let end), .atLeast(let end), .atMost(let end):
      return rounds(end, to: low) && rounds(end, to: high)
    }
  }

  private func rounds(_ value: Double, to number: Double) -> Bool {
    guard value != 0 else { return number == 0 }
    let rounded = value.rounded(toPlace: value.decimalExponent - max(significantDigits, 1) + 1)
    return abs(rounded - number) <= abs(number) * 1e-9
  }
}

extension NumberInWords {
  private init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    let (whole, fraction) = Self.parts(scalars)
    guard whole.count + fraction.count <= 15,
      let value = Double(whole + (fraction.isEmpty ? "" : "." + fraction))
    else { return nil }
    low = value
    high = value
    mayBeYear = scalars.count == 4 && fraction.isEmpty
    let digits = (whole + fraction).drop { $0 == "0" }
    let trailing = fraction.isEmpty ? digits.reversed().prefix { $0 == "0" }.count : 0
    significantDigits = max(1, digits.count - trailing)
  }

  /// The digits before and after the decimal sign: a comma or point not followed by three digits.
  private static func parts(_ scalars: ArraySlice<Unicode.Scalar>) -> (String, String) {
    var whole = ""
    for index in scalars.indices {
      let scalar = scalars[index]
      if isDigit(scalar) {
        whole.unicodeScalars.append(scalar)
      } else if scalar == "." || scalar == "," {
        let rest = scalars[(index + 1)...]
        let isGroup = rest.prefix(while: isDigit).count == 3
        if !isGroup || scalar == "." && rest.count == 3 && whole == "0" {
          return (whole, String(String.UnicodeScalarView(rest.filter(isDigit))))
        }
      }
    }
    return (whole, "")
  }

  /// Where a number ends: digits, and separators with digits behind them.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < scalars.count {
      if isDigit(scalars[index]) {
        index += 1
      } else if isSeparator(scalars[index]), isGroup(scalars, after: index) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private static func isGroup(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
    let digits = scalars[(index + 1)...].prefix(while: isDigit).count
    let isDecimal = scalars[index] == "." || scalars[index] == ","
    return isDecimal ? digits > 0 : digits == 3
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// A comma, a point, a space or one of the spaces that do not break.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    [",", ".", " ", "\u{A0}", "\u{202F}"].contains(scalar)
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isDigit(scalar)
  }

  /// Makes one range of two numbers with a dash or "to" between them.
  private static func joiningRanges(
    _ numbers: [(number: NumberInWords, range: Range<Int>)], in scalars: [Unicode.Scalar]
  ) -> [NumberInWords] {
    var result: [NumberInWords] = []
    var index = 0
    while index < numbers.count {
      var number = numbers[index].number
      if index + 1 < numbers.count {
        let between = scalars[numbers[index].range.upperBound..<numbers[index + 1].range.lowerBound]
        let next = numbers[index + 1].number
        if isRangeSign(between), next.low >= number.low {
          number.high = next.high
          number.significantDigits = max(number.significantDigits, next.significantDigits)
          number.mayBeYear = false
          index += 1
        }
      }
      result.append(number)
      index += 1
    }
    return result
  }

  private static func isRangeSign(_ between: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = String(String.UnicodeScalarView(between)).filter { $0 != " " && $0 != "\u{A0}" }
    return ["-", "–", "—", "‑", "to", "до"].contains(text)
  }
}

extension Unicode.Scalar {
  /// Whether it only tells how a text may be broken or joined, as a soft hyphen does.
  fileprivate var isHint: Bool { !isASCII && properties.isDefaultIgnorableCodePoint }
}
