import DossierSite

/// How the pages of an edition cite, where what a page cites decides it.
struct PageCitations: Sendable {
  private let site: LinkedSite
  private let whole: CitationDesk
  /// By the record: the works that its page cites; of none where that decides nothing.
  private var works: [RecordIndex: [SourceIndex]] = [:]
  /// By the work: its place in the bibliography.
  private var ranks: Column<Source, Int>

  /// - Parameter whole: How the edition cites.
  init(_ site: LinkedSite, _ whole: CitationDesk) {
    (self.site, self.whole) = (site, whole)
    ranks = Column(repeating: 0, count: site.sources.count)
    guard whole.asksForPages else { return }
    for (rank, source) in whole.order.enumerated() { ranks[source] = rank }
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
