import DossierSite

/// The density of a precedent applied to other ground: arithmetic, never a forecast.
struct Scaling: Equatable {
  /// What people are counted against.
  enum Base: CaseIterable {
    /// Kilometres of line.
    case line
    /// Square kilometres.
    case area
    /// Inhabitants; densities are per thousand of them.
    case population

    fileprivate var divisor: Double { self == .population ? 1_000 : 1 }
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
  /// - Returns: `nil` where the precedent's ground may be zero, where a result is no number, and where
  ///   no end of one is known.
  init?(
    _ persons: Quantity, on ground: Quantity, to elsewhere: Quantity, per base: Base,
    decimals: Int = 1
  ) {
    guard let density = Self.density(persons, on: ground, per: base), !density.isUnbounded else {
      return nil
    }
    let scaled = density * Interval(elsewhere) * Interval(Quantity(1 / base.divisor))
    guard !scaled.isTooLarge, !scaled.isUnbounded else { return nil }
    self.density = density.rounded(to: decimals)
    self.persons = scaled.rounded(to: 0)
  }

  /// Persons for each unit of ground; `nil` where the ground may be zero.
  static func density(
    _ persons: Quantity, on ground: Quantity, per base: Base, decimals: Int
  ) -> Quantity? {
    guard let density = density(persons, on: ground, per: base), !density.isUnbounded else {
      return nil
    }
    return density.rounded(to: decimals)
  }

  private static func density(
    _ persons: Quantity, on ground: Quantity, per base: Base
  ) -> Interval? {
    let units = Interval(ground) * Interval(Quantity(1 / base.divisor))
    guard let density = Interval(persons).divided(by: units), !density.isTooLarge else {
      return nil
    }
    return density
  }
}

/// How many must be in service to keep a force deployed: one part there, the others resting, training
/// and preparing.
enum RotationPool {
  /// The factors that are shown side by side; three is usual, four and five are cautious.
  static let factors = [3, 4, 5]

  /// The pool for a factor, in whole persons.
  static func size(of deployed: Quantity, times factor: Int) -> Quantity {
    (Interval(deployed) * Interval(Quantity(Double(factor)))).rounded(to: 0)
  }
}
