import DossierCitation
import DossierSite
import DossierSource
import DossierTemplate

/// How to cite a page, in the forms that readers and their programs want.
struct CitationView {
  /// An entry of a bibliography.
  var text: String
  var bibTeX: String
  var bibLaTeX: String
  var ris: String
  var cslJSON: String
  /// For programs that look for works in pages.
  var coins: String

  static let shape = ViewShape<CitationView>(
    "citation",
    [
      .text("text") { $0.text },
      .text("bibtex") { $0.bibTeX },
      .text("biblatex") { $0.bibLaTeX },
      .text("ris") { $0.ris },
      .text("csl-json") { $0.cslJSON },
      .text("coins") { $0.coins },
    ])
}

struct PageCitation {
  let scope: PageScope

  /// How to cite a page; on the page of a source it is the source that is cited.
  func citation(of page: PageDescription) -> CitationView? {
    guard page.subject.isLasting else { return nil }
    let source = work(describedBy: page)
    return CitationView(
      text: WorkWords(scope: scope).plainEntry(source.work), bibTeX: BibTeX.entry(of: source),
      bibLaTeX: BibTeX.entry(of: source, .bibLaTeX), ris: RIS.record(of: source),
      cslJSON: CSLJSON.document(of: [source]), coins: COinS.context(of: source))
  }

  /// The page as a work: a briefing is a report, a table of data a data set, any other a web page.
  private func work(describedBy page: PageDescription) -> Source {
    if case .source(let source) = page.subject { return scope.site.sources[source] }
    let configuration = scope.site.schema.configuration
    var source = Source(
      id: key(of: page), type: "webpage", title: page.title,
      place: Place(path: "", line: 1, column: 1))
    source.publisher = configuration.publisher?[scope.language]
    source.issued = page.published ?? page.modified
    source.language = page.language.code
    if page.isPublished { source.url = page.address }
    if page.subject != .home { source.containerTitle = configuration.title[scope.language] }
    if page.subject == .data { source.type = "dataset" }
    if let record = page.record, PageWords(scope: scope).isArticle(page) {
      source.type = "report"
      source.genre = scope.site.kind(of: record).label[scope.language]
      source.authors = page.authors.map(\.bibliographic)
    }
    // Once for all forms in which it is written.
    source.work = Work(describing: source)
    return source
  }

  /// A key of letters, digits and hyphens that no other page has.
  private func key(of page: PageDescription) -> String {
    let route = scope.edition.prefix + scope.routes.route(page.subject)
    let words = route.split { $0 == "/" || $0 == "." }.dropLast()
    return words.joined(separator: "-")
  }
}
