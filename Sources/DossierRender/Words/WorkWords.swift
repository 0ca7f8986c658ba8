import DossierCitation
import DossierMarkdown
import DossierSite

/// Works as a page names them: in sentences, in brackets, in a bibliography.
struct WorkWords {
  let scope: PageScope

  /// An entry of the bibliography.
  ///
  /// - Parameters:
  ///   - isBrief: Whether the work's own page is a click away and says the rest; on paper it is where the
  ///     site is published.
  ///   - number: The work's number on its page, for a style that prints one.
  func work(_ source: SourceIndex, isBrief: Bool = true, number: Int? = nil) -> WorkView {
    let entry = scope.site.sources[source]
    return WorkView(
      id: entry.anchor,
      entry: self.entry(
        entry, isBrief: isBrief && (scope.handout == nil || scope.isSitePublished), number: number),
      address: scope.pageAddress(.source(source)), grade: entry.grade,
      coins: scope.citations.context(of: entry))
  }

  /// Works in the order of a page's bibliography.
  ///
  /// - Parameter numbers: By the id of a work: its number on the page; works that no citation names
  ///   come after those, where the style numbers works.
  func bibliography(of cited: [SourceIndex], numbers: [String: Int]) -> [WorkView] {
    let ranks = scope.edition.sourceRanks
    let number = { (source: SourceIndex) in numbers[scope.site.sources[source].id] }
    guard scope.citations.isInOrderOfCitation else {
      let isNumbered = scope.citations.style.processor.style.isNumeric
      return cited.sorted { ranks[$0] < ranks[$1] }.map { source in
        work(source, number: isNumbered ? number(source) : nil)
      }
    }
    let known = cited.filter { number($0) != nil }.sorted { number($0) ?? 0 < number($1) ?? 0 }
    let rest = cited.filter { number($0) == nil }
    return (known + rest).enumerated().map { work($1, number: $0 + 1) }
  }

  /// The entry, and after it what CSL knows nothing of: where the work was read.
  private func entry(_ source: Source, isBrief: Bool, number: Int?) -> [UInt8] {
    var html: [UInt8] = []
    html.append(
      html: scope.citations.entry(
        source, number: number, titleAddress: isBrief ? address(of: source) : nil,
        titleLanguage: titleLanguage(of: source)))
    if isBrief, scope.handout != nil { appendDOI(of: source, to: &html) }
    let isBrief = isBrief || scope.handout?.isBrief == true
    CopyWords(scope: scope, isBrief: isBrief).append(source, to: &html)
    return html
  }

  /// The one address that is short enough for paper, and lasts.
  private func appendDOI(of source: Source, to html: inout [UInt8]) {
    guard let doi = source.doi, !doi.isEmpty else { return }
    html.append(html: " ")
    html.appendLink(to: DOI(doi).address) { $0.append(text: DOI(doi).text) }
    html.append(html: ".")
  }

  /// Where the work itself is to be read.
  private func address(of source: Source) -> String? {
    source.doi.flatMap { $0.isEmpty ? nil : DOI($0).address } ?? source.url
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

  /// Where the entry of a work stands on the page, by the work's id.
  func fragment(_ id: String) -> String {
    "#" + (scope.site.source(id).map { scope.site.sources[$0].anchor } ?? "cite-" + id)
  }

  /// A work that a sentence names, "Gowan (2018)"; `nil` where no work has the id.
  func name(_ mention: DossierMarkdown.Citation) -> String? {
    guard scope.site.source(mention.id) != nil else { return nil }
    var cite = scope.citations.cite(mention)
    cite.extent = .withoutAuthor
    let label = scope.citations.label(cite)
    return scope.citations.names(mention.id) + " (" + label + ")"
  }

  /// "Gowan 2018, 4–6" for a citation; the id where the source is not there.
  func label(_ citation: DossierMarkdown.Citation) -> String {
    guard scope.site.source(citation.id) != nil else { return citation.id }
    var cite = scope.citations.cite(citation)
    cite.prefix = RichText(affix: "")
    return scope.citations.label(cite)
  }

  /// "Gowan 2018" for a work.
  func label(of source: Source) -> String {
    scope.citations.label(Cite(id: source.id))
  }

  /// An entry of the bibliography without markup.
  func plainEntry(_ work: Work) -> String { scope.citations.plainEntry(work) }
}

extension Source {
  /// The id of its entry on a page: `cite-gowan-2018`.
  var anchor: String { "cite-" + slug }
}
