import DossierCitation
import DossierMarkdown
import DossierSite
import DossierTemplate

/// Fills the holes of a record's texts for one page, and remembers which works they cite.
struct TextRenderer {
  let scope: PageScope
  /// The record that the text belongs to.
  let record: RecordIndex
  let text: RecordText
  /// Sources cited so far, each once, in the order of their first citation.
  private(set) var cited: [SourceIndex] = []
  private var isCited: Set<SourceIndex> = []
  /// A note of the author's own, or a citation that is one.
  private enum NoteKey: Hashable {
    case own(Int)
    case citation(Int)
  }

  /// By the note: its number on the page, in the order of the first calls.
  private var noteNumbers: [NoteKey: Int] = [:]
  private var callCounts: [NoteKey: Int] = [:]
  /// The citations that a note style sets as notes.
  private var citedNotes: [[UInt8]] = []
  /// The page's citations so far, in the order in which a reader meets them.
  private var flow: CitationFlow
  /// Whether a citation may become a note: in the text, and not in a note.
  private var makesNotes = false
  private var exhibitCount = 0
  private var imageCount = 0
  /// Notes and exhibits that stand before those of the text on the same page.
  private let notesBefore: Int
  private let exhibitsBefore: Int

  init(_ scope: PageScope, record: RecordIndex, notesBefore: Int = 0, exhibitsBefore: Int = 0) {
    self.scope = scope
    self.notesBefore = notesBefore
    self.exhibitsBefore = exhibitsBefore
    self.record = record
    text = scope.edition.text(of: scope.site.records[record])
    flow = CitationFlow(scope.edition.citations.style)
  }

  /// Remembers that the page cites a source; `nil` for one that is not there.
  @discardableResult
  mutating func cite(_ id: String) -> SourceIndex? {
    guard let source = scope.site.source(id) else { return nil }
    if isCited.insert(source).inserted { cited.append(source) }
    return source
  }

