/// Writes nodes as YAML, so that they are read again as what they are.
enum YAMLWriter {
  /// The keys of a mapping, each on a line of its own.
  static func lines(_ root: YAMLNode) -> [String] {
    (root.entries ?? []).map { key, value in "\(word(key)): \(flow(value))" }
  }

  /// A value on one line.
  static func flow(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar: word(node)
    case .sequence(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\(word($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// A text within quotation marks, unless it means the same without.
  private static func word(_ node: YAMLNode) -> String {
    guard case .scalar(let text, let isPlain) = node.content else { return "" }
    return isPlain && isSafe(text) ? text : quoted(text)
  }

  /// Letters, digits and what YAML gives no meaning to between them.
  private static func isSafe(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isSafe(first), isSafe(last), !YAMLNode.isNull(text)
    else { return false }
    return text.unicodeScalars.allSatisfy { isSafe($0) || " -./’".unicodeScalars.contains($0) }
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(Character(scalar))
      case "\n": quoted += "\\n"
      case _ where isHidden(scalar):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What YAML would not take as it is, or would take for the end of a line.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }
}
