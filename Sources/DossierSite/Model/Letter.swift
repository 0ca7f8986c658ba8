/// A mail that a reader's own program is asked to begin.
public enum Letter {
  /// Its address, after RFC 6068.
  ///
  /// - Parameters:
  ///   - box: To whom, where that is known; what may stand in an address as it is.
  ///   - subject: Its first line.
  ///   - lines: What stands in it already, above an empty line.
  public static func address(
    to box: String = "", subject: String, _ lines: [String]
  ) -> String {
    let body = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return "mailto:\(box)?subject=\(escaped(subject))&body=\(escaped(body))"
  }

  /// As RFC 3986 has it: all but unreserved characters by their bytes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-._~".utf8.contains(byte)
      if isPlain {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
