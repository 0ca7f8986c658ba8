/// The encoding of bytes as `%XX` (RFC 3986, section 2.1).
public enum PercentEncoding {
  /// Encodes all bytes of a path but letters, digits and the marks that RFC 3986 allows there.
  static func path(_ text: String) -> String {
    encode(text) { isAlphanumeric($0) || "-._~!$&'()*+,;=:@/".utf8.contains($0) }
  }

  /// Whether a byte is a letter or a digit of ASCII.
  public static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Encodes every byte of the text's UTF-8 that is not to be kept.
  public static func encode(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
