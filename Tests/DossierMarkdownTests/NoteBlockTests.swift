import DossierMarkdown
import DossierSource
import Testing

@Suite("Notes of several blocks")
struct NoteBlockTests {
  private static func notes(_ sample: MarkdownSample) -> [String] {
    sample.outcome.value.notes.map { MarkdownSample.html($0.content) }
  }

  static let cases: [(String, String)] = [
    ("[^a]: One.\n\n    Two\n    three.", "<p>One.</p>\n<p>Two\nthree.</p>\n"),
    (
      "[^a]: One.\n\n    - x\n    - y\n\n    Z.",
      "<p>One.</p>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n<p>Z.</p>\n"
    ),
    ("[^a]: - x\n    - y", "<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n"),
    ("[^a]:\n    - x", "<ul>\n<li>x</li>\n</ul>\n"),
    ("[^a]: One.\n\n\tTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
    (
      "[^a]: One.\n\n        code\n\n    Two.",
      "<p>One.</p>\n<pre><code>code\n</code></pre>\n<p>Two.</p>\n"
    ),
    (
      "[^a]: One.\n\n    ```\n    x\n\n    y\n    ```",
      "<p>One.</p>\n<pre><code>x\n\ny\n</code></pre>\n"
    ),
    ("[^a]: One.\n\n    > q\n    > r", "<p>One.</p>\n<blockquote>\n<p>q\nr</p>\n</blockquote>\n"),
    ("[^a]: One.\n\n    Two\nlazily.\n", "<p>One.</p>\n<p>Two\nlazily.</p>\n"),
    ("[^a]: One.\n\n    ## Title", "<p>One.</p>\n<p><strong>Title</strong></p>\n"),
    (
      "[^a]: | a | b\n    |---|---\n    | 1 | 2",
      "<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n</div>\n"
    ),
  ]

  @Test("a note keeps its blocks, indented by four columns", arguments: cases)
  func blocks(definition: String, html: String) {
    let sample = MarkdownSample("a[^a]\n\n\(definition)\n\nz <m-k:z>")
    #expect(Self.notes(sample) == [html])
    #expect(sample.html == "<p>a{0}</p>\n<p>z {1}</p>\n")
    #expect(sample.outcome.value.notes.map(\.holdsBlocks) == [true])
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "a note in a list or a quotation is a note",
    arguments: [
      (
        "- x[^a]\n\n  [^a]: One.\n\n      Two <m-k:b>.\n- y",
        "<ul>\n<li>\n<p>x{0}</p>\n</li>\n<li>\n<p>y</p>\n</li>\n</ul>\n"
      ),
      (
        "> x[^a]\n>\n> [^a]: One.\n>\n>     Two <m-k:b>.",
        "<blockquote>\n<p>x{0}</p>\n</blockquote>\n"
      ),
    ])
  func nested(markdown: String, html: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == html)
    #expect(Self.notes(sample) == ["<p>One.</p>\n<p>Two {0}.</p>\n"])
    #expect(sample.problems.isEmpty)
  }

  @Test("the places in further blocks are those of the file")
  func places() {
    let sample = MarkdownSample(
      "a[^a]\n\n[^a]: <m-k:a>\n\n    b <m-k:b>\n    - c\n      [@c]\n\n    | d |\n    |---|\n    | <m-k:d> |"
    )
    let spans = sample.outcome.value.notes[0].content.holes.map { MarkdownSample.text($0.span) }
    #expect(spans == ["3:7+7", "5:7+7", "7:7+4", "11:7+7"])
  }

  @Test(
    "what a note cannot hold is said",
    arguments: [
      ("a[^a]\n\n[^a]: x\n\n    [^a]", ["note.nested 5:5+4"]),
      ("a[^a]\n\n[^a]: x\n\n    y ^[z]", ["note.nested 5:7+4"]),
      ("a[^a]\n\n[^a]: x\n\n    ```compare\n    ```", ["exhibit.note 5:5+10"]),
      ("a[^a]\n\n[^a]:", ["note.empty 3:1+4"]),
    ])
  func refused(markdown: String, problems: [String]) {
    #expect(MarkdownSample(markdown).problems == problems)
  }
}

