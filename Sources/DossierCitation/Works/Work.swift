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
    texts["title"].map { title in
      TextTag.pieces(of: title).map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }
  }

  /// A BCP 47 tag; empty where none is said.
  var language: String { texts["language"] ?? "" }
}
