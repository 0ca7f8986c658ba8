import Testing

@testable import DossierSite

@Suite struct BibliographyCitationTests {
  let english = BibliographyFormat(LanguageRules(.english))
  let ukrainian = BibliographyFormat(LanguageRules(.ukrainian))

  private func book(_ names: [Source.Name], year: Int? = 2018, title: String = "Peace") -> Source {
    .sample("book", title, by: names) { $0.issued = year.map { PartialDate(year: $0) } }
  }

  @Test func aCitationNamesAuthorYearAndPage() {
    #expect(english.inText(book([.gowan]), locator: "pp. 4-6") == "Gowan 2018, 4–6")
    #expect(english.inText(book([.gowan])) == "Gowan 2018")
    #expect(english.inText(book([.gowan]), yearOnly: true, locator: "3") == "2018, 3")
    #expect(english.inText(book([.gowan]), suffix: "a") == "Gowan 2018a")
  }

  @Test func severalAuthorsAreJoinedOrCut() {
    #expect(english.inText(book([.gowan, .smith])) == "Gowan and Smith 2018")
    #expect(english.inText(book([.gowan, .smith, .li])) == "Gowan et al. 2018")
    #expect(english.inText(book([.nato])) == "NATO and Partners 2018")
    #expect(ukrainian.inText(book([.gowan, .smith])) == "Gowan і Smith 2018")
    #expect(ukrainian.inText(book([.gowan, .smith, .li])) == "Gowan та ін. 2018")
  }

  @Test func aWorkWithoutADateSaysSo() {
    #expect(english.inText(book([.gowan], year: nil)) == "Gowan n.d.")
    #expect(english.inText(book([.gowan], year: nil), suffix: "b") == "Gowan n.d.-b")
    #expect(ukrainian.inText(book([.gowan], year: nil)) == "Gowan б. д.")
  }

  @Test func anUnsignedWorkIsKnownByWhoeverStandsBehindIt() {
    let report = Source.sample("report", "T") {
      $0.publisher = "SIPRI"
      $0.containerTitle = "Yearbook"
    }
    #expect(english.inText(report) == "SIPRI n.d.")
    let news = Source.sample("article-newspaper", "T") {
      $0.publisher = "Irish Times Group"
      $0.containerTitle = "Irish Times"
    }
    #expect(english.inText(news) == "Irish Times n.d.")
    let edited = Source.sample("book", "T") {
      $0.editors = [.smith, .li]
      $0.publisher = "Press"
    }
    #expect(english.inText(edited) == "Smith and Li n.d.")
    let post = Source.sample("post-weblog", "T") { $0.publisher = "IPI" }
    #expect(english.inText(post) == "IPI n.d.")
  }

  @Test func aNamelessWorkIsKnownByItsShortTitle() {
    #expect(english.inText(.sample("webpage", "KFOR: a history")) == "“KFOR” n.d.")
    #expect(ukrainian.inText(.sample("webpage", "Місія")) == "«Місія» б. д.")
    let long = "A very long title that goes on and on without a colon"
    #expect(
      english.inText(.sample("webpage", long)) == "“A very long title that goes on and on…” n.d.")
  }

  @Test(arguments: [
    ("pp. 4-6", "4–6"), ("p. 3", "3"), ("p.3", "3"), ("P. 3", "3"), ("pp. 4–6", "4–6"),
    ("pages 7-9", "7–9"), ("с. 4-6", "4–6"), ("стор. 12", "12"), ("pp. xii-xv", "xii–xv"),
    ("pp. 4-6, 9-11", "4–6, 9–11"), ("p. A-3", "A-3"), ("4-6", "4–6"), ("ch. 3", "ch. 3"),
    ("para. 5", "para. 5"), ("art. 17-2", "art. 17-2"), ("", ""), ("  p. 3 ", "3"), ("p.", ""),
    ("part 2", "part 2"), ("-", "-"), ("4-", "4-"),
  ])
  func pagesLoseTheirLabel(locator: String, expected: String) {
    #expect(BibliographyFormat.locatorText(locator) == expected)
  }

  @Test func worksThatReadAlikeGetLettersInTheOrderOfTitles() {
    func work(_ id: String, _ title: String, _ year: Int?, _ name: Source.Name) -> Source {
      .sample("report", title, id: id, by: [name]) {
        $0.issued = year.map { PartialDate(year: $0) }
      }
    }
    let sources = [
      work("g1", "Zeal", 2018, .gowan), work("g2", "apple", 2018, .gowan),
      work("g3", "Apple", 2018, .gowan), work("g4", "Other", 2019, .gowan),
      work("s1", "Lone", 2018, .smith), work("u1", "B", nil, .li), work("u2", "A", nil, .li),
    ]
    let expected = ["g2": "a", "g3": "b", "g1": "c", "u2": "a", "u1": "b"]
    #expect(english.suffixes(for: sources) == expected)
    #expect(english.suffixes(for: sources.reversed()) == expected)
  }

  @Test func lettersGoOnAfterZ() {
    let sources = (0..<30).map { number in
      Source.sample("report", "Part \(number)", id: "p\(number)", by: [.gowan])
    }
    let suffixes = english.suffixes(for: sources)
    #expect(suffixes["p25"] == "z")
    #expect(suffixes["p26"] == "aa")
    #expect(suffixes["p29"] == "ad")
  }

  @Test func entriesSortByAuthorYearAndTitle() {
    let sources = [
      Source.sample("book", "B", id: "1", by: [.gowan]) { $0.issued = PartialDate(year: 2017) },
      .sample("book", "A", id: "2", by: [.gowan]) { $0.issued = PartialDate(year: 2018) },
      .sample("book", "B", id: "3", by: [.gowan]) { $0.issued = PartialDate(year: 2018) },
      .sample("book", "A", id: "4", by: [.gowan]),
      .sample("book", "A", id: "5", by: [.gowan, .smith]) { $0.issued = PartialDate(year: 2000) },
      .sample("webpage", "“Hague, The”", id: "6"),
      .sample("report", "A", id: "7") { $0.publisher = "SIPRI" },
    ]
    let sorted = sources.reversed().sorted {
      english.sortKey($0).lexicographicallyPrecedes(english.sortKey($1))
    }
    #expect(sorted.map(\.id) == ["1", "2", "3", "4", "5", "6", "7"])
  }
}
