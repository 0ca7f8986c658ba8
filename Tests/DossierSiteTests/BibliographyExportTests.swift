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
          date = {2018-06-01},
          year = {2018},
          month = jun,
          volume = {12},
          number = {3},
          pages = {4--6},
          doi = {10.1000/a_b},
          url = {https://example.org/a_b?c=%7Bd%7D#e},
          urldate = {2025-06},
          langid = {en},
        }

        """#)
  }

  @Test func whatTeXWouldTakeForACommandIsText() {
    let source = Source.sample("book", "a\\b~c^d$e#f_g}\nh", id: "ä, {x}")
    let text = BibTeX.entry(of: source)
    #expect(text.hasPrefix("@book{x,\n"))
    let title =
      ##"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d\$e\#f\_g\textbraceright{} h"##
    #expect(text.contains("title = {{\(title)}},"))
    #expect(BibTeX.entry(of: .sample("book", "T", id: "й")).hasPrefix("@book{source,"))
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
    #expect(RIS.record(of: source) == "TY  - \(ris)\nTI  - T\nER  - \n")
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
        ER  - \("")

        """)
  }

  @Test func noFieldOfRisBecomesTwoLines() {
    let source = Source.sample("book", "a\nER  - \r\n\u{2028}b\u{85}\u{B}c")
    #expect(RIS.record(of: source) == "TY  - BOOK\nTI  - a ER - b c\nER  - \n")
  }

  @Test func cslJSONHasTheKeysOfCSL() {
    #expect(
      CSLJSON.item(of: Self.article) == #"{"id":"gowan-2018","type":"article-journal","#
        + #""title":"Peace & \"war\" {100%}","#
        + #""author":[{"family":"Gowan","given":"Richard"},{"literal":"NATO and Partners"}],"#
        + #""container-title":"Survival","issued":{"date-parts":[[2018,6,1]]},"#
        + #""accessed":{"date-parts":[[2025,6]]},"volume":"12","issue":"3","page":"4-6","#
        + #""language":"en","DOI":"10.1000/a_b","URL":"https://example.org/a_b?c={d}#e","#
        + #""custom":{"archived":"https://archive.example/a"}}"#)
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
