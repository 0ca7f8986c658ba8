import DossierMarkdown
import DossierSource
import Testing

@Suite("Notes in place")
struct NoteInPlaceTests {
  static let cases: [(String, String, [String])] = [
    ("a ^[b] c", "<p>a {0} c</p>\n", ["b"]),
    ("a^[*b* [c] <m-k:d>](e)", "<p>a{0}(e)</p>\n", ["<em>b</em> [c] {0}"]),
    ("*a ^[b* c]", "<p>*a {0}</p>\n", ["b* c"]),
    ("^[a]: b", "<p>{0}: b</p>\n", ["a"]),
    ("^[2014. Then]", "<p>{0}</p>\n", ["2014. Then"]),
    ("^[- a]^[# b]^[> c]", "<p>{0}{1}{2}</p>\n", ["- a", "# b", "&gt; c"]),
    ("> a ^[b\n> c] d", "<blockquote>\n<p>a {0} d</p>\n</blockquote>\n", ["b\nc"]),
    ("a ^[see @x, `]` and [@y, p. 3]]", "<p>a {0}</p>\n", ["see {0}, <code>]</code> and {1}"]),
    (
      "a ^[https://x.org/a_b_c.]", "<p>a {0}</p>\n",
      ["<a href=\"https://x.org/a_b_c\">https://x.org/a_b_c</a>."]
    ),
    ("## T ^[n]", "<h2 id=\"t\">T {0}</h2>\n", ["n"]),
  ]

  @Test("the content becomes a note", arguments: cases)
  func notes(markdown: String, html: String, notes: [String]) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == html)
    #expect(sample.outcome.value.notes.map { MarkdownSample.html($0.content) } == notes)
    #expect(sample.outcome.value.notes.allSatisfy { $0.calls == 1 })
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "code, escapes and tags hold none", arguments: ["`^[a]`", "\\^[a]", "<a b=\"^[c]\">", "^ [a]"])
  func text(markdown: String) {
    #expect(MarkdownSample(markdown, allowsRawHTML: true).outcome.value.notes.isEmpty)
  }

  @Test("places before, in and behind it are those of the file")
  func places() {
    let sample = MarkdownSample("<m-k:a> ^[x\n<m-k:b> [@c]] <m-k:d>\n<m-k:e> https://x.org <m-k:f>")
    #expect(sample.places == ["1:1+7", "1:9+3", "2:15+7", "3:1+7", "3:23+7"])
    let inner = sample.outcome.value.notes[0].content.holes.map { MarkdownSample.text($0.span) }
    #expect(inner == ["2:1+7", "2:9+4"])
  }

  @Test(
    "what cannot be a note is said",
    arguments: [
      ("a ^[b ^[c]]", ["note.nested 1:7+2"]),
      ("a ^[b", ["markdown.foreign 1:3+2"]),
      ("[a ^[b]](https://x.org)", ["link.nested 1:4+4"]),
    ])
  func refused(markdown: String, problems: [String]) {
    #expect(MarkdownSample(markdown).problems == problems)
  }

  @Test("a short text holds none")
  func shortText() {
    let place = Place(path: "a.md", line: 3, column: 10)
    let outcome = MarkdownParser().parseInline("a ^[b] c", at: place)
    #expect(outcome.diagnostics.map(\.code) == ["note.place"])
    #expect(outcome.diagnostics.map(\.place.span.column) == [12])
  }
}

