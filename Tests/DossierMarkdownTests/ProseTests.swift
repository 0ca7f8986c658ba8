import DossierMarkdown
import DossierSource
import Testing

@Suite("Prose")
struct ProseTests {
  private static func sentences(_ markdown: String) -> [String] {
    let prose = MarkdownSample(markdown).outcome.value.prose
    return prose.holes.indices.map { prose.plainText(prose.sentence(around: $0)) { "{\($0)}" } }
  }

  @Test(
    "the sentence around a hole is found",
    arguments: [
      ("One. Two <m-k:a> three. Four.", ["Two {0} three."]),
      ("One! <m-k:a> two? «Three» <m-k:b>.", ["{0} two?", "«Three» {1}."]),
      ("Ended.[^n] Next <m-k:b>… End\n\n[^n]: x", ["Ended.{0}", "Next {1}…"]),
      ("About 3.5 km, no. 7 <m-k:a> of **it. Bold** x", ["About 3.5 km, no. 7 {0} of it."]),
      ("- one <m-k:a>\n- Two. Three <m-k:b>", ["one {0}", "Three {1}"]),
      ("## Head <m-k:a>\n\nText.", ["Head {0}"]),
      ("A & \"b\" < [x *y*](m-k:a) c.\nЩе одне <m-k:b>", ["A & \"b\" < {0} c.", "Ще одне {1}"]),
    ])
  func sentence(markdown: String, sentences: [String]) {
    #expect(Self.sentences(markdown) == sentences)
  }

  @Test("a long sentence is cut at spaces")
  func longSentence() {
    let words = String(repeating: "слово ", count: 500)
    let sentence = Self.sentences(words + "<m-k:a> " + words)[0]
    #expect(sentence.count < 400)
    #expect(sentence.contains("слово {0} слово"))
    #expect(sentence.split(separator: " ").allSatisfy { $0 == "слово" || $0 == "{0}" })
  }

  @Test("no hole has no sentence")
  func noHole() {
    #expect(Prose().sentence(around: 3) == 0..<0)
    #expect(Prose(html: Array("a".utf8)).plainText { _ in "" } == "a")
  }

  @Test("a short text is inline HTML")
  func inline() {
    let parser = MarkdownParser()
    let place = Place(path: "a.yml", line: 4, column: 10)
    let outcome = parser.parseInline("A *b* <mission:k>\n[@c] & d", at: place)
    #expect(MarkdownSample.html(outcome.value) == "A <em>b</em> {0}\n{1} &amp; d")
    #expect(outcome.value.holes.map { MarkdownSample.text($0.span) } == ["4:16+11", "4:10+0"])
    #expect(outcome.diagnostics.isEmpty)
    #expect(parser.parseInline("", at: place).value.isEmpty)
  }

  @Test(
    "blocks in a short text are a warning, and read as one line",
    arguments: [
      ("1. May <mission:k>", "1. May {0}"), ("a\n\nb", "a  b"), ("# x #", "# x #"),
    ])
  func inlineBlocks(text: String, html: String) {
    let place = Place(path: "a.yml", line: 4, column: 10)
    let outcome = MarkdownParser().parseInline(text, at: place)
    #expect(MarkdownSample.html(outcome.value) == html)
    #expect(outcome.diagnostics.map(\.code) == ["markdown.block"])
  }

  @Test("a body can be shown without a site")
  func standalone() {
    let sample = MarkdownSample(
      "<m-k:a#b> [x](m-k:a 't') [see @c, p. 1; -@d][^n]\n\n![i](a%20b.png)\n\n```chart\na: <\n```\n\n[^n]: y [@z]"
    )
    #expect(
      String(decoding: sample.outcome.value.standaloneHTML(), as: UTF8.self) == """
        <p><a href="m-k:a#b">m-k:a#b</a> <a href="m-k:a" title="t">x</a> \
        <cite>[see @c, p. 1; -@d]</cite><sup><a href="#note-1">1</a></sup></p>
        <p><img src="a%20b.png" alt="i" /></p>
        <pre><code class="language-chart">a: &lt;
        </code></pre>
        <section class="notes">
        <ol>
        <li id="note-1">y <cite>[@z]</cite></li>
        </ol>
        </section>

        """)
  }
}
