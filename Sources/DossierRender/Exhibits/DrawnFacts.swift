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

extension LanguageRules {
  /// Numbers at an axis, as the language writes them.
  var tickLabel: TickLabel {
    { value, decimals in number(value, decimals: decimals) }
  }
}
