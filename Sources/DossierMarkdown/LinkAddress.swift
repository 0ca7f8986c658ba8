/// What the address of a link means.
enum LinkAddress: Equatable {
  /// An address of the web, as it is to be written.
  case external([UInt8])
  case target(Reference.Target, fragment: String?)
  case refused(Refusal)

  /// Why an address can be no link.
  enum Refusal: Equatable {
    case scheme(String)
    /// A path from the root of a host, or a host without a scheme.
    case absolute
    case empty
  }

  /// The schemes that are links of the web whatever their letters' case.
  private static let external: Set<String> = ["http", "https", "mailto", "tel", "urn"]
  private static let dangerous: Set<String> = ["javascript", "vbscript", "data", "file", "blob"]

  /// Reads an address as libcmark gives it: unescaped, not percent-decoded.
  init(_ address: [UInt8]) {
    guard let colon = Self.schemeEnd(of: address) else {
      self = Self.relative(address)
      return
    }
    let scheme = String(decoding: address[..<colon], as: UTF8.self)
    let rest = address[(colon + 1)...]
    let name = scheme.lowercased()
    if Self.external.contains(name) {
      self = .external(address)
    } else if name == "doi", rest.starts(with: "10.".utf8) {
      self = .external(Array("https://doi.org/".utf8) + rest)
    } else if name != "doi", !Self.dangerous.contains(name), Self.isKind(scheme) {
      let (id, fragment) = Self.split(rest)
      self = .target(.record(kind: scheme, id: id.text), fragment: fragment)
    } else {
      self = .refused(.scheme(scheme))
    }
  }

  /// Where the colon after a scheme stands: a letter, then letters, digits, `+`, `.` and `-`.
  static func schemeEnd(of address: [UInt8]) -> Int? {
    guard let first = address.first, first.isLetter else { return nil }
    let end = address.firstIndex { !($0.isLetter || $0.isDigit || "+.-".utf8.contains($0)) }
    guard let end, address[end] == UInt8(ascii: ":") else { return nil }
    return end
  }

  /// `[a-z][a-z0-9]*(-[a-z0-9]+)*`, 2 to 32 characters.
  private static func isKind(_ scheme: String) -> Bool {
    (2...32).contains(scheme.utf8.count) && scheme.utf8.first?.isLower == true
      && isIdentifier(scheme.utf8)
  }

  private static func relative(_ address: [UInt8]) -> LinkAddress {
    guard let first = address.first else { return .refused(.empty) }
    guard first != UInt8(ascii: "/") else { return .refused(.absolute) }
    let (path, fragment) = split(address[...])
    return .target(.file(percentDecoded(path)), fragment: fragment)
  }

  private static func split(_ address: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, String?) {
    guard let hash = address.firstIndex(of: UInt8(ascii: "#")) else { return (address, nil) }
    return (address[..<hash], percentDecoded(address[(hash + 1)...]))
  }

  /// The text that percent-encoding stands for; what is no encoding stays as it is.
  static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes.text }
    var decoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0 | 0x20) }),
        let value = UInt8(digits.text, radix: 16)
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

/// Whether the bytes are an id of ours: `[a-z0-9]+(-[a-z0-9]+)*`.
func isIdentifier(_ bytes: some Sequence<UInt8>) -> Bool {
  var previous = UInt8(ascii: "-")
  for byte in bytes {
    guard byte.isLower || byte.isDigit || (byte == 0x2D && previous != 0x2D) else { return false }
    previous = byte
  }
  return previous != UInt8(ascii: "-")
}

extension Collection<UInt8> {
  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
