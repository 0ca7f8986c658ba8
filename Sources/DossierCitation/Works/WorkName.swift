import DossierSource

/// Who made a work: a person in parts, or a body.
public struct WorkName: Sendable, Hashable {
  public var family = ""
  public var given = ""
  /// A particle that is left out where the family name stands alone: of "Ludwig van Beethoven", "van".
  public var droppingParticle = ""
  /// A particle that belongs to the family name: of "Vincent van Gogh" in English, "van".
  public var nonDroppingParticle = ""
  public var suffix = ""
  /// Whether a comma stands before the suffix in the order of speech too.
  public var hasCommaSuffix = false
  /// Whether the family name always comes first, as in Hungarian.
  public var isStatic = false
  /// A body's name, or one that is not taken apart; then there are no parts.
  public var literal: String?

  /// Makes a name of its two chief parts, without looking for particles in them.
  public init(family: String, given: String = "") {
    self.family = family
    self.given = given
  }

  /// Makes the name of a body.
  public init(literal: String) {
    self.literal = literal
  }

  var isEmpty: Bool { (literal ?? "").isEmpty && family.isEmpty && given.isEmpty }

  /// Finds the particles and the suffix that exports leave within the family and the given name.
  ///
  /// Words that begin small at the beginning of the family name belong to it; those at the end of
  /// the given name do not. What stands in quotation marks is taken whole.
  public func withParticlesParsed() -> WorkName {
    guard literal == nil else { return self }
    var name = self
    if family.count > 1, family.hasPrefix("\""), family.hasSuffix("\"") {
      name.family = String(family.dropFirst().dropLast())
      return name
    }
    if nonDroppingParticle.isEmpty, droppingParticle.isEmpty || !family.isEmpty {
      (name.nonDroppingParticle, name.family) = Self.leadingParticle(of: family)
    }
    if nonDroppingParticle.isEmpty == false { name.nonDroppingParticle = nonDroppingParticle }
    if suffix.isEmpty { name.takeSuffix() }
    if droppingParticle.isEmpty { name.takeDroppingParticle() }
    return name
  }

  private static func isSmall(_ word: Substring) -> Bool {
    guard let first = word.first(where: \.isLetter) else { return false }
    return first.isLowercase
  }

  private static func leadingParticle(of family: String) -> (particle: String, family: String) {
    // Hardly a name has a particle, so that bytes are looked through first.
    guard family.utf8.contains(where: { " '-".utf8.contains($0) || $0 == 0xE2 }) else {
      return ("", family)
    }
    var rest = Substring(family)
    var end = rest.startIndex
    while let space = rest.firstIndex(where: { " '’-‑".contains($0) }) {
      let word = rest[..<space]
      let isJoined = rest[space] != " "
      guard isSmall(word) || word.isEmpty && isJoined, !isJoined || word.count <= 3 else { break }
      let after = rest.index(after: space)
      guard after < rest.endIndex else { break }
      if "-‑".contains(rest[space]), !rest[after].isUppercase { break }
      end = after
      rest = rest[after...]
    }
    let particle = String(family[..<end])
    let family = String(rest)
    return (particle.hasSuffix(" ") ? particle.trimmed : particle, family)
  }

  private mutating func takeSuffix() {
    guard let comma = given.utf8.firstIndex(of: UInt8(ascii: ",")) else { return }
    var rest = String(given[given.index(after: comma)...]).trimmed
    if rest.hasPrefix("!") {
      hasCommaSuffix = true
      rest = String(rest.dropFirst()).trimmed
    }
    suffix = rest
    given = String(given[..<comma]).trimmed
  }

  private mutating func takeDroppingParticle() {
    guard given.utf8.contains(UInt8(ascii: " ")) else { return }
    let words = given.split(separator: " ")
    let count = words.reversed().prefix { Self.isSmall($0) && $0.first?.isLetter == true }.count
    guard count > 0, count < words.count else { return }
    droppingParticle = words.suffix(count).joined(separator: " ")
    given = words.dropLast(count).joined(separator: " ")
  }
}
