/// Places at which the long words of a narrow head may break.
enum SoftHyphens {
  private static let vowels = Set("aeiouyäöüáéíóúàèìòùâêîôûаеєиіїоуюяыэёAEIOUYАЕЄИІЇОУЮЯ")
  /// So many letters stand before and after a break, and a shorter word is not broken.
  private static let edge = 3
  private static let shortest = 8

  /// A text with soft hyphens in its long words: before a consonant that a vowel follows, where a
  /// vowel came before. So most words of languages with Latin or Cyrillic letters break between
  /// syllables.
  static func within(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map(word).joined(separator: " ")
  }

  private static func word(_ word: Substring) -> String {
    let letters = Array(word)
    guard letters.count >= shortest, letters.allSatisfy(\.isLetter) else { return String(word) }
    var broken = ""
    var hadVowel = false
    for (index, letter) in letters.enumerated() {
      let isFree = index >= edge && letters.count - index >= edge && hadVowel
      if isFree, !vowels.contains(letter), vowels.contains(letters[index + 1]) {
        broken.append("\u{AD}")
        hadVowel = false
      }
      if vowels.contains(letter) { hadVowel = true }
      broken.append(letter)
    }
    return broken
  }
}
