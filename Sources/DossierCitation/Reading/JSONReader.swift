internal import DossierSource

/// Reads JSON as RFC 8259 has it, with bounded depth and the line of each object.
struct JSONReader {
  private static let deepest = 64

  private let bytes: [UInt8]
  private let path: String
  private var index = 0
  private var line = 1

  private init(_ file: SourceFile) {
    bytes = file.bytes
    path = file.path
  }

  /// The value that a document holds.
  ///
  /// - Throws: A fault with the code `json.syntax`.
  static func read(_ file: SourceFile) throws(Fault) -> JSONValue {
    var reader = JSONReader(file)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == reader.bytes.count else {
      throw reader.fault("something stands after the end of the value")
    }
    return value
  }

  private func fault(_ fact: String) -> Fault {
    let start = bytes[..<min(index, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let place = Place(path: path, line: line, column: min(index, bytes.count) - start + 1)
    return .error("json.syntax", "no JSON: \(fact)", at: place)
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.deepest else { throw fault("values stand too deep in one another") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case .some: return try word()
    case nil: throw fault("the document ends where a value should stand")
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONValue {
    var object = JSONObject(line: line)
    index += 1
    if take(UInt8(ascii: "}")) { return .object(object) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw fault("a key in quotation marks is wanted") }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw fault("':' is wanted after a key") }
      let value = try value(depth: depth + 1)
      if object.members.updateValue(value, forKey: key) == nil { object.keys.append(key) }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("',' or '}' is wanted") }
    return .object(object)
  }

  private mutating func array(depth: Int) throws(Fault) -> JSONValue {
    var values: [JSONValue] = []
    index += 1
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("',' or ']' is wanted") }
    return .array(values)
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(Fault) -> JSONValue {
    let start = index
    while let byte = current, isOfWord(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard Double(word) != nil, word.first.map({ $0 == "-" || $0.isNumber }) == true else {
        index = start
        throw fault("a value is wanted")
      }
      return .number(word)
    }
  }

  private func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func string() throws(Fault) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += try escape().utf8
      case ..<0x20:
        throw fault("a control character stands in a string")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw fault("a string is not closed")
  }

  private mutating func escape() throws(Fault) -> String {
    index += 1
    guard let byte = current else { throw fault("a string is not closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return String(UnicodeScalar(byte))
    case UInt8(ascii: "u"): return String(try scalar())
    default: throw fault("an escape is unknown")
    }
  }

  /// The character of `\uXXXX`, or of two of them where it takes a pair of surrogates.
  private mutating func scalar() throws(Fault) -> Unicode.Scalar {
    let first = try hexadecimal()
    if (0xD800..<0xDC00).contains(first), bytes[index...].starts(with: Array("\\u".utf8)) {
      index += 2
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    let digits = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16) else {
      throw fault("four hexadecimal digits are wanted")
    }
    index += 4
    return value
  }
}
