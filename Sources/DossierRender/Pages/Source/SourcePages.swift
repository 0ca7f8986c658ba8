import DossierSite

/// The bibliography, and a page for each work.
struct SourcePages {
  let scope: PageScope

  /// A part of the bibliography.
  func list(part: Int) -> SourcesView {
    let size = ListParts.works
    let sources = scope.edition.citations.order.dropFirst(part * size).prefix(size)
    let count = scope.site.sources.count
    let works = sources.map { source in
      SourceRowView(
        work: WorkWords(scope: scope).work(source),
        uses: scope.edition.strings.count(
          "places-count", scope.site.citations[source].count, scope.edition.rules),
        facets: SourceFacets(scope: scope).values(of: source))
    }
    return SourcesView(
      title: scope.edition.strings["sources"],
      count: scope.edition.strings.count(
        "sources-count", count, scope.edition.rules),
      works: works,
      pages: PartLinks(scope: scope).pages(
        ListParts.count(of: count, per: size), current: part
      ) {
        .sources(part: $0)
      }, model: SourceFacets(scope: scope).model(of: sources, part: part),
      shown: scope.edition.strings.text(
        "table-shown", ["n": String(works.count), "all": String(count)]))
  }

  func view(of source: SourceIndex) -> SourceView {
    let entry = scope.site.sources[source]
    let language = entry.note?.language(
      for: scope.language, original: scope.site.schema.configuration.original)
    return SourceView(
      title: entry.title, work: WorkWords(scope: scope).work(source, isBrief: false),
      type: scope.edition.strings.word("type-" + entry.type) ?? entry.type,
      reading: scope.edition.strings["reading-" + entry.reading.rawValue],
      note: entry.note?[scope.language],
      noteLanguage: language == scope.language ? nil : language?.code, archived: entry.archived,
      parts: scope.site.parts(of: source).map { part in
        LinkView(
          label: WorkWords(scope: scope).label(of: scope.site.sources[part]),
          address: scope.address(of: .source(part)))
      }, uses: UseBuilder(scope).views(of: scope.site.citations[source]))
  }
}
