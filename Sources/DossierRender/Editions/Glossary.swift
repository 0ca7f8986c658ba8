import DossierSite

/// What the terms of the glossary mean, and by which names a text in one language calls them.
struct Glossary: Sendable {
  /// What a term means, in a sentence or two.
  struct Entry: Sendable {
    var title: String
    var meaning: String
    /// The language of both.
    var language: Language
  }

  /// By the index of the record; a term that does not say what it means has none.
  private(set) var entries: [RecordIndex: Entry] = [:]
  private(set) var names = TermNames()

  init(_ site: LinkedSite, in language: Language) {
    for (index, kind) in site.schema.kinds.indexed where kind.role == .term {
      for term in site.recordsOfKind[index] { add(term, of: site, in: language) }
    }
  }

  private mutating func add(_ term: RecordIndex, of site: LinkedSite, in language: Language) {
    let record = site.records[term]
    let original = site.schema.configuration.original
    let translation = record.translations.first { $0.language == language }
    let isOwn = language == original || translation != nil
    if isOwn, let meaning = Self.meaning(of: term, translation, site) {
      let title = translation?.title ?? record.title
      entries[term] = Entry(title: title, meaning: meaning, language: language)
    } else if let meaning = Self.meaning(of: term, nil, site) {
      entries[term] = Entry(title: record.title, meaning: meaning, language: original)
    }
    guard entries[term] != nil, isOwn else { return }
    names.add(translation?.title ?? record.title, of: term)
    if let short = translation?.short ?? record.short { names.add(short, of: term) }
  }

  /// The summary, else the first field that is one text.
  private static func meaning(
    of term: RecordIndex, _ translation: Translation?, _ site: LinkedSite
  ) -> String? {
    let summary = translation.map(\.summary) ?? site.records[term].summary
    if let summary { return summary }
    for statement in site.facts.statements(of: term)
    where statement.declaration.type == .text && !statement.declaration.isList {
      let value =
        translation.map { $0.texts[statement.field]?.first } ?? statement.claims.first?.value
      if case .text(let text) = value { return text }
    }
    return nil
  }
}
