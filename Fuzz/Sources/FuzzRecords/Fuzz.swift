import DossierSite
import DossierSource

/// The first byte picks which file of a small project the others are; the whole is then linked.
func fuzz(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  let paths = [
    "content/missions/kfor.md", "content/missions/_kind.yml", "content/site.yml",
    "content/units.yml", "content/sources/all.yml", "content/missions/kfor.uk.md",
    "content/missions/t.csv", "content/missions/_tables.yml", "content/missions/t.uk.csv",
  ]
  var files = sound
  files[paths[Int(first) % paths.count]] = Array(bytes.dropFirst())
  let texts = files.sorted { $0.key < $1.key }.map {
    SourceFile.decode(path: $0.key, bytes: $0.value).value
  }
  let schema = SiteSchema.decode(texts.filter { DeclarationPath.holds($0.path) })
  var diagnostics = schema.diagnostics
  let parsed = texts.compactMap { file -> ContentFile? in
    guard let purpose = schema.value.purpose(of: file.path).value, purpose != .declaration else {
      return nil
    }
    let outcome = schema.value.parse(file, as: purpose)
    diagnostics += outcome.diagnostics
    return outcome.value
  }
  let site = ParsedSite.assemble(schema.value, parsed, assets: [])
  let linked = PublicSite.publish(site.value, at: 0, showsAll: true).map { LinkedSite.link($0) }
  for diagnostic in diagnostics + site.diagnostics + (linked?.diagnostics ?? []) {
    let file = texts.first { $0.path == diagnostic.place.path }
    _ = diagnostic.text(line: file.flatMap { SourceLines($0.bytes)[diagnostic.place.span.line] })
  }
}

private let sound: [String: [UInt8]] = [
  "content/site.yml": "title: T\nlanguages: [en, uk]\n",
  "content/units.yml": "km: {dimension: length}\nmi: {dimension: length, factor: 1.6}\n",
  "content/missions/_kind.yml": """
  id: mission
  fields:
    a: {type: quantity, unit: km}
    b: {type: series, unit: km}
    c: {type: markdown}
    d: {type: derived, formula: a / 2}
    e: {type: ratings, of: mission, choices: [x, y]}
    f: {type: period}
  """,
  "content/missions/kfor.md": "---\ntitle: K\na: 5\n---\n<mission:kfor#a> [@s]\n",
  "content/missions/unmil.md": "---\ntitle: U\nb: [{value: 1, as-of: 2000}]\n---\n",
  "content/missions/t.csv": "record,field,value,as-of,note\nunmil,b,2,2001,N\n",
  "content/sources/all.yml": "- {id: s, type: book, title: T}\n",
].mapValues { Array($0.utf8) }
