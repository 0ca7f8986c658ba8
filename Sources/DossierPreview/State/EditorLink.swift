import DossierSource

/// Addresses that open a file in the editors' own program.
struct EditorLink: Sendable {
  /// That of Visual Studio Code.
  static let defaultPattern = "vscode://file{path}:{line}:{column}"

  /// The project's folder, from the top of the file system.
  let root: String
  private var pattern = defaultPattern

  init(root: String) {
    self.root = root
  }

  /// The same with another pattern, where there is one.
  func with(pattern: String?) -> EditorLink {
    var link = self
    link.pattern = pattern ?? self.pattern
    return link
  }

  /// The address that opens a place.
  ///
  /// - Parameter line: The text of the line, by which bytes become the characters that editors
  ///   count, in units of UTF-16.
  func address(of place: Place, line: String? = nil) -> String {
    var column = max(place.span.column, 1)
    if let line {
      column = String(decoding: line.utf8.prefix(column - 1), as: UTF8.self).utf16.count + 1
    }
    let values = [
      "path": Self.encoded(root + "/" + place.path), "line": String(max(place.span.line, 1)),
      "column": String(column),
    ]
    return filled(values)
  }

  /// The pattern with the values in the place of `{…}`; what is no name of a value stays.
  private func filled(_ values: [String: String]) -> String {
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let after = rest.index(after: open)
      if let close = rest[after...].firstIndex(of: "}"),
        let value = values[String(rest[after..<close])]
      {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        result += "{"
        rest = rest[after...]
      }
    }
    return result + rest
  }

  /// A path, percent-encoded but for what needs none in the path of an address.
  static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
