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

  /// A place where a work was read, or another's account of it: one of its name, its address and the
  /// id of its own entry is there.
  public struct Copy: Sendable, Equatable {
    /// The name of the place or of who relays the work.
    public var place: Localized<String>?
    /// What the relay itself is called.
    public var title: String?
    /// When the relay appeared.
    public var issued: PartialDate?
    /// With the scheme http or https.
    public var url: String?
    public var accessed: PartialDate?
    /// The id of a work of the bibliography that it is.
    public var source: Located?
  }

  /// How a work was read, by which one can judge how far to trust what is taken from it.
  public enum Reading: String, Sendable, CaseIterable {
    /// Where its author published it.
    case primary
    /// In a copy that someone else keeps.
    case copy
    /// Through another's account of it alone.
    case relay
    /// A newspaper, a magazine or a broadcast, in its own place.
    case press
    case encyclopaedia
  }

  public var id: String
  /// The id as a part of addresses: of letters, digits, hyphens, points and low lines, and no other
  /// work's in any case of letters.
  public internal(set) var slug: String
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
  /// A text alone counts as written in the publication's first language.
  public var note: Localized<String>?
  /// Where a copy is kept, with the scheme http or https.
  public var archived: String?
  /// The publisher's own grade of trust: a short word, such as A to D.
  public var grade: String?
  /// The copies that were read in the work's own place.
  public var consulted: [Copy] = []
  /// The accounts of others through which alone the work is known.
  public var relays: [Copy] = []
  /// The id of the work that it is a part of.
  public var partOf: Located?
  /// Ids that it had before, or that others of its entries had: they all mean this one work.
  public var aliases: [Located] = []
  /// All that is said of it in CSL's variables, printed here or not.
  public var work: Work
  var schedule = Schedule()
  /// How the entry stands to another of the same id.
  var addition = Addition.none
  public var place: Place

  public init(id: String, type: String, title: String, place: Place) {
    self.id = id
    slug = id
    self.type = type
    self.title = title
    self.place = place
    authors = []
    editors = []
    work = Work(id: id, type: type)
    work.texts["title"] = title
  }
}

extension Source {
  /// How the work was read: an encyclopaedia by its type; then a relay and a copy, by what its entry
  /// says of them; then the press by its type.
  public var reading: Reading {
    switch type {
    case "entry", "entry-encyclopedia", "entry-dictionary": .encyclopaedia
    case _ where !relays.isEmpty: .relay
    case _ where !consulted.isEmpty: .copy
    case "article-newspaper", "article-magazine", "broadcast": .press
    default: .primary
    }
  }

  /// The works of the bibliography that its entry names.
  var namedWorks: [Located] {
    (consulted + relays).compactMap(\.source) + (partOf.map { [$0] } ?? [])
  }
}

/// How an entry of a bibliography stands to another of the same id.
enum Addition: Equatable, Sendable {
  case none
  /// It adds what CSL has no keys for to the entry of an export.
  case toAnother
  /// Another has added to it, at this place.
  case from(Place)
}
