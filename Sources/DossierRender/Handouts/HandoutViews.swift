import DossierTemplate

/// A sheet for print: `handout.html`.
struct HandoutView {
  var title: String
  var subtitle: String?
  /// What a record is: "Briefing".
  var kind: String?
  var authors: [String] = []
  /// "27 February 2026"; of a collection, "Edition of 27 February 2026".
  var date: String?
  var machineDate: String?
  /// The first four digits of the date.
  var year: String?
  /// What a collection says of itself in a few sentences.
  var keyPoints: [String] = []
  /// What the options are called together, and how many there are by the verdict today; empty where
  /// the cover does not say.
  var options: String?
  var outcomes: [HandoutOutcomeView] = []
  /// A digest of what the sheet says.
  var version: String
  /// Why it must not be passed on.
  var mark: String?
  var isReport = false
  var isBrief = false
  var keywords: String?
  var contents: [ContentsView]
  var exhibits: [LinkView]
  var parts: [HandoutMatterView]
  var notes: [NoteView]
  /// Records that it names and does not hold, on the published site.
  var elsewhere: [HandoutElsewhereView]
  /// The address of the published site.
  var siteAddress: String?
  /// Where the handout itself is published.
  var address: String?
  /// The style as a `data:` address.
  var style: String

  static let shape = ViewShape<HandoutView>(
    "handout",
    [
      .text("title") { $0.title },
      .text("subtitle") { $0.subtitle },
      .text("kind") { $0.kind },
      .texts("authors") { $0.authors },
      .text("date") { $0.date },
      .text("machine-date") { $0.machineDate },
      .text("year") { $0.year },
      .texts("key-points") { $0.keyPoints },
      .text("options") { $0.options },
      .list("outcomes", of: HandoutOutcomeView.shape) { $0.outcomes },
      .text("version") { $0.version },
      .text("mark") { $0.mark },
      .flag("report") { $0.isReport },
      .flag("brief") { $0.isBrief },
      .text("keywords") { $0.keywords },
      .list("contents", of: ContentsView.shape) { $0.contents },
      .list("exhibits", of: LinkView.shape) { $0.exhibits },
      .list("parts", of: HandoutMatterView.shape) { $0.parts },
      .list("notes", of: NoteView.shape) { $0.notes },
      .flag("long-notes") { $0.notes.contains(where: \.isLong) },
      .list("elsewhere", of: HandoutElsewhereView.shape) { $0.elsewhere },
      .address("site-address") { $0.siteAddress },
      .address("address") { $0.address },
      .address("style") { $0.style },
    ])
}

/// The options on which there is one verdict.
struct HandoutOutcomeView {
  /// `open`, `held-up`, `blocked` or `not-known`.
  var outcome: String
  var word: String
  var sign: [UInt8]
  var count: String
  /// "Protection mission, Sky Shield"; absent where there are none.
  var names: String?

  static let shape = ViewShape<HandoutOutcomeView>(
    "handout-outcome",
    [
      .text("outcome") { $0.outcome },
      .text("word") { $0.word },
      .html("sign") { $0.sign },
      .text("count") { $0.count },
      .text("names") { $0.names },
    ])
}

/// A record that a handout names and does not hold.
struct HandoutElsewhereView {
  var label: String
  var address: String
  /// Where it lies below the address of the site; the address itself where none is known.
  var place: String

  static let shape = ViewShape<HandoutElsewhereView>(
    "handout-elsewhere",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .text("place") { $0.place },
    ])
}

/// A part of a handout, rendered.
struct HandoutMatterView {
  var html: [UInt8]

  static let shape = ViewShape<HandoutMatterView>("handout-matter", [.html("html") { $0.html }])
}

