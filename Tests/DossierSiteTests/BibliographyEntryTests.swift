import Testing

@testable import DossierSite

@Suite struct BibliographyEntryTests {
  let english = BibliographyFormat(LanguageRules(.english))
  let ukrainian = BibliographyFormat(LanguageRules(.ukrainian))

  private func text(_ source: Source, by format: BibliographyFormat, suffix: String = "") -> String
  {
    let plain = BibliographyPart.plainText(format.entry(source, suffix: suffix))
    return plain.split(separator: "\u{A0}", omittingEmptySubsequences: false)
      .joined(separator: " ")
  }

  static let book = Source.sample("book", "Peace", by: [.gowan, .smith, .li]) {
    $0.issued = PartialDate(year: 2018, month: 3)
    $0.publisher = "Press"
    $0.publisherPlace = "Oxford"
    $0.volume = "2"
  }
  static let edited = Source.sample("book", "Peace") {
    $0.editors = [.gowan, .smith]
    $0.issued = PartialDate(year: 2018)
  }
  static let chapter = Source.sample("chapter", "Why?", by: [.gowan]) {
    $0.containerTitle = "Peace"
    $0.editors = [.smith, .li]
    $0.page = "4-6"
    $0.issued = PartialDate(year: 2018)
    $0.publisher = "Press"
  }
  static let journal = Source.sample("article-journal", "On “peace” now", by: [.gowan]) {
    $0.containerTitle = "Survival"
    $0.volume = "12"
    $0.issue = "3"
    $0.page = "4-6"
    $0.issued = PartialDate(year: 2018, month: 6, day: 1)
    $0.doi = "10.1000/a<b>"
  }
  static let news = Source.sample("article-newspaper", "More troops") {
    $0.containerTitle = "Irish Times"
    $0.issued = PartialDate(year: 2004, month: 7, day: 26)
    $0.page = "5"
    $0.url = "https://example.org/a"
    $0.accessed = PartialDate(year: 2025, month: 6, day: 12)
    $0.archived = "https://archive.example/a"
  }
  static let report = Source.sample("report", "Options", by: [.nato]) {
    $0.genre = "policy brief"
    $0.number = "12"
    $0.issued = PartialDate(year: 2022, month: 8)
    $0.publisher = "SIPRI"
  }
  static let page = Source.sample("webpage", "KFOR") {
    $0.publisher = "NATO"
    $0.url = "https://example.org/kfor"
    $0.accessed = PartialDate(year: 2025, month: 6, day: 12)
  }
  static let treaty = Source.sample("treaty", "Minsk Protocol") {
    $0.issued = PartialDate(year: 2014, month: 9, day: 5)
  }
  static let thesis = Source.sample("thesis", "On lines", by: [.li]) {
    $0.genre = "PhD thesis"
    $0.publisher = "University of Oslo"
    $0.issued = PartialDate(year: 2020)
  }
  static let speech = Source.sample("speech", "Address", by: [.smith]) {
    $0.eventTitle = "Munich Conference"
    $0.issued = PartialDate(year: 2020, month: 2, day: 14)
  }
  static let law = Source.sample("legislation", "Resolution 1244") {
    $0.number = "S/RES/1244"
    $0.publisher = "UN Security Council"
    $0.issued = PartialDate(year: 1999, month: 6, day: 10)
  }

  @Test(arguments: [
    (book, "Gowan, Richard, Ann Smith, and Bo Li. 2018. Peace. Vol. 2. Oxford: Press."),
    (edited, "Gowan, Richard, and Ann Smith, eds. 2018. Peace."),
    (chapter, "Gowan, Richard. 2018. “Why?” In Peace, ed. Ann Smith and Bo Li, pp. 4–6. Press."),
    (
      journal,
      "Gowan, Richard. 2018. “On ‘peace’ now.” Survival 12 (3): 4–6. https://doi.org/10.1000/a<b>."
    ),
    (
      news,
      "Irish Times. 2004. “More troops.” Irish Times, 26 July 2004, p. 5. https://example.org/a, "
        + "accessed 12 June 2025, archived (https://archive.example/a)."
    ),
    (report, "NATO and Partners. 2022. Options. Policy brief 12. SIPRI. August 2022."),
    (page, "NATO. n.d. “KFOR.” https://example.org/kfor, accessed 12 June 2025."),
    (treaty, "Minsk Protocol. 2014. 5 September 2014."),
    (thesis, "Li, Bo. 2020. “On lines.” PhD thesis. University of Oslo."),
    (speech, "Smith, Ann. 2020. “Address.” Munich Conference. 14 February 2020."),
    (law, "UN Security Council. 1999. Resolution 1244. S/RES/1244. 10 June 1999."),
  ])
  func englishEntries(source: Source, expected: String) {
    #expect(text(source, by: english) == expected)
  }

