import DossierMarkdown
import DossierSite
import DossierTemplate

/// The works behind an exhibit, each once, in the order in which they occur.
struct WorksBehind {
  private let scope: PageScope
  /// One for each work, of the whole of it.
  private var citations: [Citation] = []
  private var seen: Set<String> = []

  /// Ids of the works.
  var sources: [String] { citations.map(\.id) }

  init(_ scope: PageScope) {
    self.scope = scope
  }

  mutating func add(_ more: [Citation]) {
    for citation in more
    where scope.site.source(citation.id) != nil && seen.insert(citation.id).inserted {
      citations.append(Citation(id: citation.id, span: citation.span))
    }
  }

  /// A link to each of them.
  var links: [LinkView] { citations.compactMap(link) }

  /// So many stand in the line on a page; paper shows all.
  private static let shown = 5

  /// A line of names, of which long ones fold; `nil` for no works.
  func view() -> ExhibitWorksView? {
    guard !citations.isEmpty else { return nil }
    let links = links
    // One behind a fold would save nothing.
    let isFolded = scope.handout == nil && links.count > Self.shown + 1
    let further = isFolded ? links.dropFirst(Self.shown) : []
    return ExhibitWorksView(
      first: isFolded ? Array(links.prefix(Self.shown)) : links, further: Array(further),
      furtherLabel: further.isEmpty
        ? nil : scope.edition.strings.count("further-works", further.count, scope.edition.rules))
  }

  private func link(_ citation: Citation) -> LinkView? {
    guard let index = scope.site.source(citation.id) else { return nil }
    let address =
      scope.handout == nil
      ? scope.pageAddress(.source(index)) : WorkWords(scope: scope).fragment(citation.id)
    return LinkView(label: WorkWords(scope: scope).label(citation), address: address)
  }
}

/// The line of works under an exhibit: `partials/exhibit-works.html`.
struct ExhibitWorksView {
  var first: [LinkView]
  var further: [LinkView]
  /// "and 31 more"; absent where none are folded.
  var furtherLabel: String?

  static let shape = ViewShape<ExhibitWorksView>(
    "exhibit-works",
    [
      .list("first", of: LinkView.shape) { $0.first },
      .list("further", of: LinkView.shape) { $0.further },
      .text("further-label") { $0.furtherLabel },
    ])
}
