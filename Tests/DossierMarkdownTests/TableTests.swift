import DossierMarkdown
import DossierSource
import Foundation
import Testing

@Suite("Pipe tables")
struct TableTests {
  private static func table(_ head: String, _ rows: String...) -> String {
    let body = rows.isEmpty ? "" : "<tbody>\n\(rows.joined())</tbody>\n"
    return """
      <div class="table-scroll" tabindex="0">
      <table>
      <thead>
      <tr>
      \(head)</tr>
      </thead>
      \(body)</table>
      </div>

      """
  }

  private static func row(_ cells: String...) -> String {
    "<tr>\n\(cells.map { "<td>\($0)</td>\n" }.joined())</tr>\n"
  }

  private static func head(_ cells: String...) -> String {
    cells.map { "<th scope=\"col\">\($0)</th>\n" }.joined()
  }

  static let cases: [(String, String)] = [
    ("| a | b |\n|---|---|\n| 1 | 2 |", table(head("a", "b"), row("1", "2"))),
    ("a | b\n--|--\n1 | 2", table(head("a", "b"), row("1", "2"))),
    ("| a |\n| - |", table(head("a"))),
    ("| | b |\n|---|---|\n| 1 | 2 |", table("<td></td>\n" + head("b"), row("1", "2"))),
    (
      "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
      table(head("a", "b"), row("1", ""), row("1", "2"))
    ),
    (
      "| a |\n|---|\n| x \\| `y \\| z` |\n| *e* \\\\|",
      table(head("a"), row("x | <code>y | z</code>"), row("<em>e</em> \\"))
    ),
    (
      "| a |\n|---|\n| # no |\n| C # |\n| - x |",
      table(head("a"), row("# no"), row("C #"), row("- x"))
    ),
    ("text\n| a |\n|---|\n| 1 |", "<p>text</p>\n" + table(head("a"), row("1"))),
    (
      "| a |\n|---|\n| 1 |\n> q",
      table(head("a"), row("1")) + "<blockquote>\n<p>q</p>\n</blockquote>\n"
    ),
    ("| a |\n|---|\n1\n\nend", table(head("a"), row("1")) + "<p>end</p>\n"),
    ("| a | b |\n|---|\n| 1 |", "<p>| a | b |\n|---|\n| 1 |</p>\n"),
    ("> | a |\n> |---|", "<blockquote>\n" + table(head("a")) + "</blockquote>\n"),
    ("| [x][r] |\n|---|\n\n[r]: https://x.org", table(head("<a href=\"https://x.org\">x</a>"))),
    ("[r]: https://x.org\n| [x][r] |\n|---|", table(head("<a href=\"https://x.org\">x</a>"))),
  ]

  @Test("tables are read by GitHub's rules", arguments: cases)
  func tables(markdown: String, html: String) {
    let sample = MarkdownSample(markdown)
    #expect(sample.html == html)
    #expect(sample.problems.allSatisfy { $0.hasPrefix("table.") })
  }

  @Test("alignment is a class")
  func alignment() {
    let sample = MarkdownSample("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |")
    for tag in [
      "<th scope=\"col\" class=\"align-left\">a", "<td class=\"align-right\">2",
      "<td class=\"align-center\">3", "<td>4",
    ] {
      #expect(sample.html.contains(tag))
    }
  }

  @Test("holes in cells have their places, and a note ends a table")
  func holes() {
    let sample = MarkdownSample(
      "x\n\n| Місія `a\\|b` <mission:k> | [@a] |\n|---|---|\n| \\| <mission:z>[^n] | [l](mission:y) |\n"
        + "[^n]: note [@b]", firstLine: 10)
    #expect(
      sample.html
        == "<p>x</p>\n"
        + Self.table(
          Self.head("Місія <code>a|b</code> {0}", "{1}"), Self.row("| {2}{3}", "{4}")))
    #expect(sample.places == ["12:21+11", "12:35+4", "14:6+11", "14:17+4", "14:24+14"])
    #expect(sample.problems.isEmpty)
  }

  @Test("short rows under a wide header do not grow with the square of the text")
  func padding() {
    let wide = String(repeating: "|a", count: 5000) + "|\n" + String(repeating: "|-", count: 5000)
    let sample = MarkdownSample(wide + "|\n" + String(repeating: "|1|\n", count: 5000))
    #expect(sample.outcome.value.prose.html.count < 2_000_000)
    #expect(sample.html.components(separatedBy: "<td>1</td>").count == 5001)
  }
}
