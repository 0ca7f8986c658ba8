extension LanguageRules {
  /// Numbers whose lexicographic order is the order of titles in this language.
  ///
  /// Apostrophes and punctuation do not count; digits come first, and runs of them go by value; the
  /// letters follow the language's alphabet, and those of its own script come before those of others.
  /// Texts that are equal so far go by their accents, then by case, then by their bytes.
  public func sortKey(_ text: String) -> [UInt16] {
    let key = LetterKey(text, letters, isDetailed: true)
    return key.letters + [0] + key.details + [0] + text.utf8.map(UInt16.init)
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
    let letters = letters
    let keys = texts.map { LetterKey($0, letters, isDetailed: false).letters }
    return keys.indices.sorted { left, right in
      for (a, b) in zip(keys[left], keys[right]) where a != b { return a < b }
      if keys[left].count != keys[right].count { return keys[left].count < keys[right].count }
      // Accents and case, then letters that do not count, tell apart what is equal so far.
      if texts[left].utf8.elementsEqual(texts[right].utf8) { return left < right }
      let details = (texts[left], texts[right])
      let (first, second) = (detail(details.0, letters), detail(details.1, letters))
      if first != second { return first.lexicographicallyPrecedes(second) }
      return texts[left].utf8.lexicographicallyPrecedes(texts[right].utf8)
    }
  }

  private func detail(_ text: String, _ letters: LetterOrder) -> [UInt16] {
    LetterKey(text, letters, isDetailed: true).details
  }

  /// The heading under which a text stands in an alphabetical list: a capital letter, `0–9` for
  /// numbers, `#` where it begins with no letter that has a place in the alphabets.
  public func initial(of text: String) -> String {
    guard let first = letterKey(text).first else { return "#" }
    return first < LetterOrder.start ? "0–9" : letters.heading(of: first) ?? "#"
  }

  /// The sort key by letters alone, without accents and case; none of its numbers is 0.
  public func letterKey(_ text: String) -> [UInt16] {
    LetterKey(text, letters, isDetailed: false).letters
  }
}

/// The weights of a text's letters.
private struct LetterKey {
  /// Weights by class, from the lowest: a space between words, numbers, then the letters, and those of
  /// which no alphabet is known.
  private enum Base {
    static let space: UInt16 = 1
    static let digit: UInt16 = 0x10
    static let length: UInt16 = 0x100
    static let others = LetterOrder.end
  }

  private(set) var letters: [UInt16] = []
  private var variants: [UInt16] = []
  private var forms: [UInt16] = []
  private var number: [UInt8] = []
  private var isAfterSpace = false
  private let isDetailed: Bool

  /// What tells apart texts of the same letters: their accents, then their case.
  var details: [UInt16] { variants + [0] + forms }

  init(_ text: String, _ order: LetterOrder, isDetailed: Bool) {
    self.isDetailed = isDetailed
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      index += append(scalars[index...], order)
    }
    endNumber()
  }

  /// Takes what begins a text, and says how many scalars that was.
  private mutating func append(_ text: ArraySlice<Unicode.Scalar>, _ order: LetterOrder) -> Int {
    guard let scalar = text.first else { return 1 }
    let isFollowedByASCII = text.dropFirst().first?.isASCII ?? true
    let plain = isFollowedByASCII && !isDetailed ? order.plainWeight(of: scalar) : 0
    if plain > 0 {
      letter(LetterOrder.Weight(letter: plain))
      return 1
    }
    switch scalar {
    case "0"..."9": digit(UInt8(scalar.value - 0x30))
    case " ": isAfterSpace = true
    default:
      guard let (weights, length) = order.weights(in: text) else {
        appendUncommon(scalar)
        return 1
      }
      for weight in weights { letter(weight) }
      return length
    }
    return 1
  }

  private mutating func appendUncommon(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      if scalar.properties.isWhitespace { isAfterSpace = true }
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: isAfterSpace = true
    case .decimalNumber: digit(UInt8(scalar.properties.numericValue ?? 0))
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .letterNumber,
      .otherNumber:
      letter(LetterOrder.Weight(letter: Base.others + UInt16(scalar.value >> 12)))
      letters.append(Base.others + UInt16(scalar.value & 0xFFF))
    default: break
    }
  }

  private mutating func letter(_ weight: LetterOrder.Weight) {
    endNumber()
    space()
    letters.append(weight.letter)
    guard isDetailed else { return }
    variants.append(weight.variant + 1)
    forms.append(weight.form + 1)
  }

  private mutating func digit(_ value: UInt8) {
    if isAfterSpace { endNumber() }
    space()
    number.append(value)
  }

  private mutating func space() {
    if isAfterSpace && !letters.isEmpty { letters.append(Base.space) }
    isAfterSpace = false
  }

  /// The longer number is the greater one, once its leading zeros are gone.
  private mutating func endNumber() {
    guard !number.isEmpty else { return }
    let digits = number.drop { $0 == 0 }
    letters.append(Base.length + UInt16(min(digits.count, 0x3000)))
    for digit in digits { letters.append(Base.digit + UInt16(digit)) }
    number = []
  }
}