  /// A prose as HTML with its holes filled.
  ///
  /// - Parameter terms: By the index of a hole: a term that is explained behind it.
  mutating func fill(_ prose: Prose, explaining terms: [Int: RecordIndex] = [:]) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(prose.html.count + prose.holes.count * 80)
    var start = 0
    for (index, hole) in prose.holes.enumerated() {
      html.append(contentsOf: prose.html[start..<hole.offset])
      start = hole.offset
      append(hole.filling, to: &html)
      if let term = terms[index] { appendGloss(of: term, to: &html) }
    }
    html.append(contentsOf: prose.html[start...])
    return scope.handout == nil ? html : BareAddress.marked(html)
  }

  private mutating func append(_ filling: Hole.Filling, to html: inout [UInt8]) {
    switch filling {
    case .reference(let reference): append(reference, to: &html)
    case .citation(let citations): append(citations, to: &html)
    case .work(let work): appendLink(to: work, WorkWords(scope: scope).label(work), to: &html)
    case .mention(let work, let text):
      append(mention: work, text, to: &html)
    case .callout(let callout): html.append(text: ProseWords(scope: scope).name(of: callout))
    case .note(let note): appendCall(of: .own(note), to: &html)
    case .exhibit(let block): append(block, to: &html)
    case .image(let image): append(image, to: &html)
    }
  }

  private mutating func append(_ reference: Reference, to html: inout [UInt8]) {
    guard let destination = ProseWords(scope: scope).destination(of: reference, in: record, text)
    else {
      html.append(contentsOf: reference.label ?? [])
      return
    }
    if case .source(let source) = destination, scope.handout != nil {
      cite(scope.site.sources[source].id)
    }
    html.appendLink(
      to: scope.address(of: destination), class: destination.linkClass, title: reference.title
    ) { html in
      if let label = reference.label {
        html.append(contentsOf: label)
      } else {
        html.append(text: ProseWords(scope: scope).words(for: destination))
      }
    }
  }

  /// "(see Gowan 2018, 4–6; Smith 2020)", each work a link to its entry on the page; in a note style
  /// the call of a note that says so.
  private mutating func append(_ works: [DossierMarkdown.Citation], to html: inout [UInt8]) {
    for work in works { cite(work.id) }
    let known = works.filter { scope.site.source($0.id) != nil }
    guard !known.isEmpty else {
      return html.append(text: "(" + works.map(\.id).joined(separator: "; ") + ")")
    }
    let cites = known.map(scope.edition.citations.cite)
    guard makesNotes, scope.edition.citations.isNote else { return append(cites, to: &html) }
    let number = notesBefore + noteNumbers.count + 1
    citedNotes.append(Array(set(cites, note: number).utf8))
    appendCall(of: .citation(citedNotes.count - 1), to: &html)
  }

  private mutating func append(_ cites: [Cite], to html: inout [UInt8]) {
    guard !scope.edition.citations.isNote else {
      let labels = cites.map { cite in
        "<a href=\"\(WorkWords(scope: scope).fragment(cite.id))\">"
          + Self.escaped(scope.edition.citations.label(cite)) + "</a>"
      }
      return html.append(html: "<small>(" + labels.joined(separator: "; ") + ")</small>")
    }
    html.append(html: "<small>" + set(cites, note: 0) + "</small>")
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(text: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Cites in the site's style, as HTML.
  private mutating func set(_ cites: [Cite], note: Int) -> String {
    let text = flow.cite(DossierCitation.Citation(cites, note: note)) { [scope] in
      WorkWords(scope: scope).fragment($0)
    }
    return text.pageHTML(scope.edition.citations.style.processor.locale)
  }

  /// "Gowan (2018, 4–6)"; with a number, or a note, where the style cites so.
  private mutating func append(
    mention work: DossierMarkdown.Citation, _ text: String, to html: inout [UInt8]
  ) {
    let desk = scope.edition.citations
    guard let name = WorkWords(scope: scope).name(work) else { return html.append(text: text) }
    guard desk.style.processor.style.isNumeric || desk.isNote && makesNotes else {
      return appendLink(to: work, name, to: &html)
    }
    html.append(text: desk.names(work.id) + (desk.isNote ? "" : " "))
    append([work], to: &html)
  }

  /// A link to the entry of a work on the page.
  private mutating func appendLink(
    to citation: DossierMarkdown.Citation, _ label: String, to html: inout [UInt8]
  ) {
    cite(citation.id)
    html.appendLink(to: WorkWords(scope: scope).fragment(citation.id)) { $0.append(text: label) }
  }

  private mutating func appendCall(of note: NoteKey, to html: inout [UInt8]) {
    let number = noteNumbers[note] ?? notesBefore + noteNumbers.count + 1
    noteNumbers[note] = number
    let call = callCounts[note, default: 0] + 1
    callCounts[note] = call
    let id = Self.callID(number, call)
    if scope.handout != nil {
      return appendFootnote(note, number, isFirst: call == 1, id, to: &html)
    }
    html.append(
      html: "<sup class=\"note-call\"><a id=\"\(id)\" href=\"#note-\(number)\">\(number)</a></sup>")
  }

  /// Whether a note holds what no sentence can; `nil` where there is no such note.
  private func holdsBlocks(_ note: NoteKey) -> Bool? {
    switch note {
    case .citation: false
    case .own(let note):
      note < text.body.notes.count ? text.body.notes[note].holdsBlocks : nil
    }
  }

  /// What a note says. A citation in it is none of its own.
  private mutating func content(of note: NoteKey) -> [UInt8] {
    switch note {
    case .citation(let note): return citedNotes[note]
    case .own(let note):
      let before = makesNotes
      makesNotes = false
      defer { makesNotes = before }
      return fill(text.body.notes[note].content)
    }
  }

  /// A note for both kinds of engine: set at the page's foot where CSS knows footnotes, a call of
  /// the notes at the end elsewhere. The style shows one of the two. A note that holds blocks
  /// stands at the end for all, since no sentence can hold it.
  private mutating func appendFootnote(
    _ note: NoteKey, _ number: Int, isFirst: Bool, _ id: String, to html: inout [UInt8]
  ) {
    let isAtFoot = isFirst && holdsBlocks(note) == false
    html.append(html: "<span class=\"note-place\" id=\"\(id)\"></span>")
    html.append(html: "<sup class=\"note-call\(isAtFoot ? " first" : "")\">")
    html.append(html: "<a href=\"#note-\(number)\" role=\"doc-noteref\">\(number)</a></sup>")
    guard isAtFoot else { return }
    html.append(
      html: "<span class=\"footnote\" role=\"doc-footnote\" data-number=\"\(number)\">")
    html.append(contentsOf: content(of: note))
    html.append(html: "</span>")
  }

  private static func callID(_ number: Int, _ call: Int) -> String {
    call == 1 ? "note-call-\(number)" : "note-call-\(number)-\(call)"
  }

  private mutating func append(_ block: ExhibitBlock, to html: inout [UInt8]) {
    appendExhibit(at: exhibitCount, to: &html)
    exhibitCount += 1
  }

  /// Appends an exhibit of the text, by its place among them.
  mutating func appendExhibit(at place: Int, to html: inout [UInt8]) {
    guard place < text.exhibits.count else { return }
    let exhibit = PlacedExhibit(
      scope: scope, exhibit: text.exhibits[place], record: record,
      number: exhibitsBefore + place + 1)
    let sources = exhibit.append(to: &html)
    if scope.handout != nil { for source in sources { cite(source) } }
  }

  private mutating func append(_ image: Image, to html: inout [UInt8]) {
    let path = scope.site.file(image.path, from: scope.site.records[record].path)
    let address =
      scope.embedded[path].flatMap { DataAddress.image($0, path: path) }
      ?? scope.root + AssetRoute.address(of: path)
    if image.standsAlone { html.append(html: "<figure class=\"image\">") }
    html.append(html: "<img src=\"")
    html.append(text: address)
    html.append(html: "\" alt=\"")
    html.append(text: image.alternative)
    html.append(html: "\"")
    if let size = scope.site.size(ofImage: path) {
      html.append(html: " width=\"\(size.width)\" height=\"\(size.height)\"")
    }
    imageCount += 1
    // What the reader sees first is not put off, and what is printed must be there.
    if imageCount > 1, scope.handout == nil { html.append(html: " loading=\"lazy\"") }
    html.append(html: ">")
    guard image.standsAlone else { return }
    if let credit = image.title {
      html.append(html: "<figcaption>")
      html.append(text: credit)
      html.append(html: "</figcaption>")
    }
    html.append(html: "</figure>\n")
  }
}

// What stands around a body; to be asked for when the body has been filled.
extension TextRenderer {
  /// The notes that were called, in the order of their numbers.
  mutating func notes() -> [NoteView] {
    var views: [NoteView] = []
    for (note, number) in noteNumbers.sorted(by: { $0.value < $1.value }) {
      guard let isLong = holdsBlocks(note) else { continue }
      let calls = (1...(callCounts[note] ?? 1)).map { call in
        LinkView(label: String(call), address: "#" + Self.callID(number, call))
      }
      views.append(
        NoteView(
          id: "note-\(number)", number: String(number), text: content(of: note),
          isLong: isLong, calls: calls))
    }
    return views
  }

  /// The works cited on the page, in the order of a bibliography.
  func bibliography() -> [WorkView] {
    let words = WorkWords(scope: scope)
    if scope.edition.citations.isInOrderOfCitation {
      return inOrderOfCitation().map { words.work($0.source, number: $0.number) }
    }
    let ranks = scope.edition.sourceRanks
    return cited.sorted { ranks[$0] < ranks[$1] }.map { words.work($0) }
  }

  /// The works by their numbers on the page; those that only a table names come last.
  private func inOrderOfCitation() -> [(source: SourceIndex, number: Int)] {
    let numbers = flow.numbers
    let known = cited.filter { numbers[scope.site.sources[$0].id] != nil }
      .sorted {
        numbers[scope.site.sources[$0].id] ?? 0 < numbers[scope.site.sources[$1].id] ?? 0
      }
    let rest = cited.filter { numbers[scope.site.sources[$0].id] == nil }
    return (known + rest).enumerated().map { ($1, $0 + 1) }
  }

  /// The headings of the second and the third level.
  func contents() -> [ContentsView] {
    var views: [ContentsView] = []
    for heading in text.body.headings where heading.level <= 3 {
      let label = ProseWords(scope: scope).plainText(
        text.body.prose, heading.content, of: record, text: text)
      if heading.level == 2 || views.isEmpty {
        views.append(
          ContentsView(label: label, address: "#" + scope.anchorPrefix + heading.id, inner: []))
      } else {
        views[views.count - 1].inner.append(
          LinkView(label: label, address: "#" + scope.anchorPrefix + heading.id))
      }
    }
    return views
  }

  /// The body with all that stands around it; further citations of the page go before it.
  mutating func view() -> TextView {
    let explained = TermFinder(scope: scope).explained(text.body.prose, of: record)
    makesNotes = true
    let body = fill(explained.prose, explaining: explained.terms)
    makesNotes = false
    let notes = notes()
    return TextView(body: body, contents: contents(), notes: notes, bibliography: bibliography())
  }
}

extension Destination {
  /// The class of a link, so that figures can be told from other links.
  fileprivate var linkClass: String? {
    switch self {
    case .fact, .point, .verdict: "fact"
    default: nil
    }
  }
}
