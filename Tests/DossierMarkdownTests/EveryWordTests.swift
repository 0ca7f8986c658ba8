import DossierMarkdown
import DossierSource
import Foundation
import TestSupport
import Testing

/// What a text loses.
enum WordLoss {
  /// The words that stand neither in the page nor in a line that a diagnostic names.
  static func lost(in text: String) -> [String] {
    let outcome = MarkdownParser(options: .init(exhibits: ["compare"])).parse(
      Array(text.utf8), path: "a.md")
    let shown = shownText(of: outcome.value)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let told = outcome.diagnostics.map {
      lines.indices.contains($0.place.span.line - 1) ? String(lines[$0.place.span.line - 1]) : ""
    }.joined(separator: "\n")
    let words = text.matches(of: /w[0-9]+z/).map { String($0.output) }
    let labels = Set(text.matches(of: /\[\^(w[0-9]+z)\]/).map { String($0.output.1) })
    return Set(words).subtracting(labels)
      .filter { !shown.contains($0) && !told.contains($0) }.sorted()
  }

  private static func shownText(of body: Body) -> String {
    String(decoding: body.standaloneHTML(), as: UTF8.self)
  }

  /// What must not be seen: our own marks.
  static func holdsMarks(_ text: String) -> Bool {
    let body = MarkdownParser(options: .init(exhibits: ["compare"])).parse(
      Array(text.utf8), path: "a.md"
    ).value
    let html = body.standaloneHTML()
    return html.contains(0xFF)
      || String(decoding: html, as: UTF8.self).unicodeScalars.contains { $0.value == 0xFDD0 }
  }

  /// The smallest text of lines of this one that still loses a word.
  static func shrunk(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      var fewer = lines
      fewer.remove(at: index)
      if fails(fewer.joined(separator: "\n")) { lines = fewer } else { index += 1 }
    }
    return lines.joined(separator: "\n")
  }

  static func fails(_ text: String) -> Bool { !lost(in: text).isEmpty || holdsMarks(text) }
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

  @Test("texts of all constructs lose no word")
  func generated() {
    for number in 0..<Self.count {
      let seed = Self.seed &+ UInt64(number)
      var generator = TextGenerator(seed: seed)
      let text = generator.text()
      guard WordLoss.fails(text) else { continue }
      let smallest = WordLoss.shrunk(text)
      Issue.record("seed \(seed) loses \(WordLoss.lost(in: smallest)) of:\n\(smallest)")
      return
    }
  }

  @Test("a loss is seen, and its text is made small")
  func seesLoss() {
    #expect(WordLoss.lost(in: "w1z\n\n[a]: https://x.org 'w2z'\n") == ["w2z"])
    #expect(WordLoss.shrunk("w1z\n\n[a]: https://x.org 'w2z'\n\nw3z") == "[a]: https://x.org 'w2z'")
  }
}
