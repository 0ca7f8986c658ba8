public import DossierCitation
public import DossierSource

/// An entry of the bibliography, with the names of CSL-JSON, as Zotero exports them.
public struct Source: Sendable, Equatable {
  /// A person or body that made the work.
  public struct Name: Sendable, Equatable {
    public var family: String
    public var given: String?
    /// A body, whose name is `family` and is never turned round.
    public var isLiteral: Bool

    public init(family: String, given: String? = nil, isLiteral: Bool = false) {
      self.family = family
      self.given = given
      self.isLiteral = isLiteral
    }
  }

  public var id: String
  /// A CSL type: `book`, `report`, `article-journal`, `webpage`, …
  public var type: String
  public var title: String
  public var authors: [Name]
  public var editors: [Name]
  public var containerTitle: String?
  public var publisher: String?
  public var publisherPlace: String?
  public var issued: PartialDate?
  public var accessed: PartialDate?
  /// An address with the scheme http or https.
  public var url: String?
  public var doi: String?
  public var isbn: String?
  public var volume: String?
  public var issue: String?
  public var page: String?
  public var genre: String?
  public var number: String?
  public var eventTitle: String?
  /// A BCP 47 tag.
  public var language: String?
  public var note: String?
  /// Where a copy is kept, with the scheme http or https.
  public var archived: String?
  /// The publisher's own grade of trust: a short word, such as A to D.
  public var grade: String?
  /// All that is said of it in CSL's variables, printed here or not.
  public var work: Work
  var schedule = Schedule()
  public var place: Place

  public init(id: String, type: String, title: String, place: Place) {
    self.id = id
    self.type = type
    self.title = title
    self.place = place
    authors = []
    editors = []
    work = Work(id: id, type: type)
    work.texts["title"] = title
  }
}
