import DossierCitation
import DossierMarkdown
import DossierSite

/// Works that a text cites in one place, as the style is asked for them.
struct Citing {
  var cites: [Cite]
  /// The ids of works that are not there.
  var unknown: [String] = []
  /// The index of the last hole that belongs to it.
  var last: Int
}

// Citations and notes.
extension TextRenderer {
  /// The citation that begins with a hole; `nil` for a hole that is something else.
  mutating func citing(at index: Int, of text: ExplainedProse) -> Citing? {
    switch text.prose.holes[index].filling {
    case .citation(let works):
      let known = works.filter { cite($0.id) != nil }
      return Citing(
        cites: known.map(scope.citations.cite),
        unknown: known.isEmpty ? works.map(\.id) : [], last: index)
    case .bracket(.start):
      guard let bracket = MarkedBracket(text.prose.holes, at: index),
        bracket.items.contains(where: { scope.site.source($0.work.id) != nil })
      else { return nil }
      return citing(bracket, of: text)
    default: return nil
    }
  }

  /// What an author says in a citation is filled as it stands, and set by the style with its work.
  private mutating func citing(_ bracket: MarkedBracket, of text: ExplainedProse) -> Citing {
    let before = setting
    if case .narrative = setting, scope.citations.isNote {
      // The note that the citation will be.
      setting = .citation(note: pageNotes.next)
    } else {
      setting = .citation(note: setting.note)
    }
    defer { setting = before }
    var citing = Citing(cites: [], last: bracket.end)
    for item in bracket.items where cite(item.work.id) != nil {
      let prefix = words(item.prefix, of: text)
      let rest = words(item.rest, of: text)
      let place = item.place.map { words($0, of: text).characters }
      citing.cites.append(
        scope.citations.cite(item.work, prefix: prefix, place: place, rest: rest))
    }
    return citing
  }

  private mutating func words(_ stretch: ProseStretch, of text: ExplainedProse) -> RichText {
    var html: [UInt8] = []
    append(stretch, of: text, to: &html)
    return RichText(html: html)
  }

  /// Appends a citation: "(see Gowan 2018, 4–6; Smith 2020)", each work a link to its entry on the
  /// page; in a note style the call of a note that says so.
  ///
  /// - Returns: How many of the bytes that follow in the text are set with it.
  mutating func append(
    _ citing: Citing, in prose: Prose, _ holes: ClosedRange<Int>, to html: inout [UInt8]
  ) -> Int {
    guard !citing.cites.isEmpty else {
      html.append(text: "(" + citing.unknown.joined(separator: "; ") + ")")
      return 0
    }
    guard scope.citations.isNote else {
      let text = set(citing.cites, .alone)
      html.append(html: isInCitation ? text : "<small>" + text + "</small>")
      return 0
    }
    switch setting {
    case .aside: appendLabels(citing.cites, to: &html)
    case .narrative:
      // A bracket has a space before it, and a sign behind it; the call of a note stands otherwise.
      html.removeBlanksAtEnd()
      let signs = scope.edition.rules.callsFollowSigns ? prose.neighbours(of: holes).signs : ""
      html.append(text: signs)
      appendNote(citing.cites, to: &html)
      return signs.utf8.count
    case .citation: html.append(html: set(citing.cites, .inSentence(begins: false, next: nil)))
    case .note:
      let around = prose.neighbours(of: holes)
      let cites = around.beginsSentence ? citing.cites.beginningSentence : citing.cites
      guard !around.endsBlock else {
        html.append(html: set(cites, .entire(begins: around.beginsSentence)))
        return 0
      }
      let inSentence = CitationSetting.inSentence(
        begins: around.beginsSentence, next: around.next)
      html.append(html: set(cites, inSentence))
      return around.next == nil ? 0 : 1
    }
    return 0
  }

  private var isInCitation: Bool {
    if case .citation = setting { true } else { false }
  }

  /// Works by author and year, where a note style has no note for them.
  private mutating func appendLabels(_ cites: [Cite], to html: inout [UInt8]) {
    html.append(html: "<small>(")
    for (index, cite) in cites.enumerated() {
      if index > 0 { html.append(html: "; ") }
      html.appendLink(to: WorkWords(scope: scope).fragment(cite.id)) { [scope] html in
        html.append(html: scope.citations.labelHTML(cite))
      }
    }
    html.append(html: ")</small>")
  }

  private mutating func appendNote(_ cites: [Cite], to html: inout [UInt8]) {
    let key = pageNotes.newCitation()
    let note = pageNotes.call(key, isLong: false)
    setting = .note(note.number)
    let content = Array(set(cites.beginningSentence, .alone).utf8)
    setting = .narrative
    pageNotes.set(content, of: key)
    appendCall(of: note, content, to: &html)
  }

