import DossierMarkdown
import DossierSource
import Testing

@Suite("References")
struct ReferenceTests {
  struct Case: Sendable {
    var markdown: String
    var html = "<p>{0}</p>\n"
    var target: Reference.Target
    var fragment: String?
    var label: String?
    var title: String?
  }

  static let cases: [Case] = [
    Case(markdown: "<mission:kfor>", target: .record(kind: "mission", id: "kfor")),
    Case(
      markdown: "a <mission:kfor#peak-strength>.", html: "<p>a {0}.</p>\n",
      target: .record(kind: "mission", id: "kfor"), fragment: "peak-strength"),
    Case(
      markdown: "[](mission:kfor#strength@2004)", target: .record(kind: "mission", id: "kfor"),
      fragment: "strength@2004"),
    Case(
      markdown: "[the *force* & co](mission:kfor \"A \\\"title\\\"\")",
      target: .record(kind: "mission", id: "kfor"), label: "the <em>force</em> &amp; co",
      title: "A \"title\""),
    Case(
      markdown: "[label][r1]\n\n[r1]: briefing:00012 \"title\"",
      target: .record(kind: "briefing", id: "00012"), label: "label", title: "title"),
    Case(
      markdown: "[r1]\n\n[r1]: peace-plan2:x", target: .record(kind: "peace-plan2", id: "x"),
      label: "r1"),
    Case(markdown: "<source:gowan-2018>", target: .record(kind: "source", id: "gowan-2018")),
    Case(markdown: "[see](#lessons)", target: .file(""), fragment: "lessons", label: "see"),
    Case(
      markdown: "[see](../missions/kfor.md#les%20sons)", target: .file("../missions/kfor.md"),
      fragment: "les sons", label: "see"),
    Case(markdown: "[see](</a b.pdf>)", html: "<p>see</p>\n", target: .file("")),
    Case(markdown: "[see](<a b.pdf>)", target: .file("a b.pdf"), label: "see"),
    Case(markdown: "[see](a%zz%20.pdf)", target: .file("a%zz .pdf"), label: "see"),
    Case(
      markdown: "[\\[x\\]](mission:kfor)", target: .record(kind: "mission", id: "kfor"),
      label: "[x]"),
  ]

  @Test("a link without a scheme of the web is a reference", arguments: cases)
  func references(expected: Case) {
    let sample = MarkdownSample(expected.markdown)
    #expect(sample.html == expected.html)
    guard let reference = sample.holes.first?.reference else {
      #expect(sample.problems == ["link.absolute 1:1+17"])
      return
    }
    #expect(reference.target == expected.target)
    #expect(reference.fragment == expected.fragment)
    #expect(reference.label.map { String(decoding: $0, as: UTF8.self) } == expected.label)
    #expect(reference.title == expected.title)
    #expect(sample.problems.map { $0.prefix(10) } == (expected.title == nil ? [] : ["link.title"]))
  }

