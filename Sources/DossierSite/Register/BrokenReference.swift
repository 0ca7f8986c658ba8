/// Why a reference leads nowhere.
public struct BrokenReference: Error, Hashable, Sendable {
  public var code: String
  public var message: String
  public var help: String?
  /// Whether the target may be right, but stands in a file that could not be read.
  var isExplained = false
}

extension BrokenReference {
  /// What is named is there, and may not be seen yet.
  init(hidden name: String) {
    self.init(
      code: "reference.hidden", message: "'\(name)' is not public yet",
      help: "take the reference out, or publish what it names first")
  }
}
