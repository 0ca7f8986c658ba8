import DossierCitation
import DossierSource
import Testing

@testable import DossierSite

/// What libraries export, and what an editor adds to it.
@Suite struct LibraryTests {
  private static func sample(_ json: String, _ own: String = "", name: String = "lib.json")
    -> SiteSample
  {
    SiteSample(only: [
      "content/site.yml": "title: T\nlanguages: [en, uk]\nformat: 1\n",
      "content/sources/\(name)": json, "content/sources/own.yml": own,
    ])
  }

  private static func codes(_ sample: SiteSample) -> [String] {
    sample.linked().diagnostics.filter { $0.severity > .note }.map(\.code)
  }

  @Test func nothingThatAnItemSaysIsDropped() throws {
    let sample = Self.sample(
      """
      [\t{"id": "http://zotero.org/users/1/items/AB", "citation-key": "gowanUN2018", "type": "article-journal",
      \t"title": "The <i>UN</i>", "author": [{"family": "Velde", "given": "Ann", "non-dropping-particle": "van der"}],
      \t"translator": [{"literal": "A Body"}], "issued": {"date-parts": [["2018", 2]]}, "DOI": "10.1/a", "ISSN": "1234",
      \t"abstract": "Long", "URL": "ftp://x.org/a", "ISBN": "", "note": "original-date: 1999", "keyword": "a, b"}]
      """)
    #expect(Self.codes(sample).isEmpty)
    let source = try #require(sample.parsed().value.sources.first)
    #expect(source.id == "gowanUN2018")
    #expect(source.work.id == "gowanUN2018")
    #expect(source.slug == "gowanUN2018")
    #expect(source.title == "The UN")
    #expect(source.work.texts["title"] == "The <i>UN</i>")
    #expect(source.authors == [Source.Name(family: "van der Velde", given: "Ann")])
    #expect(source.issued == PartialDate("2018-02"))
    #expect(source.url == nil)
    #expect(source.isbn == nil)
    let work = source.work
    #expect(
      ["abstract", "ISSN", "keyword", "URL"].map { work.texts[$0] } == [
        "Long", "1234", "a, b", "ftp://x.org/a",
      ])
    #expect(work.names["translator"] == [WorkReaderName.body("A Body")])
    #expect(work.dates["original-date"]?.start?.year == 1999)
  }

  @Test func whatIsNotKnownIsToldOnce() {
    let sample = Self.sample(
      """
      [{"id": "a", "type": "tweet", "title": "A", "foo": 1}, {"id": "b", "type": "tweet", "title": "B", "foo": 2},
       {"id": "c", "type": "song", "title": "C", "x-own": 3, "bar": 1}]
      """)
    #expect(Self.codes(sample) == ["source.type", "source.key", "source.key"])
    let sources = sample.parsed().value.sources
    #expect(sources.map(\.id) == ["a", "b", "c"])
    #expect(sources.allSatisfy { Set($0.work.texts.keys).isSubset(of: ["title"]) })
  }

  @Test(arguments: [
    ("{\"date-parts\": [[2020, 2], [2020, 4]], \"circa\": true}", "2020-02"),
    ("{\"literal\": \"forthcoming\"}", nil), ("{\"raw\": \"May 2011\"}", "2011-05"),
    ("\"2020-05-06\"", "2020-05-06"), ("{\"date-parts\": [[-44]]}", nil),
    ("{\"date-parts\": [[2021, 2, 30]]}", "2021-02"), ("{\"date-parts\": []}", nil),
    ("{\"date-parts\": [[2020]], \"season\": 2}", "2020"), ("7", nil),
    ("{\"date-parts\": [[12345678901234567890]]}", nil),
  ])
  func everyDateOfAnExportIsTaken(date: String, issued: String?) throws {
    let sample = Self.sample(
      "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", \"issued\": \(date)}]")
    #expect(Self.codes(sample).isEmpty)
    let source = try #require(sample.parsed().value.sources.first)
    #expect(source.issued?.description == issued)
  }

  @Test(arguments: [
    ("", "json.syntax"), ("[", "json.syntax"), ("{}", "source.export"), ("1", "source.export"),
    ("{\"items\": [{\"itemType\": \"book\"}]}", "source.export"), ("[1]", "yaml.type"),
    ("[{\"type\": \"book\"}]", "yaml.missing-key"), ("[{\"id\": \" \"}]", "yaml.missing-key"),
    ("[{\"id\": \"a\", \"type\": \"book\", \"title\": \"\\ud83d\"}]", nil),
    ("{\"items\": [{\"id\": 7, \"type\": \"book\"}]}", nil),
  ])
  func whatIsNoExportIsTold(json: String, code: String?) {
    #expect(Self.codes(Self.sample(json)) == (code.map { [$0] } ?? []))
  }

  @Test func everyIDHasAnAddressOfItsOwn() {
    let ids = [
      "Smith2020", "smith2020", "SMITH2020", "index", "Index", "http://x.org/a?b",
      "http://x.org/a:b",
      "Цікаво", "a", ".", "..", "a b", "con/../x",
    ]
    let items = ids.map { "{\"id\": \"\($0)\", \"type\": \"book\", \"title\": \"T\"}" }
    let sources = Self.sample("[" + items.joined(separator: ",") + "]").parsed().value.sources
    #expect(sources.count == ids.count)
    let slugs = sources.map(\.slug)
    #expect(Set(slugs.map { $0.lowercased() }).count == ids.count, "\(slugs)")
    for slug in slugs {
      #expect(slug.wholeMatch(of: /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/) != nil, "\(slug)")
      #expect(slug.lowercased() != "index")
    }
    // A work that is added changes no other's address.
    let fewer = Self.sample("[" + items.dropLast(3).joined(separator: ",") + "]").parsed().value
      .sources
    for source in fewer {
      #expect(sources.first { $0.id == source.id }?.slug == source.slug)
    }
  }

  private static let item =
    "[{\"id\": \"Smith_2020\", \"type\": \"book\", \"title\": \"T\", \"note\": \"Theirs\"}]"

  @Test func anEntryInYAMLAddsOurKeysAlone() throws {
    let sample = Self.sample(
      Self.item, "- {id: Smith_2020, grade: A, consulted: {where: docslib.org}, note: {en: Ours}}\n"
    )
    #expect(sample.report() == "")
    let source = try #require(sample.parsed().value.sources.first)
    #expect([source.title, source.grade, source.note?[.english]] == ["T", "A", "Ours"])
    #expect(source.reading == .copy)
    #expect(source.place.path == "content/sources/lib.json")
  }

  @Test func anAdditionMayHide() {
    let sample = Self.sample(Self.item, "- {id: Smith_2020, draft: true}\n")
    #expect(sample.linked().value.sources.isEmpty)
  }

  @Test(arguments: [
    ("- {id: gone, grade: A}\n", "source.lone"),
    ("- {id: Smith_2020, type: book, title: T}\n", "source.duplicate"),
    ("- {id: Smith_2020, grade: A}\n- {id: Smith_2020, grade: B}\n", "source.duplicate"),
    ("- {id: Smith_2020, grade: A, title: T}\n", "yaml.missing-key"),
    ("- {id: Smith_2020, part-of: none}\n", "source.unknown"),
    ("- {id: Smith_2020}\n", "yaml.missing-key"),
  ])
  func anAdditionThatAddsToNothingIsTold(own: String, code: String) {
    #expect(Self.codes(Self.sample(Self.item, own)).contains(code))
  }

  @Test func doublesAreToldByDOIAndByTitleAndYear() {
    let sample = Self.sample(
      "[]",
      """
      - {id: a, type: book, title: "Force, and law", issued: 2020, DOI: 10.1/A, author: [{family: B}]}
      - {id: b, type: book, title: Another, issued: 2021, DOI: "https://doi.org/10.1/a", author: C}
      - {id: c, type: book, title: force and Law, issued: 2020-05, author: D}
      - {id: d, type: book, title: Force and law, issued: 2021, author: D}
      - {id: e, type: book, title: Other, author: D}
      - {id: f, type: book, title: Other two, issued: 2000}
      - {id: g, type: article-newspaper, title: Other three, container-title: Times}
      - {id: h, type: document, title: Other four}
      """)
    let remarks = sample.linked().value.bibliographyRemarks()
    #expect(
      remarks.filter { $0.code == "source.double" }.map(\.message) == [
        "'b' has the DOI of 'a'", "'c' has title and year of 'a'",
      ])
    #expect(
      remarks.filter { $0.code == "source.gap" }.map(\.message) == [
        "'e' has no date", "'f' has no author", "'g' has no date",
        "'h' has neither author nor date",
      ])
  }

  @Test func fiftyThousandWorksAreRead() throws {
    let items = (0..<50_000).map {
      "{\"id\": \"w\($0)\", \"type\": \"book\", \"title\": \"T\($0)\"}"
    }
    let sources = Self.sample("[" + items.joined(separator: ",\n") + "]").parsed().value.sources
    #expect(sources.count == 50_000)
  }
}

/// Names as the reader of CSL's data makes them.
private enum WorkReaderName {
  static func body(_ literal: String) -> WorkName {
    var name = WorkName(literal: literal)
    name.isStatic = true
    return name
  }
}
