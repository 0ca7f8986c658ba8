import DossierMarkdown
import DossierSource
import Testing

/// Nothing of a definition is shown where no link uses it, so it is told.
@Suite struct LinkDefinitionTests {
  @Test(arguments: [
    ("[a]: https://x.org", "1:1+18"), ("words\n\n[a]: https://x.org 'title'", "3:1+26"),
    ("[a]: <b c>\nwords [b]", "1:1+10"), ("- x\n\n  [a]: https://x.org", "3:3+18"),
    ("> [a]: https://x.org\n> words", "1:3+18"),
    ("x[^n]\n\n[^n]: y\n\n    [a]: https://x.org", "5:5+18"),
    ("| h |\n|---|\n| [b] |\n\n[a]: https://x.org", "5:1+18"),
    ("[a](b)\n\n[a]: https://x.org", "3:1+18"),
    ("\\[a]\n\n[a]: https://x.org", "3:1+18"), ("1. [a]: https://x.org", "1:4+18"),
    ("`[a]`\n\n[a]:\n  https://x.org", "3:1+4"),
  ])
  func anUnusedOneIsTold(text: String, place: String) {
    #expect(MarkdownSample(text).problems == ["link.unused \(place)"])
  }

  @Test(arguments: [
    "[a]\n\n[a]: https://x.org", "[b c][A  B]\n\n[a b]: https://x.org",
    "[a][]\n\n[a]: https://x.org",
    "![w][a]\n\n[a]: a.png", "| [a] |\n|---|\n| b |\n\n[a]: https://x.org",
    "x[^n]\n\n[^n]: [a]\n\n[a]: https://x.org", "> - [a]\n\n[a]: https://x.org",
    "*[a]*\n\n[a]: mission:kfor", "[ẞ]\n\n[SS]: https://x.org", "[a]: https://x.org\n[a]",
    "https://y.org [a]\n\n[a]: https://x.org", "## [a]\n\n[a]: https://x.org",
    "    [a]: https://x.org", "```\n[a]: https://x.org\n```", "words\n[a]: https://x.org",
    "\\[a]: https://x.org", "[a] : https://x.org", "[ ]: https://x.org", "words [a]: https://x.org",
  ])
  func oneThatIsUsedOrShownIsNot(text: String) {
    #expect(MarkdownSample(text).problems.filter { $0.hasPrefix("link.") } == [])
  }

  @Test func manyAreToldOnce() {
    let sample = MarkdownSample("[a]: https://x.org\n[b]: https://y.org\n\n[c]: https://z.org\n")
    #expect(sample.problems == ["link.unused 1:1+18"])
    #expect(sample.outcome.diagnostics.allSatisfy { $0.message.hasSuffix("(3 places)") })
  }

  @Test func aSecondOneOfALabelIsTold() {
    let sample = MarkdownSample("[a]\n\n[a]: https://x.org\n[A]: https://y.org\n")
    #expect(sample.problems == ["link.duplicate 4:1+18"])
    #expect(sample.html.contains("https://x.org"))
  }

  @Test func aTitleIsToldOnce() {
    let sample = MarkdownSample("[a](https://x.org 'b') [c](mission:kfor 'd')\n\n![e](f.png 'g')")
    #expect(sample.problems == ["link.title 1:1+22"])
    #expect(sample.outcome.diagnostics.allSatisfy { $0.message.hasSuffix("(2 places)") })
  }

  @Test(arguments: ["[a]: b", "[Note]: left", "> [a]: b"])
  func inAShortTextNoneIsLost(text: String) {
    let outcome = MarkdownParser().parseInline(text, at: Place(path: "a.md", line: 1, column: 1))
    let shown = outcome.value.plainText { _ in "" }
    #expect(shown.contains(text.drop { $0 != "[" }))
    #expect(outcome.diagnostics.map(\.code) == ["markdown.block"])
  }
}
