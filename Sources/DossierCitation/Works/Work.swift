/// A work as CSL-JSON describes it.
public struct Work: Sendable, Hashable {
  public var id: String
  /// A CSL type: `book`, `article-journal`, …
  public var type: String
  /// By the name of the variable: `title`, `volume`, `URL`; numbers as they are written.
  public var texts: [String: String] = [:]
  public var names: [String: [WorkName]] = [:]
  public var dates: [String: WorkDate] = [:]

  /// Makes a work of which nothing is known yet.
  public init(id: String, type: String) {
    self.id = id
    self.type = type
  }

  /// The title without the marks of CSL for italics and the like.
  public var plainTitle: String? {
    guard let title = texts["title"], title.utf8.contains(UInt8(ascii: "<")) else {
      return texts["title"]
    }
    return Self.marks.reduce(title) { $0.replacing($1, with: "") }
  }

  private static let marks = [
    "<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<sc>", "</sc>",
    "<span class=\"nocase\">", "<span style=\"font-variant:small-caps;\">",
    "<span style=\"font-variant: small-caps;\">", "</span>",
  ]

  /// A BCP 47 tag; empty where none is said.
  var language: String { texts["language"] ?? "" }
}
