/// Which spaces of a text do not break, in one language: a table of what keeps together.
///
/// A space is made another one, and nothing is put in or taken out. Code, and what a hole will hold,
/// are left as they are.
public final class Typography: Sendable {
  /// What keeps with what stands behind it or before it; words are written as they are in a text.
  public struct Table: Sendable {
    /// Words that keep with the next one, in small letters.
    public var shortWords: [String] = []
    /// Words that keep with a number before them that may be a year.
    public var yearWords: [String] = []
    /// Abbreviations that keep with a number behind them.
    public var beforeNumber: [String] = []
    /// Abbreviations that keep with a word behind them.
    public var beforeWord: [String] = []
    /// Abbreviations of several words, which are set apart by a space.
    public var together: [String] = []
    /// The space behind a mark, and before one.
    public var marksBehind: [Unicode.Scalar: String] = [:]
    public var marksBefore: [Unicode.Scalar: String] = [:]

    /// Makes a table of nothing, by which numbers and initials alone are kept.
    public init() {}
  }

  private let shortWords: Set<String>
  private let yearWords: Set<String>
  private let beforeNumber: Set<String>
  private let beforeWord: Set<String>
  private let pairs: Set<[String]>
  private let marksBehind: [Unicode.Scalar: String]
  private let marksBefore: [Unicode.Scalar: String]
  private let shortest: Int
  /// The first bytes of the marks before which a space may not break.
  private let beginsMark: [Bool]
  /// The first bytes of what keeps with what is behind it and does not end in a point.
  private let beginsAbbreviation: [Bool]
  /// By the first two bytes of a word: whether they begin what keeps with what is behind it, with a
  /// capital or without.
  private let beginnings: [Bool]

  private static let space = "\u{A0}"

  /// Makes the rules of a table.
  public init(_ table: Table) {
    shortWords = Set(table.shortWords)
    yearWords = Set(table.yearWords)
    beforeNumber = Set(table.beforeNumber)
    beforeWord = Set(table.beforeWord)
    pairs = Set(
      table.together.flatMap { text -> [[String]] in
        let words = text.split(separator: " ").map(String.init)
        return zip(words, words.dropFirst()).map { [$0, $1] }
      })
    (marksBehind, marksBefore) = (table.marksBehind, table.marksBefore)
    var beginsMark = [Bool](repeating: false, count: 256)
    for mark in table.marksBefore.keys {
      if let byte = String(mark).utf8.first { beginsMark[Int(byte)] = true }
    }
    self.beginsMark = beginsMark
    shortest = table.shortWords.map(\.utf8.count).max() ?? 0
    var begins = [Bool](repeating: false, count: 256)
    let words =
      table.beforeNumber + table.beforeWord + table.together.map { String($0.prefix { $0 != " " }) }
    for word in words where !word.hasSuffix(".") {
      for form in [word, word.capitalizedFirst] { begins[Int(form.utf8.first ?? 0)] = true }
    }
    beginsAbbreviation = begins
    let abbreviations = table.beforeNumber + table.beforeWord + pairs.compactMap(\.first)
    var beginnings = [Bool](repeating: false, count: 0x10000)
    for form in abbreviations.flatMap({ [$0, $0.capitalizedFirst] }) {
      beginnings[form.utf8.prefix(2).reduce(0) { $0 << 8 | Int($1) }] = true
    }
    self.beginnings = beginnings
  }

  /// Whether there can be a space that does not break behind a word: quickly said, since hardly one is.
  ///
  /// - Parameter nextByte: What follows the space, be it a tag.
  func mayKeep(_ word: ArraySlice<UInt8>, before nextByte: UInt8) -> Bool {
    if beginsMark[Int(nextByte)] { return true }
    guard let last = word.last, !Self.isDigit(last) else { return !word.isEmpty }
    if !marksBehind.isEmpty, last >= 0x80 || !Self.isLetterOrDigit(last) { return true }
    let core = word[Self.coreStart(of: word)...]
    if last == UInt8(ascii: ".") { return mayAbbreviate(core) || Self.mayBeInitial(core) }
    return mayBeShort(core) || word.count <= 24 && mayAbbreviate(core)
  }

  private func mayAbbreviate(_ core: ArraySlice<UInt8>) -> Bool {
    guard let first = core.first else { return false }
    guard core.count > 1 else { return beginnings[Int(first)] }
    return beginnings[Int(first) << 8 | Int(core[core.startIndex + 1])]
  }

  /// Small letters can be shorter than capitals of three bytes.
  private func mayBeShort(_ core: ArraySlice<UInt8>) -> Bool {
    shortest > 0 && (core.count <= shortest || core.count <= 24 && core.first ?? 0 >= 0xE1)
  }

  /// The space between two words; `nil` where it may stay as it is.
  ///
  /// - Parameters:
  ///   - word: What stands before it, without a space; the byte 0xFF for what is not known.
  ///   - next: What follows, at least its first letters.
  func space(between word: [UInt8], and next: [UInt8]) -> String? {
    if let byte = next.first, beginsMark[Int(byte)],
      let first = Self.scalars(next).first, let space = marksBefore[first]
    {
      return space
    }
    guard let last = word.last else { return nil }
    if !marksBehind.isEmpty, last >= 0x80 || !Self.isLetterOrDigit(last),
      let scalar = Self.scalars(word).last, let space = marksBehind[scalar]
    {
      return space
    }
    return keeps(word, last, Self.text(next)) ? Self.space : nil
  }

