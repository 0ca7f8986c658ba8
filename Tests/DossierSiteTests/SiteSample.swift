import DossierSource

@testable import DossierSite

/// A small project in memory, taken through the stages as a build takes a real one.
struct SiteSample {
  var files: [String: [UInt8]]

  /// A project with a kind of every use, one record of each, and some files more or in their place.
  init(_ more: [String: String] = [:]) {
    let texts = Self.base.merging(more) { _, new in new }
    files = texts.mapValues { Array($0.utf8) }
  }

  /// Only these files.
  init(only texts: [String: String]) {
    files = texts.mapValues { Array($0.utf8) }
  }

  static let base = [
    "content/site.yml": "title: Dossier\nlanguages: [en, uk]\nformat: 1\n",
    "content/units.yml": """
    persons: {dimension: persons}
    km: {dimension: length}
    mi: {dimension: length, factor: 1.609344}
    """,
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    groups: [size]
    fields:
      lead: {type: reference, to: actor}
      mandate: {type: text}
      lesson: {type: markdown}
      begun: {type: date}
      deployed: {type: period}
      contributors: {type: number}
      peak: {type: quantity, unit: persons, of: [troops, observers], sourced: required}
      line: {type: quantity, unit: km, group: size}
      strength: {type: series, unit: persons}
      force: {type: choice, choices: [none, self-defence, all-means]}
      functions: {type: choice, list: true, choices: [observation, interposition]}
      armed: {type: flag}
      needs: {type: ratings, of: term, choices: [required, helpful]}
      per-km: {type: derived, formula: peak / line, unit: persons/km}
    """,
    "content/missions/kfor.md": """
    ---
    title: Kosovo Force
    peak: {value: 50000, source: gowan-2018}
    strength: [{value: 19000, as-of: 2004-07}, {value: 4500, as-of: 2020}]
    ---
    ## Lessons

    """,
    "content/actors/_kind.yml": "id: actor\nfields: {seat: {type: text}}\n",
    "content/actors/nato.md": "---\ntitle: NATO\n---\n",
    "content/terms/_kind.yml": "id: term\nrole: term\n",
    "content/terms/veto.md": "---\ntitle: Veto\n---\n",
    "content/authors/_kind.yml": "id: author\nrole: author\n",
    "content/authors/anna.md": "---\ntitle: Anna\n---\n",
    "content/briefings/_kind.yml": "id: briefing\nrole: article\n",
    "content/sources/all.yml": """
    - {id: gowan-2018, type: report, title: Can the United Nations Unite Ukraine?}
    """,
  ]

  /// Every file on its own.
  func parsed() -> Outcome<ParsedSite> {
    var diagnostics: [Diagnostic] = []
    func keep<Value>(_ outcome: Outcome<Value>) -> Value {
      diagnostics += outcome.diagnostics
      return outcome.value
    }
    let texts = files.sorted { $0.key < $1.key }.map { path, bytes in
      (path: path, file: SourceFile.decode(path: path, bytes: bytes))
    }
    let declarations = texts.filter { DeclarationPath.holds($0.path) }.map { keep($0.file) }
    let schema = keep(SiteSchema.decode(declarations))
    var parsed: [ContentFile] = []
    var assets: [String] = []
    for text in texts {
      switch keep(schema.purpose(of: text.path)) {
      case nil, .declaration: break
      case .asset: assets.append(text.path)
      case let purpose?:
        parsed.append(keep(schema.parse(keep(text.file), as: purpose)))
      }
    }
    let site = keep(ParsedSite.assemble(schema, parsed, assets: assets))
    return Outcome(site, diagnostics)
  }

  /// What is public at a moment, linked.
  func linked(at now: Int = 0, showsAll: Bool = false) -> Outcome<LinkedSite> {
    parsed().then { Self.linked($0, at: now, showsAll: showsAll) }
  }

  /// What is public at a moment, linked; nothing, where the declarations are in error.
  static func linked(
    _ site: ParsedSite, at now: Int = 0, showsAll: Bool = false
  ) -> Outcome<LinkedSite> {
    if let site = PublicSite.publish(site, at: now, showsAll: showsAll) {
      return LinkedSite.link(site)
    }
    let nothing = SiteSample(only: ["content/site.yml": "title: Nothing\nformat: 1\n"])
    return linked(nothing.parsed().value)
  }

  /// What is found in the whole project, as a build prints it: in its order, without notes.
  func report(at now: Int = 0) -> String {
    let found = linked(at: now).diagnostics.filter { $0.severity > .note }
    return found.sorted().map { diagnostic in
      let place = diagnostic.place
      let line = files[place.path].flatMap { SourceLines($0)[place.span.line] }
      return diagnostic.text(line: line)
    }.joined(separator: "\n")
  }

  /// A record by its name.
  func record(_ kind: String, _ id: String) -> Record? {
    parsed().value.records.first { $0.key == RecordKey(kind: kind, id: id) }
  }

  /// What a record says for a field, where `kfor` says only this.
  static func fact(_ field: String, _ yaml: String) -> Fact? {
    let text = "---\ntitle: Kosovo Force\n\(field): \(yaml)\n---\n"
    let sample = SiteSample(["content/missions/kfor.md": text])
    let site = sample.parsed().value
    guard let kind = site.schema.kind("mission"), let index = kind.fieldIndex(field) else {
      return nil
    }
    return site.records.first { $0.key.id == "kfor" }?.facts[index]
  }
}
