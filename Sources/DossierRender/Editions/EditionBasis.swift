import DossierSite

/// What all pages of an edition share that rests on no record's text: names and orders, and how works
/// are cited. An edit of a text, or of a template, leaves it as it is.
struct EditionBasis: Sendable {
  let rules: LanguageRules
  /// How works are cited, where no page is asked for.
  let citations: CitationDesk
  /// The place of each source in the order of a bibliography.
  let sourceRanks: Column<Source, Int>
  /// The feeds that the language has.
  let feeds: [Feed]
  let topicNames: TopicNames
  /// The orders of lists that stand on many pages.
  let order: EditionOrder
  /// Of what time the open data are; every page says it.
  let data: DataEdition

  init(_ routes: Routes, _ language: Language) {
    let site = routes.site
    rules = site.schema.rules(of: language)
    citations = CitationDesk(site, rules, language)
    var ranks = Column<Source, Int>(repeating: 0, count: site.sources.count)
    for (rank, source) in citations.order.enumerated() { ranks[source] = rank }
    sourceRanks = ranks
    feeds = routes.feeds.all(in: language)
    topicNames = TopicNames(site, language)
    order = EditionOrder(site, rules, language, topicNames)
    data = DataEdition(site)
  }
}
