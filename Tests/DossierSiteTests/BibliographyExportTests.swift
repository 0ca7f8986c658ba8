import DossierCitation
import DossierSource
import Foundation
import Testing

@testable import DossierSite

@Suite struct BibliographyExportTests {

  static let article = Source.sample(
    "article-journal", "Peace & \"war\" {100%}", id: "gowan-2018", by: [.gowan, .nato]
  ) {
    $0.containerTitle = "Survival"
    $0.volume = "12"
    $0.issue = "3"
    $0.page = "4-6"
    $0.issued = PartialDate(year: 2018, month: 6, day: 1)
    $0.accessed = PartialDate(year: 2025, month: 6)
    $0.doi = "https://doi.org/10.1000/a_b"
    $0.url = "https://example.org/a_b?c={d}#e"
    $0.archived = "https://archive.example/a"
    $0.language = "en"
  }

  @Test func bibTeXIsEscaped() {
    #expect(
      BibTeX.entry(of: Self.article) == #"""
        @article{gowan-2018,
          author = {Gowan, Richard and {NATO and Partners}},
          title = {{Peace \& "war" \textbraceleft{}100\%\textbraceright{}}},
          journal = {Survival},
          volume = {12},
          number = {3},
          date = {2018-06-01},
          year = {2018},
          month = jun,
          urldate = {2025-06},
          pages = {4--6},
          doi = {10.1000/a_b},
          url = {https://example.org/a_b?c=%7Bd%7D#e},
          langid = {english},
        }

        """#)
  }

  @Test func whatTeXWouldTakeForACommandIsText() {
    let source = Source.sample("book", "a\\b~c^d$e#f_g}\nh", id: "ä, {x}")
    let text = BibTeX.entry(of: source)
    #expect(text.hasPrefix("@book{äx,\n"))
    let title =
      ##"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d\$e\#f\_g\textbraceright{} h"##
    #expect(text.contains("title = {{\(title)}},"))
    #expect(BibTeX.entry(of: .sample("book", "T", id: "й")).hasPrefix("@book{й,"))
    #expect(BibTeX.entry(of: .sample("book", "T", id: "(}")).hasPrefix("@book{source,"))
  }

  @Test(arguments: [
    ("book", "@book", "BOOK"), ("chapter", "@incollection", "CHAP"),
    ("report", "@techreport", "RPRT"),
    ("thesis", "@phdthesis", "THES"), ("webpage", "@misc", "ELEC"), ("treaty", "@misc", "STAT"),
    ("paper-conference", "@inproceedings", "CPAPER"), ("article-newspaper", "@article", "NEWS"),
    ("dataset", "@misc", "DATA"), ("a type of the future", "@misc", "GEN"),
  ])
  func everyTypeHasItsNameInEachFormat(type: String, bibTeX: String, ris: String) {
    let source = Source.sample(type, "T")
    #expect(BibTeX.entry(of: source) == "\(bibTeX){x,\n  title = {{T}},\n}\n")
    #expect(RIS.record(of: source) == "TY  - \(ris)\nTI  - T\nID  - x\nER  - \n")
  }

  @Test func risHasALineForEachField() {
    #expect(
      RIS.record(of: Self.article) == """
        TY  - JOUR
        AU  - Gowan, Richard
        AU  - NATO and Partners
        TI  - Peace & "war" {100%}
        T2  - Survival
        PY  - 2018
        DA  - 2018/06/01/
        VL  - 12
        IS  - 3
        SP  - 4
        EP  - 6
        DO  - 10.1000/a_b
        UR  - https://example.org/a_b?c=%7Bd%7D#e
        Y2  - 2025/06//
        LA  - en
        ID  - gowan-2018
        ER  - \("")

        """)
  }

  @Test func noFieldOfRisBecomesTwoLines() {
    let source = Source.sample("book", "a\nER  - \r\n\u{2028}b\u{85}\u{B}c")
    #expect(RIS.record(of: source) == "TY  - BOOK\nTI  - a ER - b c\nID  - x\nER  - \n")
  }

  @Test func cslJSONHasTheKeysOfCSL() {
    #expect(
      CSLJSON.item(of: Self.article) == #"{"id":"gowan-2018","type":"article-journal","#
        + #""title":"Peace & \"war\" {100%}","#
        + #""author":[{"family":"Gowan","given":"Richard"},{"literal":"NATO and Partners"}],"#
        + #""accessed":{"date-parts":[[2025,6]]},"issued":{"date-parts":[[2018,6,1]]},"#
        + #""DOI":"10.1000/a_b","URL":"https://example.org/a_b?c={d}#e","#
        + #""container-title":"Survival","issue":"3","language":"en","page":"4-6","volume":"12","#
        + #""custom":{"archived":"https://archive.example/a"}}"#)
  }

  /// Works as CSL-JSON has them, with what bodies, particles and dates may be.
  private static let library = """
    [{"id": "a", "type": "article-journal", "title": "The <i>UN</i> & peace: 50 %", "author": [{"family": "Velde",
     "given": "Ann", "non-dropping-particle": "van der", "suffix": "Jr."}, {"literal": "Smith, Jones and Partners"}],
     "container-title": "Survival", "volume": "60", "issue": "2", "page": "1-20", "DOI": "10.1000/a_b",
     "issued": {"date-parts": [[2018, 2], [2018, 4]]}, "language": "en-GB", "abstract": "A {brace} and a \\\\ sign"},
     {"id": "b", "type": "chapter", "title": "Law", "container-title": "A Book", "publisher": "P and Q, Ltd",
     "publisher-place": "Kyiv", "editor": [{"family": "Li", "given": "Bo"}], "edition": "2", "ISBN": "978-0",
     "issued": {"date-parts": [[2001]], "circa": true}, "collection-title": "Series", "collection-number": "7"},
     {"id": "c", "type": "report", "title": "Report", "genre": "Resolution", "number": "S/RES/1244 (1999)",
     "publisher": "United Nations", "author": [{"literal": "UN"}], "issued": {"date-parts": [[1999, 6, 10]]},
     "accessed": {"date-parts": [[2026, 11, 22]]}, "URL": "https://un.org/a_b?c=1&d=%20", "note": "A note"},
     {"id": "d", "type": "thesis", "title": "Thesis", "genre": "PhD thesis", "publisher": "MIT",
     "author": [{"family": "and Sons", "given": "X"}], "issued": {"literal": "forthcoming"}},
     {"id": "e", "type": "book", "title": "Книга про «мир»", "author": [{"family": "Олещук", "given": "Петро"}],
     "language": "uk", "issued": {"date-parts": [[2020]]}, "keyword": "a, b", "number-of-pages": "300"},
     {"id": "f", "type": "webpage", "title": "Page", "publisher": "Body", "URL": "https://x.org/~a",
     "issued": {"date-parts": [[2020, 5]]}},
     {"id": "g", "type": "article-newspaper", "title": "News", "container-title": "Times",
     "translator": [{"family": "Roe", "given": "J."}], "issued": {"date-parts": [[2020, 5, 6]]}}]
    """

  private static func works(_ text: String, _ name: String) -> [Source] {
    let sample = SiteSample(only: [
      "content/site.yml": "title: T\nformat: 1\n", "content/sources/\(name)": text,
    ])
    #expect(sample.report() == "")
    return sample.parsed().value.sources
  }

  @Test func cslJSONIsReadBackWhole() {
    let sources = Self.works(Self.library, "a.json")
    #expect(sources.count == 7)
    let back = Self.works(CSLJSON.document(of: sources), "b.json")
    #expect(back.map(\.work) == sources.map(\.work))
  }

  @Test(arguments: [BibTeX.Dialect.bibTeX, .bibLaTeX])
  func bibTeXIsReadBack(dialect: BibTeX.Dialect) throws {
    let sources = Self.works(Self.library, "a.json")
    let back = Self.works(BibTeX.document(of: sources, dialect), "b.bib")
    #expect(back.map(\.id) == sources.map(\.id))
    for (source, read) in zip(sources, back) {
      let (work, found) = (source.work, read.work)
      for (key, names) in work.names { #expect(found.names[key] == names, "\(source.id) \(key)") }
      for (key, text) in work.texts where key != "title" && key != "number" {
        let isInNote = found.texts["note"]?.contains(text) ?? false
        #expect(found.texts[key] == text || isInNote, "\(source.id) \(key)")
      }
      #expect(read.title == source.title)
      #expect(found.dates["issued"] == work.dates["issued"], "\(source.id)")
    }
  }

  /// What libraries hold and few formats have a place for.
  private static let odd = """
    [{"id": "müller", "type": "book", "title": "a </i>b<i> c -- d ''e'' `f`", "author": [{"family": "Gaulle",
     "given": "", "non-dropping-particle": "de"}, {"family": "Doe", "given": "Ann and Bob, Jr"},
     {"family": "Rock AND Roll", "given": "X"}, {"literal": "others"}, {"literal": "Bread and Butter, Inc. {x}"}],
     "issued": {"date-parts": [[2020, 11], [2021, 2]]}, "language": "pt-BR", "collection-title": "On <i>X</i>"},
     {"id": "m(uller", "type": "book", "title": "{ <b>x", "issued": {"date-parts": [[2020]], "season": 1}},
     {"id": "muller", "type": "book", "title": "<sc>Abc</sc> <i>a <b>b</i> c</b>", "issued": {"date-parts": [[-44]]}},
     {"id": "conf", "type": "paper-conference", "title": "T", "container-title": "C", "event-title": "E",
     "event-date": {"date-parts": [[2020, 5, 1], [2020, 5, 3]]}, "URL": "https://x.org/a_b%20c#d{e}~f",
     "issued": {"date-parts": [[2020, 1, 2]]}}]
    """

  @Test(arguments: [BibTeX.Dialect.bibTeX, .bibLaTeX])
  func oddWorksAreReadBack(dialect: BibTeX.Dialect) throws {
    let sources = Self.works(Self.odd, "a.json")
    let document = BibTeX.document(of: sources, dialect)
    let open = document.utf8.count { $0 == UInt8(ascii: "{") }
    #expect(open == document.utf8.count { $0 == UInt8(ascii: "}") })
    let back = Self.works(document, "b.bib")
    #expect(back.map(\.id) == ["conf", "muller", "muller-2", "müller"])
    for (source, read) in zip(sources, back) {
      let (work, found) = (source.work, read.work)
      #expect(found.names["author"] == work.names["author"], "\(source.id)")
      #expect(found.dates["issued"] == work.dates["issued"], "\(source.id)")
      #expect(found.texts["collection-title"] == work.texts["collection-title"])
      #expect(found.texts["language"] == work.texts["language"])
      #expect(read.title.replacing("’", with: "'") == source.title)
    }
    #expect(document.contains("url = {https://x.org/a_b%20c#d%7Be%7D~f},"))
    #expect(document.contains("eventdate = {2020-05-01/2020-05-03}") == (dialect == .bibLaTeX))
  }

  @Test(arguments: [
    ("a <i>b</i>", "a b"), ("a < b > c", "a < b > c"), ("<i>a", "<i>a"), ("</i>a<i>", "</i>a<i>"),
    ("<i>a <b>b</i> c</b>", "a <b>b c</b>"), ("<sc>a</sc>", "a"), ("<>", "<>"), ("<", "<"),
    ("<span style=\"font-variant: small-caps;\">a</span>", "a"), ("<em>a</em>", "<em>a</em>"),
    ("<span class=\"nocase\">a <sup>b</sup></span>", "a b"), ("", ""),
  ])
  func aTitleWithoutMarks(title: String, plain: String) {
    var work = Work(id: "x", type: "book")
    work.texts["title"] = title
    #expect(work.plainTitle == plain)
  }

  @Test func coinsAreReadBack() throws {
    let sources = Self.works(Self.library, "a.json")
    let pairs = sources.map { source in
      COinS.context(of: source).split(separator: "&").map { pair in
        pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          .map { String($0).removingPercentEncoding ?? "" }
      }
    }
    func values(_ number: Int, _ key: String) -> [String] {
      pairs[number].filter { $0[0] == key }.map { $0[1] }
    }
    #expect(values(0, "rft.atitle") == ["The UN & peace: 50 %"])
    #expect(values(0, "rft.jtitle") == ["Survival"])
    #expect(values(0, "rft.au") == ["van der Velde, Ann", "Smith, Jones and Partners"])
    #expect(values(0, "rft_id") == ["info:doi/10.1000/a_b"])
    #expect(values(0, "rft.date") == ["2018-02"])
    #expect(values(1, "rft.btitle") == ["A Book"])
    #expect(values(2, "rft_id") == ["https://un.org/a_b?c=1&d=%20"])
    #expect(values(2, "rft.pub") == ["United Nations"])
    #expect(values(4, "rft.btitle") == ["Книга про «мир»"])
    #expect(values(5, "rft.title") == ["Page"])
    #expect(values(5, "rft_val_fmt") == ["info:ofi/fmt:kev:mtx:dc"])
  }

  @Test func severalItemsAreAnArray() {
    let sources = [Source.sample("book", "A", id: "a"), .sample("book", "B", id: "b")]
    #expect(CSLJSON.document(of: []) == "[\n]\n")
    #expect(
      CSLJSON.document(of: sources) == """
        [
          {"id":"a","type":"book","title":"A"},
          {"id":"b","type":"book","title":"B"}
        ]

        """)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\t\0\u{1F}", #""\n\u0009\u0000\u001f""#),
    ("</script>", #""\u003c/script>""#), ("Київ 😀", #""Київ 😀""#),
  ])
  func jsonStringsAreEscaped(text: String, expected: String) {
    #expect(JSONText.string(text) == expected)
  }
}
