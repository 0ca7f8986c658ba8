/// A value of a JSON document (RFC 8259) with its place.
package struct JSONNode: Sendable {
  /// What it is; the members of an object in the order of the document.
  package indirect enum Value: Sendable {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([(key: String, value: JSONNode)])
  }

  package var value: Value
  /// Where it begins, in bytes.
  package var offset: Int

  package init(_ value: Value, at offset: Int = 0) {
    self.value = value
    self.offset = offset
  }

  package var items: [JSONNode]? {
    if case .array(let items) = value { items } else { nil }
  }

  package var members: [(key: String, value: JSONNode)]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The text of a string.
  package var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// A finite number.
  package var number: Double? {
    if case .number(let digits) = value { Double(digits) } else { nil }
  }

  /// The member of a name, of two the last; `nil` where there is none, and for what is no object.
  package subscript(key: String) -> JSONNode? { members?.last { $0.key == key }?.value }
}

/// Why a text is no JSON, and where.
package struct JSONMistake: Error {
  package var message: String
  /// In bytes.
  package var offset: Int

  /// The same as what is said of the file.
  package func diagnostic(_ code: String, in file: SourceFile, help: String? = nil) -> Diagnostic {
    let lines = LineTable(file.bytes)
    let line = lines.line(of: offset)
    return .error(
      code, message,
      at: Place(path: file.path, line: line + 1, column: offset - lines[line].lowerBound + 1),
      help: help)
  }
}

/// Reads JSON, in time that grows with its length.
package struct JSONDocument {
  private let bytes: [UInt8]
  private var offset = 0

  /// What is nested deeper is refused, since no document that is meant to be read is.
  private static let depth = 64

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The value that a document in UTF-8 holds.
  package static func parse(_ bytes: [UInt8]) throws(JSONMistake) -> JSONNode {
    var document = JSONDocument(bytes)
    let node = try document.node(depth: 0)
    document.skipSpace()
    if document.offset < bytes.count { throw document.mistake("something follows the document") }
    return node
  }

  private func mistake(_ message: String) -> JSONMistake {
    JSONMistake(message: message, offset: min(offset, max(bytes.count - 1, 0)))
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  /// Whether a byte comes next, which is then passed.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ letter: Unicode.Scalar) throws(JSONMistake) {
    guard take(UInt8(ascii: letter)) else { throw mistake("there is no '\(letter)'") }
  }

  private mutating func node(depth: Int) throws(JSONMistake) -> JSONNode {
    skipSpace()
    let start = offset
    guard depth < Self.depth else { throw mistake("the document is nested too deeply") }
    let value: JSONNode.Value =
      switch next {
      case UInt8(ascii: "{"): .object(try members(depth: depth))
      case UInt8(ascii: "["): .array(try items(depth: depth))
      case UInt8(ascii: "\""): .string(try string())
      case UInt8(ascii: "t"): try word("true", .bool(true))
      case UInt8(ascii: "f"): try word("false", .bool(false))
      case UInt8(ascii: "n"): try word("null", .null)
      default: .number(try number())
      }
    return JSONNode(value, at: start)
  }

  private mutating func word(
    _ word: String, _ value: JSONNode.Value
  ) throws(JSONMistake) -> JSONNode.Value {
    guard bytes[offset...].starts(with: word.utf8) else {
      throw mistake("this is no value of JSON")
    }
    offset += word.utf8.count
    return value
  }

  private mutating func members(
    depth: Int
  ) throws(JSONMistake) -> [(key: String, value: JSONNode)] {
    offset += 1
    var members: [(key: String, value: JSONNode)] = []
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw mistake("a member has no name") }
      let key = try string()
      try expect(":")
      members.append((key, try node(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    try expect("}")
    return members
  }

  private mutating func items(depth: Int) throws(JSONMistake) -> [JSONNode] {
    offset += 1
    var items: [JSONNode] = []
    if take(UInt8(ascii: "]")) { return items }
    repeat { items.append(try node(depth: depth + 1)) } while take(UInt8(ascii: ","))
    try expect("]")
    return items
  }

  private mutating func number() throws(JSONMistake) -> String {
    let start = offset
    while let byte = next, Self.isOfNumber(byte) { offset += 1 }
    let digits = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let number = Double(digits), number.isFinite else {
      offset = start
      throw mistake("this is no value of JSON")
    }
    return digits
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func string() throws(JSONMistake) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw mistake("a text has a line's end in it") }
      offset += 1
      if byte == UInt8(ascii: "\\") { try appendEscaped(to: &text) } else { text.append(byte) }
    }
    guard next != nil else { throw mistake("a text has no end") }
    offset += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func appendEscaped(to text: inout [UInt8]) throws(JSONMistake) {
    guard let letter = next else { throw mistake("a text has no end") }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    default: throw mistake("this is no sign of JSON")
    }
  }

  /// The character of one escape, or of two that are a pair of surrogates; U+FFFD for half a pair.
  private mutating func scalar() throws(JSONMistake) -> Character {
    let first = try unit()
    guard (0xD800..<0xDC00).contains(first) else {
      return Unicode.Scalar(first).map(Character.init) ?? "\u{FFFD}"
    }
    guard bytes[offset...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
    offset += 2
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    let code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    return Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}"
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(JSONMistake) -> UInt32 {
    guard offset + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw mistake("this is no sign of JSON") }
    offset += 4
    return unit
  }
}
