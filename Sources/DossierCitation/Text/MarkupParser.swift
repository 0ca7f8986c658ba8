/// Reads the markup that a text of a work or a style may hold: a few tags and quotation marks.
///
/// The tags are those that reference managers write: `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`,
/// `<span style="font-variant:small-caps;">` and `<span class="nocase">`. What has no counterpart
/// stands as it is written; an apostrophe is made a typographic one.
struct MarkupParser {
  /// What was opened and waits for its counterpart.
  private struct Opened {
    /// The end of the name of a tag (`/i`), or a quotation mark.
    var closer: String
    var index: Int
    var mark: Mark
    /// What it is where it stays without a counterpart.
    var literal: String
  }

  private var tokens: [Token] = []
  private var opened: [Opened] = []
  private var text = ""
  private let characters: [Character]
  private var index = 0

  private let kept: Set<Character>

  private init(_ text: String, keeping kept: Set<Character>) {
    characters = Array(text)
    self.kept = kept
  }

  /// A text with its marks.
  ///
  /// - Parameter kept: Signs that stay as they are.
  static func parse(_ text: String, keeping kept: Set<Character>) -> RichText {
    // Hardly a text has a mark, so that all are looked through for one first.
    guard text.utf8.contains(where: mayBeSpecial), text.unicodeScalars.contains(where: isSpecial)
    else { return RichText(text) }
    var parser = MarkupParser(text, keeping: kept)
    return parser.run()
  }

  /// A text of a work or of a language.
  static func parse(_ text: String) -> RichText { parse(text, keeping: []) }

  /// What an author wrote around a cite: typographic quotation marks were set for that place.
  static func parseAffix(_ text: String) -> RichText { parse(text, keeping: ["“", "”", "‘", "’"]) }

  /// A text of a style, which says what it means.
  static func parseOwn(_ text: String) -> RichText {
    parse(text, keeping: ["“", "”", "‘", "’", "\""])
  }

  private static func mayBeSpecial(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'")
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", "\"", "'", "“", "”", "‘", "’": true
    default: RaisedLetters.mayHold(scalar) && RaisedLetters.plain(Character(scalar)) != nil
    }
  }

  private mutating func run() -> RichText {
    while index < characters.count {
      let character = characters[index]
      switch character {
      case "<": tag()
      case _ where kept.contains(character): literal(1)
      case "\"", "“", "”", "'", "‘", "’": quotation(character)
      default: other(character)
      }
    }
    flush()
    for left in opened.reversed() { makeLiteral(left) }
    return RichText(tokens: tokens)
  }

  private mutating func other(_ character: Character) {
    index += 1
    guard let plain = RaisedLetters.plain(character) else {
      text.append(character)
      return
    }
    flush()
    let mark = Mark.decoration(.superscript, isContent: true)
    tokens += [.open(mark), .text(plain), .close(mark)]
  }

  private mutating func flush() {
    if !text.isEmpty { tokens.append(.text(text)) }
    text = ""
  }

  private mutating func makeLiteral(_ opening: Opened) {
    tokens[opening.index] = .text(opening.literal)
  }

  /// Marks that may stand in one another; more are no text of a work.
  private static let deepest = 40

  private mutating func open(_ mark: Mark, closer: String, literal: String) {
    guard opened.count < Self.deepest else {
      text += literal
      return
    }
    flush()
    opened.append(Opened(closer: closer, index: tokens.count, mark: mark, literal: literal))
    tokens.append(.open(mark))
  }

  /// Closes the nearest opening of a kind, and makes literal what was opened inside it.
  private mutating func close(_ closer: String) -> Bool {
    guard let place = opened.lastIndex(where: { $0.closer == closer }) else { return false }
    flush()
    for inner in opened[(place + 1)...] { makeLiteral(inner) }
    tokens.append(.close(opened[place].mark))
    opened.removeSubrange(place...)
    return true
  }

  private mutating func tag() {
    guard let end = characters[index...].prefix(TextTag.longest).firstIndex(of: ">") else {
      return literal(1)
    }
    let written = String(characters[index...end])
    let name = String(characters[(index + 1)..<end]).filter { $0 != " " && $0 != ";" }
    let length = end - index + 1
    if name.hasPrefix("/") {
      guard TextTag.closers.contains(name), close(name) else { return literal(1) }
      index += length
    } else if let tag = TextTag.named[name] {
      open(tag.mark.token, closer: tag.closer, literal: written)
      index += length
    } else {
      literal(1)
    }
  }

  private mutating func literal(_ count: Int) {
    text += String(characters[index..<(index + count)])
    index += count
  }

  private mutating func quotation(_ character: Character) {
    let before = characterBefore
    let after = index + 1 < characters.count ? characters[index + 1] : nil
    let isSingle = "'‘’".contains(character)
    let kind = isSingle ? "'" : "\""
    let mayOpen = mayOpen(character, before: before, after: after)
    let mayClose = mayClose(character, before: before, after: after)
    index += 1
    if mayClose, isInnermost(kind), close(kind) { return }
    let literal = isSingle ? "’" : String(character)
    if mayOpen {
      open(.quotation, closer: kind, literal: literal)
    } else {
      text += literal
    }
  }

  /// Whether a mark of a kind is open in the tag that is open now, so that the two do not cross.
  private func isInnermost(_ kind: String) -> Bool {
    guard let place = opened.lastIndex(where: { $0.closer == kind }) else { return false }
    return !opened[place...].contains { $0.closer.hasPrefix("/") }
  }

  /// The character before this one, over tags that lie between.
  private var characterBefore: Character? {
    if let last = text.last { return last }
    for token in tokens.reversed() {
      switch token {
      case .text(let text): return text.last
      case .open(.quotation): return "("
      case .close(.quotation): return "”"
      case .open, .close: continue
      }
    }
    return nil
  }

  private func mayOpen(_ mark: Character, before: Character?, after: Character?) -> Bool {
    if "“‘".contains(mark) { return true }
    guard "\"'".contains(mark), let after, !after.isWhitespace else { return false }
    guard let before else { return true }
    return before.isWhitespace || "([{-–—/¿¡".contains(before)
  }

  private func mayClose(_ mark: Character, before: Character?, after: Character?) -> Bool {
    if "“‘".contains(mark) { return false }
    let isInWord = after.map { $0.isLetter || $0.isNumber } ?? false
    switch mark {
    case "'", "’": return !isInWord && before.map { !$0.isWhitespace } ?? false
    case "\"": return before.map { !$0.isWhitespace && $0 != "(" } ?? false
    default: return true
    }
  }
}

