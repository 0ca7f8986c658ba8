import DossierMarkdown
import DossierSource
import Testing

@Suite("Headings")
struct HeadingTests {
  @Test(
    "a heading's id is made from its text",
    arguments: [
      ("## Why *monitoring* comes — first!", "why-monitoring-comes-first"),
      ("## Прецеденти й Їжа", "прецеденти-й-їжа"),
      ("## 安全 保障 2", "安全-保障-2"),
      ("## The <mission:kfor> case", "the-kfor-case"),
      ("## [Words](mission:kfor) `code_x` [@a]", "words-codex"),
      ("## ???", "section"), ("##", "section"),
      ("## Fact one", "section-fact-one"), ("## Note: x", "section-note-x"),
      ("## Cite 1", "section-cite-1"), ("## exhibit-a", "section-exhibit-a"),
      ("## \\[a\\] ![b c](d.png)", "a-b-c"),
      ("Setext\ntwo\n---", "setext-two"),
      ("## И\u{306}од", "йод"), ("## Йод", "йод"), ("## Caf\u{65}\u{301}", "café"),
      ("## Об'єднання", "обєднання"), ("## Об’єднання", "обєднання"),
      ("## Обʼєднання", "обєднання"), ("## Re\u{AD}view", "review"), ("## 🎉 \u{2014} !", "section"),
    ])
  func ids(markdown: String, id: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.outcome.value.headings.map(\.id) == [id])
    #expect(sample.html.contains("<h2 id=\"\(id)\">"))
  }

  @Test("ids are unique")
  func unique() {
    let sample = MarkdownSample("## A\n## a\n## A 2\n## a\n## ?\n## !")
    #expect(
      sample.outcome.value.headings.map(\.id) == [
        "a", "a-2", "a-2-2", "a-3", "section", "section-2",
      ])
  }

  @Test(
    "no heading has an anchor of the tool's own, however often it stands there",
    arguments: ["Fact", "Note", "Cite", "Exhibit", "Group"])
  func apart(word: String) {
    let slug = word.lowercased()
    let sample = MarkdownSample("## \(word)\n## \(word)\n## \(word) 2\n## Section \(word) 2\n")
    #expect(
      sample.outcome.value.headings.map(\.id) == [
        slug, "section-\(slug)-2", "section-\(slug)-2-2", "section-\(slug)-2-3",
      ])
  }

  @Test("a heading has its level, its place and its content")
  func content() {
    let body = MarkdownSample("x\n\n> ### A *b* <mission:k>\n", firstLine: 3).outcome.value
    #expect(body.headings.map(\.level) == [3])
    #expect(body.headings.map { MarkdownSample.text($0.span) } == ["5:3+21"])
    #expect(body.headings.map { body.prose.plainText($0.content) { "#\($0)" } } == ["A b #0"])
  }

  @Test(
    "a heading in which nothing can be read is an error",
    arguments: [
      "##", "# &nbsp;", "## <!-- a -->", "## {#id}", "## ^[a]", "- ##", "&#x200B;\n--",
      "> ### **&nbsp;**",
    ])
  func blank(markdown: String) {
    let found = MarkdownSample(markdown).outcome.diagnostics.filter { $0.code == "heading.empty" }
    #expect(found.map(\.severity) == [.error])
  }

  @Test(
    "a heading of a reference, an image or a sign has words",
    arguments: [
      "## <mission:kfor>", "## ![a](b.png)", "## ?", "## [](mission:kfor)", "## `x`", "## \\#",
    ])
  func sign(markdown: String) {
    #expect(!MarkdownSample(markdown).problems.contains { $0.hasPrefix("heading.empty") })
  }

  @Test("a heading of level 1 is a warning, and becomes level 2")
  func levelOne() {
    let sample = MarkdownSample("# A")
    #expect(sample.html == "<h2 id=\"a\">A</h2>\n")
    #expect(sample.problems == ["heading.level 1:1+3"])
  }
}
