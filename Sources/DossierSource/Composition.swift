/// Letters with their marks as one character each, where Latin, Greek and Cyrillic have one.
///
/// The standard library holds both spellings to be equal and has no way from one to the other, so that
/// the pairs are found by comparing: what a precomposed letter is equal to is what it is made of.
enum Composition {
  /// By a letter with its mark, in either spelling: the precomposed one.
  private static let letters: [Character: Unicode.Scalar] = {
    var letters: [Character: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        // The first stands for all that are equal: tonos, and not oxia.
        letters[Character(scalar)] = letters[Character(scalar)] ?? scalar
      }
    }
    return letters
  }()

  /// The scalars of one character, the marks in their canonical order and joined where they can be.
  static func scalars(of character: Character) -> [Unicode.Scalar] {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count > 1, var base = scalars.first else { return scalars }
    let marks = scalars.dropFirst().enumerated()
      .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }.map(\.element)
    var rest: [Unicode.Scalar] = []
    for mark in marks {
      let isBlocked = rest.last.map { order($0) >= order(mark) } ?? false
      if !isBlocked, let whole = letter(base, with: mark) {
        base = whole
      } else {
        rest.append(mark)
      }
    }
    return [base] + rest
  }

  private static func letter(_ base: Unicode.Scalar, with mark: Unicode.Scalar) -> Unicode.Scalar? {
    let text = String(String.UnicodeScalarView([base, mark]))
    return text.count == 1 ? text.first.flatMap { letters[$0] } : nil
  }

  private static func order(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.properties.canonicalCombiningClass.rawValue
  }
}

extension String {
  /// The same text with every mark in its letter, where there is such a letter, so that two texts that
  /// read alike have the same bytes.
  public var composed: String {
    // Marks that combine begin with these bytes.
    guard utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return self }
    var result = String.UnicodeScalarView()
    for character in self { result.append(contentsOf: Composition.scalars(of: character)) }
    return String(result)
  }
}
