import DossierMarkdown
import DossierSource
import Foundation
import TestSupport
import Testing

/// One example of the CommonMark specification.
struct CommonMarkExample: Sendable, CustomTestStringConvertible {
  var number: Int
  var markdown: String
  var html: String

  var testDescription: String { "example \(number)" }

  /// The specification, beside the package; the examples are between fences of 32 backticks.
  static let file = Checkout.folder.appending(path: "../shared/data/commonmark/spec-0.30.txt")

  static let all: [CommonMarkExample] = {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: "\(fence) example\n").dropFirst().enumerated().map {
      let parts = $1.components(separatedBy: "\n\(fence)\n")[0].components(separatedBy: "\n.\n")
      let html = parts.count > 1 ? parts[1] + "\n" : ""
      let isEmpty = parts.count == 1
      return CommonMarkExample(
        number: $0 + 1, markdown: tabs((isEmpty ? String(parts[0].dropLast(2)) : parts[0]) + "\n"),
        html: tabs(html))
    }
  }()

  private static func tabs(_ text: String) -> String {
    text.replacingOccurrences(of: "→", with: "\t")
  }
}

@Suite("CommonMark")
struct CommonMarkTests {
  @Test(
    "plain renders the examples of the specification",
    .enabled(
      if: !CommonMarkExample.all.isEmpty, "the specification is not beside the package"))
  func examples() {
    #expect(CommonMarkExample.all.count == 652)
    for example in CommonMarkExample.all {
      let html = MarkdownParser.plain(Array(example.markdown.utf8), allowsRawHTML: true)
      #expect(String(decoding: html, as: UTF8.self) == example.html, "\(example.testDescription)")
    }
  }

  /// The HTML of both sides is made alike in few ways before it is compared.
  ///
  /// A heading has no id, and level 1 is level 2; the tags of a link to `/…`, to nothing or with an unknown scheme are taken out, and
  /// references are filled as links; bare addresses are links; comments are in neither, nor the lines that they leave empty. Examples
  /// with an image, or with a link without words, are not
  /// compared, nor are tables, of which the specification has none.
  @Test(
    "the extensions leave plain CommonMark as it is",
    .enabled(
      if: !CommonMarkExample.all.isEmpty, "the specification is not beside the package"))
  func extensionsChangeNothingElse() {
    let parser = MarkdownParser(options: .init(allowsRawHTML: true))
    var compared = 0
    for example in CommonMarkExample.all where !Self.isApart(example.html) {
      let body = parser.parse(Array(example.markdown.utf8), path: "a.md").value
      let html = String(decoding: body.standaloneHTML(), as: UTF8.self)
      #expect(
        Self.normalised(html) == Self.normalised(example.html), "\(example.testDescription)")
      compared += 1
    }
    #expect(compared > 600)
  }

  private static func isApart(_ html: String) -> Bool {
    html.contains("<img") || html.contains("\"></a>")
  }

  private static func normalised(_ html: String) -> String {
    html
      .replacing(#/<a href="(https?:[^"]*)">([^<]*)</a>/#) {
        $0.output.1 == $0.output.2 ? String($0.output.1) : String($0.output.0)
      }
      .replacing(#/<h([2-6]) id="[^"]*">/#) { "<h\($0.output.1)>" }
      .replacing(#/<(/?)h1>/#) { "<\($0.output.1)h2>" }
      .replacing(#/<a href="(?!https?:|mailto:)[^"]*"( title="[^"]*")?>([\s\S]*?)</a>/#) {
        String($0.output.2)
      }
      .replacing(#/<!--[\s\S]*?(-->|\z)/#, with: "")
      .replacing(#/&lt;!--(&gt;|-&gt;|[\s\S]*?--&gt;)/#, with: "").replacing(" </p>", with: "</p>")
      .split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
  }

  @Test("plain leaves raw HTML out unless it is allowed")
  func rawHTML() {
    let text = Array("<b>x</b>".utf8)
    #expect(MarkdownParser.plain(text, allowsRawHTML: true) == Array("<p><b>x</b></p>\n".utf8))
    #expect(
      MarkdownParser.plain(text, allowsRawHTML: false)
        == Array("<p><!-- raw HTML omitted -->x<!-- raw HTML omitted --></p>\n".utf8))
  }

  @Test("the version is that of libcmark")
  func version() {
    #expect(MarkdownParser.libraryVersion.wholeMatch(of: #/\d+\.\d+\.\d+/#) != nil)
  }
}
