import DossierCitation
import Testing

/// What is read behind a work, as Pandoc reads it.
@Suite struct LocatorTests {
  private static let reader = LocatorReader([LocaleLibrary.own.locale("en")])

  private func words(_ found: LocatorReader.Found) -> String {
    "\(found.label ?? "")|\(found.locator ?? "")|\(found.suffix.characters)"
  }

  @Test(arguments: [
    ("p. 3", "page|3|"), ("p.3", "page|3|"), ("p 3", "page|3|"), ("pp. 33-35", "page|33-35|"),
    ("3", "page|3|"), ("vi", "page|vi|"), ("pp. iv, vi-xi", "page|iv, vi-xi|"),
    ("p. IV", "page|IV|"), ("pp. iv, vi-xi, (xv)-(xvii)", "page|iv, vi-xi, (xv)-(xvii)|"),
    ("pp. 33-35, 38-39 and passim", "page|33-35, 38-39| and passim"),
    ("chap. 2", "chapter|2|"), ("chapter 2", "chapter|2|"), ("§ 5", "section|5|"),
    ("§5", "section|5|"), ("¶ 3", "paragraph|3|"), ("sec. 3.2", "section|3.2|"),
    ("vol. 2", "volume|2|"), ("fig. 3a", "figure|3a|"), ("A12", "page|A12|"),
    ("p. 3 [sic]", "page|3| [sic]"), ("p. 3 (2nd ed.)", "page|3| (2nd ed.)"),
    ("p. 3, emphasis added", "page|3|, emphasis added"), ("p. 1(a)", "page|1(a)|"),
    ("p. 3. See also 5", "page|3|. See also 5"), ("3 & 5", "page|3 & 5|"),
    ("and others", "||, and others"), ("mild weather", "||, mild weather"),
    ("I think", "||, I think"), ("p. 3, I think", "page|3, I| think"),
    ("https://x.org/3", "||, https://x.org/3"), ("pages", "||, pages"), ("", "||"),
  ])
  func places(text: String, expected: String) {
    #expect(words(Self.reader.read(text)) == expected)
    #expect(words(Self.reader.read(text.isEmpty ? text : ", " + text)) == expected)
  }

  @Test(arguments: [
    ("ii, A, D-Z", "page|ii, A, D-Z|, x"), ("pp. iv, (xv)", "page|iv, (xv)|, x"),
    ("chap. A", "chapter|A|, x"), ("", "||, x"), ("pages", "page|pages|, x"),
  ])
  func placesInBraces(text: String, expected: String) {
    let found = Self.reader.read(place: text, suffix: RichText(affix: ", x"))
    #expect(words(found) == expected)
  }

  @Test(arguments: [
    ("uk", "с. 5", "page"), ("uk", "розд. 2", "chapter"), ("de", "S. 5", "page"),
    ("de", "Kap. 2", "chapter"), ("fr", "chap. 2", "chapter"), ("pl", "s. 5", "page"),
    ("pl", "rozdz. 2", "chapter"), ("es", "pág. 5", "page"), ("es", "p. 5", "page"),
  ])
  func labelsInTheWordsOfALanguage(language: String, text: String, label: String) {
    let reader = LocatorReader([LocaleLibrary.own.locale(language), LocaleLibrary.own.locale("en")])
    #expect(reader.read(text).label == label)
  }

  @Test func markupStandsWhereItWasWritten() {
    let found = Self.reader.read(RichText(html: ", p. 3 <em>a &amp; b</em> c".utf8))
    #expect(words(found) == "page|3| a & b c")
    let html = found.suffix.pageHTML(LocaleLibrary.own.locale("en"))
    #expect(html == " <em>a &amp; b</em> c")
    #expect(words(Self.reader.read(RichText(html: "p. <em>3</em>".utf8))) == "||, p. 3")
  }

  @Test(arguments: [
    ("<em>a", "<em>a</em>"), ("a</em>", "a"), ("<em><b>a</em>c</b>", "<em><b>a</b></em>c"),
    ("<img src=\"a>b\">", "<img src=\"a>b\">"), ("a<br />b", "a<br />b"),
    ("&lt;i&gt;", "&lt;i&gt;"),
    ("<", ""), ("<!-- a --> b", " b"), ("&amp;lt;", "&amp;lt;"),
    ("<a href=\"#x\" title=\"'\">a</a>", "<a href=\"#x\" title=\"'\">a</a>"),
  ])
  func whateverStandsInHTMLComesOutWhole(html: String, expected: String) {
    #expect(RichText(html: html.utf8).pageHTML(LocaleLibrary.own.locale("en")) == expected)
  }
}
