/// One work in a citation, with what the author says of this place of it.
public struct Cite: Sendable, Hashable {
  /// How much of the work's citation is wanted.
  public enum Extent: Sendable, Hashable {
    case full
    /// For "Doe (2000)", where the sentence names the author.
    case withoutAuthor
    case authorOnly
  }

  public var id: String
  public var locator: String?
  /// What the locator counts, a term of CSL: `page`, `chapter`, …
  public var label: String?
  /// What the author says before the cite, and behind it.
  public var prefix = RichText()
  public var suffix = RichText()
  public var extent = Extent.full
  /// Where the cite stands after others of its work, if that is given and not reckoned.
  var position: Position?
  var isNearNote: Bool?
  var firstNote: Int?

  /// Makes a cite of a whole work.
  public init(id: String) {
    self.id = id
  }
}

/// Where a cite stands in relation to those before it.
public enum Position: Int, Sendable, Hashable, Comparable {
  case first, subsequent, ibidWithLocator, ibid

  /// Whether the left one says less.
  public static func < (left: Position, right: Position) -> Bool { left.rawValue < right.rawValue }
}

/// Works that are cited together in one place of a text.
public struct Citation: Sendable, Hashable {
  public var cites: [Cite]
  /// The number of the note in which it stands; 0 in the running text.
  public var note: Int

  /// Makes a citation.
  public init(_ cites: [Cite], note: Int = 0) {
    self.cites = cites
    self.note = note
  }
}
