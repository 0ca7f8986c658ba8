/// How the words of a language change at their ends, so that a search finds the forms of a word by
/// one another.
///
/// What is left of a word need not be a word: forms of one word must come out alike, and words that
/// are not akin should not. The same is done to what is asked for, by `templates/assets/search.js`.
public struct StemRules: Sendable, Equatable {
  /// Letters at the end of a word that go where enough is left.
  public struct Ending: Sendable, Equatable {
    public var text: String
    /// So many letters must be left.
    public var least: Int
    let letters: [Unicode.Scalar]

    init(_ text: String, least: Int) {
      (self.text, self.least) = (text, least)
      letters = Array(text.unicodeScalars)
    }
  }

  /// What inflection adds; the longest that fits goes, once. The longest come first.
  public internal(set) var endings: [Ending] = []
  /// What makes one word of another; these go one after another. The longest come first.
  public internal(set) var tails: [Ending] = []
  public internal(set) var vowels = ""
  /// Letters that go at the end as vowels do.
  public internal(set) var soft = ""
  /// Letters that go at the end behind a consonant.
  public internal(set) var added = ""
  /// Vowels that come and go before a last consonant, or stand for one another there.
  public internal(set) var fleeting = ""
  /// Last letters that stand for others.
  public internal(set) var becomes: [String: String] = [:]
  /// Forms that stand for others of their word.
  public internal(set) var words: [String: String] = [:]

  /// Longer words are left as they are.
  public static let longest = 40
  /// So many letters stay of every word.
  private static let least = 3

  /// Whether a word has a letter that the rules speak of.
  public func concern(_ word: String) -> Bool {
    word.unicodeScalars.contains { scalar in
      vowels.unicodeScalars.contains(scalar)
        || endings.contains { $0.letters.contains(scalar) }
    }
  }

  /// What all forms of a word have in common.
  ///
  /// - Parameter word: In lower case, with the letters of ``String/composed``; apostrophes are passed over.
  public func stem(of word: String) -> String {
    var letters = Array(word.unicodeScalars).filter { !Self.apostrophes.contains($0) }
    guard letters.count <= Self.longest, letters.count >= Self.least else { return word }
    if let other = words[String(String.UnicodeScalarView(letters))] {
      letters = Array(other.unicodeScalars)
    }
    cut(endings, of: &letters)
    while shorten(&letters) {}
    settle(&letters)
    return String(String.UnicodeScalarView(letters))
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{2BC}"]

  /// Takes the longest of some endings away.
  @discardableResult
  private func cut(_ endings: [Ending], of letters: inout [Unicode.Scalar]) -> Bool {
    let found = endings.first { ending in
      letters.count - ending.letters.count >= ending.least
        && letters.suffix(ending.letters.count).elementsEqual(ending.letters)
    }
    guard let found else { return false }
    letters.removeLast(found.letters.count)
    return true
  }

  /// - Returns: Whether anything was left to take away.
  private func shorten(_ letters: inout [Unicode.Scalar]) -> Bool {
    let before = letters.count
    if letters.count > Self.least, letters[before - 1] == letters[before - 2],
      !isVowel(letters[before - 1])
    {
      letters.removeLast()
    }
    if letters.count > Self.least, let last = letters.last,
      isVowel(last) || soft.unicodeScalars.contains(last)
    {
      letters.removeLast()
    }
    cut(tails, of: &letters)
    removeAdded(&letters)
    return letters.count < before
  }

  private func removeAdded(_ letters: inout [Unicode.Scalar]) {
    guard letters.count > Self.least, let last = letters.last,
      added.unicodeScalars.contains(last), !isVowel(letters[letters.count - 2])
    else { return }
    letters.removeLast()
  }

  /// Makes alike what changes before or at the end.
  private func settle(_ letters: inout [Unicode.Scalar]) {
    guard letters.count >= 2, let last = letters.last else { return }
    if let other = becomes[String(last)]?.unicodeScalars.first {
      letters[letters.count - 1] = other
    }
    let place = letters.count - 2
    guard place > 0, fleeting.unicodeScalars.contains(letters[place]), !isVowel(last) else {
      return
    }
    if letters.count > Self.least {
      letters.remove(at: place)
      removeAdded(&letters)
    } else if let common = fleeting.unicodeScalars.first {
      letters[place] = common
    }
  }

  private func isVowel(_ scalar: Unicode.Scalar) -> Bool { vowels.unicodeScalars.contains(scalar) }
}
