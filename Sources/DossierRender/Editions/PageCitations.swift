import DossierSite

/// How the pages of an edition cite, where what a page cites decides it.
struct PageCitations: Sendable {
  private let site: LinkedSite
  private let whole: CitationDesk
  /// By the record: the works that its page cites; of none where that decides nothing.
  private var works: [RecordIndex: [SourceIndex]] = [:]
  private let ranks: Column<Source, Int>

  /// - Parameters:
  ///   - whole: How the edition cites.
  ///   - ranks: The place of each work in the bibliography.
  init(_ site: LinkedSite, _ whole: CitationDesk, ranks: Column<Source, Int>) {
    (self.site, self.whole, self.ranks) = (site, whole, ranks)
    guard whole.asksForPages else { return }
    for (source, uses) in site.citations.indexed {
      for use in uses where works[use.record]?.last != source {
        works[use.record, default: []].append(source)
      }
    }
  }

  /// How a page cites that shows some records.
  func desk(of records: some Sequence<RecordIndex>) -> CitationDesk {
    guard !works.isEmpty else { return whole }
    let cited = records.reduce(into: Set<SourceIndex>()) { $0.formUnion(works[$1] ?? []) }
    guard !cited.isEmpty else { return whole }
    return whole.page(citing: cited.sorted { ranks[$0] < ranks[$1] }.map { site.sources[$0].id })
  }
}
