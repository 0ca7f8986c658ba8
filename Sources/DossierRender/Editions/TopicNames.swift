import DossierSite

/// What topics are called in a language.
struct TopicNames: Sendable {
  private let names: [String: String]

  init(_ site: LinkedSite, _ language: Language) {
    let labels = site.schema.configuration.topics
    names = Dictionary(
      site.articles.topics.map { ($0.id, labels[$0.id]?[language] ?? Self.words($0.id)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// By `site.yml`, else the id as words.
  subscript(id: String) -> String { names[id] ?? id }

  private static func words(_ id: String) -> String {
    let text = id.replacing("-", with: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
