import Testing

@testable import DossierRender

/// How many words a text has.
@Suite struct ReadingTimeTests {
  @Test(arguments: [
    ("", 0), ("<p></p>", 0), ("<p>One two.</p>\n<p>Three</p>", 3), ("a <em>b</em> c", 3),
    ("50\u{A0}km and a\u{A0}force", 5), ("Сила\u{A0}— це", 3), ("à la À", 3),
    ("«\u{A0}mot\u{A0}»", 3),
    ("one<br>two", 2), ("§\u{A0}5", 2), ("  a  \n b ", 2),
  ])
  func aSpaceOfAnyKindPartsWords(html: String, words: Int) {
    #expect(ReadingTime.words(in: Array(html.utf8)) == words)
  }
}
