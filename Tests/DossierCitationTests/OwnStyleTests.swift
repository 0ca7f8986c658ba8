import DossierCitation
import DossierSource
import Testing

/// The tool's own styles, and its terms in six languages.
@Suite struct OwnStyleTests {
  private static let works = """
    [{"id": "gowan", "type": "article-journal", "title": "Peace operations: a review",
      "author": [{"family": "Gowan", "given": "Richard"}, {"family": "Smith", "given": "Ann"}],
      "container-title": "Survival", "volume": "60", "issue": "3", "page": "4-16",
      "issued": {"date-parts": [[2018, 5]]}, "DOI": "10.1000/1"},
     {"id": "nato", "type": "report", "title": "Annual report", "publisher": "NATO",
      "publisher-place": "Brussels", "issued": {"date-parts": [[2018]]},
      "URL": "https://example.org/a", "accessed": {"date-parts": [[2024, 2, 3]]}},
     {"id": "gowan-2", "type": "book", "title": "Peace operations: a second look",
      "author": [{"family": "Gowan", "given": "Richard"}, {"family": "Smith", "given": "Ann"}],
      "publisher": "Press", "issued": {"date-parts": [[2018]]}},
     {"id": "undated", "type": "webpage", "title": "A page"}]
    """

  private static func report(_ own: OwnStyle, _ language: String) throws -> CiteReport {
    CiteReport(
      Processor(
        style: try #require(own.style), locale: LocaleLibrary.own.locale(language)), format: .text)
  }

  private static func read() -> [Work] {
    WorkReader.works(in: SourceFile(path: "works", text: works)).value
  }

  private static func request(_ text: String) -> CitationRequest? {
    CitationRequest.read(SourceFile(path: "cites", text: text)).value
  }

  @Test func authorAndYear() throws {
    let request = Self.request(
      """
      [[{"id": "gowan", "locator": "5-6"}, {"id": "nato", "locator": "3", "label": "chapter"}],
       [{"id": "gowan-2", "prefix": "see", "suffix": "and passim"}],
       [{"id": "nato", "suppress-author": true}, {"id": "undated"}]]
      """)
    let text = try Self.report(.authorDate, "en").citations(request, works: Self.read())
    #expect(
      text == """
        (Gowan and Smith 2018a, 5–6; NATO 2018, chap. 3)
        (see Gowan and Smith 2018b and passim)
        (2018; “A page” n.d.)
        """)
  }

  @Test func aBibliographyOfAuthorsAndYears() throws {
    let text = try Self.report(.authorDate, "en").bibliography(nil, works: Self.read())
    #expect(
      text == """
        “A page.” n.d.
        Gowan, Richard, and Ann Smith. 2018a. “Peace operations: a review.” Survival 60 (3): 4–16. https://doi.org/10.1000/1.
        Gowan, Richard, and Ann Smith. 2018b. Peace operations: a second look. Press.
        NATO. 2018. Annual report. Brussels. https://example.org/a, accessed 3 February 2024.
        """)
  }

  @Test func notesInFullThenInShort() throws {
    let request = Self.request(
      """
      [[{"citationID": "1", "citationItems": [{"id": "gowan", "locator": "5"}],
         "properties": {"noteIndex": 1}}, [], []],
       [{"citationID": "2", "citationItems": [{"id": "gowan", "locator": "7"}],
         "properties": {"noteIndex": 2}}, [["1", 1]], []],
       [{"citationID": "3", "citationItems": [{"id": "nato"}],
         "properties": {"noteIndex": 3}}, [["1", 1], ["2", 2]], []],
       [{"citationID": "4", "citationItems": [{"id": "gowan"}],
         "properties": {"noteIndex": 4}}, [["1", 1], ["2", 2], ["3", 3]], []]]
      """)
    let text = try Self.report(.notes, "en").citations(request, works: Self.read())
    let lines = text.split(separator: "\n").map { $0.dropFirst(6) }
    #expect(
      lines[0]
        == "Richard Gowan and Ann Smith, “Peace operations: a review,” Survival 60, no. 3, May 2018, 5, https://doi.org/10.1000/1."
    )
    #expect(lines[1] == "Ibid., 7.")
    #expect(lines[3] == "Gowan and Smith, “Peace operations: a review.”")
  }

  @Test func numbersInBrackets() throws {
    let request = Self.request(
      #"[[{"id": "nato"}], [{"id": "gowan"}, {"id": "nato"}, {"id": "undated"}]]"#)
    let text = try Self.report(.numbered, "en").citations(request, works: Self.read())
    #expect(text == "[1]\n[1]–[3]" || text == "[1]\n[1–3]")
  }

  @Test(arguments: ["en", "uk", "de", "fr", "pl", "es"])
  func everyLanguageSpeaksItsOwn(language: String) throws {
    let text = try Self.report(.authorDate, language).bibliography(nil, works: Self.read())
    let accessed = [
      "en": "accessed", "uk": "дата звернення", "de": "abgerufen", "fr": "consulté le",
      "pl": "dostęp", "es": "consultado el",
    ]
    #expect(text.contains(try #require(accessed[language])))
    let quote = ["en": "“", "uk": "«", "de": "„", "fr": "«", "pl": "„", "es": "«"]
    #expect(text.contains(try #require(quote[language])))
    #expect(!text.contains("ERROR"))
  }

  @Test func aDialectTakesTheTermsOfItsLanguage() throws {
    let text = try Self.report(.authorDate, "de-AT").bibliography(nil, works: Self.read())
    #expect(text.contains("abgerufen 3. Februar 2024"))
  }
}
