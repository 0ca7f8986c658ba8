import DossierSource

/// An entry of a BibTeX file as it is written, its abbreviations put in.
struct BibTeXItem {
  /// In small letters: `article`.
  var type: String
  var key: String
  /// By their names in small letters, in the order of the file; values are LaTeX still.
  var fields: [(name: String, value: String, offset: Int)] = []
  /// Where its `@` stands, and where its key.
  var offset: Int
  var keyOffset = 0

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// Cuts a BibTeX file into its entries, as BibTeX and Biber do.
///
/// What stands between entries is a comment; what looks like an entry in it is told. An entry that is not
/// closed ends where a line begins the next, and costs no other.
struct BibTeXParser {
  /// What counts for nothing, or for less than its author may think.
  struct Remark {
    var message: String
    var help: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var abbreviations: [String: String] = [:]
  /// Bytes that were put in for abbreviations.
  private var expanded = 0
  /// More than a library's abbreviations come to; those that are made of one another grow without end.
  private static let mostExpanded = 20_000_000
  private(set) var items: [BibTeXItem] = []
  /// What is wrong, and where.
  private(set) var mistakes: [(message: String, offset: Int)] = []
  private(set) var remarks: [Remark] = []
  /// Abbreviations that nothing defines and that have been told.
  private var undefined: Set<String> = []

  private struct Mistake: Error {
    var message: String
    var offset: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let at = bytes[offset...].firstIndex(of: UInt8(ascii: "@")) {
      remarkEntries(in: offset..<at)
      offset = at + 1
      do throws(Mistake) {
        try readEntry(at: at)
      } catch {
        mistakes.append((error.message, error.offset))
        offset = nextEntry(after: at) ?? bytes.count
      }
    }
    remarkEntries(in: offset..<bytes.count)
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte <= 0x20 { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// Where a line begins an entry, behind an offset.
  private func nextEntry(after start: Int) -> Int? {
    var index = start + 1
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      if beginsEntry(at) { return at }
      index = at + 1
    }
    return nil
  }

  /// Whether nothing but blanks stands before an offset in its line.
  private func beginsLine(_ at: Int) -> Bool {
    var before = at - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    return before < 0 || bytes[before] == 0x0A
  }

  /// Whether `@word{` stands at the beginning of a line.
  private func beginsEntry(_ at: Int) -> Bool {
    guard beginsLine(at) else { return false }
    let end = bytes[(at + 1)...].firstIndex { !PercentEncoding.isAlphanumeric($0) }
    return end.map { $0 > at + 1 && (bytes[$0] == 0x7B || bytes[$0] == 0x28) } ?? false
  }

