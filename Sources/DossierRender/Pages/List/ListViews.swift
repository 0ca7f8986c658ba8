import DossierTemplate

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
  /// For events: all of them on one axis.
  var timeline: DrawingView?
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
      .object("timeline", DrawingView.shape) { $0.timeline },
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
