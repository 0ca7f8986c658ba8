import DossierTemplate

/// A record in a list: enough to choose by.
struct TeaserView {
  var title: String
  var address: String
  var summary: String?
  var date: String?
  /// ISO 8601, for `datetime`.
  var machineDate: String?
  var kind: String?
  /// The language of the texts, where it is not the page's own.
  var language: String?

  static let shape = ViewShape<TeaserView>(
    "teaser",
    [
      .text("title") { $0.title },
      .address("address") { $0.address },
      .text("summary") { $0.summary },
      .text("date") { $0.date },
      .text("machine-date") { $0.machineDate },
      .text("kind") { $0.kind },
      .text("language") { $0.language },
    ])
}

/// The page of a record of any kind: `record.html`.
struct RecordView {
  var title: String
  var short: String?
  var kind: LinkView
  /// The id of the kind.
  var kindID: String
  /// Whether a search may find it: not before all may see it.
  var isSearched: Bool
  var summary: String?
  var groups: [FactGroupView]
  var text: TextView
  var uses: [UseView]
  /// When somebody last held it against its sources.
  var reviewed: String?
  var updated: String?
  var changes: [ChangeView]
  /// For an author: the works, the newest first.
  var works: [TeaserView]
  /// For a scenario: what becomes possible.
  var outlook: OutlookView?
  /// For an option: the verdict today, and in every scenario.
  var prospects: [OptionVerdictView] = []
  /// Whether it is an option, whose page is a design sheet.
  var isSheet = false
  /// For an option: its precedents with what they teach.
  var precedents: [PrecedentView] = []
  /// For an option: the page that compares its precedents.
  var comparison: LinkView?
  var isDraft: Bool
  /// Its handouts, one for each language, where the site holds any.
  var handouts: [LinkView] = []

  static let members: [Member<RecordView>] = [
    .text("title") { $0.title },
    .text("short") { $0.short },
    .object("kind", LinkView.shape) { $0.kind },
    .text("kind-id") { $0.kindID },
    .flag("searched") { $0.isSearched },
    .text("summary") { $0.summary },
    .list("groups", of: FactGroupView.shape) { $0.groups },
    .object("text", TextView.shape) { $0.text },
    .list("uses", of: UseView.shape) { $0.uses },
    .text("reviewed") { $0.reviewed },
    .text("updated") { $0.updated },
    .list("changes", of: ChangeView.shape) { $0.changes },
    .list("works", of: TeaserView.shape) { $0.works },
    .object("outlook", OutlookView.shape) { $0.outlook },
    .list("prospects", of: OptionVerdictView.shape) { $0.prospects },
    .flag("sheet") { $0.isSheet },
    .list("precedents", of: PrecedentView.shape) { $0.precedents },
    .object("comparison", LinkView.shape) { $0.comparison },
    .flag("draft") { $0.isDraft },
    .list("handouts", of: LinkView.shape) { $0.handouts },
  ]
  static let shape = ViewShape<RecordView>("record", members)
}

/// A precedent of an option.
struct PrecedentView {
  var label: String
  var address: String
  var summary: String?
  /// The language of the summary, where it is not the page's own.
  var language: String?
  var lessons: [ClaimView]

  static let shape = ViewShape<PrecedentView>(
    "precedent",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("summary") { $0.summary },
      .text("language") { $0.language },
      .list("lessons", of: ClaimView.shape) { $0.lessons },
    ])
}

/// A dated note on a change.
struct ChangeView {
  var date: String
  var machineDate: String
  var text: String
  /// The language of the text, where it is not the page's own: nobody translates change notes.
  var language: String?

  static let shape = ViewShape<ChangeView>(
    "change",
    [
      .text("date") { $0.date },
      .text("machine-date") { $0.machineDate },
      .text("text") { $0.text },
      .text("language") { $0.language },
    ])
}

/// A briefing: `article.html`.
struct ArticleView {
  var record: RecordView
  var date: String?
  var machineDate: String?
  var authors: [LinkView]
  var topics: [LinkView]
  /// Inline HTML, one a point.
  var keyPoints: [KeyPointView]
  /// The articles that share most with it.
  var related: [TeaserView] = []

  static let shape = ViewShape<ArticleView>(
    "article",
    [
      .object("record", RecordView.shape) { $0.record },
      .text("date") { $0.date },
      .text("machine-date") { $0.machineDate },
      .list("authors", of: LinkView.shape) { $0.authors },
      .list("topics", of: LinkView.shape) { $0.topics },
      .list("key-points", of: KeyPointView.shape) { $0.keyPoints },
      .list("related", of: TeaserView.shape) { $0.related },
    ])
}

/// One of the points that a briefing makes.
struct KeyPointView {
  var text: [UInt8]

  static let shape = ViewShape<KeyPointView>("key-point", [.html("text") { $0.text }])
}

/// The list of a kind's records as a table of their comparable facts: `index.html`.
struct IndexView {
  var title: String
  var summary: String?
  /// How many records there are, in words.
  var count: String
  /// The name of the first column.
  var name: String
  var columns: [IndexColumnView]
  var rows: [IndexRowView]
  /// Where the table goes over several pages.
  var pages: [LinkView]
  /// Articles and terms are listed with their summaries rather than in a table.
  var teasers: [TeaserView]
  var terms: [TermView]
  /// For the scenarios: every option under each of them.
  var scenarios: [ScenarioView] = []
  var options: [ScenarioRowView] = []
  var conditions: [LinkView] = []
  /// What a script says of the list before anybody sets anything, for which the page keeps room.
  var shown: String?
  /// For scripts: what the columns hold, or how verdicts are reached; an element of HTML.
  var model: [UInt8] = []

