import DossierMarkdown
import DossierSite
import DossierTemplate

/// The site in one language: its words, its rules, and what all its pages share.
///
/// A class, since every page hands it about many times.
final class Edition: Sendable {
  let site: LinkedSite
  let templates: TemplateSet
  let language: Language
  let rules: LanguageRules
  let bibliography: BibliographyFormat
  let strings: InterfaceStrings
  let routes: Routes
  /// What stands before the routes of its pages: nothing for the original, `uk/` for Ukrainian.
  let prefix: String
  /// `site.` and `strings.`, prepared for the templates.
  let roots: Roots
  /// What tells works of one author and year apart, by the source's id.
  let suffixes: [String: String]
  /// Sources in the order of a bibliography, by their index.
  let sortedSources: [Int]
  /// What topics are called, by their ids: by `site.yml`, else the id as words.
  let topicNames: [String: String]
  /// The feeds that the language has.
  let feeds: [Feed]
  /// All records in the order of their titles.
  let alphabet = LazyAlphabet()
  /// The place of each source in that order.
  let sourceRanks: [Int]
  let glossary: Glossary
  /// The orders of lists that stand on many pages.
  let order: EditionOrder

  init(_ routes: Routes, _ strings: InterfaceStrings, _ templates: TemplateSet) {
    let site = routes.site
    let configuration = site.schema.configuration
    self.site = site
    self.templates = templates
    language = strings.language
    rules = LanguageRules(strings.language)
    bibliography = BibliographyFormat(rules)
    self.strings = strings
    self.routes = routes
    prefix = routes.prefix(language)
    feeds = routes.feeds(in: language)
    let language = strings.language
    let view = SiteView(
      title: configuration.title[language], subtitle: configuration.subtitle?[language],
      publisher: configuration.publisher?[language])
    roots = templates.roots([
      "site": SiteView.shape.object(view),
      "strings": InterfaceTexts.shape(of: strings).object(texts: strings.words.mapValues(\.other)),
    ])
    topicNames = Dictionary(
      site.topics.map { topic in
        (topic.id, configuration.topics[topic.id]?[language] ?? Self.words(topic.id))
      }, uniquingKeysWith: { first, _ in first })
    suffixes = bibliography.suffixes(for: site.sources)
    let keys = site.sources.map(bibliography.sortKey)
    let sorted = site.sources.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    sortedSources = sorted
    var ranks = Array(repeating: 0, count: sorted.count)
    for (rank, source) in sorted.enumerated() { ranks[source] = rank }
    sourceRanks = ranks
    glossary = Glossary(site, in: language)
    order = EditionOrder(site, rules, language, isOriginal: prefix.isEmpty, topicNames)
  }

