extension SiteSchema {
  /// What a unit measures; `nil` where it is not declared, nor made of such as are.
  func measure(of unit: String) -> Measure? { configuration.units.measure(of: unit) }

  /// Whether two units measure the same; those that nobody declares measure only themselves.
  public func measureAlike(_ unit: String, _ other: String) -> Bool {
    guard let left = measure(of: unit), let right = measure(of: other) else { return unit == other }
    return left.dimensions == right.dimensions
  }
}
