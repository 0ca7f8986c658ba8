extension LanguageRules {
  /// A number rounded half away from zero to a fixed number of digits after the point.
  ///
  /// Groups of three digits are set apart, from as many digits on as the language wants. The minus is
  /// U+2212. What is not finite is `∞`, `−∞` or `NaN`.
  public func number(_ value: Double, decimals: Int) -> String {
    let forms = table.numbers
    guard let digits = DecimalDigits(value, decimals: decimals) else {
      return value.isNaN ? "NaN" : value < 0 ? forms.minus + "∞" : "∞"
    }
    var text: [UInt8] = digits.isNegative ? Array(forms.minus.utf8) : []
    forms.append(groupsOf: digits.whole, to: &text)
    if !digits.fraction.isEmpty {
      text += forms.decimal.utf8
      text += digits.fraction.map { UInt8(ascii: "0") + $0 }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number, an interval as "10–15" or "−3…5" where a dash would meet a minus, or a bound as
  /// "at least 10".
  public func quantity(_ quantity: Quantity) -> String {
    table.phrases.bounded(figures(of: quantity), quantity)
  }

  /// A quantity with the word for what is counted: "about 50,000 troops", "at least about 50,000
  /// troops".
  ///
  /// A no-break space stands before the word; an empty word leaves the number alone, and the sign of
  /// per cent stands where the language has it.
  public func measure(_ quantity: Quantity, _ unit: PluralWord, approximate: Bool) -> String {
    let figures = figures(of: quantity)
    let word = approximate ? wordAfterAbout(unit, for: quantity) : word(unit, for: quantity)
    let isPercent = word == "%"
    let shown = isPercent ? table.numbers.percent.filled(figures) : figures
    let number = table.phrases.bounded(
      approximate ? table.phrases.about.filled(shown) : shown, quantity)
    return word.isEmpty || isPercent ? number : number + "\u{A0}" + word
  }

  /// A number with the word for its power of ten, where it is a million or more and three digits say
  /// all of it: "5.4 billion", in full or short; `nil` for any other number.
  public func scaled(_ value: Double, short: Bool = false) -> String? {
    let words = short ? table.numbers.shortWords : table.numbers.words
    guard value.isFinite, let power = words.keys.filter({ PowerOfTen.scales(value, $0) }).max(),
      let word = words[power]
    else { return nil }
    let unit = PowerOfTen.value(power)
    guard
      let decimals = (0...2).first(where: { decimals in
        let part = unit / PowerOfTen.value(decimals)
        return (value / part).rounded() * part == value
      })
    else { return nil }
    let form = pluralForm(of: value / unit, decimals: decimals)
    let text = word[form].filled(number(value / unit, decimals: decimals))
    return text.replacing(" ", with: "\u{A0}")
  }

  /// The ends that are known, without a word.
  private func figures(of quantity: Quantity) -> String {
    let ends = quantity.ends.map { number($0, decimals: quantity.decimals(of: $0)) }
    guard ends.count == 2, ends[0] != ends[1] else { return ends[0] }
    let isNegative = quantity.low < 0 || quantity.high < 0
    return isNegative ? ends.joined(separator: "…") : table.numbers.range.joined(ends[0], ends[1])
  }

}

extension NumberForms {
  /// The digits before the point, with what stands between groups of three.
  fileprivate func append(groupsOf digits: [UInt8], to text: inout [UInt8]) {
    let isGrouped = digits.count >= 3 + leastGroup
    for (index, digit) in digits.enumerated() {
      let isBoundary = index > 0 && (digits.count - index) % 3 == 0
      if isGrouped && isBoundary { text += group.utf8 }
      text.append(UInt8(ascii: "0") + digit)
    }
  }
}

extension Phrases {
  /// A number with what is said where only one end is known.
  fileprivate func bounded(_ figures: String, _ quantity: Quantity) -> String {
    switch quantity.bounds {
    case .atLeast: atLeast.filled(figures)
    case .atMost: atMost.filled(figures)
    case .exact, .interval: figures
    }
  }
}

/// Powers of ten that have a word.
private enum PowerOfTen {
  static func value(_ power: Int) -> Double {
    (0..<power).reduce(1) { value, _ in value * 10 }
  }

  /// Whether a number is said in units of a power, and not yet in the next.
  static func scales(_ number: Double, _ power: Int) -> Bool {
    power >= 6 && abs(number) >= value(power) && abs(number) < value(power + 3)
  }
}
