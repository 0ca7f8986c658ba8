import DossierCitation
import DossierSource
import Testing

@testable import DossierSite

/// What stands where no date can, on its way out and back.
@Suite struct LiteralDateTests {
  private static func source(_ name: String, _ text: String) throws -> Source {
    let sample = SiteSample(only: [
      "content/site.yml": "title: T\nformat: 1\n", "content/sources/\(name)": text,
    ])
    #expect(sample.report() == "")
    return try #require(sample.parsed().value.sources.first)
  }

  private static func source(issued words: String) throws -> Source {
    try source(
      "a.json",
      #"[{"id": "a", "type": "book", "title": "T", "issued": {"literal": "\#(words)"}}]"#)
  }

  @Test(arguments: [
    ("forthcoming", "pubstate = {forthcoming}"), ("In press", "pubstate = {inpress}"),
    ("n.d.", "pubstate = {n.d.}"), ("circa 1990", "date = {1990~}"), ("1990s", "date = {199X}"),
    ("ca. 1990s", "date = {199X~}"), ("May 2004", "date = {2004-05}"),
    ("50 % done", #"pubstate = {50 \% done}"#),
  ])
  func yearOfBibLaTeXIsNoWord(words: String, field: String) throws {
    let source = try Self.source(issued: words)
    let entry = BibTeX.entry(of: source, .bibLaTeX)
    #expect(entry.contains("  \(field),\n") && !entry.contains("year ="))
    #expect(BibTeX.entry(of: source).contains("  year = {"))
  }

  @Test(arguments: ["forthcoming", "in press", "n.d.", "1990s", "ca. 1990s"])
  func wordsComeBackFromBibLaTeX(words: String) throws {
    let entry = BibTeX.entry(of: try Self.source(issued: words), .bibLaTeX)
    #expect(try Self.source("a.bib", entry).work.dates["issued"] == WorkDate(literal: words))
  }

  @Test func aPartWithoutAnEditorIsThatOfABook() throws {
    let chapter = #"[{"id": "a", "type": "chapter", "title": "T", "container-title": "W"#
    let editor = #"", "editor": [{"family": "E"}"#
    let book = try Self.source("a.json", chapter + "\"}]")
    let collection = try Self.source("a.json", chapter + editor + "]}]")
    #expect(BibTeX.entry(of: book, .bibLaTeX).hasPrefix("@inbook{"))
    #expect(BibTeX.entry(of: collection, .bibLaTeX).hasPrefix("@incollection{"))
  }
}
