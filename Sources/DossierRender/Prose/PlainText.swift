import DossierMarkdown
import DossierSite

extension PageScope {
  /// A text without its markup, references in words: for contents lists, sentences and metadata.
  ///
  /// - Parameters:
  ///   - range: A stretch of the HTML; the whole where it is `nil`.
  ///   - record: The record that the text belongs to.
  ///   - text: That text, by default the original's; asked for by few references, hence only then.
  func plainText(
    _ prose: Prose, _ range: Range<Int>? = nil, of record: Int,
    text: @autoclosure () -> RecordText? = nil
  ) -> String {
    prose.plainText(range) { number in
      plainText(prose.holes[number].filling, of: record) { text() ?? site.records[record].text }
    }
  }

  /// What stands for a hole in a text without markup.
  func plainText(
    _ filling: Hole.Filling, of record: Int, text: () -> RecordText
  ) -> String {
    switch filling {
    case .reference(let reference): plainLabel(reference, of: record, text: text)
    case .citation(let citations): "(" + citations.map(label).joined(separator: "; ") + ")"
    case .work(let work): label(work)
    case .mention(let work, let text): name(work) ?? text
    case .callout(let callout): name(of: callout)
    case .image(let image): image.alternative
    case .note, .exhibit: ""
    }
  }

  /// "Note", in the words of the publication.
  func name(of callout: Callout) -> String {
    edition.strings["callout-" + callout.rawValue]
  }

  private func plainLabel(
    _ reference: Reference, of record: Int, text: () -> RecordText
  ) -> String {
    if let label = reference.label { return Prose(html: label).plainText(nil) { _ in "" } }
    return destination(of: reference, in: record, text()).map(words) ?? ""
  }

  /// Where a reference leads; `nil` where it is broken, which the linking has told.
  func destination(of reference: Reference, in record: Int, _ text: RecordText) -> Destination? {
    try? site.resolve(reference, in: record, text: text)
  }

  /// What the site says for a reference to which the author gave no words.
  func words(for destination: Destination) -> String {
    switch destination {
    case .record(let record): return edition.name(of: record, in: site)
    case .fact(let record, let field): return words(forFact: field, of: record)
    case .point(let record, let field, let claim):
      return text(ofFact: field, of: record, point: claim)
    case .verdict(let option, let scenario):
      return words(forVerdictOn: option, in: scenario)
    case .heading(let record, let id): return heading(id, of: record)
    case .exhibit(let record, let id): return exhibitLabel(id, of: record)
    case .source(let source):
      let source = site.sources[source]
      return edition.bibliography.inText(source, suffix: edition.suffixes[source.id] ?? "")
    case .file(let path): return path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  /// The fact in words; of a series the latest point with its date, which the author did not name.
  private func words(forFact field: Int, of record: Int) -> String {
    let text = text(ofFact: field, of: record)
    guard site.kind(of: record).fields[field].type == .series,
      let date = site.shownClaims(field, of: record).first?.claim.evidence.asOf
    else { return text }
    return text + " (" + edition.rules.shortDate(date) + ")"
  }

  private func heading(_ id: String, of record: Int) -> String {
    let text = edition.text(of: site.records[record])
    let found = text.body.headings.first { $0.id == id }
    return found.map { plainText(text.body.prose, $0.content, of: record, text: text) } ?? id
  }

  /// "Exhibit 2", by the place of an exhibit in its text.
  private func exhibitLabel(_ id: String, of record: Int) -> String {
    if let number = handout?.number(ofExhibit: id, of: record, in: self) {
      return edition.strings.text("exhibit", ["n": String(number)])
    }
    let exhibits = edition.text(of: site.records[record]).exhibits
    let number = exhibits.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
    return edition.strings.text("exhibit", ["n": String(number)])
  }
}
