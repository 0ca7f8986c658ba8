import DossierSource
import Testing

@testable import DossierMarkdown

@Suite struct TypographyTests {
  static let table: Typography.Table = {
    var table = Typography.Table()
    table.shortWords = ["в", "і", "a"]
    table.yearWords = ["року", "р."]
    table.beforeNumber = ["с.", "№", "p."]
    table.beforeWord = ["Mr", "м.", "Prof."]
    table.together = ["z. B.", "і т. д."]
    table.marksBehind = ["«": "\u{A0}"]
    table.marksBefore = [":": "\u{A0}", "!": "\u{202F}", "»": "\u{A0}"]
    return table
  }()

  private func html(_ markdown: String) -> String {
    var options = MarkdownParser.Options()
    options.typography = Typography(Self.table)
    let body = MarkdownParser(options: options).parse(Array(markdown.utf8), path: "x.md").value
    return String(decoding: body.prose.html, as: UTF8.self)
      .replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "^")
  }

  @Test(arguments: [
    ("50,000 troops", "50,000~troops"), ("10–15 km and 3 %", "10–15~km and 3~%"),
    ("in 1999 the", "in 1999 the"), ("1999 року", "1999~року"), ("1999–2004 р.", "1999–2004~р."),
    ("50 000 осіб", "50~000~осіб"), ("the 3rd day", "the 3rd day"), ("X4 engine", "X4 engine"),
    ("5 (five)", "5 (five)"), ("12.5 days, 7 nights", "12.5~days, 7~nights"),
    ("він в Україні і в «місті»", "він в~Україні і~в~«місті»"), ("(в Україні)", "(в~Україні)"),
    ("В Україні", "В~Україні"), ("слово вікно", "слово вікно"), ("*в* місті", "<em>в</em>~місті"),
    ("в `code` і", "в~<code>code</code> і"), ("`в коді 5 km`", "<code>в коді 5 km</code>"),
    ("J. Smith and J. S. Bach", "J.~Smith and J.~S.~Bach"), ("the end. The", "the end. The"),
    ("J.-P. Sartre", "J.-P.~Sartre"), ("с. 5, p. 12", "с.~5, p.~12"), ("№ 5", "№~5"),
    ("Mr Smith, Prof. Lee", "Mr~Smith, Prof.~Lee"), ("P. 5", "P.~5"), ("z. B. so", "z.~B. so"),
    ("і т. д.", "і~т.~д."), ("Quoi ! Oui : « bon »", "Quoi^! Oui~: «~bon~»"),
    ("a\nhouse", "a~house"),
    ("[a house](https://e.org/a%20b)", "<a href=\"https://e.org/a%20b\">a~house</a>"),
    ("5 **km**", "5~<strong>km</strong>"), ("a", "a"), ("", ""), ("5", "5"),
  ])
  func spacesKeepTogetherWhatBelongsTogether(markdown: String, expected: String) {
    let expected = expected.isEmpty ? "" : "<p>\(expected)</p>\n"
    #expect(html(markdown) == expected)
  }

  @Test(
    "what opens before a word is looked past",
    arguments: [
      "(", "[", "“", "„", "«", "»", "‘", "‚", "‹", "›", "”", "\"", "'", "¿", "¡", "—", "(„",
    ])
  func openingMarks(mark: String) {
    for (text, expected) in [
      ("Mr Smith", "Mr~Smith"), ("Prof. Lee", "Prof.~Lee"), ("м. Київ", "м.~Київ"),
      ("p. 5", "p.~5"), ("5 km", "5~km"), ("z. B. so", "z.~B. so"), ("a house", "a~house"),
    ] {
      let html = html("so \(mark)\(text)").replacing("«~", with: "«").replacing("~»", with: " »")
      #expect(html.contains(expected), "\(mark)\(text)")
    }
  }

  @Test(arguments: [
    "    в коді 5 km\n", "```\nв коді 5 km\n```\n", "# в\n\nслово", "в\n\nслово", "- в\n- слово",
  ])
  func codeAndTheEndsOfLinesStayAsTheyAre(markdown: String) {
    #expect(!html(markdown).contains("~"))
  }

  @Test func placesMoveWithTheText() throws {
    var options = MarkdownParser.Options()
    options.typography = Typography(Self.table)
    let text = "# 5 km в місті\n\nв [x](mission:a) і 5 km <mission:b> в [^n]\n\n[^n]: 7 km і в\n"
    let typeset = MarkdownParser(options: options).parse(Array(text.utf8), path: "x.md").value
    let plain = MarkdownParser().parse(Array(text.utf8), path: "x.md").value
    #expect(typeset.prose.html != plain.prose.html)
    let heading = try #require(typeset.headings.first)
    #expect(
      String(decoding: typeset.prose.html[heading.content], as: UTF8.self)
        == "5\u{A0}km в\u{A0}місті")
    #expect(typeset.prose.holes.map(\.filling) == plain.prose.holes.map(\.filling))
    for (set, hole) in zip(typeset.prose.holes, plain.prose.holes) {
      let before = String(decoding: typeset.prose.html[..<set.offset], as: UTF8.self)
      let plainly = before.replacing("\u{A0}", with: " ")
      #expect(plainly == String(decoding: plain.prose.html[..<hole.offset], as: UTF8.self))
    }
    let note = String(decoding: typeset.notes[0].content.html, as: UTF8.self)
    #expect(note == "7\u{A0}km і\u{A0}в")
    let words = String(decoding: typeset.prose.html, as: UTF8.self)
    // What is known only when the site is linked keeps with a short word before it.
    #expect(words.contains("<p>в\u{A0}"))
  }

  @Test func nothingButSpacesIsChanged() {
    let texts = [
      "a <b c=\"в і\">5 km</b> в", "<script>a 5 km</script> a b", "<", "a <", "5 &amp; a b",
      "« », ! : a",
    ]
    var options = MarkdownParser.Options(allowsRawHTML: true)
    for text in texts {
      options.typography = nil
      let plain = MarkdownParser(options: options).parse(Array(text.utf8), path: "x.md").value
      options.typography = Typography(Self.table)
      let set = MarkdownParser(options: options).parse(Array(text.utf8), path: "x.md").value
      let spaces: Set<Unicode.Scalar> = [" ", "\n", "\u{A0}", "\u{202F}"]
      let (one, two) = (
        String(decoding: plain.prose.html, as: UTF8.self),
        String(decoding: set.prose.html, as: UTF8.self)
      )
      #expect(
        one.unicodeScalars.filter { !spaces.contains($0) }
          == two.unicodeScalars.filter { !spaces.contains($0) })
    }
  }
}
