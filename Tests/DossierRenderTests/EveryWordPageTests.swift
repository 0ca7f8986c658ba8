import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender

/// Texts of all constructs, as pages and as handouts.
@Suite struct EveryWordPageTests {
  /// How many texts are made; the deep tests ask for more, from a seed of their own.
  private static let seeds: [UInt64] = {
    let seed = ProcessInfo.processInfo.environment["DOSSIER_TEXT_SEED"].flatMap(UInt64.init) ?? 1
    return (0..<12).map { seed &+ $0 }
  }()

  private static func sample(_ body: String) -> HandoutSample {
    HandoutSample([
      "content/missions/ifor.md": "---\ntitle: Implementation Force\n---\n" + body,
      "content/missions/a.png": "x",
    ])
  }

  /// The words of a text that neither a page shows nor a diagnostic tells.
  private static func lost(_ body: String, in page: String, _ told: [Diagnostic]) -> [String] {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    let toldLines = Set(told.filter { $0.place.path.hasSuffix("ifor.md") }.map(\.place.span.line))
    let toldText = toldLines.map { $0 - 4 }.filter(lines.indices.contains).map { lines[$0] }
      .joined(separator: "\n")
    let labels = Set(body.matches(of: /\[\^(w[0-9]+z)\]/).map { String($0.output.1) })
    return Set(body.matches(of: /w[0-9]+z/).map { String($0.output) }).subtracting(labels)
      .filter { !page.contains($0) && !toldText.contains($0) }.sorted()
  }

  @Test("a page and a handout show every word, or it is told", arguments: seeds)
  func words(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed, work: "gowan")
    let body = generator.text()
    let sample = Self.sample(body)
    let told = sample.linked().diagnostics
    let page = try sample.page("missions/ifor.html")
    #expect(Self.lost(body, in: page, told) == [], "page, seed \(seed)")
    let handout = try sample.page("handouts/missions/ifor.html")
    #expect(Self.lost(body, in: handout, told) == [], "handout, seed \(seed)")
  }

  @Test("a work that a sentence names is printed so, and another name is text")
  func mentions() throws {
    let page = try Self.sample("@gowan says, @smith [p. 3] too, and @nobody [p. 4] not.")
      .page("missions/ifor.html")
    #expect(page.contains("<a href=\"#cite-gowan\">Gowan (2018)</a> says"))
    #expect(page.contains("<a href=\"#cite-smith\">Smith (2001, 3)</a> too"))
    #expect(page.contains("and @nobody [p. 4] not"))
    #expect(page.contains("id=\"cite-gowan\""))
  }

  @Test("a citation with markup links its works")
  func group() throws {
    let page = try Self.sample("x [see *also* @gowan, p. 3 [sic]; <mission:kfor>, @smith].")
      .page("missions/ifor.html")
    #expect(
      page.contains(
        "<small>(see <em>also</em> <a href=\"#cite-gowan\">Gowan 2018</a>, p. 3 [sic]; "))
    #expect(page.contains("<a href=\"#cite-smith\">Smith 2001</a>)</small>."))
  }

  @Test("a callout has its title in the words of the publication")
  func callout() throws {
    let page = try Self.sample("> [!WARNING]\n> Words.").page("missions/ifor.html")
    #expect(page.contains("role=\"note\">\n<p class=\"callout-title\">Warning</p>\n<p>Words.</p>"))
  }

  @Test("a note of blocks stands at the end of a handout, one of a paragraph at the foot")
  func notes() throws {
    let sample = Self.sample("x[^a] y[^b]\n\n[^a]: One.\n\n    - two\n\n[^b]: Three.\n")
    let handout = try sample.page("handouts/missions/ifor.html")
    #expect(handout.contains("class=\"endnotes long\""))
    #expect(handout.contains("<div id=\"note-1\" class=\"long\"><dt>1</dt><dd><p>One.</p>\n<ul>"))
    #expect(handout.contains("data-number=\"2\">Three.</span>"))
    #expect(!handout.contains("data-number=\"1\""))
  }

  @Test("an id that the author gave a heading is asked of translations")
  func headingIDs() {
    var sample = Self.sample("## Lessons {#l}\n")
    sample.files["content/site.yml"] = "title: Dossier\nlanguages: [en, uk]\nformat: 1\n"
    sample.files["content/missions/ifor.uk.md"] = "---\ntitle: Сили\n---\n## Уроки\n"
    #expect(sample.linked().diagnostics.map(\.code).contains("translation.heading"))
    sample.files["content/missions/ifor.uk.md"] = "---\ntitle: Сили\n---\n## Уроки {#l}\n"
    #expect(!sample.linked().diagnostics.map(\.code).contains("translation.heading"))
  }
}
