extension String {
  /// The text without white space at its ends.
  public var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension Sequence where Element: StringProtocol {
  /// The texts with something between each two of them; empty ones are left out.
  public func joinedWords(by separator: String = " ") -> String {
    filter { !$0.isEmpty }.joined(separator: separator)
  }
}

extension String {
  /// Whether a reader would see nothing of it: white space, controls, joiners and their like.
  public var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || properties.generalCategory == .control || properties.generalCategory == .format
    }
  }
}
