import DossierSource
import Testing

@testable import DossierSite

/// Entries of the bibliography, as YAML and as Zotero's JSON.
@Suite struct DecodeSourceTests {
  private static func source(_ entry: String, as name: String = "all.yml") throws -> Source {
    let sample = SiteSample(only: [
      "content/site.yml": "title: T\nformat: 1", "content/sources/\(name)": entry,
    ])
    let outcome = sample.parsed()
    #expect(outcome.diagnostics.isEmpty)
    return try #require(outcome.value.sources.first)
  }

  private static func issued(_ date: String) throws -> PartialDate? {
    try source("- {id: a, type: book, title: T, issued: \(date)}").issued
  }

  @Test(arguments: [
    ("2018", "2018"), ("\"2018\"", "2018"), ("2018-02", "2018-02"),
    ("\"2018-02-16\"", "2018-02-16"),
    ("{date-parts: [[2018]]}", "2018"), ("{date-parts: [[2018, 2]]}", "2018-02"),
    ("{date-parts: [[2018, 2, 16]]}", "2018-02-16"),
    ("{date-parts: [[\"2018\", \"2\", \"16\"]]}", "2018-02-16"),
    ("{date-parts: [[2018, 12, 31]], circa: true}", "2018-12-31"),
    ("{date-parts: [[2018, 2], [2018, 4]]}", "2018-02"), ("{raw: 2018-02}", "2018-02"),
    ("{literal: 2018}", "2018"),
  ])
  func everyFormOfADateIsRead(yaml: String, date: String) throws {
    #expect(try Self.issued(yaml)?.description == date)
  }

  @Test func anEntryIsReadWithAllItSays() throws {
    let source = try Self.source(
      """
      - id: gowan-2018
        type: article-journal
        title: Can the United Nations Unite Ukraine?
        author: [{family: Gowan, given: Richard}, {literal: Hudson Institute}]
        editor: [{family: Velde, given: Ann, non-dropping-particle: van der}]
        container-title: Survival
        publisher: Routledge
        publisher-place: London
        issued: 2018-02
        accessed: 2025-05-01
        URL: https://example.org/a
        archived: https://web.archive.org/a
        DOI: 10.1000/x
        ISBN: 978-0
        volume: 60
        issue: 2
        page: 1-20
        genre: Working paper
        number: 7
        event-title: A conference
        language: en
        note: A note
        grade: A
        abstract: Not kept
      """)
    #expect(source.id == "gowan-2018")
    #expect(source.type == "article-journal")
    #expect(
      source.authors == [
        Source.Name(family: "Gowan", given: "Richard"),
        Source.Name(family: "Hudson Institute", isLiteral: true),
      ])
    #expect(source.editors == [Source.Name(family: "van der Velde", given: "Ann")])
    #expect(source.containerTitle == "Survival")
    #expect([source.publisher, source.publisherPlace] == ["Routledge", "London"])
    #expect(
      [source.issued, source.accessed] == [PartialDate("2018-02"), PartialDate("2025-05-01")])
    #expect(
      [source.url, source.archived] == ["https://example.org/a", "https://web.archive.org/a"])
    #expect([source.doi, source.isbn] == ["10.1000/x", "978-0"])
    #expect([source.volume, source.issue, source.page] == ["60", "2", "1-20"])
    #expect(
      [source.genre, source.number, source.eventTitle] == ["Working paper", "7", "A conference"])
    #expect([source.language, source.note?[.english], source.grade] == ["en", "A note", "A"])
    #expect(
      source.place == Place(path: "content/sources/all.yml", line: 1, column: 7, length: 10))
  }

  @Test func theJSONOfAReferenceManagerIsRead() throws {
    let source = try Self.source(
      """
      [
        {
          "id": "un-2015",
          "type": "report",
          "title": "Report of the High-level Panel: \\u00abUniting\\u00bb",
          "author": [{"literal": "United Nations"}],
          "issued": {"date-parts": [["2015", 6, 17]]},
          "URL": "https://undocs.org/A/70/95",
          "citation-key": "un-2015"
        }
      ]
      """, as: "un.json")
    #expect(source.title == "Report of the High-level Panel: «Uniting»")
    #expect(source.authors == [Source.Name(family: "United Nations", isLiteral: true)])
    #expect(source.issued?.description == "2015-06-17")
  }

  @Test func anAuthorWrittenAsATextIsABody() throws {
    let source = try Self.source("- {id: a, type: book, title: T, author: OSCE}")
    #expect(source.authors == [Source.Name(family: "OSCE", isLiteral: true)])
  }

  @Test func theEntriesOfAllFilesAreSortedByTheirIDs() {
    let sample = SiteSample(only: [
      "content/site.yml": "title: T\nformat: 1",
      "content/sources/b.yml": "[{id: c, type: book, title: T}, {id: a, type: book, title: T}]",
      "content/sources/a.yaml": "[{id: b, type: book, title: T}]",
      "content/sources/empty.yml": "# nothing yet\n",
    ])
    #expect(sample.parsed().value.sources.map(\.id) == ["a", "b", "c"])
    #expect(sample.report() == "")
  }
}
