import DossierSite

/// Where files that are published as they are lie in the site.
public enum AssetRoute {
  /// The route of a file of `content/` or of `templates/assets/`.
  public static func route(of path: String) -> String {
    for folder in ["content/", "templates/"] where path.hasPrefix(folder) {
      return String(path.dropFirst(folder.count))
    }
    return path
  }

  /// The route, percent-encoded as an address wants it.
  static func address(of path: String) -> String {
    var address = ""
    for byte in route(of: path).utf8 {
      if isPlain(byte) {
        address.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return address
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
