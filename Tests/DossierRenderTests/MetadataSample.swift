import DossierSite
import DossierSource
import Foundation
import Testing

@testable import DossierRender

/// A small site in two languages, built from files in memory.
struct MetadataSample {
  let site: LinkedSite
  let renderer: SiteRenderer

  /// - Parameters:
  ///   - changes: Files beside those of the sample, or in their place.
  ///   - isPublished: Whether it is known where the site is published.
  ///   - templates: Texts of further templates by their names.
  init(
    _ changes: [String: String] = [:], isPublished: Bool = true, templates: [String: String] = [:]
  ) {
    var files = Self.files.merging(changes) { $1 }
    if isPublished { files["content/site.yml"]? += "base-url: https://example.org/p\n" }
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let declarations = sources.filter { DeclarationPath.holds($0.path) }
    let schema = SiteSchema.decode(declarations).value
    var assets: [String] = []
    let parsed = sources.compactMap { file -> ContentFile? in
      guard let purpose = schema.purpose(of: file.path).value else { return nil }
      if case .asset = purpose {
        assets.append(file.path)
        return .image(file.path, ImageSize(ofFile: file.bytes))
      }
      return schema.parse(file, as: purpose).value
    }
    let whole = ParsedSite.assemble(schema, parsed, assets: assets).value
    site = LinkedSite.published(whole, at: 1_790_000_000).value
    let more = templates.sorted { $0.key < $1.key }.map { name, text in
      SourceFile(path: "templates/\(name).html", text: text)
    }
    renderer =
      SiteRenderer.prepare(site, templates: Self.templates + more, strings: Self.strings).value
  }

  /// A file of the site by its route; empty where there is none.
  func text(_ route: String) -> String {
    guard let page = renderer.pages().first(where: { $0.route == route }) else { return "" }
    return String(decoding: renderer.render(page), as: UTF8.self)
  }

  /// What a page of the site is made with.
  func scope(on route: String) throws -> PageScope {
    let page = try #require(renderer.pages().first { $0.route == route })
    return try #require(renderer.scope(of: page))
  }

  func record(_ kind: String, _ id: String) throws -> RecordIndex {
    try #require(site.record(RecordKey(kind: kind, id: id)))
  }

  func routes() -> Set<String> { Set(renderer.pages().map(\.route)) }

  func json(_ route: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text(route).utf8))
    return value as? [String: Any] ?? [:]
  }

  /// The nodes of the JSON-LD graph of a page.
  func graph(_ route: String) throws -> [[String: Any]] {
    let page = text(route)
    let opening = "<script type=\"application/ld+json\">"
    guard let start = page.range(of: opening)?.upperBound,
      let end = page.range(of: "</script>", range: start..<page.endIndex)?.lowerBound
    else { return [] }
    let value = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
    return (value as? [String: Any])?["@graph"] as? [[String: Any]] ?? []
  }

  /// The contents of the `meta` elements of a name, in their order.
  func metas(_ name: String, on route: String) -> [String] {
    text(route).split(separator: "\n").filter { $0.contains("=\"\(name)\" content=") }
      .compactMap { $0.split(separator: "content=\"").last?.split(separator: "\"").first }
      .map(String.init)
  }

  private static let frame = """
    <html><head>{{{page.metadata}}}</head><body>
    {{#page.citation}}<p>{{text}}</p><pre>{{bibtex}}</pre><pre>{{ris}}</pre><pre>{{csl-json}}</pre>
    {{/page.citation}}</body></html>
    """

  private static let templates = [
    "home", "article", "record", "index", "sources", "source", "topic", "trust", "not-found",
    "data", "compare", "comparison", "exhibits/compare", "exhibits/matrix", "exhibits/chart",
    "exhibits/scaled", "handout", "handout-part",
  ].map { SourceFile(path: "templates/\($0).html", text: frame) }

  private static let strings = [Language.english, .ukrainian].map { language in
    var words = Dictionary(
      InterfaceTexts.required.map { ($0, PluralWord(other: $0)) }, uniquingKeysWith: { $1 })
    words["locale"] = PluralWord(other: language == .english ? "en_GB" : "uk_UA")
    return InterfaceStrings(language: language, words: words)
  }

  private static let files = [
    "content/site.yml": """
    title: {en: Dossier, uk: Досьє}
    publisher: {en: A & B Centre, uk: Центр}
    languages: [en, uk]
    image: {file: card.png, alt: A card}
    format: 1

    """,
    "content/card.png": "not read here",
    "content/authors/_kind.yml": """
    id: author
    role: author
    label: Author
    plural: Authors
    fields:
      family: {type: text, label: Family name}
    """,
    "content/authors/ann.md": "---\ntitle: Ann Smith Jones\nfamily: Smith Jones\n---\n",
    "content/authors/team.md": "---\ntitle: The team\n---\n",
    "content/briefings/_kind.yml":
      "id: briefing\nrole: article\nlabel: Briefing\nplural: Briefings\n",
    "content/briefings/first.md": """
    ---
    title: The first
    date: 2025-05-12
    updated: 2025-06-01
    authors: [ann, team]
    topics: [force-size]
    key-points: ["One <mission:alpha>."]
    ---
    It begins [@gowan-2018].
    """,
    "content/briefings/first.uk.md": "---\ntitle: Перша\n---\nПочаток.\n",
    "content/briefings/second.md":
      "---\ntitle: \"A </script> & <b>\"\ndate: 2025-07-01\n---\nText.\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    label: Mission
    plural: Missions
    fields:
      strength: {type: quantity, unit: persons, of: [troops], label: Strength}
      length: {type: quantity, unit: km, label: Length}
      density: {type: derived, formula: strength / length, unit: persons/km, label: Density}
      deployed: {type: period, label: Deployed}
      aims: {type: text, list: true, label: Aims}
      next: {type: reference, to: mission, label: Next}
      open: {type: flag, label: Open}
      course: {type: series, unit: persons, label: Course}
    """,
    "content/missions/alpha.md": """
    ---
    title: Alpha, the first
    strength:
      - {value: 50000, of: troops, as-of: 1999, source: "gowan-2018, p. 2", approximate: true}
      - {value: 55000, of: troops, as-of: 1999}
    length: {low: 10, high: 15}
    deployed: {from: 1999-06-12}
    aims: ["=SUM(A1)", {value: Peace, source: gowan-2018}]
    next: beta
    open: true
    course:
      - {value: 100, as-of: 2000, source: gowan-2018}
      - {value: 200, as-of: 2001-05}
    ---
    """,
    "content/missions/beta.md": """
    ---
    title: Beta
    strength: unknown
    length: not-applicable
    ---
    """,
    "content/units.yml":
      "persons: {}\nkm: {dimension: length}\nmi: {dimension: length, factor: 1.5}\n",
    "content/sources/all.yml": """
    - id: gowan-2018
      type: report
      title: Can the UN Unite Ukraine?
      author: [{family: Gowan, given: Richard}]
      issued: 2018
      URL: https://example.com/ä
    """,
  ]
}
