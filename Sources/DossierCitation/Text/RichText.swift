/// A formatted text: characters, and what holds for stretches of them.
///
/// Every mark that is opened is closed, in the order that XML knows. Quotation marks stand as marks,
/// since which sign is set depends on what they stand in.
public struct RichText: Sendable, Hashable {
  var tokens: [Token] = []

  init(tokens: [Token] = []) {
    self.tokens = tokens
  }

  init(_ text: String) {
    if !text.isEmpty { tokens = [.text(text)] }
  }

  /// Whether a reader would see nothing.
  public var isEmpty: Bool {
    !tokens.contains { token in
      switch token {
      case .text(let text): !text.isEmpty
      case .open(.element(let element)): element.close.isEmpty
      case .open, .close: false
      }
    }
  }

  /// The characters alone, without quotation marks.
  public var characters: String {
    var result = ""
    for case .text(let text) in tokens { result += text }
    return result
  }

  /// The text within one mark, or nothing where it is empty.
  func marked(_ mark: Mark) -> RichText {
    guard !isEmpty else { return self }
    var marked: [Token] = []
    marked.reserveCapacity(tokens.count + 2)
    marked.append(.open(mark))
    marked += tokens
    marked.append(.close(mark))
    return RichText(tokens: marked)
  }

  /// What comes first or last: a character, a quotation mark, or nothing.
  enum Edge: Equatable {
    case nothing
    case quotation
    case character(Character, token: Int)

    var character: Character? {
      if case .character(let character, _) = self { character } else { nil }
    }
  }

  var first: Edge {
    for (index, token) in tokens.enumerated() {
      switch token {
      case .text(let text):
        if let first = text.first { return .character(first, token: index) }
      case .open(.quotation), .close(.quotation): return .quotation
      case .open, .close: continue
      }
    }
    return .nothing
  }

  var last: Edge {
    for index in tokens.indices.reversed() {
      switch tokens[index] {
      case .text(let text):
        if let last = text.last { return .character(last, token: index) }
      case .open(.quotation), .close(.quotation): return .quotation
      case .open, .close: continue
      }
    }
    return .nothing
  }

  mutating func dropFirstCharacter() {
    guard case .character(_, let index) = first, case .text(let text) = tokens[index] else {
      return
    }
    tokens[index] = .text(String(text.dropFirst()))
  }

  mutating func dropLastCharacter() {
    guard case .character(_, let index) = last, case .text(let text) = tokens[index] else { return }
    tokens[index] = .text(String(text.dropLast()))
  }

  /// Appends a text, and leaves out what the seam would double.
  mutating func append(_ other: RichText) {
    guard !other.isEmpty else { return }
    guard !isEmpty else {
      // What nobody holds yet is shared, not copied.
      tokens = tokens.isEmpty ? other.tokens : tokens + other.tokens
      return
    }
    var other = other
    if other.mayBeginSeam, let left = last.character, let right = other.first.character {
      switch Seam.keeps(left, right) {
      case .both: break
      case .first: other.dropFirstCharacter()
      case .second: dropLastCharacter()
      }
    }
    tokens += other.tokens
  }

  /// Whether the first character may be one of those of ``Seam``: a look at one byte, which spares
  /// most texts the search for whole characters.
  private var mayBeginSeam: Bool {
    for token in tokens {
      switch token {
      case .text(let text):
        guard let byte = text.utf8.first else { continue }
        return Seam.begins(with: byte)
      case .open(.quotation), .close(.quotation): return false
      case .open, .close: continue
      }
    }
    return false
  }

  mutating func append(_ text: String) {
    append(RichText(text))
  }

  /// Texts one after the other, with what stands between two of them; empty ones are left out.
  static func joined(_ texts: [RichText], by delimiter: RichText = RichText()) -> RichText {
    var result = RichText()
    var isFirst = true
    for text in texts where !text.isEmpty {
      if !isFirst { result.append(delimiter) }
      result.append(text)
      isFirst = false
    }
    return result
  }

  /// The stretches of a part, without the rest.
  func only(_ part: Part) -> RichText {
    var depth = 0
    var kept: [Token] = []
    for token in tokens {
      if token == .open(.part(part)) { depth += 1 }
      if depth > 0 { kept.append(token) }
      if token == .close(.part(part)) { depth -= 1 }
    }
    return RichText(tokens: kept)
  }

  /// The text without the stretches of a part.
  func without(_ part: Part) -> RichText {
    var depth = 0
    var kept: [Token] = []
    for token in tokens {
      if token == .open(.part(part)) { depth += 1 }
      if depth == 0 { kept.append(token) }
      if token == .close(.part(part)) { depth -= 1 }
    }
    return RichText(tokens: kept)
  }

  /// The characters alone, without those of the stretches of some parts.
  func characters(without parts: Part...) -> String {
    var depth = 0
    var result = ""
    for token in tokens {
      switch token {
      case .text(let text): if depth == 0 { result += text }
      case .open(.part(let part)): if parts.contains(part) { depth += 1 }
      case .close(.part(let part)): if parts.contains(part) { depth -= 1 }
      case .open, .close: continue
      }
    }
    return result
  }

  func contains(_ part: Part) -> Bool { tokens.contains(.open(.part(part))) }
}

/// Which of two characters stand where two texts meet.
enum Seam {
  case both, first, second

  /// Whether a text that begins with a byte may lose or replace a character.
  static func begins(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: " "):
      true
    default: false
    }
  }

  /// By the table that the test suite of CSL implies for punctuation.
  static func keeps(_ left: Character, _ right: Character) -> Seam {
    switch (left, right) {
    case ("!", "."), ("!", ":"), ("?", "."), ("?", ":"), (":", "."), (";", ":"), (";", "."):
      .first
    case (":", "!"), (":", "?"), (";", "!"), (";", "?"), (" ", " "):
      .second
    case ("!", "!"), ("?", "?"), (".", "."), (":", ":"), (";", ";"), (",", ","):
      .first
    default: .both
    }
  }
}
