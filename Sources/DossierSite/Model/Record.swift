public import DossierMarkdown
public import DossierSource

/// One file of a kind: what the file says, before the site makes anything of it.
public struct Record: Sendable {
  public var key: RecordKey
  /// The file, relative to the project's folder.
  public var path: String
  public var title: String
  /// A name for tables and links; the title where there is none.
  public var short: String?
  public var summary: String?
  public var schedule: Schedule
  /// What only articles have.
  public var article: ArticleMatter
  /// Addresses by which the record was known before: ids of the same kind.
  public var aliases: [Located]
  /// When somebody last held the record against its sources.
  public var reviewed: PartialDate?
  public var updated: PartialDate?
  /// What was changed when, the newest first.
  public var changes: [ChangeNote]
  /// By the index of the field in its kind; `nil` where the file says nothing.
  public var facts: [Fact?]
  public var text: RecordText
  /// A fingerprint of the texts, by which a translation says what it translates.
  public var textDigest: UInt64
  /// Texts in other languages.
  public var translations: [Translation]
  /// A hash of the front matter as it is written: records of one kind and file that share it differ
  /// in their text alone.
  var frontDigest: UInt64 = 0

  /// Whether it is `content/home.md`, the matter of the site's first page.
  public var isHome: Bool { path == "content/home.md" }

  /// What is called for in a table or a link.
  public var name: String { short ?? title }
}

/// When a record may be seen.
public struct Schedule: Sendable, Equatable {
  public var isDraft: Bool
  /// Seconds since 1970 before which nothing of it may be seen.
  public var embargo: Int?
  /// Where the file says so, for diagnostics.
  public var span: Span
}

/// The front matter that records of the role `article` alone have.
public struct ArticleMatter: Sendable {
  public var date: PartialDate?
  /// Ids of records of the role `author`.
  public var authors: [Located]
  public var topics: [Located]
  public var keyPoints: [Prose]

  static let none = ArticleMatter(date: nil, authors: [], topics: [], keyPoints: [])
}

/// An id with its place in the file.
public struct Located: Sendable, Equatable {
  public var id: String
  public var span: Span
}

/// A dated note on what was changed.
public struct ChangeNote: Sendable, Equatable {
  public var date: PartialDate
  public var text: String
}

/// A Markdown body and the exhibits that stand in it.
public struct RecordText: Sendable {
  public var body: Body
  /// Parallel to the holes of the body that are exhibits, in their order.
  public var exhibits: [Exhibit]

  public init(body: Body = Body(), exhibits: [Exhibit] = []) {
    self.body = body
    self.exhibits = exhibits
  }
}

/// A record's texts in another language: `kfor.uk.md`. Values and sources stay the original's.
public struct Translation: Sendable {
  public var language: Language
  public var path: String
  public var title: String?
  public var short: String?
  public var summary: String?
  /// The fingerprint of the original's texts that were translated.
  public var translatedFrom: Located?
  public var keyPoints: [Prose]
  /// By the index of the field; texts and Markdown in the order of the claims.
  public var texts: [Int: [ClaimValue]]
  /// By the index of the field; a note per claim, empty where there is none.
  public var notes: [Int: [String]]
  /// By the index of the field: where the file speaks of it.
  public var spans: [Int: Span]
  public var text: RecordText
}
