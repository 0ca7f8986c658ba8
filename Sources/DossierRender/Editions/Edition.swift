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
  /// What of it an edit of a text leaves as it is.
  let basis: EditionBasis
  let recordWords = RecordWords()
  private let pageCitations: PageCitations
  let strings: InterfaceStrings
  let routes: Routes
  /// What stands before the routes of its pages: nothing for the original, `uk/` for Ukrainian.
  let prefix: String
  /// `site.` and `strings.`, prepared for the templates.
  let roots: Roots
  /// All records in the order of their titles.
  let alphabet = LazyAlphabet()
  /// The lists of the kinds.
  let listOrders = ListOrders()
  let glossary: Glossary
  /// The site in the language that a text has which is not translated; `nil` where it is this one.
  let original: Edition?

  /// - Parameters:
  ///   - original: The site in the language of the original, where that is another.
  ///   - basis: That of another state of the site, which differs in texts alone; made where there is
  ///     none.
  init(
    _ routes: Routes, _ strings: InterfaceStrings, _ templates: TemplateSet,
    original: Edition? = nil, basis: EditionBasis? = nil
  ) {
    let site = routes.site
    let configuration = site.schema.configuration
    self.site = site
    self.templates = templates
    language = strings.language
    let basis = basis ?? EditionBasis(routes, strings.language)
    self.basis = basis
    self.strings = strings
    self.routes = routes
    self.original = original
    prefix = routes.prefix(language)
    let language = strings.language
    let view = SiteView(
      title: configuration.title[language], subtitle: configuration.subtitle?[language],
      publisher: configuration.publisher?[language],
      footer: configuration.brand.footer?[language])
    roots = templates.roots([
      "site": SiteView.shape.object(view),
      "strings": InterfaceTexts.shape(of: strings).object(texts: strings.words.mapValues(\.other)),
    ])
    pageCitations = PageCitations(site, basis.citations, ranks: basis.sourceRanks)
    glossary = Glossary(site, in: language)
  }

  /// How a page cites that shows some records.
  func citations(of records: some Sequence<RecordIndex>) -> CitationDesk {
    pageCitations.desk(of: records)
  }

  /// What a unit is called, after a number.
  func word(ofUnit id: String) -> PluralWord { site.schema.word(ofUnit: id, rules) }

  /// What a unit is called where it stands alone: at an axis, in a column's head.
  func loneWord(ofUnit id: String) -> String { rules.alone(word(ofUnit: id)) }

  /// What a list shows of a record.
  enum Shown {
    case title, name
  }

  /// Records in the order of what a list shows of them.
  func sorted(
    _ records: some Sequence<RecordIndex>, by shown: Shown
  ) -> [RecordIndex] {
    rules.sorted(records) { record in
      switch shown {
      case .title: title(of: record)
      case .name: name(of: record)
      }
    }
  }

  /// Articles that are in the order of their dates: those of one date by their titles.
  ///
  /// - Parameter limit: No more than these are wanted; `nil` for all.
  func sortedWithinDates(_ articles: [RecordIndex], atMost limit: Int? = nil) -> [RecordIndex] {
    var sorted: [RecordIndex] = []
    var rest = articles[...]
    while let first = rest.first, sorted.count < limit ?? .max {
      let date = site.records[first].article.date
      let same = rest.prefix { site.records[$0].article.date == date }
      sorted += same.count == 1 ? Array(same) : self.sorted(same, by: .title)
      rest = rest.dropFirst(same.count)
    }
    return sorted
  }

  /// The record's texts in the language, where somebody translated it.
  func translation(of record: Record) -> Translation? {
    prefix.isEmpty ? nil : record.translations.first { $0.language == language }
  }

  func title(of record: RecordIndex) -> String {
    let record = site.records[record]
    return translation(of: record)?.title ?? record.title
  }

  /// The short name of a record, for tables and links.
  func name(of record: RecordIndex) -> String {
    let record = site.records[record]
    return record.name(translated: translation(of: record))
  }

  /// The narrative of a record in the language, or the original's.
  func text(of record: Record) -> RecordText {
    translation(of: record)?.text ?? record.text
  }

  /// The editor's summary of a record in the language, or the original's.
  func summary(of record: RecordIndex) -> String? {
    let entry = site.records[record]
    return translation(of: entry)?.summary ?? entry.summary
  }

  /// The points of an article in the language, or the original's.
  func keyPoints(of record: Record) -> [Prose] {
    let points = translation(of: record)?.keyPoints ?? []
    return points.isEmpty ? record.article.keyPoints : points
  }

  /// The text of a claim in the language, where somebody translated it.
  func translated(_ number: Int, _ field: FieldIndex, _ record: RecordIndex) -> ClaimValue? {
    let texts = translation(of: site.records[record])?.texts[field] ?? []
    return number < texts.count ? texts[number] : nil
  }

  /// The note of a claim in the language, where somebody translated it.
  func translatedNote(_ number: Int, _ field: FieldIndex, _ record: RecordIndex) -> String? {
    let notes = translation(of: site.records[record])?.notes[field] ?? []
    return number < notes.count && !notes[number].isEmpty ? notes[number] : nil
  }

  /// The exhibits of a record's text in the language.
  func exhibits(of record: RecordIndex) -> [Exhibit] { text(of: site.records[record]).exhibits }

  /// Whether the text of a record in the language has a heading: a translation has its own.
  func isHeading(_ id: String, _ record: RecordIndex) -> Bool {
    text(of: site.records[record]).body.headings.contains { $0.id == id }
  }

  func title(of feed: Feed) -> String {
    let title = site.schema.configuration.title[language]
    return switch feed {
    case .articles: title
    case .corrections(let kind): strings.labelled(title, site.schema.kinds[kind].plural[language])
    }
  }
}

extension Edition {
  var rules: LanguageRules { _read { yield basis.rules } }
  var citations: CitationDesk { _read { yield basis.citations } }
  var sourceRanks: Column<Source, Int> { _read { yield basis.sourceRanks } }
  var topicNames: TopicNames { _read { yield basis.topicNames } }
  var order: EditionOrder { _read { yield basis.order } }
}

// Where things stand on their pages.
extension Edition {
  /// The anchor of a fact on the page of its record.
  func anchor(ofField field: FieldIndex, of record: RecordIndex) -> String {
    "fact-" + site.kind(of: record).fields[field].id
  }

  /// The anchor of a verdict on the page of its option.
  func anchor(ofVerdictIn scenario: RecordIndex?) -> String {
    scenario.map { "_verdict-" + site.records[$0].key.id } ?? "_verdict"
  }

  /// What the anchors of a record begin with in a handout.
  func handoutAnchor(of record: RecordIndex) -> String {
    let key = site.records[record].key
    return key.kind + "_" + key.id
  }
}