  /// Whether a byte may stand in the type of an entry, in small letters.
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// A name, which ends before white space and the signs of the syntax.
  private mutating func name() -> String {
    skipSpace()
    let start = offset
    while let byte = next, byte > 0x20, !"{}(),=\"#%'".utf8.contains(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func readEntry(at start: Int) throws(Mistake) {
    let type = name().lowercased()
    skipSpace()
    guard !type.isEmpty, type.utf8.allSatisfy(Self.isLetter) else { return }
    guard let open = next, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
      return remarkLoneSign(before: type, at: start)
    }
    offset += 1
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type {
    case "comment", "preamble": try skipGroup(close, from: start)
    case "string":
      let name = name().lowercased()
      guard take(UInt8(ascii: "=")) else {
        throw Mistake(message: "an abbreviation has no '='", offset: start)
      }
      // One that is not read to its end is told as such, and not where it is used.
      undefined.insert(name)
      abbreviations[name] = try value(from: start)
      guard take(close) else { throw unclosed(start) }
    default: try readItem(BibTeXItem(type: type, key: "", offset: start), close: close)
    }
  }

  private func unclosed(_ start: Int) -> Mistake {
    Mistake(message: "the entry is not closed", offset: start)
  }

  private mutating func readItem(_ empty: BibTeXItem, close: UInt8) throws(Mistake) {
    var item = empty
    skipSpace()
    let start = offset
    while let byte = next, byte != UInt8(ascii: ","), byte != close, byte != 0x0A { offset += 1 }
    let key = bytes[start..<offset].reversed().drop { $0 <= 0x20 }.reversed()
    item.keyOffset = start
    item.key = String(decoding: Array(key), as: UTF8.self)
    var known: Set<String> = []
    while take(UInt8(ascii: ",")) {
      let place = {
        skipSpace(); return offset
      }()
      let name = name().lowercased()
      if name.isEmpty { continue }
      guard take(UInt8(ascii: "=")) else {
        throw Mistake(message: "the field '\(name)' has no '='", offset: place)
      }
      let value = try value(from: empty.offset)
      if known.insert(name).inserted {
        item.fields.append((name, value, place))
      } else {
        remark(
          "the field '\(name)' stands twice; the first counts", at: place,
          help: "take one of the two out")
      }
    }
    guard take(close) else { throw unclosed(empty.offset) }
    items.append(item)
  }

  /// Pieces that `#` joins.
  private mutating func value(from start: Int) throws(Mistake) -> String {
    var value = ""
    repeat {
      skipSpace()
      switch next {
      case UInt8(ascii: "{"): value += try group(UInt8(ascii: "}"), from: start)
      case UInt8(ascii: "\""): value += try group(UInt8(ascii: "\""), from: start)
      default:
        let place = offset
        let word = name()
        guard !word.isEmpty else {
          throw Mistake(message: "a field has no value", offset: min(place, bytes.count - 1))
        }
        value += try meaning(of: word, at: place)
      }
    } while take(UInt8(ascii: "#"))
    return value
  }

  /// What an abbreviation stands for; another word is itself.
  private mutating func meaning(of word: String, at place: Int) throws(Mistake) -> String {
    guard let text = abbreviations[word.lowercased()] else {
      if let month = Self.months[word.lowercased()] { return month }
      remarkUndefined(word, at: place)
      return word
    }
    guard expanded + text.utf8.count <= Self.mostExpanded else {
      throw Mistake(
        message: "abbreviations come to more than \(Self.mostExpanded) letters", offset: place)
    }
    expanded += text.utf8.count
    return text
  }

  private static let months = Dictionary(
    uniqueKeysWithValues: [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].enumerated().map { ($1, String($0 + 1)) })

  /// What stands between a sign and the one that closes it, braces in it in pairs.
  private mutating func group(_ close: UInt8, from start: Int) throws(Mistake) -> String {
    offset += 1
    let first = offset
    try skipGroup(close, from: start)
    return String(decoding: bytes[first..<offset - 1], as: UTF8.self)
  }

  private mutating func skipGroup(_ close: UInt8, from start: Int) throws(Mistake) {
    var depth = 0
    while let byte = next {
      if depth == 0, byte == close {
        offset += 1
        return
      }
      switch byte {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(depth - 1, 0)
      case UInt8(ascii: "@") where offset > start && beginsEntry(offset): throw unclosed(start)
      default: break
      }
      offset += 1
    }
    offset = bytes.count
    throw unclosed(start)
  }
}

// MARK: - What counts for nothing

extension BibTeXParser {
  private mutating func remark(_ message: String, at offset: Int, help: String) {
    remarks.append(Remark(message: message, help: help, offset: offset))
  }

  /// A comment may hold an `@`; a line that begins with one is most often an entry.
  private mutating func remarkLoneSign(before type: String, at start: Int) {
    guard beginsLine(start) else { return }
    remark(
      "'@\(type)' begins no entry, and what follows is read as a comment", at: start,
      help: "write @\(type){key, …}, or take the '@' away")
  }

  /// A number needs no quotation marks, any other word is an abbreviation.
  private mutating func remarkUndefined(_ word: String, at place: Int) {
    let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard !isNumber, undefined.insert(word.lowercased()).inserted else { return }
    remark(
      "nothing says what '\(word)' abbreviates; it is shown as it is", at: place,
      help: "put it in braces, or define it: @string{\(word) = {…}}")
  }

  /// Lines of a comment that look like an entry without its `@`: `article{key,`.
  private mutating func remarkEntries(in comment: Range<Int>) {
    var line = comment.lowerBound
    while line < comment.upperBound {
      let end = bytes[line..<comment.upperBound].firstIndex(of: 0x0A) ?? comment.upperBound
      let start = bytes[line..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
      if beginsLine(start), isEntryWithoutSign(bytes[start..<end]) {
        remark(
          "this looks like an entry without its '@', and is read as a comment", at: start,
          help: "put an '@' before it")
      }
      line = end + 1
    }
  }

  private func isEntryWithoutSign(_ line: ArraySlice<UInt8>) -> Bool {
    let type = line.prefix { Self.isLetter($0 | 0x20) }
    guard !type.isEmpty, line.dropFirst(type.count).first == UInt8(ascii: "{") else { return false }
    let key = line.dropFirst(type.count + 1).prefix { !"{}=, ".utf8.contains($0) }
    return !key.isEmpty && key.endIndex < line.endIndex && line[key.endIndex] == UInt8(ascii: ",")
  }
}
