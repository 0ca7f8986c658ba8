import DossierMarkdown
import DossierSource
import Foundation
import TestSupport
import Testing

/// What a text loses.
enum WordLoss {
  /// What is wrong with what becomes of a text; nothing where every word of it is shown or told.
  static func faults(of text: String) -> [String] {
    let outcome = MarkdownParser(options: .init(exhibits: ["compare"])).parse(
      Array(text.utf8), path: "a.md")
    let html = outcome.value.standaloneHTML()
    let shown = String(decoding: html, as: UTF8.self)
    let words = AuthoredWords(text, told: outcome.diagnostics.map(\.telling))
    let said = outcome.diagnostics.map { $0.message + ($0.help ?? "") }
    let holdsMarks =
      html.contains(0xFF)
      || ([shown] + said).contains { $0.unicodeScalars.contains { $0.value == 0xFDD0 } }
    return words.lost(in: shown).map { "lost: \($0)" }
      + words.secrets(in: shown).map { "shown: \($0)" } + (holdsMarks ? ["a mark"] : [])
  }
}

extension Diagnostic {
  var telling: AuthoredWords.Telling {
    AuthoredWords.Telling(
      code: code, isError: severity == .error, line: place.span.line, column: place.span.column,
      length: place.span.length)
  }
}

@Suite("Every word is shown or told")
struct EveryWordTests {
  /// How many texts are made; `make deep` asks for more, from a seed of its own.
  private static var count: Int {
    ProcessInfo.processInfo.environment["DOSSIER_TEXTS"].flatMap(Int.init) ?? 400
  }
  private static var seed: UInt64 {
    ProcessInfo.processInfo.environment["DOSSIER_TEXT_SEED"].flatMap(UInt64.init) ?? 1
  }

  @Test("texts of all constructs lose no word, and show no comment")
  func generated() {
    for number in 0..<Self.count {
      let seed = Self.seed &+ UInt64(number)
      var generator = TextGenerator(seed: seed)
      let text = generator.text()
      guard !WordLoss.faults(of: text).isEmpty else { continue }
      let smallest = Shrinking.smallest(text) { !WordLoss.faults(of: $0).isEmpty }
      Issue.record("seed \(seed), \(WordLoss.faults(of: smallest)):\n\(smallest)")
      return
    }
  }

  @Test("a loss is seen, and its text is made small")
  func seesLoss() {
    #expect(AuthoredWords("w1z w2z", told: []).lost(in: "w1z") == ["w2z"])
    let told = AuthoredWords.Telling(
      code: "a.b", isError: false, line: 1, column: 5, length: 3)
    #expect(AuthoredWords("w1z w2z", told: [told]).lost(in: "w1z") == [])
    #expect(AuthoredWords("w1z w2z", told: [told]).lost(in: "w2z") == ["w1z"])
    #expect(AuthoredWords("c2z <!-- c1z -->", told: []).secrets(in: "c1z c2z") == ["c1z"])
    let smallest = Shrinking.smallest("a\nb c d\ne") { $0.contains("c") && $0.contains("e") }
    #expect(smallest == "ce")
  }
}
