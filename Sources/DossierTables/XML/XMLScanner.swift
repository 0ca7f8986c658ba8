/// Goes through an XML text event by event, as far as machines write it into workbooks.
///
/// Names are without their prefixes. A document type is refused, so that no entity can grow; an input
/// that is no XML ends with a flaw, or with elements that are left open.
struct XMLScanner {
  enum Event {
    case start(name: String, attributes: [String: String])
    case end(name: String)
    case text(String)
  }

  struct Flaw: Error {}

  private let bytes: [UInt8]
  private var at = 0
  /// The element that has just begun and ends at once.
  private var pendingEnd: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The next event; `nil` at the end.
  mutating func next() throws(Flaw) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name: name)
    }
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return .text(try text()) }
      if starts(with: "<!--") {
        try skip(behind: "-->")
      } else if starts(with: "<![CDATA[") {
        return .text(try section())
      } else if starts(with: "<?") {
        try skip(behind: "?>")
      } else if starts(with: "<!") {
        throw Flaw()
      } else {
        return try tag()
      }
    }
    return nil
  }

  private func starts(with word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

  private mutating func skip(behind word: String) throws(Flaw) {
    at = try offset(of: word) + word.utf8.count
  }

  private func offset(of word: String) throws(Flaw) -> Int {
    let word = Array(word.utf8)
    var end = at
    while end + word.count <= bytes.count {
      if bytes[end] == word[0], bytes[end...].starts(with: word) { return end }
      end += 1
    }
    throw Flaw()
  }

  private mutating func section() throws(Flaw) -> String {
    at += 9
    let start = at
    let end = try offset(of: "]]>")
    at = end + 3
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func text() throws(Flaw) -> String {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return try Self.plain(bytes[start..<at])
  }

  private mutating func tag() throws(Flaw) -> Event {
    at += 1
    let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let name = try name()
    if isEnd {
      try skip(behind: ">")
      return .end(name: name)
    }
    var attributes: [String: String] = [:]
    while true {
      skipBlanks()
      guard at < bytes.count else { throw Flaw() }
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        return .start(name: name, attributes: attributes)
      }
      if bytes[at] == UInt8(ascii: "/") {
        try skip(behind: ">")
        pendingEnd = name
        return .start(name: name, attributes: attributes)
      }
      let (key, value) = try attribute()
      attributes[key] = value
    }
  }

  private mutating func attribute() throws(Flaw) -> (String, String) {
    let key = try name()
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw Flaw() }
    at += 1
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      throw Flaw()
    }
    let mark = bytes[at]
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != mark { at += 1 }
    guard at < bytes.count else { throw Flaw() }
    at += 1
    return (key, try Self.plain(bytes[start..<(at - 1)]))
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  /// A name without its prefix.
  private mutating func name() throws(Flaw) -> String {
    var start = at
    while at < bytes.count, !Self.endsName(bytes[at]) {
      if bytes[at] == UInt8(ascii: ":") { start = at + 1 }
      at += 1
    }
    guard start < at else { throw Flaw() }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "/>=<\"'".utf8.contains(byte)
  }

  /// A text with its references resolved.
  private static func plain(_ text: ArraySlice<UInt8>) throws(Flaw) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    var plain: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&") else {
        plain.append(byte)
        continue
      }
      guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { throw Flaw() }
      plain += Array(String(try character(rest[..<end])).utf8)
      rest = rest[(end + 1)...]
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func character(_ name: ArraySlice<UInt8>) throws(Flaw) -> Character {
    let name = String(decoding: name, as: UTF8.self)
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard name.hasPrefix("#"), let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { throw Flaw() }
    return Character(scalar)
  }
}
