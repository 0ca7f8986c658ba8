extension LanguageRules {
  /// Numbers whose lexicographic order is the order of titles in this language.
  ///
  /// Case, accents, apostrophes and punctuation do not count; digits come first, and runs of them
  /// go by value; the Cyrillic letters follow the Ukrainian alphabet, and stand before the Latin
  /// ones on a Ukrainian page, after them elsewhere. Texts that are equal so far go by their bytes.
  public func sortKey(_ text: String) -> [UInt16] {
    letterKey(text) + [0] + text.utf8.map(UInt16.init)
  }

  /// Elements in the order of the words that a reader sees of them; those of the same words stay in
  /// their order.
  public func sorted<Element>(
    _ elements: some Sequence<Element>, by words: (Element) -> String
  ) -> [Element] {
    let elements = Array(elements)
    return order(of: elements.map(words)).map { elements[$0] }
  }

  /// The places of texts in their order. Apart from ``sorted(_:by:)``, since what is generic over a
  /// type of another module asks for its layout at every comparison.
  private func order(of texts: [String]) -> [Int] {
    guard texts.count > 1 else { return Array(texts.indices) }
    let keys = texts.map(letterKey)
    return keys.indices.sorted { left, right in
      for (a, b) in zip(keys[left], keys[right]) where a != b { return a < b }
      if keys[left].count != keys[right].count { return keys[left].count < keys[right].count }
      // Letters that do not count tell apart what is equal so far.
      if texts[left].utf8.elementsEqual(texts[right].utf8) { return left < right }
      return texts[left].utf8.lexicographicallyPrecedes(texts[right].utf8)
    }
  }

  /// The heading under which a text stands in an alphabetical list: a capital letter, `0–9` for
  /// numbers, `#` where it begins with no letter that has a place in the alphabets.
  public func initial(of text: String) -> String {
    letterKey(text).first.map { LetterKey.initial($0, isUkrainian: grammar == .ukrainian) } ?? "#"
  }

  /// The sort key without its last resort; none of its numbers is 0.
  public func letterKey(_ text: String) -> [UInt16] {
    var key = LetterKey(cyrillicFirst: grammar == .ukrainian)
    for scalar in text.unicodeScalars { key.append(scalar) }
    return key.finished()
  }
}

/// The weights of a text's letters, in the making.
private struct LetterKey {
  /// Weights by class, from the lowest: a space between words, numbers, and the scripts.
  private enum Base {
    static let space: UInt16 = 1
    static let digit: UInt16 = 0x10
    static let length: UInt16 = 0x100
    static let scripts: (UInt16, UInt16) = (0x4000, 0x5000)
    static let others: UInt16 = 0x7000
  }

  private var weights: [UInt16] = []
  private var number: [UInt8] = []
  private var isAfterSpace = false
  private let latin: UInt16
  private let cyrillic: UInt16

  init(cyrillicFirst: Bool) {
    (cyrillic, latin) = cyrillicFirst ? Base.scripts : (Base.scripts.1, Base.scripts.0)
  }

