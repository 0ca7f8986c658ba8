/// A unit or a word for what is counted: `km`, `persons`, `troops`.
public struct Unit: Sendable, Equatable {
  public var id: String
  /// Units of one dimension can be converted: a name, or a product of such as in `length^2`. `nil`
  /// for one of its own, and for a unit whose id says what it is made of (`persons/km`).
  public var dimension: String?
  /// How many base units of the dimension one of it is.
  public var factor: Double
  /// The word after a number, by plural form; `nil` where none is declared.
  public var label: Localized<PluralWord>?

  public init(
    id: String, dimension: String?, factor: Double = 1, label: Localized<PluralWord>? = nil
  ) {
    self.id = id
    self.dimension = dimension
    self.factor = factor
    self.label = label
  }

  /// A unit that no file declares.
  init(undeclared id: String) { self.init(id: id, dimension: nil) }

  /// Per cent is a hundredth of a ratio, whether a project says so or not.
  static let percent = ["percent", "per cent", "per-cent", "%"]

  /// What it measures by its own declaration; `nil` where its id says it.
  var measure: Measure? {
    guard let expression = UnitExpression(dimension ?? id), dimension != nil || expression.isName
    else { return nil }
    var dimensions = expression.exponents
    dimensions[Measure.ratio] = nil
    return Measure(dimensions: dimensions, factor: factor)
  }
}

/// A word in the plural forms of CLDR.
public struct PluralWord: Sendable, Equatable {
  public var zero: String?
  public var one: String?
  public var two: String?
  public var few: String?
  public var many: String?
  public var other: String
  /// What it is behind "per", where that is not what it is for one: "на особу".
  public var per: String?

  public init(
    zero: String? = nil, one: String? = nil, two: String? = nil, few: String? = nil,
    many: String? = nil, other: String, per: String? = nil
  ) {
    self.zero = zero
    self.one = one
    self.two = two
    self.few = few
    self.many = many
    self.other = other
    self.per = per
  }

  /// The word with every form changed in the same way.
  func mapping(_ change: (String) -> String) -> PluralWord {
    PluralWord(
      zero: zero.map(change), one: one.map(change), two: two.map(change), few: few.map(change),
      many: many.map(change), other: change(other), per: per.map(change))
  }
}
