public import DossierMarkdown
public import DossierSource

/// One file of a kind: what the file says, before the site makes anything of it.
///
/// A class, though it is a value: every page asks for dozens of records, and a copy of so many
/// fields would cost more than what is done with it.
public final class Record: Sendable {
  public let key: RecordKey
  /// The file, relative to the project's folder.
  public let path: String
  public let title: String
  /// A name for tables and links; the title where there is none.
  public let short: String?
  public let summary: String?
  public let schedule: Schedule
  /// What only articles have.
  public let article: ArticleMatter
  /// Addresses by which the record was known before: ids of the same kind.
  public let aliases: [Located]
  /// When somebody last held the record against its sources.
  public let reviewed: PartialDate?
  /// Who did; `nil` where that is not said.
  public let reviewer: String?
  public let updated: PartialDate?
  /// What was changed when, the newest first.
  public let changes: [ChangeNote]
  /// By the index of the field in its kind; `nil` where the file says nothing.
  /// Read through ``FactTable`` alone by whatever shows them.
  let facts: Column<Field, Fact?>
  public let text: RecordText
  /// A fingerprint of the texts, by which a translation says what it translates.
  public let textDigest: UInt64
  /// Texts in other languages, in the order of the languages.
  public let translations: [Translation]
  /// A hash of the front matter as it is written: records of one kind and file that share it differ
  /// in their text alone.
  let frontDigest: UInt64
  /// What must be said, and this file does not say.
  let gaps: [Gap]

  init(
    _ file: File, _ names: Names, facts: Column<Field, Fact?>, schedule: Schedule,
    article: ArticleMatter,
    history: History, text: RecordText, translations: [Translation] = []
  ) {
    key = file.key
    path = file.path
    textDigest = file.textDigest
    frontDigest = file.frontDigest
    gaps = file.gaps
    title = names.title
    short = names.short
    summary = names.summary
    aliases = names.aliases
    self.facts = facts
    self.schedule = schedule
    self.article = article
    changes = history.changes
    reviewed = history.reviewed
    reviewer = history.reviewer
    updated = history.updated
    self.text = text
    self.translations = translations
  }

  /// The same record with other translations.
  func translated(by translations: [Translation]) -> Record {
    citing(facts, article: article, text: text, translations: translations)
  }

  /// The same record with its facts and texts citing otherwise.
  func citing(
    _ facts: Column<Field, Fact?>, article: ArticleMatter, text: RecordText,
    translations: [Translation]
  ) -> Record {
    Record(
      File(
        key: key, path: path, textDigest: textDigest, frontDigest: frontDigest, gaps: gaps),
      Names(title: title, short: short, summary: summary, aliases: aliases), facts: facts,
      schedule: schedule, article: article,
      history: History(
        changes: changes, reviewed: reviewed, reviewer: reviewer, updated: updated), text: text,
      translations: translations)
  }

  /// Where a record stands, and the fingerprints of what it says there.
  struct File {
    var key: RecordKey
    var path: String
    var textDigest: UInt64
    var frontDigest: UInt64
    var gaps: [Gap]
  }

  /// A thing that a record must say, which another file may say for it.
  struct Gap: Sendable, Equatable {
    /// The index of the field; `nil` for the title.
    var field: FieldIndex?
    /// The key without a value, or the beginning of what lacks it.
    var span: Span
    var isBlank: Bool
  }

  /// What a record is called, and was called before.
  struct Names {
    var title: String
    var short: String?
    var summary: String?
    var aliases: [Located]
  }

  /// When a record was held against its sources, and what was changed in it.
  struct History {
    var changes: [ChangeNote]
    var reviewed: PartialDate?
    var reviewer: String?
    var updated: PartialDate?
  }

  /// Whether it is `content/home.md`, the matter of the site's first page.
  public var isHome: Bool { path == "content/home.md" }

  /// What is called for in a table or a link.
  public var name: String { short ?? title }
}

/// The front matter that records of the role `article` alone have.
public struct ArticleMatter: Sendable {
  public var date: PartialDate?
  /// The time up to which it was written: what it says of the state of affairs is of then.
  public var asOf: PartialDate?
  /// The place in the order in which articles are best read, from 1; `nil` for those out of it.
  public var order: Int?
  /// Ids of records of the role `author`.
  public var authors: [Located]
  public var topics: [Located]
  public var keyPoints: [Prose]

  static let none = ArticleMatter(authors: [], topics: [], keyPoints: [])
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
  public var texts: [FieldIndex: [ClaimValue]]
  /// By the index of the field; a note per claim, empty where there is none.
  public var notes: [FieldIndex: [String]]
  /// By the index of the field: where the file speaks of it.
  public var spans: [FieldIndex: Span]
  public var text: RecordText
}
