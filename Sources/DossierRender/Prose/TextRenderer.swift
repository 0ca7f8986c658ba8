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
  /// The page's notes so far.
  var pageNotes: PageNotes
  /// The page's citations so far, in the order in which a reader meets them.
  var flow: CitationFlow
  /// What the text is that is being filled.
  var setting = Setting.aside
  private var exhibitCount = 0
  private var imageCount = 0
  /// Exhibits that stand before those of the text on the same page.
  private let exhibitsBefore: Int

  /// What a text is to the citations in it.
  enum Setting {
    /// Beside the narrative: what stands in it is no note.
    case aside
    /// The narrative, in which a citation may become a note.
    case narrative
    /// A note of the author's own.
    case note(Int)
    /// What the author says in a citation, which stands in a note or, with 0, in the text.
    case citation(note: Int)

    /// The number of the note that it stands in; 0 for none.
    var note: Int {
      switch self {
      case .aside, .narrative: 0
      case .note(let number), .citation(let number): number
      }
    }
  }

  /// - Parameters:
  ///   - notesBefore: Notes that stand before those of the text on the same page.
  ///   - flow: What the page cites before; nothing where it is left out.
  init(
    _ scope: PageScope, record: RecordIndex, notesBefore: Int = 0, exhibitsBefore: Int = 0,
    flow: CitationFlow? = nil
  ) {
    self.scope = scope
    self.exhibitsBefore = exhibitsBefore
    self.record = record
    text = scope.edition.text(of: scope.site.records[record])
    self.flow = flow ?? CitationFlow(scope.citations.style, numbers: scope.citations.numbers)
    pageNotes = PageNotes(before: notesBefore)
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
    let whole = ProseStretch(bytes: 0..<prose.html.count, holes: 0..<prose.holes.count)
    append(whole, of: ExplainedProse(prose: prose, terms: terms), to: &html)
    return scope.handout == nil ? html : BareAddress.marked(html)
  }

  /// The narrative of a page with its holes filled.
  mutating func fillNarrative(
    _ prose: Prose, explaining terms: [Int: RecordIndex] = [:]
  ) -> [UInt8] {
    setting = .narrative
    defer { setting = .aside }
    return fill(prose, explaining: terms)
  }

  /// A stretch with its holes filled.
  mutating func append(_ stretch: ProseStretch, of text: ExplainedProse, to html: inout [UInt8]) {
    let prose = text.prose
    var start = stretch.bytes.lowerBound
    var index = stretch.holes.lowerBound
    while index < stretch.holes.upperBound {
      let hole = prose.holes[index]
      html.append(contentsOf: prose.html[start..<hole.offset])
      start = hole.offset
      var last = index
      if let citing = citing(at: index, of: text) {
        last = citing.last
        start = prose.holes[last].offset
        start += append(citing, in: prose, index...last, to: &html)
      } else {
        append(hole.filling, to: &html)
      }
      if let term = text.terms[last] { appendGloss(of: term, to: &html) }
      index = last + 1
    }
    html.append(contentsOf: prose.html[start..<max(start, stretch.bytes.upperBound)])
  }

  private mutating func append(_ filling: Hole.Filling, to html: inout [UInt8]) {
    switch filling {
    case .reference(let reference): append(reference, to: &html)
    case .work(let work): appendLink(to: work, WorkWords(scope: scope).label(work), to: &html)
    case .bracket(let sign): html.append(text: sign.plainText)
    case .mention(let work, let text): append(mention: work, text, to: &html)
    case .callout(let callout):
      html.append(text: ProseWords(scope: scope).name(of: callout, in: record))
    case .note(let note): appendCall(ofOwn: note, to: &html)
    case .exhibit(let block): append(block, to: &html)
    case .image(let image): append(image, to: &html)
    case .citation: break
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
        html.append(text: ProseWords(scope: scope).words(for: destination, in: record))
      }
    }
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
  func notes() -> [NoteView] {
    pageNotes.entries.map { note in
      let calls = (1...max(note.calls, 1)).map { call in
        LinkView(label: String(call), address: "#" + Self.callID(note.number, call))
      }
      return NoteView(
        id: "note-\(note.number)", number: String(note.number), text: note.content,
        isLong: note.isLong, calls: calls)
    }
  }

  /// The works cited on the page, in the order of a bibliography.
  func bibliography() -> [WorkView] {
    WorkWords(scope: scope).bibliography(of: cited, numbers: flow.numbers)
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
    let explained = TermFinder(edition: scope.edition).explained(text.body.prose, of: record)
    let body = fillNarrative(explained.prose, explaining: explained.terms)
    return TextView(body: body, contents: contents(), notes: notes(), bibliography: bibliography())
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
