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
