/// How a work stands in the world, which decides the form of its entry.
enum WorkForm: Equatable {
  /// In a journal with volumes and pages.
  case journalArticle
  /// In a newspaper, a magazine, a blog or a programme, known by its day.
  case periodicalArticle
  /// In a book or an encyclopedia.
  case part
  /// On its own, but small or unpublished: its title goes in quotation marks.
  case small
  /// On its own: its title goes in italics.
  case whole

  /// - Parameter type: A type of CSL 1.0.2; any other is a whole work.
  init(type: String) {
    self =
      switch type {
      case "article-journal", "review", "review-book": .journalArticle
      case "article", "article-magazine", "article-newspaper", "broadcast", "post",
        "post-weblog":
        .periodicalArticle
      case "chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference": .part
      case "interview", "manuscript", "personal_communication", "speech", "thesis", "webpage":
        .small
      default: .whole
      }
  }

  /// Whether an unsigned work is known by what it appeared in rather than by its publisher.
  var isKnownByContainer: Bool { self != .whole && self != .small }
}