  /// Cites in the site's style, as HTML.
  private mutating func set(_ cites: [Cite], _ setting: CitationSetting) -> String {
    let citation = DossierCitation.Citation(cites, note: self.setting.note)
    let text = flow.cite(citation, setting) { [scope] in WorkWords(scope: scope).fragment($0) }
    return text.pageHTML(scope.citations.style.processor.locale)
  }

  /// "Gowan (2018, 4–6)"; with a number, or a note, where the style cites so. In a note of a note
  /// style what the note would say stands in the brackets.
  mutating func append(
    mention work: DossierMarkdown.Citation, _ text: String, to html: inout [UInt8]
  ) {
    let desk = scope.citations
    guard let name = WorkWords(scope: scope).name(work) else { return html.append(text: text) }
    if desk.style.processor.style.isNumeric {
      html.append(text: desk.names(work.id) + " ")
      cite(work.id)
      html.append(html: "<small>" + set([desk.cite(work)], .alone) + "</small>")
      return
    }
    guard desk.isNote else { return appendLink(to: work, name, to: &html) }
    switch setting {
    case .aside: appendLink(to: work, name, to: &html)
    case .narrative:
      cite(work.id)
      html.append(text: desk.names(work.id))
      appendNote([desk.cite(work)], to: &html)
    case .note, .citation:
      cite(work.id)
      var cite = desk.cite(work)
      cite.extent = .withoutAuthor
      html.append(text: desk.names(work.id) + " (")
      html.append(html: set([cite], .inSentence(begins: false, next: nil)) + ")")
    }
  }

  /// A link to the entry of a work on the page.
  mutating func appendLink(
    to citation: DossierMarkdown.Citation, _ label: String, to html: inout [UInt8]
  ) {
    cite(citation.id)
    html.appendLink(to: WorkWords(scope: scope).fragment(citation.id)) { $0.append(text: label) }
  }

  /// The call of a note of the author's own. What it says is read where it is called first, since a
  /// reader meets there what it cites.
  mutating func appendCall(ofOwn index: Int, to html: inout [UInt8]) {
    guard text.body.notes.indices.contains(index) else { return }
    let note = text.body.notes[index]
    let key = PageNotes.Key.own(index)
    // A note that is called in one that a citation became cannot stand at the page's foot as well.
    let isLong = note.holdsBlocks || isInCitation && setting.note > 0
    var entry = pageNotes.call(key, isLong: isLong)
    if entry.calls == 1 {
      let before = setting
      setting = .note(entry.number)
      entry.content = fill(note.content)
      setting = before
      pageNotes.set(entry.content, of: key)
    }
    appendCall(of: entry, entry.content, to: &html)
  }

  /// A call; on paper with the note for both kinds of engine: set at the page's foot where CSS knows
  /// footnotes, a call of the notes at the end elsewhere. The style shows one of the two. A note that
  /// is long stands at the end for all, since no sentence can hold it.
  private func appendCall(
    of note: PageNotes.Entry, _ content: [UInt8], to html: inout [UInt8]
  ) {
    let number = note.number
    let id = Self.callID(number, note.calls)
    guard scope.handout != nil else {
      return html.append(
        html:
          "<sup class=\"note-call\"><a id=\"\(id)\" href=\"#note-\(number)\">\(number)</a></sup>")
    }
    let isAtFoot = note.calls == 1 && !note.isLong
    html.append(html: "<span class=\"note-place\" id=\"\(id)\"></span>")
    html.append(html: "<sup class=\"note-call\(isAtFoot ? " first" : "")\">")
    html.append(html: "<a href=\"#note-\(number)\" role=\"doc-noteref\">\(number)</a></sup>")
    guard isAtFoot else { return }
    html.append(
      html: "<span class=\"footnote\" role=\"doc-footnote\" data-number=\"\(number)\">")
    html.append(contentsOf: content)
    html.append(html: "</span>")
  }

  static func callID(_ number: Int, _ call: Int) -> String {
    call == 1 ? "note-call-\(number)" : "note-call-\(number)-\(call)"
  }
}

extension [Cite] {
  /// What an author says before the first work begins a sentence in a note.
  fileprivate var beginningSentence: [Cite] {
    var cites = self
    if let first = cites.first { cites[0].prefix = first.prefix.beginningSentence }
    return cites
  }
}

extension [UInt8] {
  /// Takes away what parts a bracket from the word before it.
  fileprivate mutating func removeBlanksAtEnd() {
    while let last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") { removeLast() }
    if suffix(2).elementsEqual([0xC2, 0xA0]) { removeLast(2) }
  }
}
