import DossierMarkdown
import DossierSite

struct ProseWords {
  let scope: PageScope

  /// A text without its markup, references in words: for contents lists, sentences and metadata.
  ///
  /// - Parameters:
  ///   - range: A stretch of the HTML; the whole where it is `nil`.
  ///   - record: The record that the text belongs to.
  ///   - text: That text, by default the original's; asked for by few references, hence only then.
  func plainText(
    _ prose: Prose, _ range: Range<Int>? = nil, of record: RecordIndex,
    text: @autoclosure () -> RecordText? = nil
  ) -> String {
    prose.plainText(range) { number in
      plainText(prose.holes[number].filling, of: record) {
        text() ?? scope.site.records[record].text
      }
    }
  }

  /// What stands for a hole in a text without markup.
  func plainText(
    _ filling: Hole.Filling, of record: RecordIndex, text: () -> RecordText
  ) -> String {
    switch filling {
    case .reference(let reference): plainLabel(reference, of: record, text: text)
    case .citation(let citations):
      "(" + citations.map(WorkWords(scope: scope).label).joined(separator: "; ") + ")"
    case .work(let work): WorkWords(scope: scope).label(work)
    case .bracket(let sign): sign.plainText
    case .mention(let work, let text): WorkWords(scope: scope).name(work) ?? text
    case .callout(let callout): name(of: callout, in: record)
    case .image(let image): image.alternative
    case .note, .exhibit: ""
    }
  }

  /// "Note", in the words of the publication and the language of a record's text.
  func name(of callout: Callout, in record: RecordIndex) -> String {
    scope.speaking(in: record).edition.strings["callout-" + callout.rawValue]
  }

  private func plainLabel(
    _ reference: Reference, of record: RecordIndex, text: () -> RecordText
  ) -> String {
    if let label = reference.label { return Prose(html: label).plainText(nil) { _ in "" } }
    return destination(of: reference, in: record, text()).map { words(for: $0, in: record) } ?? ""
  }

  /// Where a reference leads; `nil` where it is broken, which the linking has told.
  func destination(of reference: Reference, in record: RecordIndex, _ text: RecordText)
    -> Destination?
  {
    try? scope.site.resolve(reference, in: record, text: text, language: scope.language)
  }

  /// What the site says for a reference to which the author gave no words, in the language of the
  /// record's text in which it stands.
  func words(for destination: Destination, in record: RecordIndex) -> String {
    ProseWords(scope: scope.speaking(in: record)).words(for: destination)
  }

  private func words(for destination: Destination) -> String {
    switch destination {
    case .record(let record): return scope.edition.name(of: record)
    case .fact(let record, let field): return words(forFact: field, of: record)
    case .point(let record, let field, let claim):
      return FactWords(scope: scope).text(ofFact: field, of: record, point: claim.number)
    case .verdict(let option, let scenario):
      return FactWords(scope: scope).words(forVerdictOn: option, in: scenario)
    case .heading(let record, let id): return heading(id, of: record)
    case .exhibit(let record, let id): return exhibitLabel(id, of: record)
    case .source(let source):
      return WorkWords(scope: scope).label(of: scope.site.sources[source])
    case .file(let path): return path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  /// The fact in words; of a series the latest point with its date, which the author did not name.
  private func words(forFact field: FieldIndex, of record: RecordIndex) -> String {
    let text = FactWords(scope: scope).text(ofFact: field, of: record)
    guard scope.site.kind(of: record).fields[field].type == .series,
      let date = scope.site.facts.statement(field, of: record).shown.first?.claim.evidence.asOf
    else { return text }
    return text + " (" + scope.edition.rules.shortDate(date) + ")"
  }

  private func heading(_ id: String, of record: RecordIndex) -> String {
    let text = scope.edition.text(of: scope.site.records[record])
    let found = text.body.headings.first { $0.id == id }
    return found.map { plainText(text.body.prose, $0.content, of: record, text: text) } ?? id
  }

  /// "Exhibit 2", by the place of an exhibit in its text.
  private func exhibitLabel(_ id: String, of record: RecordIndex) -> String {
    if let number = scope.handout?.number(ofExhibit: id, of: record, in: scope.edition) {
      return scope.edition.strings.text("exhibit", ["n": String(number)])
    }
    let exhibits = scope.edition.text(of: scope.site.records[record]).exhibits
    let number = exhibits.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
    return scope.edition.strings.text("exhibit", ["n": String(number)])
  }
}
