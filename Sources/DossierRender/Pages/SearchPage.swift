import DossierSite
import DossierTemplate

/// Where a reader searches: `search.html`.
///
/// A program that runs after the build writes the index; where there is none, and without a script,
/// the page leads to the alphabetical list.
struct SearchView {
  var title: String
  /// The alphabetical list; `nil` where the project has none.
  var alphabet: LinkView?
  /// What a search can be narrowed to.
  var kinds: [SearchKindView]
  /// For the script: its words, and the way to the site's root; an element of HTML.
  var model: [UInt8]

  static let shape = ViewShape<SearchView>(
    "search",
    [
      .text("title") { $0.title },
      .object("alphabet", LinkView.shape) { $0.alphabet },
      .list("kinds", of: SearchKindView.shape) { $0.kinds },
      .html("model") { $0.model },
    ])
}

/// A kind of records, or the sources, as pages name them to the index.
struct SearchKindView {
  var id: String
  var label: String
  /// The list of them; `nil` where there is none.
  var address: String?

  static let shape = ViewShape<SearchKindView>(
    "search-kind",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .address("address") { $0.address },
    ])
}

extension PageScope {
  func search() -> SearchView {
    let title = edition.strings["a-z"]
    let alphabet = LinkView(label: title, address: pageAddress(.alphabet(part: 0)))
    return SearchView(
      title: edition.strings["search"], alphabet: routes.hasAlphabet ? alphabet : nil,
      kinds: searchedKinds(), model: searchModel())
  }

  private func searchedKinds() -> [SearchKindView] {
    let kinds = edition.order.kinds.filter { kind in
      site.recordsOfKind[kind].contains { !routes.isHome($0) }
    }.map { kind in
      SearchKindView(
        id: site.schema.kinds[kind].id, label: site.schema.kinds[kind].plural[language],
        address: routes.isListed(kind) ? pageAddress(.index(kind: kind, part: 0)) : nil)
    }
    guard !site.sources.isEmpty else { return kinds }
    let sources = SearchKindView(
      id: "source", label: edition.strings["sources"], address: pageAddress(.sources(part: 0)))
    return kinds + [sources]
  }

  private func searchModel() -> [UInt8] {
    .data(id: "_search-data") { json in
      json.add("root", root)
      add(ScriptWords.search, to: &json)
    }
  }
}
