extension LanguageRules {
  /// A number rounded half away from zero to a fixed number of digits after the point.
  ///
  /// Groups of three digits are set apart: always in English, from five digits on elsewhere. The
  /// minus is U+2212. What is not finite is `∞`, `−∞` or `NaN`.
  public func number(_ value: Double, decimals: Int) -> String {
    guard let digits = DecimalDigits(value, decimals: decimals) else {
      return value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞"
    }
    var text: [UInt8] = digits.isNegative ? Array("−".utf8) : []
    appendGroups(of: digits.whole, to: &text)
    if !digits.fraction.isEmpty {
      text.append(grammar == .ukrainian ? UInt8(ascii: ",") : UInt8(ascii: "."))
      text += digits.fraction.map { UInt8(ascii: "0") + $0 }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func appendGroups(of digits: [UInt8], to text: inout [UInt8]) {
    let isGrouped = digits.count >= (grammar == .english ? 4 : 5)
    for (index, digit) in digits.enumerated() {
      let isBoundary = index > 0 && (digits.count - index) % 3 == 0
      if isGrouped && isBoundary { text += groupSeparator.utf8 }
      text.append(UInt8(ascii: "0") + digit)
    }
  }

  private var groupSeparator: String {
    switch grammar {
    case .english: ","
    case .ukrainian: "\u{A0}"
    case .neutral: "\u{202F}"
    }
  }

  /// A number, an interval as "10–15" or "−3…5" where a dash would meet a minus, or a bound as
  /// "at least 10".
  public func quantity(_ quantity: Quantity) -> String {
    boundWord(of: quantity) + figures(of: quantity)
  }

  /// A quantity with the word for what is counted: "about 50,000 troops", "at least about 50,000
  /// troops".
  ///
  /// A no-break space stands before the word; an empty word leaves the number alone.
  public func measure(_ quantity: Quantity, _ unit: PluralWord, approximate: Bool) -> String {
    let number = boundWord(of: quantity) + (approximate ? about : "") + figures(of: quantity)
    let word = approximate ? wordAfterAbout(unit, for: quantity) : word(unit, for: quantity)
    return word.isEmpty ? number : number + "\u{A0}" + word
  }

  /// The ends that are known, without a word.
  private func figures(of quantity: Quantity) -> String {
    let ends = quantity.ends.map { number($0, decimals: quantity.decimals(of: $0)) }
    guard ends.count == 2, ends[0] != ends[1] else { return ends[0] }
    let isNegative = quantity.low < 0 || quantity.high < 0
    return ends.joined(separator: isNegative ? "…" : "–")
  }

  /// What stands before a number of which one end is known. The Ukrainian words are adverbs, so that
  /// the word for what is counted keeps its form.
  private func boundWord(of quantity: Quantity) -> String {
    switch (quantity.bounds, grammar) {
    case (.atLeast, .english): "at least "
    case (.atMost, .english): "at most "
    case (.atLeast, .ukrainian): "щонайменше "
    case (.atMost, .ukrainian): "щонайбільше "
    case (.atLeast, .neutral): "≥"
    case (.atMost, .neutral): "≤"
    case (.exact, _), (.interval, _): ""
    }
  }

  private var about: String {
    switch grammar {
    case .english: "about "
    case .ukrainian: "близько "
    case .neutral: "≈"
    }
  }
}
