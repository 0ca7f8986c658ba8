import DossierSite

/// The density of a precedent applied to other ground: arithmetic, never a forecast.
struct Scaling: Equatable {
  /// What the strength is counted against.
  enum Base: CaseIterable {
    /// What the strength itself is counted in, as people among inhabitants: densities are per
    /// thousand.
    case alike
    /// Anything else: kilometres of line, square kilometres.
    case other

    fileprivate var divisor: Double { self == .alike ? 1_000 : 1 }
  }

  /// Persons per kilometre, per square kilometre or per 1,000 inhabitants, with `decimals` digits.
  var density: Quantity
  /// Persons that the same density would take elsewhere, whole; reckoned from what is not rounded.
  var persons: Quantity

  /// Takes the density of a precedent and spreads it over other ground.
  ///
  /// - Parameters:
  ///   - persons: The precedent's strength.
  ///   - ground: The precedent's line, area or population.
  ///   - elsewhere: The same of the other place, in the same unit.
  ///   - isApproximate: Whether one of them is. Then neither result has more digits than the least
  ///     exact of what enters it.
  /// - Returns: `nil` where the precedent's ground may be zero, where a result is no number, and where
  ///   no end of one is known.
  init?(
    _ persons: Quantity, on ground: Quantity, to elsewhere: Quantity, per base: Base,
    decimals: Int = 1, isApproximate: Bool = false
  ) {
    let divisor = Reckoning.constant(base.divisor)
    guard let density = Self.density(persons, on: ground, per: base),
      let scaled = (density * Reckoning(elsewhere)).divided(by: divisor),
      let here = try? density.figure(decimals: decimals, isApproximate: isApproximate),
      let there = try? scaled.figure(decimals: 0, isApproximate: isApproximate)
    else { return nil }
    self.density = here
    self.persons = there
  }

  /// Persons for each unit of ground; `nil` where the ground may be zero.
  static func density(
    _ persons: Quantity, on ground: Quantity, per base: Base, decimals: Int
  ) -> Quantity? {
    try? density(persons, on: ground, per: base)?.figure(decimals: decimals, isApproximate: false)
  }

  private static func density(
    _ persons: Quantity, on ground: Quantity, per base: Base
  ) -> Reckoning? {
    Reckoning(persons).divided(by: Reckoning(ground)).map {
      $0 * Reckoning.constant(base.divisor)
    }
  }
}

/// How many must be in service to keep a force deployed: one part there, the others resting, training
/// and preparing.
enum RotationPool {
  /// The factors that are shown side by side; three is usual, four and five are cautious.
  static let factors = [3, 4, 5]

  /// The pool for a factor, in whole persons, with no more digits than the force has.
  static func size(of deployed: Quantity, times factor: Int) -> Quantity? {
    let pool = Reckoning(deployed) * .constant(Double(factor))
    return try? pool.figure(decimals: 0, isApproximate: deployed.significantDigits != nil)
  }
}
