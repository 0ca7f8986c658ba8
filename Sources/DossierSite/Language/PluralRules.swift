/// A plural form of CLDR.
public enum PluralForm: String, Hashable, Sendable, CaseIterable {
  case zero, one, two, few, many, other
}

extension LanguageRules {
  /// The forms that the language has, `other` last.
  public var pluralForms: [PluralForm] { table.plurals.map(\.form) + [.other] }

  /// The form of a word after a number that is written with so many digits after the point.
  ///
  /// The language's rules, in the notation of CLDR, are asked one after the other; what none holds
  /// for is `other`, and so is what is not finite. A minus changes nothing.
  public func pluralForm(of value: Double, decimals: Int) -> PluralForm {
    guard let digits = DecimalDigits(value, decimals: max(decimals, 0)) else { return .other }
    let number = WrittenNumber(whole: digits.whole, fraction: digits.fraction)
    return table.plurals.first { $0.rule.holds(for: number) }?.form ?? .other
  }

  /// The word in the form that a quantity takes; an interval takes that of its high end, a bound
  /// that of its only one.
  ///
  /// A form that the word has not is its `other`.
  public func word(_ word: PluralWord, for quantity: Quantity) -> String {
    word[form(of: quantity)]
  }

  /// The word after "about", which wants another case in some languages, and so other forms.
  func wordAfterAbout(_ word: PluralWord, for quantity: Quantity) -> String {
    let form = form(of: quantity)
    return word[table.phrases.formsAfterAbout[form] ?? form]
  }

  /// A word that stands without a number, as at an axis: "troops", and "осіб" where the language
  /// wants the form of many.
  public func alone(_ word: PluralWord) -> String { word[table.phrases.formAlone] }

  private func form(of quantity: Quantity) -> PluralForm {
    let end = quantity.trailingEnd
    return pluralForm(of: end, decimals: quantity.decimals(of: end))
  }
}

/// The digits of a number as a reader sees them, for the rules of plurals.
struct WrittenNumber {
  /// Digits before and after the point, with values 0 to 9.
  var whole: [UInt8]
  var fraction: [UInt8]

  fileprivate var isWhole: Bool { fraction.allSatisfy { $0 == 0 } }

  fileprivate var significantFraction: [UInt8] {
    Array(fraction.prefix((fraction.lastIndex { $0 != 0 } ?? -1) + 1))
  }
}

/// When a plural form is taken: a rule in the notation of CLDR (Unicode Technical Standard 35, part 3,
/// "Language Plural Rules"), such as `v = 0 and i % 10 = 2..4 or n = 0,6`.
struct PluralRule: Sendable {
  /// What a relation asks of a number.
  enum Operand: String, Sendable {
    /// The number itself, and its digits before the point.
    case n, i
    /// How many digits stand after the point, with and without zeros at the end.
    case v, w
    /// These digits, with and without zeros at the end.
    case f, t
    /// The power of ten in a compact notation, which is never used here.
    case c, e
  }

  struct Relation: Sendable {
    var operand: Operand
    var modulus: Int?
    var isNegated: Bool
    var ranges: [ClosedRange<Int>]
  }

  /// Some of these hold, each if all its relations do.
  private let alternatives: [[Relation]]

  /// `nil` for what is no rule.
  init?(_ text: String) {
    var alternatives: [[Relation]] = []
    for alternative in text.split(separator: " or ", omittingEmptySubsequences: false) {
      var relations: [Relation] = []
      for relation in alternative.split(separator: " and ", omittingEmptySubsequences: false) {
        guard let relation = Relation(relation) else { return nil }
        relations.append(relation)
      }
      alternatives.append(relations)
    }
    self.alternatives = alternatives
  }

  func holds(for number: WrittenNumber) -> Bool {
    alternatives.contains { $0.allSatisfy { $0.holds(for: number) } }
  }
}

extension PluralRule.Relation {
  private static let greatest = 1_000_000_000

  /// `i % 10 = 2..4,7`, and the same with `!=`.
  fileprivate init?(_ text: Substring) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    isNegated = sides[0].last == "!"
    let left = sides[0].filter { $0 != "!" }.split(separator: "%", omittingEmptySubsequences: false)
    guard (1...2).contains(left.count),
      let operand = PluralRule.Operand(rawValue: left[0].withoutSpaces)
    else { return nil }
    self.operand = operand
    if left.count == 2 {
      guard let modulus = Self.number(left[1]), modulus > 0 else { return nil }
      self.modulus = modulus
    }
    var ranges: [ClosedRange<Int>] = []
    for part in sides[1].split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "..", omittingEmptySubsequences: false).map(Self.number)
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends.last ?? nil,
        low <= high
      else { return nil }
      ranges.append(low...high)
    }
    self.ranges = ranges
  }

  private static func number(_ text: Substring) -> Int? {
    Int(text.withoutSpaces).flatMap { (0...greatest).contains($0) ? $0 : nil }
  }

  fileprivate func holds(for number: WrittenNumber) -> Bool {
    let isIn = value(of: number).map { value in ranges.contains { $0.contains(value) } } ?? false
    return isIn != isNegated
  }

  /// `nil` for what is no whole number, or beyond all ranges.
  private func value(of number: WrittenNumber) -> Int? {
    switch operand {
    case .n: number.isWhole ? remainder(number.whole) : nil
    case .i: remainder(number.whole)
    case .v: number.fraction.count
    case .w: number.significantFraction.count
    case .f: remainder(number.fraction)
    case .t: remainder(number.significantFraction)
    case .c, .e: 0
    }
  }

  private func remainder(_ digits: [UInt8]) -> Int? {
    if let modulus { return digits.reduce(0) { ($0 * 10 + Int($1)) % modulus } }
    let digits = digits.drop { $0 == 0 }
    return digits.count > 15 ? nil : digits.reduce(0) { $0 * 10 + Int($1) }
  }
}

extension StringProtocol {
  fileprivate var withoutSpaces: String { String(filter { $0 != " " }) }
}

extension PluralWord {
  subscript(form: PluralForm) -> String { own(form) ?? other }

  /// The word in a form, where it has one of its own.
  public func own(_ form: PluralForm) -> String? {
    switch form {
    case .zero: zero
    case .one: one
    case .two: two
    case .few: few
    case .many: many
    case .other: other
    }
  }
}