  static let shape = ViewShape<IndexView>(
    "index",
    [
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .text("count") { $0.count },
      .text("name") { $0.name },
      .list("columns", of: IndexColumnView.shape) { $0.columns },
      .list("rows", of: IndexRowView.shape) { $0.rows },
      .list("pages", of: LinkView.shape) { $0.pages },
      .list("teasers", of: TeaserView.shape) { $0.teasers },
      .list("terms", of: TermView.shape) { $0.terms },
      .list("scenarios", of: ScenarioView.shape) { $0.scenarios },
      .list("options", of: ScenarioRowView.shape) { $0.options },
      .list("conditions", of: LinkView.shape) { $0.conditions },
      .text("shown") { $0.shown },
      .html("model") { $0.model },
    ])
}

/// A scenario in the head of a table.
struct ScenarioView {
  var id: String
  var label: String
  var address: String
  var summary: String?

  static let shape = ViewShape<ScenarioView>(
    "scenario",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("summary") { $0.summary },
    ])
}

/// An option with a verdict for each scenario.
struct ScenarioRowView {
  var label: String
  var address: String
  var verdicts: [VerdictView]

  static let shape = ViewShape<ScenarioRowView>(
    "scenario-row",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .list("verdicts", of: VerdictView.shape) { $0.verdicts },
    ])
}

/// A column of an index.
struct IndexColumnView {
  var label: String
  /// Whether its cells take one of few values, by which a script lets readers filter.
  var isChoice: Bool

  static let shape = ViewShape<IndexColumnView>(
    "index-column",
    [
      .text("label") { $0.label },
      .flag("is-choice") { $0.isChoice },
    ])
}

/// A row of an index.
struct IndexRowView {
  var title: String
  /// The language of the title, where it is not the page's own.
  var language: String?
  var address: String
  var cells: [CellView]

  static let shape = ViewShape<IndexRowView>(
    "index-row",
    [
      .text("title") { $0.title },
      .text("language") { $0.language },
      .address("address") { $0.address },
      .list("cells", of: CellView.shape) { $0.cells },
    ])
}

/// A term of the glossary.
struct TermView {
  /// The anchor: `term-ceasefire`.
  var id: String
  var title: String
  /// The language of the title, where it is not the page's own.
  var language: String?
  var address: String
  var facts: [FactView]

  static let shape = ViewShape<TermView>(
    "term",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("language") { $0.language },
      .address("address") { $0.address },
      .list("facts", of: FactView.shape) { $0.facts },
    ])
}

/// The bibliography: `sources.html`.
struct SourcesView {
  var title: String
  var count: String
  var works: [SourceRowView]
  var pages: [LinkView]

  static let shape = ViewShape<SourcesView>(
    "sources",
    [
      .text("title") { $0.title },
      .text("count") { $0.count },
      .list("works", of: SourceRowView.shape) { $0.works },
      .list("pages", of: LinkView.shape) { $0.pages },
    ])
}

/// A work in the bibliography of the site.
struct SourceRowView {
  var work: WorkView
  /// In how many places it is cited, in words.
  var uses: String

  static let shape = ViewShape<SourceRowView>(
    "source-row",
    [
      .object("work", WorkView.shape) { $0.work },
      .text("uses") { $0.uses },
    ])
}

/// The page of a source: `source.html`.
struct SourceView {
  var title: String
  var work: WorkView
  var type: String
  var note: String?
  var archived: String?
  var uses: [UseView]

  static let shape = ViewShape<SourceView>(
    "source",
    [
      .text("title") { $0.title },
      .object("work", WorkView.shape) { $0.work },
      .text("type") { $0.type },
      .text("note") { $0.note },
      .address("archived") { $0.archived },
      .list("uses", of: UseView.shape) { $0.uses },
    ])
}

/// The articles on a topic: `topic.html`.
struct TopicView {
  var title: String
  var count: String
  var articles: [TeaserView]

  static let shape = ViewShape<TopicView>(
    "topic",
    [
      .text("title") { $0.title },
      .text("count") { $0.count },
      .list("articles", of: TeaserView.shape) { $0.articles },
    ])
}

/// The home page: `home.html`.
struct HomeView {
  /// `content/home.md`, where there is one.
  var text: TextView?
  var title: String
  /// The newest articles.
  var latest: [TeaserView]
  var ways: [WayView]

  static let shape = ViewShape<HomeView>(
    "home",
    [
      .object("text", TextView.shape) { $0.text },
      .text("title") { $0.title },
      .list("latest", of: TeaserView.shape) { $0.latest },
      .list("ways", of: WayView.shape) { $0.ways },
    ])
}

/// A way into the site: the index of a kind.
struct WayView {
  var label: String
  var address: String
  var count: String
  var summary: String?

  static let shape = ViewShape<WayView>(
    "way",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("count") { $0.count },
      .text("summary") { $0.summary },
    ])
}

/// What a host shows for an address that is not there: `not-found.html`.
struct NotFoundView {
  var ways: [WayView]

  static let shape = ViewShape<NotFoundView>(
    "not-found", [.list("ways", of: WayView.shape) { $0.ways }])
}