  private func keeps(_ word: [UInt8], _ last: UInt8, _ next: String) -> Bool {
    if Self.isDigit(last) { return keepsNumber(word, next) }
    if last == UInt8(ascii: ".") { return keepsAbbreviation(Self.core(word), next) }
    if word.count <= shortest + 6, shortest > 0, shortWords.contains(Self.core(word).lowercased()) {
      return true
    }
    guard word.count <= 24 else { return false }
    let core = word[Self.coreStart(of: word[...])...]
    return beginsAbbreviation[Int(core.first ?? 0)] && keepsAbbreviation(Self.core(word), next)
  }

  /// A number keeps with its unit, and with the next group of its digits.
  private func keepsNumber(_ word: [UInt8], _ next: String) -> Bool {
    guard let number = Self.number(word), let first = next.unicodeScalars.first else {
      return false
    }
    if number.isGroup, next.utf8.prefix(while: Self.isDigit).count == 3 {
      return !(next.dropFirst(3).first.map { $0.isLetter || $0.isNumber } ?? false)
    }
    let isUnit = first.properties.isAlphabetic || "%‰°€$£".unicodeScalars.contains(first)
    guard isUnit else { return false }
    return !number.mayBeYear || yearWords.contains(next) || yearWords.contains(next.withoutEnd)
  }

  private func keepsAbbreviation(_ word: String, _ next: String) -> Bool {
    guard let first = next.unicodeScalars.first else { return false }
    let forms = [word, word.lowercasedFirst]
    let isNumber = first.properties.numericType != nil
    if isNumber { return forms.contains(where: beforeNumber.contains) }
    if forms.contains(where: {
      pairs.contains([$0, next]) || pairs.contains([$0, next.withoutEnd])
    }) {
      return true
    }
    guard first.properties.isAlphabetic || first.value == 0xFFFD else { return false }
    if forms.contains(where: beforeWord.contains) { return true }
    return word.isInitial && first.properties.isUppercase
  }
}

extension Typography {
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte & 0xDF)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func scalars(_ bytes: [UInt8]) -> String.UnicodeScalarView {
    text(bytes).unicodeScalars
  }

  /// Where a word begins behind brackets and quotation marks, as ``core(_:)`` leaves them out.
  private static func coreStart(of word: ArraySlice<UInt8>) -> Int {
    var start = word.startIndex
    while start < word.endIndex {
      switch word[start] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "'"): start += 1
      case UInt8(ascii: "&") where word[start...].starts(with: "&quot;".utf8): start += 6
      case 0xC2 where isOpeningMark(ofLatin: word[start...].dropFirst().first): start += 2
      case 0xE2 where isOpeningMark(word[start...].prefix(3)): start += 3
      default: return start
      }
    }
    return start
  }

  /// Whether a byte behind 0xC2 makes one of `«»¿¡` with it: German opens with `»`.
  private static func isOpeningMark(ofLatin byte: UInt8?) -> Bool {
    [0xAB, 0xBB, 0xBF, 0xA1].contains(byte)
  }

  /// Whether three bytes are one of `–—‘’‚“”„‹›`: Swedish opens with `”`.
  private static func isOpeningMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.dropLast().elementsEqual([0xE2, 0x80])
      && [0x93, 0x94, 0x98, 0x99, 0x9A, 0x9C, 0x9D, 0x9E, 0xB9, 0xBA].contains(bytes.last ?? 0)
  }

  /// Whether a word ends in a point right behind its first letter or the marks on it.
  private static func mayBeInitial(_ core: ArraySlice<UInt8>) -> Bool {
    guard let lead = core.first else { return false }
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard core.count > length else { return false }
    switch core[core.startIndex + length] {
    case UInt8(ascii: "."), 0xCC, 0xCD, 0xD2, 0xE0...: return true
    default: return false
    }
  }

  /// A word without brackets and quotation marks before it.
  private static func core(_ word: [UInt8]) -> String {
    String(decoding: word[coreStart(of: word[...])...], as: UTF8.self)
  }

  /// What may stand in a number.
  private static let marks: Set<Character> = [
    ".", ",", "–", "-", "−", "…", "+", "±", "≈", "~", "≥", "≤", ">", "<", "\u{A0}", "\u{202F}",
    "/", "’", "$", "€", "£",
  ]

  /// Whether a word is a number: one that may be a year, and one that may be followed by a group of
  /// three digits; `nil` for a word that only ends in a digit.
  private static func number(_ word: [UInt8]) -> (mayBeYear: Bool, isGroup: Bool)? {
    if word.allSatisfy(isDigit) {
      let mayBeYear =
        word.count == 4 && (word[0] == UInt8(ascii: "1") || word[0] == UInt8(ascii: "2"))
      return (mayBeYear, word.count <= 3)
    }
    let core = Self.core(word)
    guard core.allSatisfy({ $0.isASCII && $0.isNumber || marks.contains($0) }) else { return nil }
    let digits = core.filter { $0.isASCII && $0.isNumber }
    let ends = core.split { $0 == "–" || $0 == "-" || $0 == "/" }
    let mayBeYear = ends.allSatisfy { end in
      end.count == 4 && end.allSatisfy(\.isNumber) && (end.first == "1" || end.first == "2")
    }
    return (mayBeYear, digits.count <= 3 && digits.count == core.count)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// Without what ends a clause behind it.
  fileprivate var withoutEnd: String {
    var rest = self[...]
    while let last = rest.last, ",;:!?)»“”…".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// "J.", and "J.-P.".
  fileprivate var isInitial: Bool {
    let parts = split(separator: "-")
    return !parts.isEmpty
      && parts.allSatisfy { part in
        part.count == 2 && part.last == "." && part.first?.isUppercase == true
      }
  }
}
