import DossierDrawing
import DossierSite

extension Extent {
  /// Where a figure lies on a scale.
  init(_ quantity: Quantity) {
    self.init(low: quantity.low, high: quantity.high)
  }
}

extension DecimalYears {
  /// What a date of the content means on an axis of time.
  init(_ date: PartialDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

/// A series where words stand: in a cell of a table, in the facts of a record.
struct DrawnSeries {
  let scope: PageScope

  /// The series as SVG; `nil` where its kind does not say so, and where there is nothing to see.
  func sparkline(of statement: Statement) -> [UInt8]? {
    guard statement.declaration.hasSparkline else { return nil }
    let points = statement.claims.compactMap { claim -> (year: Double, value: Extent)? in
      guard let date = claim.evidence.asOf, let value = statement.quantity(of: claim) else {
        return nil
      }
      return (DecimalYears(date).middle, Extent(value))
    }
    let label = statement.declaration.label[scope.language]
    return Sparkline(points)?.svg(title: label)
  }
}

extension LanguageRules {
  /// Numbers at an axis, as the language writes them: from a million on in words, where they are round.
  var tickLabel: TickLabel {
    { value, decimals in inWords(value) ?? number(value, decimals: decimals) }
  }

  /// "5.4 billion", and "5,4 млрд" where a language has a short form that is more than a letter.
  private func inWords(_ value: Double) -> String? {
    let short = scaled(value, short: true)
    return (short ?? "").filter(\.isLetter).count > 1 ? short : scaled(value)
  }
}
