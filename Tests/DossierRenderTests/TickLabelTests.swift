import DossierSite
import Testing

@testable import DossierRender

@Suite struct TickLabelTests {
  @Test(arguments: [
    ("en", 5_400_000_000.0, "5.4\u{A0}billion"), ("uk", 5_400_000_000, "5,4\u{A0}млрд"),
    ("es", 2_000_000, "2\u{A0}millones"), ("en", 500_000, "500,000"), ("en", 0, "0"),
    ("en", 1_234_567, "1,234,567"), ("xx", 2_000_000, "2\u{202F}000\u{202F}000"),
    ("de", -3_000_000, "−3\u{A0}Mio."),
  ])
  func roundMillionsAreSaidInWords(code: String, value: Double, text: String) {
    #expect(LanguageRules(Language(code)).tickLabel(value, 0) == text)
  }
}
