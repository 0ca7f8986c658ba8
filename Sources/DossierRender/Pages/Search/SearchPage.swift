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

struct SearchPage {
  let scope: PageScope

  func view() -> SearchView {
    let alphabet = scope.routes.page(of: .alphabet).map { page in
      LinkView(label: scope.edition.strings["a-z"], address: scope.pageAddress(page))
    }
    return SearchView(
      title: scope.edition.strings["search"], alphabet: alphabet,
      kinds: searchedKinds(), model: searchModel())
  }

  private func searchedKinds() -> [SearchKindView] {
    let kinds = Self.weighty(scope.edition.order.kinds, in: scope.site.schema).filter { kind in
      scope.site.recordsOfKind[kind].contains { $0 != scope.site.home }
    }.map { kind in
      SearchKindView(
        id: scope.site.schema.kinds[kind].id,
        label: scope.site.schema.kinds[kind].plural[scope.language],
        address: scope.routes.isListed(kind) ? scope.pageAddress(.index(kind: kind, part: 0)) : nil)
    }
    guard !scope.site.sources.isEmpty else { return kinds }
    let sources = SearchKindView(
      id: "source", label: scope.edition.strings["sources"],
      address: scope.routes.page(of: .sources).map(scope.pageAddress))
    return kinds + [sources]
  }

  /// Kinds in the order in which results stand: by what they are for the site, then as they are given.
  private static func weighty(_ kinds: [KindIndex], in schema: SiteSchema) -> [KindIndex] {
    let first: [Role] = [.article, .option, .precedent, .condition]
    let rank = { (kind: KindIndex) in
      schema.kinds[kind].role.flatMap(first.firstIndex) ?? first.count
    }
    return kinds.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }

  private func searchModel() -> [UInt8] {
    .data(id: "_search-data") { json in
      json.add("root", scope.root)
      if let stems = scope.edition.rules.stems { json.object("stems") { stems.write(to: &$0) } }
      ScriptData(scope: scope).add(ScriptWords.search, to: &json)
    }
  }
}

extension StemRules {
  /// Writes the rules for the script that does the same to what is asked for.
  fileprivate func write(to json: inout JSONWriter) {
    for (name, endings) in [("endings", endings), ("tails", tails)] {
      json.array(name) { json in
        for ending in endings {
          json.array { json in
            json.string(ending.text)
            json.literal(String(ending.least))
          }
        }
      }
    }
    for (name, letters) in [
      ("vowels", vowels), ("soft", soft), ("added", added), ("fleeting", fleeting),
    ] { json.add(name, letters) }
    for (name, pairs) in [("becomes", becomes), ("words", words)] {
      json.object(name) { json in
        for (from, to) in pairs.sorted(by: { $0.key < $1.key }) { json.add(from, to) }
      }
    }
  }
}
