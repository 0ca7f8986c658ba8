import DossierMarkdown
import DossierSite

/// Works as a page names them: in sentences, in brackets, in a bibliography.
struct WorkWords {
  let scope: PageScope

  /// An entry of the bibliography.
  ///
  /// - Parameter isBrief: Whether the work's own page is a click away and says the rest; on paper
  ///   it is not.
  func work(_ source: SourceIndex, isBrief: Bool = true) -> WorkView {
    let source = (index: source, entry: scope.site.sources[source])
    return WorkView(
      id: "cite-" + source.entry.id,
      entry: entry(source.entry, isBrief: isBrief && scope.handout == nil),
      address: scope.pageAddress(.source(source.index)), grade: source.entry.grade)
  }

  private func entry(_ source: Source, isBrief: Bool) -> [UInt8] {
    var html: [UInt8] = []
    let language = titleLanguage(of: source)
    let suffix = scope.edition.suffixes[source.id] ?? ""
    for part in scope.edition.bibliography.entry(source, suffix: suffix, isBrief: isBrief) {
      switch part {
      case .text(let text): html.append(text: text)
      case .title(let title):
        html.append(html: "<cite>")
        html.append(text: title, language: language)
        html.append(html: "</cite>")
      case .quoted(let title): html.append(text: title, language: language)
      case .work(let title, let address):
        html.appendLink(to: address, language: language) { $0.append(text: title) }
      case .link(let text, let address): html.appendLink(to: address) { $0.append(text: text) }
      }
    }
    return html
  }

  /// The tag of the language of a work's titles, where it is not the page's own: what the source
  /// says, else the language in which the publication is written.
  private func titleLanguage(of source: Source) -> String? {
    let original = scope.site.schema.configuration.original.code
    let tag = source.language?.prefix { $0 != "-" }.lowercased() ?? original
    let isTag = (2...3).contains(tag.utf8.count) && tag.utf8.allSatisfy { (97...122).contains($0) }
    let found = isTag ? tag : original
    return found == scope.language.code ? nil : found
  }

  /// A work that a sentence names, "Gowan (2018)"; `nil` where no work has the id.
  func name(_ mention: Citation) -> String? {
    guard let index = scope.site.source(mention.id) else { return nil }
    let source = scope.site.sources[index]
    return scope.edition.bibliography.named(
      source, locator: mention.locator, suffix: scope.edition.suffixes[source.id] ?? "")
  }

  /// "Gowan 2018, 4–6" for a citation; the id where the source is not there.
  func label(_ citation: Citation) -> String {
    guard let index = scope.site.source(citation.id) else { return citation.id }
    let source = scope.site.sources[index]
    return scope.edition.bibliography.inText(
      source, yearOnly: citation.yearOnly, locator: citation.locator,
      suffix: scope.edition.suffixes[source.id] ?? "")
  }

  /// An entry of the bibliography without markup.
  func plainEntry(_ source: Source) -> String {
    BibliographyPart.plainText(
      scope.edition.bibliography.entry(source, suffix: scope.edition.suffixes[source.id] ?? ""))
  }
}
