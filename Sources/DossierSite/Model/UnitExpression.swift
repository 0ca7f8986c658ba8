/// A product or quotient of names: `persons/km`, `km*km`, `length^2`, `US dollars/persons/time`.
///
/// It is read from the left, so that `a/b*c` is `(a/b)*c`. Names may hold spaces; `1` is nothing.
struct UnitExpression {
  /// The names in their order, each with what it is raised to.
  private(set) var factors: [(name: String, exponent: Int)] = []

  /// `nil` where a name or an exponent is missing.
  init?(_ text: String) {
    var (sign, rest) = (1, text[...])
    while true {
      let end = rest.firstIndex { $0 == "*" || $0 == "/" } ?? rest.endIndex
      guard add(rest[..<end], sign) else { return nil }
      guard end < rest.endIndex else { return }
      sign = rest[end] == "/" ? -1 : 1
      rest = rest[rest.index(after: end)...]
    }
  }

  private mutating func add(_ text: Substring, _ sign: Int) -> Bool {
    let parts = text.split(separator: "^", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 1
    guard !parts[0].isEmpty, parts.count < 3, (1...9).contains(exponent) else { return false }
    if parts[0] != "1" { factors.append((parts[0], sign * exponent)) }
    return true
  }

  /// Whether it is one name alone, whose text is the name.
  var isName: Bool { factors.count == 1 && factors[0].exponent == 1 }

  /// What each name is raised to in the end; those that cancel out are gone.
  var exponents: [String: Int] {
    factors.reduce(into: [:]) { $0[$1.name, default: 0] += $1.exponent }.filter { $0.value != 0 }
  }
}

/// What a unit measures, and how large it is.
struct Measure: Hashable, Sendable {
  /// Dimensions with what they are raised to; none for a plain number, a ratio, per cent.
  var dimensions: [String: Int] = [:]
  /// How many of the dimensions' base units it is.
  var factor = 1.0

  /// The dimension of what is left when units cancel out.
  static let ratio = "ratio"

  static func * (left: Measure, right: Measure) -> Measure {
    let dimensions = left.dimensions.merging(right.dimensions, uniquingKeysWith: +)
    return Measure(
      dimensions: dimensions.filter { $0.value != 0 }, factor: left.factor * right.factor)
  }

  /// One over it.
  var inverse: Measure { Measure(dimensions: dimensions.mapValues { -$0 }, factor: 1 / factor) }

  /// In words for a diagnostic: `persons/length`.
  var words: String {
    func text(_ sign: Int) -> String {
      dimensions.filter { $0.value * sign > 0 }.sorted { $0.key < $1.key }.map { name, exponent in
        exponent * sign == 1 ? name : "\(name)^\(exponent * sign)"
      }.joined(separator: sign > 0 ? "*" : "/")
    }
    let (above, below) = (text(1), text(-1))
    if below.isEmpty { return above.isEmpty ? "a ratio" : above }
    return (above.isEmpty ? "1" : above) + "/" + below
  }
}

extension [String: Unit] {
  /// Whether two units measure the same; those that nobody declares measure only themselves.
  public func measureAlike(_ unit: String, _ other: String) -> Bool {
    guard let left = measure(of: unit), let right = measure(of: other) else { return unit == other }
    return left.dimensions == right.dimensions
  }

  /// What a unit measures, declared or made of such as are; `nil` where one is not declared.
  func measure(of id: String) -> Measure? {
    if let unit = self[id], let measure = unit.measure { return measure }
    guard let expression = UnitExpression(id), !expression.isName else { return nil }
    var whole = Measure()
    for (name, exponent) in expression.factors {
      guard let part = self[name]?.measure else { return nil }
      for _ in 0..<abs(exponent) { whole = whole * (exponent > 0 ? part : part.inverse) }
    }
    return whole
  }

  /// By how much a number in one unit is multiplied to be in another; `nil` where they do not measure
  /// alike.
  public func factor(from unit: String, to other: String) -> Double? {
    guard let here = measure(of: unit), let there = measure(of: other),
      here.dimensions == there.dimensions, there.factor != 0
    else { return nil }
    return here.factor / there.factor
  }

  /// The units in an id that nobody declares: itself, or those that it is made of.
  func undeclared(in id: String) -> [String] {
    guard measure(of: id) == nil else { return [] }
    guard let expression = UnitExpression(id), !expression.isName else { return [id] }
    return expression.factors.map(\.name).filter { self[$0]?.measure == nil }
  }
}
