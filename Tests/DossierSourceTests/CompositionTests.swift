import DossierSource
import Foundation
import Testing

/// Two spellings of a letter with its mark become one.
@Suite struct CompositionTests {
  @Test(arguments: [
    ("и\u{306}", "й"), ("і\u{308}", "ї"), ("e\u{301}", "é"), ("ế", "ế"), ("e\u{302}\u{301}", "ế"),
    ("И\u{306}од", "Йод"), ("а\u{301}", "а\u{301}"), ("s\u{323}\u{307}", "ṩ"),
    ("s\u{307}\u{323}", "ṩ"), ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("", ""), ("plain", "plain"),
    ("α\u{301}", "ά"), ("\u{301}", "\u{301}"), ("\r\n\u{301}", "\r\n\u{301}"),
  ])
  func aTextIsComposed(text: String, composed: String) {
    #expect(Array(text.composed.unicodeScalars) == Array(composed.unicodeScalars))
  }

  @Test func itAgreesWithTheSystemsOwn() {
    let ranges =
      [0xC0...0x24F, 0x386...0x3CE, 0x400...0x52F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let letter = String(Character(scalar))
      let parts = letter.decomposedStringWithCanonicalMapping
      #expect(
        Array(parts.composed.utf8) == Array(letter.precomposedStringWithCanonicalMapping.utf8))
    }
  }
}
