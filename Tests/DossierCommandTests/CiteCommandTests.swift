import Foundation
import Testing

/// `cite`, with styles and works that are there, and without.
@Suite struct CiteCommandTests {
  private static let works = """
    [{"id": "a", "type": "book", "title": "Force & law", "issued": {"date-parts": [[2018]]},
      "author": [{"family": "Gowan", "given": "Richard"}]}]
    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(works, to: "works.json")
    return folder
  }

  @Test func aCitationAndABibliography() throws {
    let folder = try Self.folder()
    let works = folder.path + "/works.json"
    let citation = try Command.run(["cite", "author-date", works])
    #expect(citation.status == 0 && citation.errors == "")
    #expect(citation.output == "(Gowan 2018)\n")
    let entries = try Command.run(["cite", "author-date", works, "--bibliography"])
    #expect(
      entries.output == """
        <div class="csl-bib-body">
          <div class="csl-entry">Gowan, Richard. 2018. <i>Force &#38; law</i>.</div>
        </div>

        """)
    let text = try Command.run([
      "cite", "author-date", works, "--bibliography", "--format", "text",
    ])
    #expect(text.output == "Gowan, Richard. 2018. Force & law.\n")
  }

  @Test func citationsThatAreAskedFor() throws {
    let folder = try Self.folder()
    try folder.write(#"[[{"id": "a", "locator": "4-6"}], [{"id": "b"}]]"#, to: "cites.json")
    let result = try Command.run([
      "cite", "author-date", "\(folder.path)/works.json", "--citations",
      "\(folder.path)/cites.json",
    ])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("(Gowan 2018, 4–6)\n"))
    #expect(result.errors.contains("no work has the id 'b' [work.unknown]"))
  }

  @Test func aLanguageAndItsFolder() throws {
    let folder = try Self.folder()
    try folder.write(
      """
      <locale xml:lang="de-DE"><terms><term name="no date" form="short">o. Jg.</term></terms></locale>
      """, to: "locales-de-DE.xml")
    try folder.write(#"[{"id": "a", "title": "T"}]"#, to: "undated.json")
    let arguments = ["cite", "author-date", "\(folder.path)/undated.json", "--locale", "de"]
    #expect(try Command.run(arguments).output == "(„T“ o. D.)\n")
    let own = try Command.run(arguments + ["--locales", folder.path])
    #expect(own.output.contains("o. Jg."))
  }

  @Test(arguments: [
    ("<style", "xml.syntax"), ("<a/>", "style.root"),
    ("<!DOCTYPE style []><style/>", "xml.doctype"),
    ("\u{0}", "text.character"),
  ])
  func aStyleThatIsNoneIsTheContentsFault(text: String, code: String) throws {
    let folder = try Self.folder()
    try folder.write(text, to: "own.csl")
    let result = try Command.run(["cite", "\(folder.path)/own.csl", "\(folder.path)/works.json"])
    #expect(result.status == 1 && result.output == "")
    #expect(result.errors.contains("own.csl:1:") && result.errors.contains("[\(code)]"))
  }

  @Test func whatIsNotThereIsToldOf() throws {
    let folder = try Self.folder()
    let style = try Command.run(["cite", "\(folder.path)/no.csl", "\(folder.path)/works.json"])
    #expect(style.status == 3 && style.errors.contains("no.csl' cannot be read"))
    let works = try Command.run(["cite", "notes", "\(folder.path)/no.json"])
    #expect(works.status == 3 && works.errors.contains("no.json' cannot be read"))
    #expect(try Command.run(["cite", "notes"]).status == 2)
    #expect(try Command.run(["cite", "notes", "a", "--format", "odt"]).status == 2)
  }
}
