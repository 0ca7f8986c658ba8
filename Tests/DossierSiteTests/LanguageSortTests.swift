import Testing

@testable import DossierSite

@Suite struct LanguageSortTests {
  let english = LanguageRules(.english)
  let ukrainian = LanguageRules(.ukrainian)

  /// By both ways to the order of a language, which are one.
  private func sorted(_ titles: [String], by rules: LanguageRules) -> [String] {
    let byKeys = titles.sorted {
      rules.sortKey($0).lexicographicallyPrecedes(rules.sortKey($1))
    }
    #expect(rules.sorted(titles, by: \.self) == byKeys)
    #expect(rules.sorted(titles.reversed(), by: \.self) == byKeys)
    return byKeys
  }

  @Test func ukrainianLettersFollowTheirAlphabet() {
    let alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя".map(String.init)
    #expect(sorted(alphabet.reversed(), by: ukrainian) == alphabet)
    let upper = alphabet.map { $0.uppercased() }
    #expect(sorted(upper.reversed(), by: ukrainian) == upper)
    #expect(sorted(upper.reversed(), by: english) == upper)
  }

  @Test(arguments: [
    ["ґанок", "ґедзь", "дім"], ["Ірпінь", "Їжак", "Йосип", "Київ"], ["гай", "ґава", "дах"],
    ["мир", "миротворець", "місія"],
  ])
  func ukrainianWordsAreSorted(words: [String]) {
    #expect(sorted(words.reversed(), by: ukrainian) == words)
  }

  @Test func twoPiecesOfALetterAreTheLetter() {
    let pieces = ["и\u{306}", "і\u{308}", "е\u{308}", "у\u{306}"]
    #expect(pieces.map(ukrainian.letterKey) == ["й", "ї", "ё", "ў"].map(ukrainian.letterKey))
    #expect(ukrainian.letterKey("а\u{301}") == ukrainian.letterKey("а"))
  }

  @Test(arguments: [
    ["2 missions", "10 missions", "mission"], ["Resolution 99", "Resolution 1244"],
    ["a1b", "a01c", "a2"], ["1 2", "3", "12"], ["New York", "Newark"], ["Ålesund", "Zurich"],
    ["École", "ecology", "Ecuador"], ["KFOR", "KFOR 2", "KFORs"], ["x", "xa"],
    ["1999999999999999999998", "1999999999999999999999", "19999999999999999999990"],
  ])
  func latinTitlesAreSorted(titles: [String]) {
    #expect(sorted(titles.reversed(), by: english) == titles)
  }

  @Test(arguments: [
    ("Kosovo", "KOSOVO"), ("Žižek", "zizek"), ("Łódź", "lodz"), ("Straße", "STRASSE"),
    ("Œuvre", "oeuvre"), ("об’єкт", "обєкт"), ("об'єкт", "обʼєкт"), ("cease-fire", "ceasefire"),
    ("“Quote”", "quote"), ("e\u{301}t", "ét"), ("  a \t b ", "a b"), ("a – b", "a b"),
    ("٣", "3"), ("007", "7"),
  ])
  func whatDoesNotCount(left: String, right: String) {
    #expect(english.letterKey(left) == english.letterKey(right))
    #expect(english.sortKey(left) != english.sortKey(right))
  }

  @Test func thePagesOwnScriptComesFirst() {
    let titles = ["1999", "apple", "λόγος", "яблуко", "中"]
    #expect(sorted(titles.reversed(), by: english) == titles)
    let ukrainianOrder = ["1999", "яблуко", "apple", "λόγος", "中"]
    #expect(sorted(titles, by: ukrainian) == ukrainianOrder)
  }

  /// What stands beside another letter comes behind it, and what stands beside that one behind both.
  @Test func aLetterBesideOneBesideAnotherComesLast() {
    let danish = LanguageRules(Language("da"))
    let words = ["Da", "da", "Đa", "đa", "Ða", "ða", "db", "đb", "ðb"]
    #expect(sorted(words.reversed(), by: danish) == words)
  }

  @Test func equalTitlesGoByAccentsThenCaseThenBytes() {
    #expect(sorted(["b", "É", "e", "E", "é"], by: english) == ["b", "e", "E", "é", "É"])
    #expect(
      sorted(["cote", "côté", "coté", "côte"], by: english) == ["cote", "coté", "côte", "côté"])
    #expect(sorted(["a-b", "ab"], by: english) == ["a-b", "ab"])
  }

  @Test func noTextIsTooStrange() {
    #expect(english.sortKey("") == [0, 0, 0])
    #expect(english.letterKey("…!?") == [])
    #expect(english.letterKey("\u{301}\u{306}") == [])
    let long = String(repeating: "9", count: 100_000)
    #expect(english.letterKey(long).count == 100_001)
    for value in UInt32(0)...0x1_1000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(!english.letterKey(String(scalar)).contains(0))
    }
  }
}
