import DossierTemplate

/// The bibliography: `sources.html`.
struct SourcesView {
  var title: String
  var count: String
  var works: [SourceRowView]
  var pages: [LinkView]
  /// For the script that narrows the list; an element of HTML.
  var model: [UInt8]
  /// What it says before anybody narrows anything.
  var shown: String

  static let shape = ViewShape<SourcesView>(
    "sources",
    [
      .text("title") { $0.title },
      .text("count") { $0.count },
      .list("works", of: SourceRowView.shape) { $0.works },
      .list("pages", of: LinkView.shape) { $0.pages },
      .html("model") { $0.model },
      .text("shown") { $0.shown },
    ])
}

/// A work in the bibliography of the site.
struct SourceRowView {
  var work: WorkView
  /// In how many places it is cited, in words.
  var uses: String
  /// What a script narrows the list by: the type, the grade and the language, empty where not stated.
  var facets: [String]

  static let shape = ViewShape<SourceRowView>(
    "source-row",
    [
      .object("work", WorkView.shape) { $0.work },
      .text("uses") { $0.uses },
      .text("facets") { $0.facets.joined(separator: " ") },
    ])
}

/// The page of a source: `source.html`.
struct SourceView {
  var title: String
  var work: WorkView
  var type: String
  /// How it was read, in words.
  var reading: String
  var note: String?
  /// The language of the note, where it is not the page's own.
  var noteLanguage: String?
  var archived: String?
  /// The works that are part of it.
  var parts: [LinkView]
  var uses: [UseView]

  static let shape = ViewShape<SourceView>(
    "source",
    [
      .text("title") { $0.title },
      .object("work", WorkView.shape) { $0.work },
      .text("type") { $0.type },
      .text("reading") { $0.reading },
      .text("note") { $0.note },
      .text("note-language") { $0.noteLanguage },
      .address("archived") { $0.archived },
      .list("parts", of: LinkView.shape) { $0.parts },
      .list("uses", of: UseView.shape) { $0.uses },
    ])
}
