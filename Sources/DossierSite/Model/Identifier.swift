/// The grammar of the names that editors give to kinds, records, fields and sources.
public enum Identifier {
  /// Whether `name` is `[a-z0-9]+(-[a-z0-9]+)*`.
  public static func isValid(_ name: String) -> Bool {
    var afterHyphen = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        afterHyphen = false
      case UInt8(ascii: "-") where !afterHyphen: afterHyphen = true
      default: return false
      }
    }
    return !afterHyphen
  }

  /// Whether `name` can be a kind's id, which is also a link scheme: 2 to 32 characters, a letter
  /// first, and none of the schemes that mean something else.
  public static func isValidKind(_ name: String) -> Bool {
    isValid(name) && (2...32).contains(name.utf8.count) && !reservedSchemes.contains(name)
      && name.utf8.first.map { $0 >= UInt8(ascii: "a") } == true
  }

  /// Whether `name` can be a work's id in texts and claims: anything without
  /// blanks, commas, semicolons, brackets, bars and quotation marks, which part it from its place.
  public static func isValidWork(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 500
      && name.unicodeScalars.allSatisfy { scalar in
        let properties = scalar.properties
        return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
          && properties.generalCategory != .control
          && !",;[]{}<>\"|\\".unicodeScalars.contains(scalar)
      }
  }

  /// Schemes that no kind may take; `source` is the bibliography's own, `handout` names collections.
  static let reservedSchemes: Set<String> = [
    "http", "https", "mailto", "tel", "data", "file", "doi", "urn", "javascript", "source",
    "handout",
  ]

  /// The nearest valid id to a name in any script, for a help; `nil` where none is left.
  public static func suggestion(for name: String) -> String? {
    let folded = name.lowercased().utf8.map { byte -> UInt8 in
      let isKept =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      return isKept ? byte : UInt8(ascii: "-")
    }
    let parts = folded.split(separator: UInt8(ascii: "-"))
    return parts.isEmpty
      ? nil : String(decoding: Array(parts.joined(separator: [45])), as: UTF8.self)
  }
}
