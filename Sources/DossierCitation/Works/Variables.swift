/// The variables of CSL 1.0.2, by what they hold.
public enum Variables {
  /// Variables that hold a date.
  public static let dates: Set<String> = [
    "accessed", "available-date", "container", "event-date", "issued", "original-date",
    "submitted",
  ]

  /// Variables that hold names.
  public static let names: Set<String> = [
    "author", "chair", "collection-editor", "compiler", "composer", "container-author",
    "contributor", "curator", "director", "editor", "editor-translator", "editortranslator",
    "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer",
    "narrator", "organizer", "original-author", "performer", "producer", "recipient",
    "reviewed-author", "script-writer", "series-creator", "translator",
  ]

  /// The types of works.
  public static let types: Set<String> = [
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview",
    "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
    "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
    "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
    "standard", "thesis", "treaty", "webpage",
  ]

  /// Keys of an item that are no variables of a style, older names of variables among them.
  public static let further: Set<String> = [
    "categories", "custom", "doi", "id", "journalAbbreviation", "shortTitle", "type", "url",
    "volume-title-short",
  ]

  /// Whether a key is one that an item of CSL-JSON may have.
  public static func isKnown(_ key: String) -> Bool {
    texts.contains(key) || names.contains(key) || dates.contains(key) || further.contains(key)
  }

  /// Variables that hold a number, or are treated as one.
  public static let numbers: Set<String> = [
    "chapter-number", "citation-number", "collection-number", "edition",
    "first-reference-note-number", "issue", "locator", "number", "number-of-pages",
    "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section",
    "supplement-number", "version", "volume",
  ]

  /// Variables that hold a text, numbers included.
  public static let texts: Set<String> = numbers.union([
    "abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location",
    "authority", "call-number", "citation-key", "citation-label", "collection-title",
    "container-title", "container-title-short", "dimensions", "division", "DOI", "event",
    "event-place", "event-title", "genre", "ISBN", "ISSN", "jurisdiction", "keyword", "language",
    "license", "medium", "note", "original-publisher", "original-publisher-place",
    "original-title", "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references",
    "reviewed-genre", "reviewed-title", "scale", "source", "status", "title", "title-short", "URL",
    "volume-title", "year-suffix",
  ])
}