  private static func words(_ id: String) -> String {
    let text = id.replacing("-", with: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// What a list shows of a record.
  enum Shown {
    case title, name
  }

  /// Records in the order of what a list shows of them.
  func sorted(
    _ records: some Sequence<Int>, of site: LinkedSite, by shown: Shown
  ) -> [Int] {
    rules.sorted(records) { record in
      switch shown {
      case .title: title(of: record, in: site)
      case .name: name(of: record, in: site)
      }
    }
  }

  /// Articles that are in the order of their dates: those of one date by their titles.
  func sortedWithinDates(_ articles: [Int], of site: LinkedSite) -> [Int] {
    var sorted: [Int] = []
    var rest = articles[...]
    while let first = rest.first {
      let date = site.records[first].article.date
      let same = rest.prefix { site.records[$0].article.date == date }
      sorted += same.count == 1 ? Array(same) : self.sorted(same, of: site, by: .title)
      rest = rest.dropFirst(same.count)
    }
    return sorted
  }

  /// The record's texts in the language, where somebody translated it.
  func translation(of record: Record) -> Translation? {
    prefix.isEmpty ? nil : record.translations.first { $0.language == language }
  }

  func title(of record: Int, in site: LinkedSite) -> String {
    let record = site.records[record]
    return translation(of: record)?.title ?? record.title
  }

  /// The short name of a record, for tables and links.
  func name(of record: Int, in site: LinkedSite) -> String {
    let record = site.records[record]
    return record.name(translated: translation(of: record))
  }

  /// The narrative of a record in the language, or the original's.
  func text(of record: Record) -> RecordText {
    translation(of: record)?.text ?? record.text
  }
}

/// The interface texts that the code itself needs; the templates name theirs.
enum InterfaceTexts {
  /// Keys with the values that take the place of `{…}` in them.
  static let required =
    [
      "exhibit", "unknown", "not-applicable", "no-claim", "yes", "no", "records", "sources-count",
      "articles-count", "places-count", "pages-of", "sources", "topics", "home", "refused-missing",
      "refused-unknown", "refused-not-applicable", "refused-zero", "refused-bounds",
      "refused-size", "refused-digits", "refused-dates", "refused-undated",
      "page-not-found", "trust", "no-grade", "not-stated", "own-state", "state-own",
      "blocks-count", "alone-count", "today",
      "same-rows", "matrix", "comparison-page", "compare", "precedents-of", "comparison-in",
      "compare-precedents", "what-term-means",
      "locale", "authors", "published", "updated", "reviewed", "data",
      "data-summary-of-page", "data-table", "data-json", "data-schema", "data-claims",
      "data-series",
      "data-id", "data-title", "data-short", "data-summary", "data-url", "data-field", "data-item",
      "data-value", "data-low", "data-high", "data-unit", "data-of", "data-approximate",
      "data-as-of", "data-source", "data-basis", "data-note",
    ] + Verdict.Outcome.allCases.flatMap { ["outcome-" + $0.rawValue, "in-text-" + $0.rawValue] }
    + ConditionStatus.unmet.map { "unmet-" + $0.rawValue }
    + Callout.allCases.map { "callout-" + $0.rawValue }

  /// Keys that a site with handouts needs beside these.
  static let ofHandouts = [
    "glossary", "timeline", "version", "page-of", "embargoed-until", "draft",
  ]

  /// By the key: the names in braces for which the code or a script puts a value.
  static let placeholders: [String: [String]] = [
    "exhibit": ["n"], "records": ["n"], "sources-count": ["n"], "articles-count": ["n"],
    "places-count": ["n"], "pages-of": ["n"], "refused-missing": ["name"],
    "refused-unknown": ["name"], "refused-not-applicable": ["name"], "search-none": ["query"],
    "search-count": ["n", "shown"], "what-term-means": ["name"], "state-own": ["status"],
    "blocks-count": ["n"], "alone-count": ["n"], "comparison-in": ["name"],
    "precedents-of": ["name"], "same-rows": ["n"], "compare-size": ["records", "fields"],
    "table-shown": ["n", "all"], "switches-counts": ["open", "held-up", "blocked", "not-known"],
    "switches-changed": ["changes"], "as-it-stands": ["status"], "page-of": ["n", "m"],
    "embargoed-until": ["date"], "refused-dates": ["from", "to"], "refused-undated": ["name"],
  ]

  /// The shape of `strings.`: whatever keys the file has.
  static func shape(of strings: InterfaceStrings) -> ObjectShape {
    ObjectShape(name: "strings", texts: strings.words.keys.sorted())
  }
}

/// The languages' own names, for the links between them.
enum LanguageName {
  static func own(_ language: Language) -> String {
    names[language.code]?.first ?? language.code
  }

  /// The name of a language in another.
  static func name(of language: Language, in other: Language) -> String {
    guard let names = names[language.code] else { return language.code }
    return other == .ukrainian ? names[2] : names[1]
  }

  /// Own, English and Ukrainian name.
  private static let names: [String: [String]] = [
    "en": ["English", "English", "англійською"],
    "uk": ["Українська", "Ukrainian", "українською"],
    "de": ["Deutsch", "German", "німецькою"],
    "fr": ["Français", "French", "французькою"],
    "pl": ["Polski", "Polish", "польською"],
    "es": ["Español", "Spanish", "іспанською"],
  ]
}
