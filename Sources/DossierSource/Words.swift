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
