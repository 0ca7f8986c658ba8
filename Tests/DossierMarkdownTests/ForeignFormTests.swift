import DossierMarkdown
import DossierSource
import Testing

@Suite("Forms of other programs")
struct ForeignFormTests {
  static let forms: [(String, String)] = [
    ("a ~~b~~", "1:3+5"), ("a ==b c==", "1:3+7"), ("H~2~O", "1:2+3"), ("m^2^", "1:2+3"),
    ("- [ ] a\n- [x] b", "1:3+3"), ("Term\n: words", "2:1+7"), ("::: warning\nx\n:::", "1:1+11"),
    ("!!! note\n    x", "1:1+8"), ("so $a^2$ is", "1:4+5"), ("$$\nx\n$$ $$x$$", "3:4+5"),
    ("a :smile: b", "1:3+7"), ("see [[A page]]", "1:5+10"), ("{{< figure >}}", "1:1+14"),
    ("{% x %}", "1:1+7"), ("[a](https://x.org){target=_blank}", "1:19+15"),
    ("a {.b}", "1:3+4"), ("+---+---+\n| a | b |\n+---+---+", "1:1+9"),
    ("*[HTML]: Hyper", "1:1+14"), ("a[^b c]", "1:2+6"), ("a ^[b", "1:3+2"),
    ("a [b c][d]", "1:8+3"), ("a [b *c*][]", "1:10+2"), ("![b][d e]", "1:5+5"),
  ]

  @Test("a form that is not known is told at its first place, with the cure", arguments: forms)
  func told(markdown: String, place: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.problems == ["markdown.foreign \(place)"])
    #expect(sample.outcome.diagnostics.allSatisfy { $0.severity == .warning && $0.help != nil })
    #expect(MarkdownSample("`` \(markdown.replacing("\n", with: " ")) ``").problems.isEmpty)
  }

  @Test("each kind is told once for a file, with its count")
  func once() {
    let sample = MarkdownSample("a ~~b~~ ~~c~~\n\n- ~~d~~ $x$")
    #expect(sample.problems == ["markdown.foreign 1:3+5", "markdown.foreign 3:9+3"])
    #expect(sample.outcome.diagnostics[0].message.hasSuffix("(3 places)"))
  }

  @Test(
    "what only looks like one is not told",
    arguments: [
      "it cost $5 and then $6", "US$5bn, C$7bn", "at 10:30:45 and 1:2:3", "~5 km to ~6 km",
      "a == b == c",
      "a ~ b", "[x](https://x.org) (a)", "[[@a]]", "see `~~a~~`", "\\~~a~~", "Note: x\ny: z", "{a}",
      "x^2",
      "[1]\n\n[1]: https://x.org", "[^a]\n\n[^a]: x", "1 + - 2", "ratio a:b:c", "a! b!! c",
      "[b *c*][D  e] [d E][]\n\n[d e]: https://x.org", "[a][b](https://x.org)", "[@a][@b]",
      "\\[a\\][b]",
      "[a][b][c]\n\n[c]: https://x.org", "`[a][b]`", "[@a, p. 3 [sic]]", "[a] [b]",
    ])
  func text(markdown: String) {
    #expect(MarkdownSample(markdown).problems.isEmpty)
  }

  @Test(
    "what follows the language of code is told",
    arguments: ["js {.line}", "{.python}", "js title=x"])
  func codeInfo(info: String) {
    let sample = MarkdownSample("```\(info)\nx\n```")
    #expect(sample.problems == ["markdown.code-info 1:1+\(info.utf8.count + 3)"])
    #expect(!sample.html.contains("{"))
  }

  @Test(
    "code whose language is a letter away from an exhibit is told",
    arguments: [
      ("Compare", "compare"), ("comapre", "compare"), ("compares", "compare"), ("char", "chart"),
    ])
  func nearExhibit(language: String, exhibit: String) {
    let sample = MarkdownSample("```\(language)\nx\n```")
    #expect(sample.outcome.diagnostics.map(\.code) == ["exhibit.unknown"])
    #expect(sample.outcome.diagnostics.map(\.help) == ["did you mean '\(exhibit)'?"])
    #expect(sample.html.contains("<code"))
  }

  @Test("code in a language is not told", arguments: ["c", "csharp", "scala", "chai", "mermaid"])
  func language(name: String) {
    #expect(MarkdownSample("```\(name)\nx\n```").problems == [])
  }

  @Test(
    "a link of a wiki that a bar of a table cuts is told", arguments: ["[[a|b]]", "[[a | b c]]"])
  func wikiLinkInTable(markdown: String) {
    let sample = MarkdownSample("| x | y |\n|---|---|\n| \(markdown) |")
    #expect(sample.problems.map { $0.prefix { $0 != " " } } == ["markdown.foreign"])
  }

  @Test("raw HTML is told once; comments leave no trace")
  func rawHTML() {
    let sample = MarkdownSample("a <b>c</b>\n\n<div>\nx\n</div>")
    #expect(sample.problems == ["markdown.raw-html 1:3+3"])
    for allows in [true, false] {
      let comment = MarkdownSample("a <!-- b -->c\n\n<!-- d\n\ne -->\n\nf", allowsRawHTML: allows)
      #expect(comment.html == "<p>a c</p>\n<p>f</p>\n")
      #expect(comment.problems.isEmpty)
    }
  }
}
