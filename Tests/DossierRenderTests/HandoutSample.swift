import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender
@testable import DossierSite

/// A small project with handouts in memory, with the publication's own templates.
struct HandoutSample {
  var files: [String: String]
  var now = 0
  var showsAll = false

  static let base = [
    "content/site.yml": """
    title: Dossier
    publisher: Think Tank
    base-url: https://example.org/
    format: 1
    """,
    "content/units.yml": "km: {label: {en: km}}\npersons: {label: {en: persons}}\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    label: {en: Precedent}
    handouts: true
    groups: [size]
    fields:
      lead: {type: reference, to: term}
      peak: {type: quantity, unit: persons, group: size, label: {en: Peak strength}}
      line: {type: quantity, unit: km, group: size, label: {en: Line}}
      lessons: {type: markdown, list: true}
      per-km: {type: derived, formula: peak / line, unit: persons/km, label: {en: Per km}}
      losses: {type: number, label: {en: Losses}}
    """,
    "content/missions/kfor.md": """
    ---
    title: Kosovo Force
    short: KFOR
    peak:
      - {value: 50000, as-of: 1999, source: gowan}
      - {value: 55000, as-of: 1999, source: smith, note: Another count}
    line: {value: 351, source: gowan}
    lessons: [{value: "Ask a <term:caveat> first", source: gowan}]
    losses: unknown
    ---
    ## Lessons

    KFOR is not <mission:smm#peak>.[^one] See [the numbers](#numbers) and <term:veto>.

    ```compare {#both}
    records: [mission:kfor, mission:smm]
    fields: [peak, line]
    caption: Two missions
    ```

    ## Numbers

    A second note.[^two] The first again.[^one]

    [^one]: A note with a work [@smith].
    [^two]: The other note.
    """,
    "content/missions/smm.md": """
    ---
    title: Special Monitoring Mission
    short: SMM
    peak: {value: 800, source: smith}
    ---
    It looked at <mission:kfor#peak>.[^a]

    ```compare {#again}
    records: [mission:smm, mission:kfor]
    fields: [line]
    ```

    [^a]: A note here.
    """,
    "content/missions/ifor.md": "---\ntitle: Implementation Force\n---\n",
    "content/terms/_kind.yml": """
    id: term
    role: term
    fields: {definition: {type: text}}
    """,
    "content/terms/veto.md": "---\ntitle: Veto\ndefinition: A vote that blocks\n---\n",
    "content/terms/caveat.md": "---\ntitle: Caveat\ndefinition: A limit\n---\n",
    "content/terms/ceasefire.md": "---\ntitle: Ceasefire\ndefinition: No shots\n---\n",
    "content/sources/all.yml": """
    - {id: gowan, type: report, title: A Report, author: [{family: Gowan}], issued: 2018}
    - {id: smith, type: book, title: A Book, author: [{family: Smith}], issued: 2001}
    """,
    "content/handouts/all.yml": """
    title: The whole
    numbered: true
    parts:
      - chapter: Missions
      - mission:kfor
      - mission:smm
      - glossary
      - sources
    """,
  ]

  init(_ more: [String: String] = [:]) {
    files = Self.base.merging(more) { _, new in new }
  }

  /// A project of these files and no others.
  init(alone files: [String: String]) {
    self.files = files
    now = 1_800_000_000
  }

  /// The site, linked, with every finding.
  func linked() -> Outcome<LinkedSite> {
    var diagnostics: [Diagnostic] = []
    func keep<Value>(_ outcome: Outcome<Value>) -> Value {
      diagnostics += outcome.diagnostics
      return outcome.value
    }
    let texts = files.sorted { $0.key < $1.key }.map {
      SourceFile.decode(path: $0, bytes: Array($1.utf8)).value
    }
    let schema = keep(SiteSchema.decode(texts.filter { DeclarationPath.holds($0.path) }))
    var parsed: [ContentFile] = []
    var assets: [String] = []
    for file in texts {
      switch keep(schema.purpose(of: file.path)) {
      case .declaration, nil: break
      case .asset:
        assets.append(file.path)
        guard ContentPurpose.isImage(file.path) else { continue }
        parsed.append(.image(file.path, ImageSize(ofFile: file.bytes)))
      case .some(let purpose): parsed.append(keep(schema.parse(file, as: purpose)))
      }
    }
    let site = keep(ParsedSite.assemble(schema, parsed, assets: assets))
    let linked = keep(LinkedSite.published(site, at: now, showsAll: showsAll))
    return Outcome(linked, diagnostics.sorted())
  }

  func renderer(files: [PublishedFile] = []) throws -> SiteRenderer {
    let site = linked()
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    var templates: [SourceFile] = []
    var strings: [InterfaceStrings] = []
    for path in try Self.templatePaths() {
      let bytes = Array(try Data(contentsOf: Checkout.folder.appending(path: path)))
      let file = SourceFile.decode(path: path, bytes: bytes).value
      if let language = InterfaceStrings.language(of: path) {
        strings.append(InterfaceStrings.decode(file, language).value)
      } else {
        templates.append(file)
      }
    }
    let style = Array("p{color:red}".utf8)
    let outcome = SiteRenderer.prepare(
      site.value, templates: templates, strings: strings, handoutStyle: style, files: files)
    #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
    return outcome.value
  }

  /// A page of the site by its route.
  func page(_ route: String, images: [String: [UInt8]] = [:]) throws -> String {
    let renderer = try renderer()
    let page = try #require(renderer.pages().first { $0.route == route })
    return String(decoding: renderer.render(page, images: images), as: UTF8.self)
  }

  static func templatePaths() throws -> [String] {
    let folder = Checkout.folder.appending(path: "templates")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".yml") }.sorted()
      .map { "templates/" + $0 }
  }
}

/// What is to be read out of rendered HTML.
enum Markup {
  static func attributes(_ name: String, in html: String) throws -> [String] {
    try matches(" \(name)=\"([^\"]*)\"", in: html)
  }

  /// What the first group of a pattern finds, in the order of the text.
  static func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try Regex(pattern, as: (Substring, Substring).self).dotMatchesNewlines()
    return text.matches(of: expression).map { String($0.output.1) }
  }

  /// The words of an HTML fragment, one space between them.
  static func words(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