  @Test(
    "addresses of the web are plain links",
    arguments: [
      ("<https://x.org/a?b&c>", "<a href=\"https://x.org/a?b&amp;c\">https://x.org/a?b&amp;c</a>"),
      ("[a](HTTP://x.org 't')", "<a href=\"HTTP://x.org\" title=\"t\">a</a>"),
      ("<a@b.org>", "<a href=\"mailto:a@b.org\">a@b.org</a>"),
      ("[](https://x.org/a&b)", "<a href=\"https://x.org/a&amp;b\">https://x.org/a&amp;b</a>"),
      ("[ ](doi:10.1/2)", "<a href=\"https://doi.org/10.1/2\"> https://doi.org/10.1/2</a>"),
      ("[](https://x.org 't')", "<a href=\"https://x.org\" title=\"t\">https://x.org</a>"),
      ("[a](tel:+49)", "<a href=\"tel:+49\">a</a>"),
      ("<doi:10.1000/182>", "<a href=\"https://doi.org/10.1000/182\">doi:10.1000/182</a>"),
      ("[a](urn:isbn:1)", "<a href=\"urn:isbn:1\">a</a>"),
      ("\\[x <https://x.org/>", "[x <a href=\"https://x.org/\">https://x.org/</a>"),
      ("[\\[x](https://x.org/\\[)", "<a href=\"https://x.org/%5B\">[x</a>"),
    ])
  func web(markdown: String, html: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == "<p>\(html)</p>\n")
    #expect(sample.holes.isEmpty)
    #expect(sample.problems.filter { !$0.hasPrefix("link.title") } == [])
  }

  @Test(
    "a refused address is an error at its place, and its words stay",
    arguments: [
      ("x [a *b*](javascript:alert)", "x a <em>b</em>", "link.scheme 1:3+25"),
      ("<JavaScript:alert>", "JavaScript:alert", "link.scheme 1:1+18"),
      ("<data:text/html,x>", "data:text/html,x", "link.scheme 1:1+18"),
      ("[a](file:///etc)", "a", "link.scheme 1:1+16"),
      ("[a](blob:x)", "a", "link.scheme 1:1+11"),
      ("[a](vbscript:x)", "a", "link.scheme 1:1+15"),
      ("[a](Mission:kfor)", "a", "link.scheme 1:1+17"),
      ("[a](m:kfor)", "a", "link.scheme 1:1+11"),
      ("[a](doi:11.1)", "a", "link.scheme 1:1+13"),
      ("[a](a--b:c)", "a", "link.scheme 1:1+11"),
      ("[a](/x)", "a", "link.absolute 1:1+7"),
      ("[a](//x.org)", "a", "link.absolute 1:1+12"),
      ("[a]()", "a", "link.empty 1:1+5"),
      ("[a <b:c> <mission:k> d](https://x.org)", nil, "link.nested 1:10+11"),
      ("[a ![i](b.png) d](mission:k)", nil, "link.nested 1:4+11"),
      ("[a ![i](b.png)](mission:k)", "{0}", "link.nested 1:4+11"),
      (
        "[a <https://b.org>](https://x.org)",
        "<a href=\"https://x.org\">a https://b.org</a>", "link.nested 1:4+15"
      ),
      ("[a [b](mission:k) d](https://x.org)", nil, "link.nested 1:4+14"),
      ("[a [@b] d](https://x.org)", nil, "link.nested 1:4+4"),
      ("[a](&#x6a;avascript:x)", "a", "link.scheme 1:1+22"),
    ] as [(String, String?, String)])
  func refused(markdown: String, html: String?, problem: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.problems == [problem])
    #expect(sample.outcome.diagnostics.allSatisfy { $0.severity == .error && $0.help != nil })
    if let html { #expect(sample.html == "<p>\(html)</p>\n") }
  }

  @Test(
    "a reference without words is one, whatever blanks stand for them", arguments: ["", " ", "\n"])
  func wordless(blanks: String) {
    let sample = MarkdownSample("[\(blanks)](mission:kfor)")
    #expect(sample.html == "<p>{0}</p>\n")
    guard case .reference(let reference)? = sample.holes.first?.filling else {
      Issue.record("no reference")
      return
    }
    #expect(reference.label == nil)
  }

  @Test("a link within brackets is no mistake")
  func brackets() {
    let sample = MarkdownSample("[see [b](mission:k)] (x) \\[[b](mission:k)](y) [z](#z)")
    #expect(sample.html == "<p>[see {0}] (x) [{1}](y) {2}</p>\n")
    #expect(sample.problems.isEmpty)
  }

  @Test("what stands in a link's text against the rules is shown as text")
  func nested() {
    let sample = MarkdownSample("[a <mission:k> [@x] d](https://x.org) <mission:z>")
    #expect(sample.html == "<p><a href=\"https://x.org\">a mission:k [@x] d</a> {0}</p>\n")
    #expect(sample.problems == ["link.nested 1:4+11", "link.nested 1:16+4"])
    #expect(sample.places == ["1:39+11"])
  }

  @Test("raw HTML is shown as text, with one warning for all")
  func rawHTML() {
    let sample = MarkdownSample("a <b>c</b> <i x=\"[@d]\"> <mission:k>\n\n<div>\n[@e]\n</div>")
    #expect(
      sample.html == """
        <p>a &lt;b&gt;c&lt;/b&gt; &lt;i x=&quot;[@d]&quot;&gt; {0}</p>
        <p>&lt;div&gt;
        [@e]
        &lt;/div&gt;</p>

        """)
    #expect(sample.problems == ["markdown.raw-html 1:3+3"])
    #expect(sample.places == ["1:25+11"])
    let allowed = MarkdownSample("a <b>c</b> <mission:k>", allowsRawHTML: true)
    #expect(allowed.html == "<p>a <b>c</b> {0}</p>\n")
    #expect(allowed.problems.isEmpty)
  }
}

@Suite("Images")
struct ImageTests {
  @Test(
    "an image beside the text is a hole",
    arguments: [
      ("![A *map*](a%20b.png \"Credit\")", "{0}\n", "A map", "Credit", true),
      ("x ![A <mission:k> `c`\nd](a%20b.png)", "<p>x {0}</p>\n", "A mission:k c d", nil, false),
      ("- ![a](a%20b.png)", "<ul>\n<li>{0}</li>\n</ul>\n", "a", nil, true),
      (
        "[![a](a%20b.png)](https://x.org)", "<p><a href=\"https://x.org\">{0}</a></p>\n", "a", nil,
        false
      ),
      ("![\\[a ![b](c)](a%20b.png)", "{0}\n", "[a b", nil, true),
    ] as [(String, String, String, String?, Bool)])
  func images(
    markdown: String, html: String, alternative: String, title: String?, standsAlone: Bool
  ) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == html)
    #expect(
      sample.holes.first?.image
        == Image(
          path: "a b.png", alternative: alternative, title: title, standsAlone: standsAlone))
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "an image that cannot be shown is an error",
    arguments: [
      ("![a](https://x.org/b.png)", "image.remote 1:1+25"),
      ("![a](data:image/png;base64,x)", "image.remote 1:1+29"),
      ("![a](//x.org/b.png)", "image.remote 1:1+19"),
      ("![a](/b.png)", "link.absolute 1:1+12"),
      ("![a]()", "image.path 1:1+6"),
      ("é ![](b.png)", "image.alternative 1:4+10"),
      ("x ![a](b.png \"Photo: C\")", "image.credit 1:3+22"),
    ])
  func refused(markdown: String, problem: String) {
    #expect(MarkdownSample(markdown).problems == [problem])
  }
}
