import DossierTemplate

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
  /// The same by the kinds of the pages.
  var useGroups: [UseGroupView] = []
  /// What it says first.
  var leads: [LeadView] = []
  /// What it teaches.
  var lessons: [FactView] = []
  /// For a condition: how it stands, and who needs it.
  var answer: ConditionAnswerView?
  /// Its series as a chart, as HTML.
  var chart: [UInt8]?
  /// When somebody last held it against its sources.
  var reviewed: String?
  /// Who did.
  var reviewer: String?
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
  /// A small map that shows where its place lies, as SVG.
  var locator: [UInt8]?
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
    .list("use-groups", of: UseGroupView.shape) { $0.useGroups },
    .list("leads", of: LeadView.shape) { $0.leads },
    .list("lessons", of: FactView.shape) { $0.lessons },
    .object("answer", ConditionAnswerView.shape) { $0.answer },
    .html("chart") { $0.chart },
    .flag("aside") { $0.chart != nil || $0.locator != nil },
    .flag("lead-in") { !$0.leads.isEmpty || $0.answer != nil },
    .text("reviewed") { $0.reviewed },
    .text("reviewer") { $0.reviewer },
    .text("updated") { $0.updated },
    .list("changes", of: ChangeView.shape) { $0.changes },
    .list("works", of: TeaserView.shape) { $0.works },
    .object("outlook", OutlookView.shape) { $0.outlook },
    .list("prospects", of: OptionVerdictView.shape) { $0.prospects },
    .flag("sheet") { $0.isSheet },
    .list("precedents", of: PrecedentView.shape) { $0.precedents },
    .object("comparison", LinkView.shape) { $0.comparison },
    .html("locator") { $0.locator },
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
  /// The time up to which it was written.
  var asOf: String?
  /// How long it takes to read.
  var readingTime: String?
  /// The next in the order in which articles are best read.
  var next: TeaserView?
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
      .text("as-of") { $0.asOf },
      .text("reading-time") { $0.readingTime },
      .object("next", TeaserView.shape) { $0.next },
      .list("related", of: TeaserView.shape) { $0.related },
    ])
}

/// One of the points that a briefing makes.
struct KeyPointView {
  var text: [UInt8]

  static let shape = ViewShape<KeyPointView>("key-point", [.html("text") { $0.text }])
}