@Suite("Tables in lists, quotations and callouts")
struct NestedTableTests {
  private static let table =
    "<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>{0}</td>\n</tr>\n</tbody>\n</table>\n</div>\n"

  @Test(
    "a table stands where it is written",
    arguments: [
      (
        "- x\n\n  | a | b |\n  |---|---|\n  | 1 | <m-k:a> |", "<ul>\n<li>\n<p>x</p>\n",
        "</li>\n</ul>\n", "5:9+7"
      ),
      ("- | a | b |\n  |---|---|\n  | 1 | <m-k:a> |", "<ul>\n<li>\n", "</li>\n</ul>\n", "3:9+7"),
      ("> | a | b |\n> |---|---|\n> | 1 | <m-k:a> |", "<blockquote>\n", "</blockquote>\n", "3:9+7"),
      (
        "> 1. > | a | b |\n>    > |---|---|\n>    > | 1 | <m-k:a> |",
        "<blockquote>\n<ol>\n<li>\n<blockquote>\n", "</blockquote>\n</li>\n</ol>\n</blockquote>\n",
        "3:14+7"
      ),
    ])
  func nested(markdown: String, before: String, behind: String, place: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == before + Self.table + behind)
    #expect(sample.places == [place])
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "a line break in a cell is one, and elsewhere told", arguments: ["<br>", "<br/>", "<BR />"])
  func lineBreak(tag: String) {
    let sample = MarkdownSample("| a |\n|---|\n| b\(tag)c |\n\nd\(tag)e")
    #expect(sample.html.contains("<td>b<br />\nc</td>"))
    #expect(sample.problems == ["markdown.raw-html 5:2+\(tag.utf8.count)"])
  }

  @Test(
    "cells without a column and dashes without a table are told once",
    arguments: [
      ("|a|\n|-|\n|b|c|d|\n|e|f|", "table.cells 3:4+3"),
      ("a | b\n|---|", "table.delimiters 2:1+5"),
    ])
  func told(markdown: String, problem: String) {
    #expect(MarkdownSample(markdown).problems == [problem])
  }
}

@Suite("Callouts")
struct CalloutTests {
  @Test("a quotation that begins with a name is a callout", arguments: Callout.allCases)
  func named(callout: Callout) {
    let sample = MarkdownSample("> [!\(callout.rawValue.uppercased())]\n> Words <m-k:a>\n>\n> - x")
    #expect(
      sample.html
        == "<div class=\"callout \(callout.rawValue)\" role=\"note\">\n<p class=\"callout-title\">{0}</p>\n<p>Words {1}</p>\n<ul>\n<li>x</li>\n</ul>\n</div>\n"
    )
    #expect(sample.holes.first?.filling == .callout(callout))
    #expect(sample.places == ["1:3+\(callout.rawValue.utf8.count + 3)", "2:9+7"])
    #expect(sample.problems.isEmpty)
  }

  @Test(
    "a callout holds what a quotation holds",
    arguments: [
      ("> [!NOTE]\n> | a |\n> |---|", "<th scope=\"col\">a</th>"),
      ("> [!note] Words", "<p>Words</p>"),
      ("> [!NOTE]\n>\n> Words", "<p>Words</p>"),
      ("> [!NOTE]", "</p>\n</div>"),
      ("- > [!TIP]\n  > [!NOTE]", "<p>[!NOTE]</p>"),
    ])
  func content(markdown: String, html: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html.contains(html))
    #expect(sample.html.contains("class=\"callout"))
    #expect(sample.problems.isEmpty)
  }

  @Test("another name is told, an escaped bracket is text")
  func others() {
    let sample = MarkdownSample("> [!NOTES]\n> x")
    #expect(sample.html == "<blockquote>\n<p>[!NOTES]\nx</p>\n</blockquote>\n")
    #expect(sample.problems == ["callout.unknown 1:3+8"])
    #expect(sample.outcome.diagnostics[0].help == "did you mean 'NOTE'?")
    #expect(
      MarkdownSample("> \\[!NOTE]\n> x").html == "<blockquote>\n<p>[!NOTE]\nx</p>\n</blockquote>\n")
  }
}