  @Test(arguments: [
    (book, "Gowan Richard, Smith Ann, Li Bo. 2018. Peace. Т. 2. Oxford: Press."),
    (edited, "Gowan Richard, Smith Ann, ред. 2018. Peace."),
    (chapter, "Gowan Richard. 2018. «Why?». У Peace, ред. Smith Ann, Li Bo, с. 4–6. Press."),
    (
      journal,
      "Gowan Richard. 2018. «On “peace” now». Survival 12 (3): 4–6. https://doi.org/10.1000/a<b>."
    ),
    (
      news,
      "Irish Times. 2004. «More troops». Irish Times, 26 липня 2004 р., с. 5. "
        + "https://example.org/a, дата звернення: 12 червня 2025 р., "
        + "архівна копія (https://archive.example/a)."
    ),
    (report, "NATO and Partners. 2022. Options. Policy brief 12. SIPRI. Серпень 2022 р."),
    (page, "NATO. б. д. «KFOR». https://example.org/kfor, дата звернення: 12 червня 2025 р."),
    (treaty, "Minsk Protocol. 2014. 5 вересня 2014 р."),
  ])
  func ukrainianEntries(source: Source, expected: String) {
    #expect(text(source, by: ukrainian) == expected)
  }

  @Test func aBriefEntryIsLinkedByItsTitleAndNamesNothingTwice() {
    #expect(
      english.entry(Self.news, isBrief: true) == [
        .text("Irish Times. 2004. "),
        .work(title: "“More troops.”", address: "https://example.org/a"),
        .text(" 26 July 2004, p. 5. "),
        .link(text: "Archived", address: "https://archive.example/a"), .text("."),
      ])
    #expect(
      english.entry(Self.page, isBrief: true) == [
        .text("NATO. n.d. "), .work(title: "“KFOR.”", address: "https://example.org/kfor"),
      ])
  }

  @Test func titlesAndLinksArePartsOfTheirOwn() {
    #expect(
      english.entry(Self.journal, suffix: "a") == [
        .text("Gowan, Richard. 2018a. "), .quoted("“On ‘peace’ now.”"), .text(" "),
        .title("Survival"),
        .text(" 12 (3): 4–6. "),
        .link(text: "https://doi.org/10.1000/a<b>", address: "https://doi.org/10.1000/a%3Cb%3E"),
        .text("."),
      ])
  }

  @Test(arguments: [
    "10.1000/182", "doi:10.1000/182", "DOI: 10.1000/182", "https://doi.org/10.1000/182",
    "http://dx.doi.org/10.1000/182",
  ])
  func identifiersLoseTheirResolver(doi: String) {
    #expect(DOI(doi).text == "https://doi.org/10.1000/182")
  }

  @Test func ofManyAuthorsSevenAreNamed() {
    func work(_ count: Int) -> Source {
      .sample("book", "T", by: (1...count).map { Source.Name(family: "N\($0)", given: "A") })
    }
    let eleven = text(work(11), by: english)
    #expect(eleven == "N1, A, A N2, A N3, A N4, A N5, A N6, A N7, et al. n.d. T.")
    #expect(text(work(10), by: english).contains("A N9, and A N10."))
  }

  @Test(arguments: [
    "article", "article-magazine", "article-newspaper", "post-weblog", "broadcast", "interview",
    "personal_communication", "webpage", "entry-encyclopedia", "paper-conference", "map",
    "document", "dataset", "legal_case", "a type of the future",
  ])
  func everyTypeHasItsEntryOnceEach(type: String) {
    let source = Source.sample(type, "Title", by: [.gowan]) {
      $0.containerTitle = "Container"
      $0.publisher = "Press"
      $0.issued = PartialDate(year: 2018)
      $0.page = "3"
    }
    let entry = text(source, by: english)
    for word in ["Gowan, Richard", "2018", "Title", "Container", "Press", "p. 3"] {
      #expect(entry.split(separator: word, omittingEmptySubsequences: false).count == 2)
    }
    #expect(!entry.contains("..") && !entry.contains("  ") && entry.hasSuffix("."))
    let inItalics = english.entry(source).contains(.title("Title"))
    #expect(
      inItalics
        == ["map", "document", "dataset", "legal_case", "a type of the future"].contains(type))
  }

  @Test func aPublisherOfItsOwnNameIsNamedOnce() {
    let source = Source.sample("article-magazine", "T", by: [.li]) {
      $0.containerTitle = "Time"
      $0.publisher = "Time"
    }
    #expect(text(source, by: english) == "Li, Bo. n.d. “T.” Time.")
  }

  @Test func nothingButATitleIsAnEntryToo() {
    #expect(text(.sample("webpage", "Who?"), by: english) == "“Who?” n.d.")
    #expect(text(.sample("report", ""), by: english) == "n.d.")
  }
}