/// A part of a handout: `handout-part.html`.
struct HandoutPartView {
  /// The anchor.
  var id: String
  /// The class of its pages: `sheet-3`.
  var sheet: String
  /// Whether it begins on a page of its own within its chapter.
  var startsPage = false
  /// "2" to "6": the levels of its title, of the headings in it, and of those below them.
  var level = "2"
  var sectionLevel = "3"
  var groupLevel = "4"
  var chapter: HandoutChapterView?
  var number: String?
  /// Absent where the part is the only one, and has its title on the cover.
  var title: String?
  var short: String?
  /// What a record is: "Precedent".
  var kind: String?
  /// The language of the matter, where it is not the page's own.
  var language: String?
  var authors: [String] = []
  var date: String?
  /// Of a condition: how it stands, which comes before what it means.
  var state: HandoutStateView?
  /// Of an option: the verdict on it today.
  var verdict: OptionVerdictView?
  var summary: String?
  var keyPoints: [KeyPointView] = []
  var body: [UInt8] = []
  /// Whether the facts stand below other matter, and need a heading.
  var hasFactsHeading = false
  var groups: [HandoutGroupView] = []
  var terms: [TermView] = []
  var works: [WorkView] = []
  /// Where each work stands in full; absent where no site is published.
  var worksAddress: String?
  var events: [HandoutEventView] = []

  static let shape = ViewShape<HandoutPartView>(
    "handout-part",
    [
      .text("id") { $0.id },
      .text("sheet") { $0.sheet },
      .flag("starts-page") { $0.startsPage },
      .text("level") { $0.level },
      .text("section-level") { $0.sectionLevel },
      .object("chapter", HandoutChapterView.shape) { $0.chapter },
      .text("number") { $0.number },
      .text("title") { $0.title },
      .text("short") { $0.short },
      .text("kind") { $0.kind },
      .text("language") { $0.language },
      .texts("authors") { $0.authors },
      .text("date") { $0.date },
      .object("state", HandoutStateView.shape) { $0.state },
      .object("verdict", OptionVerdictView.shape) { $0.verdict },
      .text("summary") { $0.summary },
      .list("key-points", of: KeyPointView.shape) { $0.keyPoints },
      .html("body") { $0.body },
      .flag("facts-heading") { $0.hasFactsHeading },
      .list("groups", of: HandoutGroupView.shape) { $0.groups },
      .list("terms", of: TermView.shape) { $0.terms },
      .list("works", of: WorkView.shape) { $0.works },
      .address("works-address") { $0.worksAddress },
      .list("events", of: HandoutEventView.shape) { $0.events },
    ])
}

/// How a condition stands, with the evidence.
struct HandoutStateView {
  /// `met`, `partly`, `absent` or `unknown`.
  var status: String
  var label: String
  var asOf: String?
  var sources: [CitedView]

  static let shape = ViewShape<HandoutStateView>(
    "handout-state",
    [
      .text("status") { $0.status },
      .text("label") { $0.label },
      .text("as-of") { $0.asOf },
      .list("sources", of: CitedView.shape) { $0.sources },
    ])
}

/// A heading above several parts.
struct HandoutChapterView {
  var id: String
  var number: String?
  var title: String

  static let shape = ViewShape<HandoutChapterView>(
    "handout-chapter",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("title") { $0.title },
    ])
}

/// A group of facts as a table.
struct HandoutGroupView {
  var group: FactGroupView
  /// "3" to "6"
  var level: String

  static let shape = ViewShape<HandoutGroupView>(
    "handout-group",
    [
      .text("id") { $0.group.id },
      .text("label") { $0.group.label },
      .text("level") { $0.level },
      .list("facts", of: FactView.shape) { $0.group.facts },
    ])
}

/// An event by its date.
struct HandoutEventView {
  var date: String
  var title: String
  var text: String?
  /// The language of title and text, where it is not the page's own.
  var language: String?
  var sources: [CitedView]

  static let shape = ViewShape<HandoutEventView>(
    "handout-event",
    [
      .text("date") { $0.date },
      .text("title") { $0.title },
      .text("text") { $0.text },
      .text("language") { $0.language },
      .list("sources", of: CitedView.shape) { $0.sources },
    ])
}
