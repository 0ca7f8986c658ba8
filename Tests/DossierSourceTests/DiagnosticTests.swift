import DossierSource
import Testing

@Suite struct DiagnosticTests {
  private func diagnostic(column: Int, length: Int, help: String? = nil) -> Diagnostic {
    let place = Place(path: "content/a.md", line: 12, column: column, length: length)
    return .error("source.unknown", "no source has the id 'x'", at: place, help: help)
  }

  @Test func textIsThatOfACompiler() {
    let text = diagnostic(column: 4, length: 3, help: "did you mean 'y'?").text(line: "is xyz.")
    #expect(
      text == """
        content/a.md:12:4: error: no source has the id 'x' [source.unknown]
          12 | is xyz.
             |    ^~~
        help: did you mean 'y'?
        """)
  }

  @Test func textWithoutALineIsTheFirstLineAlone() {
    #expect(
      diagnostic(column: 1, length: 0).text(line: nil)
        == "content/a.md:12:1: error: no source has the id 'x' [source.unknown]")
  }

  @Test(arguments: [
    (1, 0, "^"), (1, 2, "^~"), (2, 2, "\t^"), (2, 3, "\t^~"), (99, 5, "\t    ^"), (0, 1, "^"),
    (-5, -5, "^"), (5, 99, "\t  ^~"), (1, Int.max, "^~~~~"), (Int.max, Int.max, "\t    ^"),
    (Int.min, 1, "^"),
  ])
  func caretStandsUnderTheBytesWhateverThePlace(column: Int, length: Int, expected: String) {
    // Columns count bytes: the letter after the tab has two.
    let lines = diagnostic(column: column, length: length).text(line: "\téabc").split(
      separator: "\n")
    #expect(lines.last.map(String.init) == "     | \(expected)")
  }

  @Test func orderIsByPlaceThenCode() {
    let places = [
      Place(path: "b.md", line: 1, column: 1), Place(path: "a.md", line: 10, column: 1),
      Place(path: "a.md", line: 9, column: 2), Place(path: "a.md", line: 9, column: 1),
    ]
    let sorted = places.map { Diagnostic.note("x", "y", at: $0) }.sorted()
    #expect(sorted.map(\.place) == places.reversed())
    let place = places[0]
    #expect(Diagnostic.error("a", "z", at: place) < .note("b", "a", at: place))
    #expect(Diagnostic.note("a", "a", at: place) < .error("a", "z", at: place))
  }

  @Test func severitiesGrowWorse() {
    #expect(Diagnostic.Severity.note < .warning)
    #expect(Diagnostic.Severity.warning < .error)
    #expect(Diagnostic.Severity.warning.description == "warning")
  }
}

@Suite struct OutcomeTests {
  private let first = Diagnostic.note("a", "a", at: Place(path: "a", line: 1, column: 1))
  private let second = Diagnostic.note("b", "b", at: Place(path: "b", line: 1, column: 1))

  @Test func stagesAddTheirDiagnostics() {
    let outcome = Outcome(20, [first]).then { Outcome("\($0 + 1)", [second]) }
    #expect(outcome == Outcome("21", [first, second]))
  }

  @Test func mapKeepsTheDiagnostics() {
    #expect(Outcome(20, [first]).map { $0 + 1 } == Outcome(21, [first]))
  }
}

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("gov-pl-kfr", "gov-pl-kfor"), ("titel", "title"), ("tilte", "title"), ("ab", "b"),
      ("xyz", nil), ("", nil), ("a", nil), ("title", nil),
    ] as [(String, String?)])
  func nearestIsWithinAThird(name: String, expected: String?) {
    #expect(Suggestion.nearest(to: name, among: ["gov-pl-kfor", "title", "b"]) == expected)
  }

  @Test func amongEqualsTheFirstWins() {
    #expect(Suggestion.nearest(to: "kfox", among: ["kfor", "kfoz"]) == "kfor")
  }

  @Test func longNamesAreNotCompared() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: long, among: [long + "b"]) == nil)
    #expect(Suggestion.nearest(to: "a", among: [long]) == nil)
  }

  @Test func helpNamesTheNearestOrAFew() {
    #expect(Suggestion.help(for: "titel", among: ["title"]) == "did you mean 'title'?")
    #expect(Suggestion.help(for: "zzzz", among: ["b", "a"]) == "known: a, b")
    #expect(Suggestion.help(for: "zzzz", among: [String]()) == nil)
    #expect(Suggestion.help(for: "zzzz", among: (10..<30).map { "n\($0)" }) == nil)
  }
}
