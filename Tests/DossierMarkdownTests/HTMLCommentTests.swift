import DossierMarkdown
import DossierSource
import Testing

/// What an author notes in a comment is in no text, be raw HTML allowed or not.
@Suite struct HTMLCommentTests {
  @Test(
    arguments: [
      ("<!-- note -->\n\nText", "<p>Text</p>"), ("A <!-- note --> b", "<p>A  b</p>"),
      ("A\n<!-- note -->\n\nb", "<p>A</p><p>b</p>"), ("<!-- note\n\nnote -->\nText", "<p>Text</p>"),
      ("<!-- note --> Text", nil), ("- a <!--note-->\n- b", nil), ("> <!-- note -->\n> b", nil),
      ("| a |\n|---|\n| b <!-- note --> |", nil), ("## A <!-- note -->", nil),
      ("<!-- note -- note -->", ""), ("x[^1]\n\n[^1]: <!-- note --> y", nil),
      ("<!---->x<!--note-->", nil), ("<!--> x <!-- note -->", nil),
      ("A <!-- note -- note --> b", "<p>A  b</p>"), ("A <!----- note --> b", "<p>A  b</p>"),
      ("A <!-- note --- --> b", nil), ("*A <!-- note -- * --> b*", "<p><em>A  b</em></p>"),
      ("> A <!-- note --\n> note --> b", nil), ("- A <!-- note -- -->", nil),
      ("## A <!-- note -- note --> {#a}", nil), ("| A <!-- note -- x --> | b |\n|---|---|", nil),
      ("[A <!-- note -- x --> b](https://x.org)", nil), ("![A <!-- note --> b](a.png)", nil),
      ("x[^1]\n\n[^1]: y\n\n    z <!-- note -- note -->", nil), ("^[x <!-- note -- -->]", nil),
      ("[see *x* <!-- note -- --> @a]", nil), ("A https://x.org <!-- note -- -->", nil),
    ], [false, true])
  func aCommentLeavesNoTrace(_ example: (text: String, html: String?), allowsRawHTML: Bool) {
    let sample = MarkdownSample(example.text, allowsRawHTML: allowsRawHTML)
    let body = sample.outcome.value
    let all = sample.html + body.notes.map { MarkdownSample.html($0.content) }.joined()
    #expect(!all.contains("note"))
    #expect(!all.contains("<!--"))
    #expect(!all.contains("&lt;!--"))
    #expect(body.headings.allSatisfy { $0.id == "a" })
    #expect(sample.problems == [])
    if let html = example.html { #expect(sample.html.replacing("\n", with: "") == html) }
  }

  @Test func withinHTMLOnlyTheCommentGoes() {
    let text = "<div>\n<!-- note --><b>x</b>\n</div>"
    #expect(MarkdownSample(text, allowsRawHTML: true).html.contains("<div>\n<b>x</b>\n</div>"))
    let shown = MarkdownSample(text)
    #expect(shown.html.contains("&lt;b&gt;x&lt;/b&gt;"))
    #expect(!shown.html.contains("note"))
    #expect(shown.problems == ["markdown.raw-html 1:1+5"])
  }

  @Test func anImageAndATitleHaveNoneOfIt() throws {
    let body = MarkdownSample("![A <!-- note --> b](a.png \"c<!-- note -->\")").outcome.value
    guard case .image(let image) = try #require(body.prose.holes.first).filling else {
      Issue.record("no image")
      return
    }
    #expect(image.alternative == "A  b")
    #expect(image.title == "c")
    let link = MarkdownSample("[A](https://a.org \"c<!-- note -->\")").html
    #expect(!link.contains("note"))
    #expect(link.contains("title=\"c\""))
  }

  @Test func whatFollowsACommentAtTheBeginningIsText() {
    for (text, html) in [
      ("<!-- note --> Text *b*", "<p>Text <em>b</em></p>\n"),
      ("<!-- note -- note --> <!-- note --> ## A", "<h2 id=\"a\">A</h2>\n"),
      ("- <!-- note\n  note --> a [@x]", "<ul>\n<li>a {0}</li>\n</ul>\n"),
      ("> <!-- note -->A\n> b", "<blockquote>\n<p>A\nb</p>\n</blockquote>\n"),
    ] {
      let sample = MarkdownSample(text)
      #expect(sample.html == html)
      #expect(sample.problems.isEmpty)
    }
  }

  @Test(arguments: [
    ("<!-- note", "1:1+4"), ("A <!-- b\n\nc", "1:3+4"), ("- <!-- b", "1:3+4"),
    ("| A <!-- b |\n|---|", "1:5+4"), ("A\n\n<!-- b -- > c", "3:1+4"), ("A <!-- b -> c", "1:3+4"),
  ])
  func oneThatIsNeverClosedIsAnError(text: String, place: String) {
    for allows in [true, false] {
      let sample = MarkdownSample(text, allowsRawHTML: allows)
      #expect(sample.problems == ["comment.open \(place)"])
      #expect(sample.outcome.diagnostics.allSatisfy { $0.severity == .error })
    }
  }

  @Test(arguments: ["`<!-- code -->`", "    <!-- code -->", "```html\n<!-- code -->\n```"])
  func codeKeepsIt(text: String) {
    #expect(MarkdownSample(text).html.contains("&lt;!-- code --&gt;"))
  }
}
