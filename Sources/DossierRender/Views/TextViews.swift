import DossierTemplate

/// The narrative of a record: its body with what stands around it.
struct TextView {
  var body: [UInt8]
  /// The headings of the second level, with those of the third below them.
  var contents: [ContentsView]
  var notes: [NoteView]
  var bibliography: [WorkView]

  static let shape = ViewShape<TextView>(
    "text",
    [
      .html("body") { $0.body },
      .list("contents", of: ContentsView.shape) { $0.contents },
      .list("notes", of: NoteView.shape) { $0.notes },
      .list("bibliography", of: WorkView.shape) { $0.bibliography },
    ])
}

/// A line of the contents list.
struct ContentsView {
  var label: String
  var address: String
  /// Headings below it; not deeper than one level.
  var inner: [LinkView]

  static let shape = ViewShape<ContentsView>(
    "contents",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .list("inner", of: LinkView.shape) { $0.inner },
    ])
}

/// A note at the end of a text, with links back to its calls.
struct NoteView {
  /// The anchor: `note-1`.
  var id: String
  var number: String
  var text: [UInt8]
  /// Whether it is more than a paragraph, which no engine sets at the foot of a page.
  var isLong: Bool
  var calls: [LinkView]

  static let shape = ViewShape<NoteView>(
    "note",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .html("text") { $0.text },
      .flag("long") { $0.isLong },
      .list("calls", of: LinkView.shape) { $0.calls },
    ])
}

/// A work in a bibliography.
struct WorkView {
  /// The anchor: `cite-gowan-2018`.
  var id: String
  var entry: [UInt8]
  /// The page of the source.
  var address: String
  /// The publisher's grade of trust.
  var grade: String?

  static let shape = ViewShape<WorkView>(
    "work",
    [
      .text("id") { $0.id },
      .html("entry") { $0.entry },
      .address("address") { $0.address },
      .text("grade") { $0.grade },
    ])
}

/// A page on which something is used, with the sentences that do.
struct UseView {
  var title: String
  /// The language of the title and the sentences, where it is not the page's own.
  var language: String?
  var address: String
  /// The kind of that page's record.
  var kind: String
  /// Sentences, or the names of the fields and exhibits, in which the use stands.
  var places: [UsePlaceView]

  static let shape = ViewShape<UseView>(
    "use",
    [
      .text("title") { $0.title },
      .text("language") { $0.language },
      .address("address") { $0.address },
      .text("kind") { $0.kind },
      .list("places", of: UsePlaceView.shape) { $0.places },
    ])
}

/// A sentence, a field or an exhibit in which something is used.
struct UsePlaceView: Hashable {
  var sentence: String?
  /// The name of a field or an exhibit.
  var label: String?

  static let shape = ViewShape<UsePlaceView>(
    "use-place",
    [
      .text("sentence") { $0.sentence },
      .text("label") { $0.label },
    ])
}
