import DossierCitation
import DossierSource
import Testing

@testable import DossierSite

/// BibTeX and BibLaTeX as libraries and people write them.
@Suite struct BibTeXTests {
  private static func sample(_ text: String) -> SiteSample {
    SiteSample(only: [
      "content/site.yml": "title: T\nformat: 1\n", "content/sources/a.bib": text,
    ])
  }

  private static func works(_ text: String) -> [Work] {
    let sample = sample(text)
    #expect(sample.report() == "")
    return sample.parsed().value.sources.map(\.work)
  }

  private static func work(_ text: String) throws -> Work {
    let works = works(text)
    #expect(works.count == 1)
    return try #require(works.first)
  }

  @Test func anEntryIsReadWithAllThatItSays() throws {
    let work = try Self.work(
      #"""
      Words before, me@example.org.
      @string{surv = "Survival"}
      @Article(gowanCanUN:2018,
        Author = {Gowan, Richard and van der Velde, Ann and {NATO and Partners} and Doe, Jr., John},
        title = "Can the {UN} unite Ukraine?" , subtitle = {A {\emph{long}} question},
        journal = surv # { Quarterly}, year = 2018, month = feb # "", volume = 60, number = {2},
        pages = {1--20}, doi = {10.1000/a\_b}, url = {https://x.org/a_b?c=\%20}, langid = {british},
        keywords = {a, b}, file = {:a.pdf:PDF}, abstract = {50\,\% of \ss{} and \'e\"{o}\v{c}{\aa}.},
      )
      """#)
    #expect(work.id == "gowanCanUN:2018")
    #expect(work.type == "article-journal")
    #expect(
      work.texts["title"]
        == "Can the <span class=\"nocase\">UN</span> unite Ukraine?: A <i>long</i> question")
    #expect(work.plainTitle == "Can the UN unite Ukraine?: A long question")
    let texts = ["container-title", "volume", "issue", "page", "DOI", "URL", "language", "keyword"]
    #expect(
      texts.map { work.texts[$0] ?? "" } == [
        "Survival Quarterly", "60", "2", "1-20", "10.1000/a_b", "https://x.org/a_b?c=%20", "en-GB",
        "a, b",
      ])
    #expect(work.texts["abstract"] == "50\u{2009}% of ß and éöčå.")
    #expect(work.dates["issued"]?.start == WorkDate.Point(year: 2018, month: 2))
    let names = work.names["author"] ?? []
    #expect(names.map(\.family) == ["Gowan", "Velde", "", "Doe"])
    #expect(names.map(\.nonDroppingParticle) == ["", "van der", "", ""])
    #expect(names.map(\.literal) == [nil, nil, "NATO and Partners", nil])
    #expect(names.last?.suffix == "Jr.")
  }

  @Test(arguments: [
    ("Ann Smith", "Ann", "", "Smith", ""),
    ("Ludwig van Beethoven", "Ludwig", "van", "Beethoven", ""),
    ("Smith", "", "", "Smith", ""), ("de la Cruz, Ana María", "Ana María", "de la", "Cruz", ""),
    (
      "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin", "Charles Louis Xavier Joseph",
      "de la", "Vallée Poussin", ""
    ),
    ("King, III, Martin Luther", "Martin Luther", "", "King", "III"),
    ("family=Velde, given=Ann, prefix=van der", "Ann", "van der", "Velde", ""),
    ("{Von Neumann}, John", "John", "", "Von Neumann", ""),
    ("{\\'E}mile Zola", "Émile", "", "Zola", ""),
    ("Петро Олещук", "Петро", "", "Олещук", ""),
  ])
  func aNameIsTakenApart(
    text: String, given: String, particle: String, family: String, suffix: String
  )
    throws
  {
    let work = try Self.work("@book{a, title = {T}, author = {\(text)}}")
    let name = try #require(work.names["author"]?.first)
    #expect(
      [name.given, name.nonDroppingParticle, name.family, name.suffix] == [
        given, particle, family, suffix,
      ])
  }

  @Test(arguments: [
    (#"{\"U}ber {\o}re"#, "Über øre"),
    (#"\'{\i}\`a\^{e}\~n\c{c}\k{a}\r{a}\H{o}\.{z}\=u"#, "íàêñçąåőżū"),
    ("``Quoted'' and 'single'", "“Quoted” and ’single’"), ("A -- B --- C-D", "A – B — C-D"),
    (##"R\&D 50\% \$5 \#1 a\_b \{x\}"##, "R&D 50% $5 #1 a_b {x}"), ("a~b", "a\u{A0}b"),
    (
      #"\textbf{B} \textsuperscript{2} $x^2$ H$_{2}$O"#,
      "<b>B</b> <sup>2</sup> x<sup>2</sup> H<sub>2</sub>O"
    ),
    (#"{\em E} {\it I} \enquote{q}"#, "<i>E</i> <i>I</i> “q”"),
    (#"\L{}\'{o}d\'z \AE{}on"#, "Łódź Æon"),
    ("a\n   b", "a b"), (#"\href{https://x.org}{name}"#, "name"), (#"a\\b"#, "a b"),
    ("Київ {", "Київ"),
    (#"\v{S}\u{g}\d{a}"#, "Šğạ"), ("}}}", ""), ("\\", ""), (#"\'"#, "\u{301}"), ("$", ""),
  ])
  func laTeXIsText(tex: String, text: String) {
    #expect(TeXText.read(tex).text == text)
  }

  @Test func aCommandThatIsNotKnownIsToldOnce() {
    let sample = Self.sample(
      "@book{a, title = {A \\foo{b} \\foo c}, note = {\\bar{}}}\n@book{b, title={\\foo}, strange={1}}"
    )
    let found = sample.parsed()
    #expect(found.diagnostics.map(\.code) == ["bibtex.command", "bibtex.command", "source.key"])
    #expect(found.value.sources.first?.title == "A b c")
  }

  @Test(arguments: [
    ("date = {2018-02-16}", "2018-02-16"), ("date = {2018-02/2018-04}", "2018-02"),
    ("date = {2018~}", "2018"), ("date = {2018-21}", "2018"),
    ("year = 2018, month = 2, day = 16", "2018-02-16"),
    ("year = 2018, month = {June}", "2018-06"), ("year = {forthcoming}", nil),
    ("year = {1999}, month = {3~}", "1999-03"),
    ("date = {2018-13-40}", "2018"), ("year = {2018/2019}", "2018"),
  ])
  func datesAreRead(fields: String, issued: String?) {
    let sample = Self.sample("@book{a, title = {T}, \(fields)}")
    #expect(sample.parsed().value.sources.first?.issued?.description == issued)
  }

  @Test func partsInheritFromTheWhole() throws {
    let works = Self.works(
      """
      @incollection{part, title = {Part}, author = {A, B}, crossref = {Whole}, pages = 3}
      @collection{whole, title = {Whole}, subtitle = {Sub}, editor = {C, D}, publisher = {P}, date = {2001}, xdata = {city}}
      @xdata{city, location = {Kyiv}}
      @book{ring, title = {Ring}, crossref = {ring2}}
      @book{ring2, title = {Ring 2}, crossref = {ring}, xdata = {ring2, none}}
      """)
    #expect(works.map(\.id) == ["part", "ring", "ring2", "whole"])
    let part = try #require(works.first)
    #expect(part.texts["title"] == "Part")
    #expect(part.texts["container-title"] == "Whole: Sub")
    #expect([part.texts["publisher"], part.texts["publisher-place"]] == ["P", "Kyiv"])
    #expect(part.names["editor"]?.first?.family == "C")
    #expect(part.dates["issued"]?.start?.year == 2001)
  }

  @Test(
    "what counts for nothing is told, and the entries around it are read",
    arguments: [
      (
        "article{b, title = {B}}",
        "this looks like an entry without its '@', and is read as a comment"
      ),
      (
        "  book{b,\n  title = {B}\n}",
        "this looks like an entry without its '@', and is read as a comment"
      ),
      (
        "@article b, title = {B}",
        "'@article' begins no entry, and what follows is read as a comment"
      ),
      ("@book{b, title = {B}, Title = {C}}", "the field 'title' stands twice; the first counts"),
      (
        "@book{b, title = {B}, series = jpr # { 2}}",
        "nothing says what 'jpr' abbreviates; it is shown as it is"
      ),
    ])
  func ignored(text: String, message: String) {
    let outcome = Self.sample("@book{a, title = {A}}\n\(text)\n@book{z, title = {Z}}").parsed()
    #expect(outcome.diagnostics.map(\.code) == ["bibtex.ignored"])
    #expect(outcome.diagnostics.map(\.message) == [message])
    #expect(Set(outcome.value.sources.map(\.id)).isSuperset(of: ["a", "z"]))
  }

  @Test(
    "a comment is one",
    arguments: [
      "Words, and me@example.org.", "Mail: @example", "See {a, b}.", "f{x}", "x = {y,",
      "% book {b, }",
      "@comment{book{b, title = {B}}}", "@book{b, title = 12 # jan # {x}}",
    ])
  func comment(text: String) {
    let outcome = Self.sample("@book{a, title = {A}}\n\(text)\n").parsed()
    #expect(outcome.diagnostics.map(\.message) == [])
  }

  @Test func anEntryThatIsNotClosedCostsNoOther() {
    let good = (0..<1_000).map { "@book{w\($0),\n  title = {T},\n  year = 2000\n}\n" }
    let open = "@book{open,\n  title = {T,\n  year = 2000\n}\n"
    let sample = Self.sample(good.joined() + open + "@book{last, title = {L}, year = 2000}\n")
    let found = sample.parsed()
    #expect(found.diagnostics.map(\.code) == ["bibtex.syntax"])
    #expect(found.diagnostics.first?.place.span.line == 4_001)
    #expect(found.value.sources.count == 1_001)
  }

  @Test(arguments: [
    "@", "@book", "@book{", "@book{a", "@book{a,", "@book{a, title", "@book{a, title =",
    "@book{a, title = {",
    "@book{a, title = \"x", "@book{a, title = {x} # }", "@string{a}", "@comment{ {x}",
    "@book{a, = 1}",
  ])
  func nothingStopsTheReader(text: String) {
    _ = Self.sample(text).parsed()
  }

  @Test func nothingLongStopsTheReader() {
    for text in [
      String(repeating: "@book{", count: 5_000), String(repeating: "{", count: 100_000),
      "@book{a, title = {" + String(repeating: "{", count: 50_000) + "}}",
      String(repeating: "\n@book{a, title = {x", count: 2_000),
    ] {
      _ = Self.sample(text).parsed()
    }
  }

  @Test func abbreviationsDoNotGrowWithoutEnd() throws {
    let strings = (1..<60).map { "@string{s\($0) = s\($0 - 1) # s\($0 - 1) # s\($0 - 1)}\n" }
    let found = Self.sample(
      "@string{s0 = \"ha\"}\n\(strings.joined())@book{a, title = {A}, year = 2000}\n"
    ).parsed()
    #expect(Set(found.diagnostics.map(\.code)) == ["bibtex.syntax"])
    let first = try #require(found.diagnostics.first)
    #expect(first.message.hasPrefix("abbreviations come to more than 20000000 letters"))
    #expect(first.help == "write them out" && first.place.span.line < 20)
    #expect(found.value.sources.map(\.work.id) == ["a"])
  }

  @Test func aNameOfTenThousandLetters() throws {
    let name = String(repeating: "a", count: 10_000)
    let work = try Self.work("@book{a, title = {T}, author = {\(name) \(name)}}")
    #expect(work.names["author"]?.first?.family == name || work.names["author"]?.first?.given == "")
  }

  @Test func otherIDsAreAliases() {
    let sources = Self.sample("@book{a, title = {T}, ids = {b, c}}").parsed().value.sources
    #expect(sources.first?.aliases.map(\.id) == ["b", "c"])
  }
}
