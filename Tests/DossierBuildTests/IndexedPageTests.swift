import DossierSite
import DossierSource
import Testing

@testable import DossierBuild

/// Pages as the program reads them that writes the index of the search.
@Suite struct IndexedPageTests {
  private func indexed(_ body: String, language: String = "uk") throws -> String {
    let rules = try #require(LanguageRules(Language("uk")).stems)
    let page =
      "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head><title>T</title></head>\n\(body)"
    return String(decoding: IndexedPage.html(of: Array(page.utf8), ["uk": rules]), as: UTF8.self)
  }

  private func stems(_ body: String, language: String = "uk") throws -> [String] {
    let page = try indexed(body, language: language)
    guard let meta = page.firstMatch(of: /stems\[content\]" content="([^"]*)"/) else { return [] }
    return meta.output.1.split(separator: " ").map(String.init)
  }

  @Test func stemsAreThoseOfTheTextThatIsSearched() throws {
    let body = """
      <nav>меню</nav><article data-pagefind-body><p>Мандату <b>місії</b><img alt="рада" src="x.png">.
      <section data-pagefind-ignore>угодами</section><sup class="note-call">п</sup>
      <svg><text>сили</text></svg>KFOR</p></article><footer>війна</footer>
      """
    #expect(try stems(body) == ["мандѣ", "мохѣ"])
    #expect(try stems(body, language: "en") == [])
    #expect(try stems("<p>мандату</p>") == [])
  }

  @Test func aWordIsOneWhateverItsApostropheAndBreaks() throws {
    for word in ["зв'язку", "зв\u{2BC}язку", "зв’яз\u{AD}ку", "зв’яз\u{200B}ку", "зв’яз&shy;ку"] {
      let page = try indexed("<article data-pagefind-body>\(word) ’x’ 'y'</article>")
      #expect(page.contains(">зв’язку ’x’ 'y'<"), "\(page)")
    }
    let marked = try indexed("<p>Zu\u{308}rich i\u{308}</p>")
    // Strings are equal however their letters are composed; bytes are not.
    #expect(!marked.unicodeScalars.contains("\u{308}") && marked.contains("Zürich"))
  }

  @Test func whatOnlyATagPartsIsParted() throws {
    let page = try indexed("<table><tr><th>a</th><th>b</th></tr></table>")
    #expect(page.contains(" <tr> <th>a </th> <th>b </th> </tr>"))
    #expect(try indexed("<p>a<b>b</b></p>").hasSuffix("<p>a<b>b</b></p>"))
  }

  @Test func imagesAreReadAndCallsOfNotesAreNot() throws {
    let page = try indexed("<p>a<img src=\"a.png\" alt=\"b\"><sup class=\"note-call\">1</sup></p>")
    #expect(page.contains("<img data-pagefind-index-attrs=\"alt\" src=\"a.png\" alt=\"b\">"))
    #expect(page.contains("<sup data-pagefind-ignore class=\"note-call\">1</sup>"))
  }

  @Test(arguments: [
    "", "<", "<html", "<html lang=\"", "a<b", "&shy", "\u{E2}\u{80}", "</", "<>", "'",
  ])
  func whatIsNoPageIsCopied(text: String) {
    let bytes = Array(text.utf8)
    #expect(IndexedPage.html(of: bytes, [:]) == bytes)
  }
}
