/// A plural form of CLDR, of those that the languages here have.
public enum PluralForm: Hashable, Sendable {
  case one, few, many, other
}

extension LanguageRules {
  /// The form of a word after a number that is written with so many digits after the point.
  ///
  /// After CLDR 44: English `one` is 1 without a fraction; Ukrainian `one`, `few` and `many` go by
  /// the last two digits, and `other` is any fraction. A minus changes nothing.
  public func pluralForm(of value: Double, decimals: Int) -> PluralForm {
    guard decimals <= 0, let digits = DecimalDigits(value, decimals: 0)?.whole else {
      return .other
    }
    guard grammar == .ukrainian else { return digits == [1] ? .one : .other }
    let lastTwo = digits.suffix(2).reduce(0) { $0 * 10 + Int($1) }
    switch (lastTwo % 10, lastTwo) {
    case (_, 11...14): return .many
    case (1, _): return .one
    case (2...4, _): return .few
    default: return .many
    }
  }

  /// The word in the form that a quantity takes; an interval takes that of its high end, a bound
  /// that of its only one.
  ///
  /// A form that the word has not is its `other`.
  public func word(_ word: PluralWord, for quantity: Quantity) -> String {
    word[form(of: quantity)]
  }

  /// The word after "about": Ukrainian wants the genitive, which is the singular's (`other`) for
  /// 1, 21, … and for fractions, and the plural's (`many`) elsewhere.
  func wordAfterAbout(_ word: PluralWord, for quantity: Quantity) -> String {
    let form = form(of: quantity)
    guard grammar == .ukrainian else { return word[form] }
    return word[form == .few || form == .many ? .many : .other]
  }

  private func form(of quantity: Quantity) -> PluralForm {
    let end = quantity.trailingEnd
    return pluralForm(of: end, decimals: quantity.decimals(of: end))
  }
}

extension PluralWord {
  fileprivate subscript(form: PluralForm) -> String {
    switch form {
    case .one: one ?? other
    case .few: few ?? other
    case .many: many ?? other
    case .other: other
    }
  }
}
