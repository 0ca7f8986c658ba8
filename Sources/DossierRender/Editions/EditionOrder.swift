import DossierSite

/// The orders of those lists of a language that stand on many pages, by what they show.
struct EditionOrder: Sendable {
  /// Kinds as the menu has them, those that it leaves out by what they are called; by their index.
  let kinds: [KindIndex]
  /// Topics by what they are called, by their index.
  let topics: [Int]
  /// Records by their names.
  let conditions: [RecordIndex]
  let options: [RecordIndex]
  let scenarios: [RecordIndex]
  /// Plain pages by their names, without the home page.
  let plainPages: [RecordIndex]
  /// The articles that have a place in the order of reading, in it.
  let reading: [RecordIndex]
  /// The place of each of them among them.
  let readingPlaces: [RecordIndex: Int]
  /// The handouts that gather parts, by their titles.
  let handouts: [Int]

  init(
    _ site: LinkedSite, _ rules: LanguageRules, _ language: Language, _ topicNames: TopicNames
  ) {
    let isOriginal = language == site.schema.configuration.original
    func byName(_ records: some Sequence<RecordIndex>) -> [RecordIndex] {
      rules.sorted(records) { record in
        let record = site.records[record]
        let translation = record.translations.first { $0.language == language }
        return record.name(translated: isOriginal ? nil : translation)
      }
    }
    kinds = Self.kinds(of: site.schema, rules, language)
    topics = rules.sorted(site.articles.topics.indices) {
      topicNames[site.articles.topics[$0].id]
    }
    conditions = byName(site.conditions.all)
    options = byName(site.conditions.options)
    scenarios = byName(site.conditions.scenarios)
    let pages = site.schema.kinds.indices.filter { site.schema.kinds[$0].role == .page }
    plainPages = byName(pages.flatMap { site.recordsOfKind[$0] }.filter { $0 != site.home })
    let placed = site.articles.all.filter { site.records[$0].article.order != nil }
    let reading = Self.reading(byName(placed), site)
    self.reading = reading
    readingPlaces = Dictionary(
      uniqueKeysWithValues: reading.enumerated().map { ($0.element, $0.offset) })
    handouts = rules.sorted(site.handouts.indices) { site.handouts[$0].title[language] }
  }

  /// - Parameter articles: Those with a place, by their names, which decide between those of one place.
  private static func reading(_ articles: [RecordIndex], _ site: LinkedSite) -> [RecordIndex] {
    let placed = articles.enumerated().compactMap { name, record in
      site.records[record].article.order.map { (order: $0, name: name, record: record) }
    }
    return placed.sorted { ($0.order, $0.name) < ($1.order, $1.name) }.map(\.record)
  }

  private static func kinds(
    of schema: SiteSchema, _ rules: LanguageRules, _ language: Language
  ) -> [KindIndex] {
    let listed = Set(schema.configuration.menu?.names ?? [])
    let inMenu = schema.kinds.indices.filter { listed.contains(schema.kinds[$0].id) }
    let others = schema.kinds.indices.filter { !listed.contains(schema.kinds[$0].id) }
    return inMenu + rules.sorted(others) { schema.kinds[$0].plural[language] }
  }
}

extension Record {
  /// What it is called in tables and links where a translation of it is shown, or none.
  func name(translated translation: Translation?) -> String {
    guard let translation else { return name }
    return translation.short ?? short ?? translation.title ?? title
  }
}