@Suite("Bare addresses")
struct BareAddressTests {
  @Test(
    "an address is a link",
    arguments: [
      ("https://x.org", "https://x.org", ""),
      ("see http://x.org/a_b_c/__d__.", "http://x.org/a_b_c/__d", "__."),
      ("(https://x.org/a_(b))", "https://x.org/a_(b)", ")"),
      ("**https://x.org**", "https://x.org", ""),
      ("«https://x.org»", "https://x.org", "»"),
      ("https://x.org?a=b&c=d!", "https://x.org?a=b&amp;c=d", "!"),
      ("HTTPS://X.org,", "HTTPS://X.org", ","),
    ])
  func link(markdown: String, address: String, rest: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html.contains("\">\(address)</a>\(rest)"))
    #expect(sample.problems.isEmpty)
  }

  @Test("a host has its scheme put before it")
  func host() {
    #expect(
      MarkdownSample("a www.x.org/b, c").html
        == "<p>a <a href=\"https://www.x.org/b\">www.x.org/b</a>, c</p>\n")
  }

  @Test(
    "links, code and words hold none",
    arguments: [
      "[https://x.org](https://y.org)", "<https://x.org>", "`https://x.org`", "[a]: https://x.org",
      "xhttps://x.org", "https://", "![www.x.org](a.png)",
      "[b https://x.org][a]\n\n[a]: https://y.org",
      "    https://x.org",
    ])
  func others(markdown: String) {
    let html = MarkdownSample(markdown).html
    #expect(html.components(of: "<a ") < 2)
    #expect(MarkdownSample(markdown).problems.filter { !$0.hasPrefix("link.unused") } == [])
  }
}

@Suite("Citations with markup, and in the sentence")
struct CitationFormTests {
  @Test(
    "markup beside the works is kept",
    arguments: [
      (
        "[see *also* @x; @y,@z, p. 3 [sic]]",
        "{0}see <em>also</em> {1}{2}{3}{4}{5}, p. 3 [sic]{6}", ["x", "y", "z"]
      ),
      ("[see <m-k:a>, @x]", "{0}see {1}, {2}{3}", ["x"]),
      ("[-@x, `p. 3`]", "{0}{1}, <code>p. 3</code>{2}", ["x"]),
      ("[@x, *a; b*]", "[@x, <em>a; b</em>]", []),
      (
        "[@x, _a._; _b_ @y, **c.**]",
        "{0}{1}, <em>a.</em>{2}<em>b</em> {3}, <strong>c.</strong>{4}", ["x", "y"]
      ),
      ("[see [*a* @y] @x]", "{0}see {1}<em>a</em> {2}{3} {4}{5}", ["y", "x"]),
      ("[see ![a](b.png) @x]", "{0}see {1} {2}{3}", ["x"]),
    ])
  func markup(markdown: String, html: String, works: [String]) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == "<p>\(html)</p>\n")
    let found = sample.holes.compactMap { hole in
      if case .work(let work) = hole.filling { work.id } else { nil }
    }
    #expect(found == works)
  }

  @Test(
    "an element that reaches over a work or out of the bracket is cut there",
    arguments: [
      ("*a [see b* @x, [c]]", "<em>a </em>{0}<em>see b</em> {1}, [c]{2}"),
      ("[*see @x, and* more]", "{0}<em>see </em>{1}<em>, and</em> more{2}"),
      (
        "[see **a *b @x, c* d**; @y]",
        "{0}see <strong>a <em>b </em></strong>{1}<strong><em>, c</em> d</strong>{2}{3}{4}"
      ),
      ("[see *b @x] c*", "{0}see <em>b </em>{1}{2}<em> c</em>"),
      ("*a [see *b* @x] c*", "<em>a {0}see <em>b</em> {1}{2} c</em>"),
      (
        "**a *b [see c* d** @x]",
        "<strong>a <em>b </em></strong>{0}<strong><em>see c</em> d</strong> {1}{2}"
      ),
    ])
  func reaching(markdown: String, html: String) {
    #expect(MarkdownSample(markdown).html.hasPrefix("<p>" + html))
  }

  @Test(
    "what stands in braces behind a work is a place in it",
    arguments: [
      ("[@x{ii, A, D-Z}, with *y*]", "{0}{1}, {2}ii, A, D-Z{3}, with <em>y</em>{4}"),
      ("[@x, {pp. iv, (xv)-(xvii)} with y]", "{0}{1}, {2}pp. iv, (xv)-(xvii){3} with y{4}"),
      ("[@x{}, 99 years]", "{0}{1}{2}{3}, 99 years{4}"),
      ("[@x {a {b} c}]", "{0}{1}, {2}a {b} c{3}{4}"),
    ])
  func places(markdown: String, html: String) {
    #expect(MarkdownSample(markdown).html == "<p>\(html)</p>\n")
  }

  @Test(
    "a place may follow a work without a comma, and nothing else",
    arguments: [
      ("[@x p. 3]", true), ("[@x pp. 3-4; @y]", true), ("[@x §5]", true), ("[@x chapter 3]", true),
      ("[@x с. 3]", true), ("[@x 2018]", false), ("[@x says]", false), ("[@x. 3]", false),
    ])
  func withoutComma(markdown: String, isCitation: Bool) {
    let sample = MarkdownSample(markdown)
    #expect((sample.holes.first?.citations != nil) == isCitation)
    #expect(sample.problems.isEmpty == isCitation)
  }

  @Test(
    "a comma before a key separates works as a semicolon does",
    arguments: ["[@x,@y]", "[@x, @y]", "[@x;@y]", "[@x, -@y]"])
  func comma(markdown: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.holes.first?.citations?.map(\.id) == ["x", "y"])
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "a key in a sentence names a work",
    arguments: [
      ("@gowan-2018 says", "gowan-2018", "", "@gowan-2018", "1:1+11"),
      ("so (@a), ", "a", "", "@a", "1:5+2"),
      ("as @a [p. 3] says", "a", "p. 3", "@a [p. 3]", "1:4+9"),
      ("- @a-1: x", "a-1", "", "@a-1", "1:3+4"), ("*@a* says", "a", "", "@a", "1:2+2"),
      ("«@a» каже", "a", "", "@a", "1:3+2"), ("\"@a\" says", "a", "", "@a", "1:2+2"),
      ("@a’s view", "a", "", "@a", "1:1+2"), ("так — @a… далі", "a", "", "@a", "1:12+2"),
      ("_@a_ says", "a", "", "@a", "1:2+2"), ("“@a [p. 3]”", "a", "p. 3", "@a [p. 3]", "1:4+9"),
    ])
  func mention(markdown: String, id: String, locator: String, text: String, place: String) {
    let sample = MarkdownSample(markdown)
    guard case .mention(let work, let shown) = sample.holes.first?.filling else {
      Issue.record("no mention in \(sample.html)")
      return
    }
    #expect(work.id == id)
    #expect(work.locator == locator)
    #expect(shown == text)
    #expect(sample.places == [place])
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "other signs name none",
    arguments: [
      "a@b.org", "\\@a", "`@a`", "@", "[x @a](https://x.org)", "х@a", "@.a", "@_", "@-a", "@{}",
      "@{a b}",
    ])
  func text(markdown: String) {
    #expect(MarkdownSample(markdown).holes.isEmpty)
  }
}

