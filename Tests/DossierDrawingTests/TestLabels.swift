import DossierSite

@testable import DossierDrawing

/// The words of two languages for the numbers of the samples.
enum TestLabels {
  static let english: TickLabel = { LanguageRules(.english).number($0, decimals: $1) }
  static let ukrainian: TickLabel = { LanguageRules(.ukrainian).number($0, decimals: $1) }
}

extension LanguageRules {
  func quantity(_ value: Extent) -> String {
    quantity(Quantity(low: value.low, high: value.high))
  }
}

extension DecimalYears {
  init(_ date: PartialDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}
