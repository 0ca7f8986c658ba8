import DossierSite

/// The bibliography, and a page for each work.
struct SourcePages {
  let scope: PageScope

  /// A part of the bibliography.
  func list(part: Int) -> SourcesView {
    let size = Routes.worksPerPart
    let works = scope.edition.sortedSources.dropFirst(part * size).prefix(size).map { source in
      SourceRowView(
        work: WorkWords(scope: scope).work(source),
        uses: scope.edition.strings.count(
          "places-count", scope.site.citations[source].count, scope.edition.rules))
    }
    return SourcesView(
      title: scope.edition.strings["sources"],
      count: scope.edition.strings.count(
        "sources-count", scope.site.sources.count, scope.edition.rules),
      works: works,
      pages: PartLinks(scope: scope).pages(
        Routes.parts(of: scope.site.sources.count, per: size), current: part
      ) {
        .sources(part: $0)
      })
  }

  func view(of source: SourceIndex) -> SourceView {
    let entry = scope.site.sources[source]
    return SourceView(
      title: entry.title, work: WorkWords(scope: scope).work(source, isBrief: false),
      type: scope.edition.strings.word("type-" + entry.type) ?? entry.type, note: entry.note,
      archived: entry.archived, uses: UseBuilder(scope).views(of: scope.site.citations[source]))
  }
}
