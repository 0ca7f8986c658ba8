import DossierMarkdown
import DossierSource
import Testing

@Suite("Places of inline tokens")
struct PlaceTests {
  static let cases: [(String, [String])] = [
    ("[r]: https://x.org\n'title'\n<mission:k>", ["3:1+11"]),
    ("[r]: https://x.org\n[s]: /y\nSee [a](mission:k)", ["3:5+14"]),
    ("one\ntwo <mission:k>", ["2:5+11"]),
    ("- a\n  - b\n\n    c\n    d <mission:k>", ["5:7+11"]),
    ("1. a <mission:k>\n   b <mission:k>\nlazy <mission:k>", ["1:6+11", "2:6+11", "3:6+11"]),
    ("> a <mission:k>\n> > b\n> > <mission:z>", ["1:5+11", "3:5+11"]),
    ("Місія <mission:k>, [Місія](mission:k)", ["1:12+11", "1:25+23"]),
    ("a\n      indented <mission:k>", ["2:16+11"]),
    ("<mission:k> and <mission:k>", ["1:1+11", "1:17+11"]),
    ("`<mission:k>` <mission:k>", ["1:15+11"]),
    ("`` ` <mission:k> `` ` <mission:k>", ["1:23+11"]),
    ("`[@a]` \\[@a] [@a]", ["1:14+4"]),
    ("&#91;@a] [b] [@a]", ["1:14+4"]),
    ("[x](https://x.org \"[@a]\") [@a]", ["1:27+4"]),
    ("[x][r] [r] [y]: [@a]\n\n[r]: https://x.org", ["1:17+4"]),
    ("![x [y](z)](i.png) <mission:k>", ["1:1+18", "1:20+11"]),
    ("[a [b] `]` c](mission:k) [@d]", ["1:1+24", "1:26+4"]),
    ("[a\nb](mission:k) <mission:z>", ["1:1+2", "2:15+11"]),
    ("## H <mission:k> ##", ["1:6+11"]),
    ("Setext <mission:k>\n===\n", ["1:8+11"]),
    ("<https://x.org/[a]> [@a]", ["1:21+4"]),
    ("\ttab\n\n- \tx <mission:k>", []),
  ]

  @Test("a hole has the line and the byte column of its token", arguments: cases)
  func places(markdown: String, places: [String]) {
    let sample = MarkdownSample(markdown)
    let expected = places.isEmpty ? ["3:6+11"] : places
    #expect(sample.places == expected)
  }

  @Test("the place of a hole is that of the token in the source", arguments: cases)
  func tokens(markdown: String, places: [String]) {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    for hole in MarkdownSample(markdown).holes {
      let line = Array(lines[hole.span.line - 1].utf8)
      let token = line[(hole.span.column - 1)..<(hole.span.column - 1 + hole.span.length)]
      #expect([UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "!")].contains(token.first))
    }
  }

  @Test("lines are counted from the first line of the text in the file")
  func firstLine() {
    #expect(MarkdownSample("a\n<mission:k>", firstLine: 9).places == ["10:1+11"])
  }

  @Test("an exhibit knows where its text stands")
  func exhibit() {
    let sample = MarkdownSample(
      "- a\n\n  ```compare {#degrees}\n\n    x: 1\n  y: \\[2\n  ```\n- b", firstLine: 5)
    #expect(sample.html == "<ul>\n<li>\n<p>a</p>\n{0}\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")
    #expect(
      sample.holes.first?.exhibit
        == ExhibitBlock(
          name: "compare", id: "degrees", text: "\n  x: 1\ny: \\[2\n", firstLine: 8, indentation: 2)
    )
    #expect(sample.places == ["7:3+21"])
  }

  @Test("an id of an exhibit is checked, and other code stays code")
  func exhibitID() {
    for info in ["compare {#A}", "chart {#a--b}", "chart x", "compare {#a} b"] {
      #expect(MarkdownSample("```\(info)\n```").problems == ["exhibit.id 1:1+\(info.count + 3)"])
    }
    let code = MarkdownSample("```swift {#A}\nx\n```")
    #expect(code.html == "<pre><code class=\"language-swift\">x\n</code></pre>\n")
    #expect(code.problems == ["markdown.code-info 1:1+13"])
  }
}
