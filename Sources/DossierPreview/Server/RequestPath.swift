/// Reads the path of a request as a route of the site.
enum RequestPath {
  /// The route, not below the site's root only where nothing is there: `missions/kfor.html`.
  ///
  /// - Parameter target: As it was sent, percent-encoded, without the query.
  /// - Returns: The empty route for the root, a trailing slash kept; `nil` for what no browser
  ///   sends: another form, `.` and `..`, empty parts, control characters, text that is not UTF-8.
  static func route(of target: String) -> String? {
    guard target.utf8.first == slash, let bytes = decoded(Array(target.utf8.dropFirst())) else {
      return nil
    }
    guard let route = String(validating: bytes, as: UTF8.self) else { return nil }
    let isClean = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    var parts = bytes.split(separator: slash, omittingEmptySubsequences: false)
    if parts.last?.isEmpty ?? false { parts.removeLast() }
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
    return isClean && isPlain ? route : nil
  }

  private static let slash = UInt8(ascii: "/")

  /// `nil` for a broken sequence, and for an encoded slash, which would make one name look like two.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2]), high << 4 | low != slash
      else { return nil }
      result.append(high << 4 | low)
      index += 3
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
