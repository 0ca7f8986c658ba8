/// A handout that gathers parts of the site, declared in `content/handouts/<id>.yml`.
public struct HandoutCollection: Sendable {
  /// How it is laid out.
  public enum Form: String, CaseIterable, Sendable {
    /// With a cover, a table of contents, and every part on a page of its own.
    case report
    /// The parts one after the other under the title.
    case brief
  }

  /// What is taken of a record.
  public enum Portion: String, CaseIterable, Sendable {
    case summary
    case keyPoints = "key-points"
    case text
    case facts
  }

  /// A part of the handout.
  public enum Content: Sendable {
    /// A heading above the parts that follow, up to the next.
    case chapter(Localized<String>)
    case record(LocatedKey, Set<Portion>)
    /// All records of a kind, by title.
    case kind(Located, Set<Portion>)
    /// An exhibit that stands in the text of a record.
    case exhibit(LocatedKey, id: String)
    /// The terms that occur.
    case glossary
    /// The works that are cited.
    case sources
    /// The events, by date.
    case timeline
    /// How far every option is from what it requires; the word that asks for it.
    case verdicts(Located)
  }

  /// The name of its file, and of its page below `handouts/`.
  public var id: String
  /// The file, relative to the project's folder.
  public var path: String
  public var title: Localized<String>
  public var subtitle: Localized<String>?
  /// What it says in a few sentences, for its cover.
  public var keyPoints: [Localized<String>]
  /// Ids of records of the role `author`.
  public var authors: [Located]
  public var date: PartialDate?
  public var form: Form
  /// Whether parts and headings are numbered.
  public var numbersHeadings: Bool
  public var parts: [Content]
  var schedule = Schedule()
}
