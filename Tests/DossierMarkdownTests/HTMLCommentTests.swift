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
      ("<!-- note", ""), ("<!-- note -- note -->", ""), ("x[^1]\n\n[^1]: <!-- note --> y", nil),
      ("<!---->x<!--note-->", nil), ("<!--> x <!-- note -->", nil),
    ], [false, true])
  func aCommentLeavesNoTrace(_ example: (text: String, html: String?), allowsRawHTML: Bool) {
    let sample = MarkdownSample(example.text, allowsRawHTML: allowsRawHTML)
    let body = sample.outcome.value
    let all = sample.html + body.notes.map { MarkdownSample.html($0.content) }.joined()
    #expect(!all.contains("note"))
    #expect(!all.contains("<!--"))
    #expect(!all.contains("&lt;!--"))
    #expect(body.headings.allSatisfy { $0.id == "a" })
    #expect(sample.problems == [] || !allowsRawHTML)
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

  @Test(arguments: ["`<!-- code -->`", "    <!-- code -->", "```html\n<!-- code -->\n```"])
  func codeKeepsIt(text: String) {
    #expect(MarkdownSample(text).html.contains("&lt;!-- code --&gt;"))
  }
}