@Suite("Ids of headings")
struct HeadingIDTests {
  @Test(
    "an id in braces is the heading's",
    arguments: [
      ("## A b {#c-d}", "<h2 id=\"c-d\">A b</h2>\n"),
      ("## A {#місія} ##", "<h2 id=\"місія\">A</h2>\n"),
      ("A *b* {#c}\n---", "<h2 id=\"c\">A <em>b</em></h2>\n"),
      ("## A\n\n## B {#a}", "<h2 id=\"a-2\">A</h2>\n<h2 id=\"a\">B</h2>\n"),
      ("## A \\{#c}", "<h2 id=\"a-c\">A {#c}</h2>\n"),
    ])
  func named(markdown: String, html: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == html)
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "an id that cannot be had is told",
    arguments: [
      ("## A {#B}", "heading.id 1:6+4"), ("## A {#a} \n\n## B {#a}", "heading.id 3:6+4"),
      ("## A {#fact-a}", "heading.id 1:6+9"), ("## A {.b}", "markdown.foreign 1:6+4"),
    ])
  func refused(markdown: String, problem: String) {
    #expect(MarkdownSample(markdown).problems == [problem])
  }
}

extension String {
  /// How often a text stands in this one.
  func components(of part: String) -> Int { ranges(of: part).count }
}
