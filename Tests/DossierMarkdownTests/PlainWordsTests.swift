import DossierMarkdown
import Testing

@Suite("Texts that take no Markdown")
struct PlainWordsTests {
  @Test(
    "markup is seen",
    arguments: [
      "a *b*", "a **b** c", "_a_", "`a`", "[a](mission:kfor)", "<mission:kfor>",
      "see [@gowan-2018]",
      "a ~~b~~", "x[^a]", "a\\*b", "a &mdash; b", "<!-- a --> b", "a :smile:",
      "[[a]]",
      "m^2^", "$a^2$", "![a](b.png)", "{{< a >}}", "a^[b]",
    ])
  func markup(text: String) { #expect(MarkdownParser.isMarkup(text)) }

  @Test(
    "a text that reads the same is none",
    arguments: [
      "Kosovo Force", "2 * 3 = 6", "snake_case_name", "[sic] he said", "a < b & c > d", "R&D, AT&T",
      "see https://x.org/a_b_c", "@gowan-2018 says", "# 1 of all", "1. First", "- x", "> 5",
      "C#", "it cost $5", "«a»: b", "5–6 (7)", "a [b] c", "~5 km", "a: b", "100 %", "", "x*",
      "a\nb",
    ])
  func plain(text: String) { #expect(!MarkdownParser.isMarkup(text)) }
}