  /// The letter, or the class of letters, that has a weight.
  static func initial(_ weight: UInt16, isUkrainian: Bool) -> String {
    let key = LetterKey(cyrillicFirst: isUkrainian)
    if weight < Base.scripts.0 { return "0–9" }
    if weight >= Base.others { return "#" }
    if weight >= key.latin, weight < key.latin + 26 {
      return String(UnicodeScalar(UInt8(ascii: "A") + UInt8(weight - key.latin)))
    }
    let place = Int(weight) - Int(key.cyrillic)
    return Alphabet.capitals.indices.contains(place) ? String(Alphabet.capitals[place]) : "#"
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z": letter(latin + UInt16(scalar.value - 0x61))
    case "A"..."Z": letter(latin + UInt16(scalar.value - 0x41))
    case "0"..."9": digit(UInt8(scalar.value - 0x30))
    case " ": isAfterSpace = true
    case _ where scalar.isASCII: if scalar.properties.isWhitespace { isAfterSpace = true }
    default: appendUncommon(scalar)
    }
  }

  mutating func finished() -> [UInt16] {
    endNumber()
    return weights
  }

  private mutating func appendUncommon(_ scalar: Unicode.Scalar) {
    if let index = Alphabet.cyrillic[scalar] { return letter(cyrillic + index) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark: mark(scalar)
    case .spaceSeparator: isAfterSpace = true
    case .decimalNumber: digit(UInt8(properties.numericValue ?? 0))
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
      guard let letters = Alphabet.latinLetters(of: scalar) else { return other(scalar) }
      for base in letters { letter(latin + UInt16(base - UInt8(ascii: "A"))) }
    case .otherLetter, .letterNumber, .otherNumber: other(scalar)
    default: break
    }
  }

  /// A combining mark makes another letter of и, і and е; elsewhere it is an accent.
  private mutating func mark(_ scalar: Unicode.Scalar) {
    guard number.isEmpty, let last = weights.last,
      let pair = Alphabet.composed.first(where: {
        $0.mark == scalar && Alphabet.cyrillic[$0.base].map { $0 + cyrillic } == last
      }), let index = Alphabet.cyrillic[pair.letter]
    else { return }
    weights[weights.count - 1] = cyrillic + index
  }

  private mutating func other(_ scalar: Unicode.Scalar) {
    letter(Base.others + UInt16(scalar.value >> 12))
    weights.append(Base.others + UInt16(scalar.value & 0xFFF))
  }

  private mutating func letter(_ weight: UInt16) {
    endNumber()
    space()
    weights.append(weight)
  }

  private mutating func digit(_ value: UInt8) {
    if isAfterSpace { endNumber() }
    space()
    number.append(value)
  }

  private mutating func space() {
    if isAfterSpace && !weights.isEmpty { weights.append(Base.space) }
    isAfterSpace = false
  }

  /// The longer number is the greater one, once its leading zeros are gone.
  private mutating func endNumber() {
    guard !number.isEmpty else { return }
    let digits = number.drop { $0 == 0 }
    weights.append(Base.length + UInt16(min(digits.count, 0x3000)))
    for digit in digits { weights.append(Base.digit + UInt16(digit)) }
    number = []
  }
}

private enum Alphabet {
  /// The capitals of the Cyrillic letters, in their order.
  static let capitals = Array("АБВГҐЃДЂЕЁЄЖЗЅИІЇЙЈКЛЉМНЊОПРСТЋЌУЎФХЦЧЏШЩЪЫЬЭЮЯ".unicodeScalars)

  /// The Ukrainian alphabet, with the letters of its neighbours at their places.
  static let cyrillic: [Unicode.Scalar: UInt16] = {
    let lower = "абвгґѓдђеёєжзѕиіїйјклљмнњопрстћќуўфхцчџшщъыьэюя".unicodeScalars
    var places: [Unicode.Scalar: UInt16] = [:]
    for (index, pair) in zip(lower, capitals).enumerated() {
      places[pair.0] = UInt16(index)
      places[pair.1] = UInt16(index)
    }
    return places
  }()

  /// The Cyrillic letters that text may hold in two pieces.
  static let composed: [(base: Unicode.Scalar, mark: Unicode.Scalar, letter: Unicode.Scalar)] = [
    ("и", "\u{306}", "й"), ("і", "\u{308}", "ї"), ("е", "\u{308}", "ё"), ("у", "\u{306}", "ў"),
  ]

  /// The plain capitals of a Latin letter, told by its Unicode name: `LATIN SMALL LETTER E WITH
  /// ACUTE`, `LATIN SMALL LIGATURE OE`; `nil` for a letter of another script.
  static func latinLetters(of scalar: Unicode.Scalar) -> [UInt8]? {
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.first == "LATIN", words.count >= 4 else { return nil }
    switch words[3] {
    case "SHARP": return Array("SS".utf8)
    case "THORN": return Array("TH".utf8)
    case "ETH": return Array("D".utf8)
    case "DOTLESS": return Array("I".utf8)
    case let word where word.utf8.count <= 2:
      return word.utf8.allSatisfy { (65...90).contains($0) } ? Array(word.utf8) : nil
    default: return nil
    }
  }
}
