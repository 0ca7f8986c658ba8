import DossierSource

/// Gives each heading of a body an id of its own.
struct SlugRegister {
  /// For each slug that was asked for, the number that its last owner was given.
  private var numbers: [String: Int] = [:]

  /// Anchors of the tool's own begin like this.
  private static let reserved = ["fact-", "group-", "note-", "cite-", "exhibit-"]

  /// Takes an id that the author gave; `false` where it cannot be had.
  mutating func reserve(_ id: String) -> Bool {
    guard numbers[id] == nil, !Self.reserved.contains(where: id.hasPrefix) else { return false }
    numbers[id] = 1
    return true
  }

  /// A slug that no heading before has: `x`, then `x-2`, `x-3`.
  mutating func register(_ text: [UInt8]) -> String {
    var slug = Self.slug(of: text)
    if slug.isEmpty { slug = "section" }
    slug = Self.apart(slug)
    guard var number = numbers[slug] else {
      numbers[slug] = 1
      return slug
    }
    var numbered = slug
    repeat {
      number += 1
      // The second heading "Note" would be `note-2`.
      numbered = Self.apart("\(slug)-\(number)")
    } while numbers[numbered] != nil
    numbers[slug] = number
    numbers[numbered] = 1
    return numbered
  }

  /// The slug, apart from the anchors of the tool's own.
  private static func apart(_ slug: String) -> String {
    reserved.contains(where: slug.hasPrefix) ? "section-" + slug : slug
  }

  /// Letters, digits and marks of any script in lower case, with one hyphen between words; a letter and
  /// its mark are one, however they are written.
  static func slug(of text: [UInt8]) -> String {
    var slug: [UInt8] = []
    var hasGap = false
    for scalar in text.text.composed.unicodeScalars {
      if isGap(scalar) {
        hasGap = true
      } else if isKept(scalar) {
        if hasGap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
        hasGap = false
        if scalar.isASCII {
          slug.append(UInt8(ascii: scalar) | 0x20)
        } else {
          slug += scalar.properties.lowercaseMapping.utf8
        }
      }
    }
    return slug.text
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isWhitespace }
    return scalar == "-" || UInt8(ascii: scalar).isSpace
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(ascii: scalar).isLetter || UInt8(ascii: scalar).isDigit }
    // One of the three apostrophes, and a letter for Unicode; the two others are signs.
    if scalar == "\u{2BC}" { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