/// Letters and digits that Unicode has as raised ones of their own.
enum RaisedLetters {
  private static let plain: [Character: String] = [
    "ª": "a", "²": "2", "³": "3", "¹": "1", "º": "o", "ʰ": "h", "ʱ": "ɦ", "ʲ": "j", "ʳ": "r",
    "ʴ": "ɹ", "ʵ": "ɻ", "ʶ": "ʁ", "ʷ": "w", "ʸ": "y", "ˀ": "ʔ", "ˁ": "ʕ", "ˠ": "ɣ", "ˡ": "l",
    "ˢ": "s", "ˣ": "x", "ˤ": "ʕ", "ۥ": "و", "ۦ": "ي", "ჼ": "ნ", "ᴬ": "A", "ᴭ": "Æ", "ᴮ": "B",
    "ᴰ": "D", "ᴱ": "E", "ᴲ": "Ǝ", "ᴳ": "G", "ᴴ": "H", "ᴵ": "I", "ᴶ": "J", "ᴷ": "K", "ᴸ": "L",
    "ᴹ": "M", "ᴺ": "N", "ᴼ": "O", "ᴽ": "Ȣ", "ᴾ": "P", "ᴿ": "R", "ᵀ": "T", "ᵁ": "U", "ᵂ": "W",
    "ᵃ": "a", "ᵄ": "ɐ", "ᵅ": "ɑ", "ᵆ": "ᴂ", "ᵇ": "b", "ᵈ": "d", "ᵉ": "e", "ᵊ": "ə", "ᵋ": "ɛ",
    "ᵌ": "ɜ", "ᵍ": "g", "ᵏ": "k", "ᵐ": "m", "ᵑ": "ŋ", "ᵒ": "o", "ᵓ": "ɔ", "ᵔ": "ᴖ", "ᵕ": "ᴗ",
    "ᵖ": "p", "ᵗ": "t", "ᵘ": "u", "ᵙ": "ᴝ", "ᵚ": "ɯ", "ᵛ": "v", "ᵜ": "ᴥ", "ᵝ": "β", "ᵞ": "γ",
    "ᵟ": "δ", "ᵠ": "φ", "ᵡ": "χ", "ᵸ": "н", "ᶛ": "ɒ", "ᶜ": "c", "ᶝ": "ɕ", "ᶞ": "ð", "ᶟ": "ɜ",
    "ᶠ": "f", "ᶡ": "ɟ", "ᶢ": "ɡ", "ᶣ": "ɥ", "ᶤ": "ɨ", "ᶥ": "ɩ", "ᶦ": "ɪ", "ᶧ": "ᵻ", "ᶨ": "ʝ",
    "ᶩ": "ɭ", "ᶪ": "ᶅ", "ᶫ": "ʟ", "ᶬ": "ɱ", "ᶭ": "ɰ", "ᶮ": "ɲ", "ᶯ": "ɳ", "ᶰ": "ɴ", "ᶱ": "ɵ",
    "ᶲ": "ɸ", "ᶳ": "ʂ", "ᶴ": "ʃ", "ᶵ": "ƫ", "ᶶ": "ʉ", "ᶷ": "ʊ", "ᶸ": "ᴜ", "ᶹ": "ʋ", "ᶺ": "ʌ",
    "ᶻ": "z", "ᶼ": "ʐ", "ᶽ": "ʑ", "ᶾ": "ʒ", "ᶿ": "θ", "⁰": "0", "ⁱ": "i", "⁴": "4", "⁵": "5",
    "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁺": "+", "⁻": "−", "⁼": "=", "⁽": "(", "⁾": ")",
    "ⁿ": "n", "℠": "SM", "™": "TM", "ⱽ": "V", "ⵯ": "ⵡ", "㆒": "一", "㆓": "二", "㆔": "三", "㆕": "四",
    "㆖": "上", "㆗": "中", "㆘": "下", "㆙": "甲", "㆚": "乙", "㆛": "丙", "㆜": "丁", "㆝": "天", "㆞": "地",
    "㆟": "人",
  ]

  /// Whether a character can be one of these: none is a letter of the Latin alphabet or of Cyrillic as
  /// they are mostly written.
  static func mayHold(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0xA9, 0xBB...0x2AF, 0x300...0x6E4: false
    default: true
    }
  }

  /// What is raised, where the character is one of these.
  static func plain(_ character: Character) -> String? { plain[character] }
}
