import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierCitation

/// Locales that are put over others, and what is told of a file that says something else than it seems to.
@Suite struct LocaleTests {
  private typealias Locale = DossierCitation.Locale

  private static func locale(_ tag: String, _ terms: String) throws -> Locale {
    let text = "<locale xml:lang=\"\(tag)\"><terms>\(terms)</terms></locale>"
    return try #require(Locale.read(SourceFile(path: "a.xml", text: text)).value)
  }

  private static func messages(_ inner: String) -> [String] {
    let text = "<locale xml:lang=\"it\">\(inner)</locale>"
    let diagnostics = Locale.read(SourceFile(path: "a.xml", text: text)).diagnostics
    #expect(diagnostics.allSatisfy { $0.code == "style.term" && $0.severity == .warning })
    return diagnostics.map(\.message)
  }

  @Test func aFormIsSaidInTheLanguageBeforeEnglishSaysIt() throws {
    let italian = try Self.locale("it", "<term name=\"editor\">curatore</term>")
    let locale = LocaleLibrary(over: .own, with: [italian]).locale("it")
    #expect(locale.term("editor", form: .short) == "curatore")
    #expect(locale.term("editor", form: .verbShort) == "curatore")
    #expect(locale.term("translator", form: .short) == "trans.")
    #expect(locale.term("and", form: .symbol) == "&")
  }

  @Test(arguments: ["de", "en"])
  func aLocaleOfTheProjectGoesBeforeThatOfTheToolTermByTerm(language: String) throws {
    let own = try Self.locale(language, "<term name=\"no date\" form=\"short\">?</term>")
    let library = LocaleLibrary(over: .own, with: [own])
    let (mine, tools) = (library.locale(language), LocaleLibrary.own.locale(language))
    #expect(mine.term("no date", form: .short) == "?")
    #expect(mine.term("editor", form: .short) == tools.term("editor", form: .short))
    #expect(library.gaps(in: language) == nil)
  }

  @Test func whatIsLeftToEnglishIsCounted() throws {
    let italian = try Self.locale("it", "<term name=\"page\">pagina</term>")
    let gaps = LocaleLibrary(over: .own, with: [italian]).gaps(in: "it")
    #expect(try #require(gaps).first == "accessed")
    #expect(try #require(gaps).count > 100)
  }

  @Test(arguments: [
    ("<term name=\"page\" form=\"shrot\">p.</term>", "'shrot' is no 'form' of 'term'"),
    ("<term name=\"ibid\">a</term><term name=\"ibid\">b</term>", "the term 'ibid' stands twice"),
    (
      "<term name=\"page\"><single>p</single></term>",
      "the term 'page' has 'single' and no 'multiple'"
    ),
    ("<term>p</term>", "the term has no name"),
    ("<trem name=\"page\">p</trem>", "'trem' is no element"),
    ("<term name=\"page\"></term>", "1 of 1 terms are empty"),
  ])
  func whatIsPassedOverIsTold(term: String, message: String) {
    #expect(Self.messages("<terms>\(term)</terms>").first?.hasPrefix(message) == true)
  }

  @Test(arguments: [
    ("<trems/>", "'trems' is no element that is read here"),
    ("<date form=\"txet\"/>", "'txet' is no 'form' of 'date'"), ("<date/>", "'date' has no 'form'"),
    (
      "<date form=\"text\"><date-part name=\"mnoth\"/></date>",
      "'mnoth' is no 'name' of 'date-part'"
    ),
    ("<style-options punctuation-in-quote=\"no\"/>", "'no' is no 'punctuation-in-quote'"),
  ])
  func elementsThatAreNoneAreTold(element: String, message: String) {
    #expect(Self.messages(element).first?.hasPrefix(message) == true)
  }

  @Test func oneThingStandsForSeveralWhereTheyAreNotSaid() throws {
    let locale = try Self.locale("it", "<term name=\"page\"><single>p.</single></term>")
    #expect(locale.term("page", isPlural: true) == "p.")
  }

  /// A conjunction that is a prefix, as in Hebrew.
  @Test func anAndThatIsAPrefixIsWrittenTogetherWithTheName() throws {
    let hebrew = try Self.locale("he", "<term name=\"and\">ו־</term>")
    let works = """
      [{"id": "a", "author": [{"family": "Gowan"}, {"family": "Smith"}], "title": "T",
        "issued": {"date-parts": [[2018]]}}]
      """
    let report = CiteReport(
      Processor(
        style: try #require(OwnStyle.authorDate.style),
        locale: LocaleLibrary(over: .own, with: [hebrew]).locale("he")), format: .text)
    let read = WorkReader.works(in: SourceFile(path: "works", text: works)).value
    #expect(report.citations(nil, works: read) == "(Gowan ו־Smith 2018)")
  }

  @Test func theToolsOwnLocalesSayAllThatEnglishSays() throws {
    let folder = Checkout.folder.appending(path: "Sources/DossierCitation/Locales")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count >= 6)
    for name in files {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let file = SourceFile(path: name, text: text)
      #expect(Locale.read(file).diagnostics == [], "\(name)")
      #expect(LocaleLibrary.own.gaps(in: String(name.dropLast(4))) == nil, "\(name)")
    }
  }
}
