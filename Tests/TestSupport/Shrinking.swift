/// Makes the smallest of an input that still shows a fault.
public enum Shrinking {
  /// The smallest text that still fails: lines are left out, then words, then single characters.
  ///
  /// - Parameter fails: Whether a text shows the fault; it does for the one that is given.
  public static func smallest(_ text: String, fails: (String) -> Bool) -> String {
    var smallest = text
    for separator in ["\n", " "] {
      let parts = smallest.components(of: separator)
      smallest = fewest(parts) { fails($0.joined(separator: separator)) }
        .joined(separator: separator)
    }
    return String(fewest(Array(smallest)) { fails(String($0)) })
  }

  /// The fewest of some parts that still fail: halves are left out, then quarters, down to one.
  private static func fewest<Part>(_ parts: [Part], fails: ([Part]) -> Bool) -> [Part] {
    var parts = parts
    var width = max(1, parts.count / 2)
    while true {
      var start = 0
      var isChanged = false
      while start < parts.count {
        let fewer = parts[..<start] + parts[min(parts.count, start + width)...]
        if fails(Array(fewer)) {
          parts = Array(fewer)
          isChanged = true
        } else {
          start += width
        }
      }
      if width == 1, !isChanged { return parts }
      width = max(1, width / 2)
    }
  }
}

extension String {
  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
