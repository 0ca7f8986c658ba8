import DossierSource
import DossierTemplate

@testable import DossierRender
@testable import DossierSite

/// Three missions in memory, and comparisons of them.
struct CompareSample {
  let site: LinkedSite
  let scope: PageScope

  /// - Parameter more: Files beside those of the sample, or in their place.
  init(_ more: [String: String] = [:]) {
    let files = Self.files.merging(more) { $1 }
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let schema = SiteSchema.decode(sources.filter { DeclarationPath.holds($0.path) }).value
    let parsed = sources.compactMap { file -> ContentFile? in
      guard let purpose = schema.purpose(of: file.path).value else { return nil }
      return schema.parse(file, as: purpose).value
    }
    let whole = ParsedSite.assemble(schema, parsed, assets: []).value
    site = LinkedSite.published(whole).value
    var words = Dictionary(
      (InterfaceTexts.required + ScriptWords.all).map { ($0, PluralWord(other: $0)) },
      uniquingKeysWith: { $1 })
    words["same-rows"] = PluralWord(one: "{n} row", other: "{n} rows")
    words["precedents-of"] = PluralWord(other: "Precedents of {name}")
    words["comparison-in"] = PluralWord(other: "In {name}")
    let templates = TemplateSet.compile([], entries: [:], roots: [:]).value
    let edition = Edition(
      Routes(site: site), InterfaceStrings(language: .english, words: words), templates)
    scope = PageScope(
      edition: edition, root: "", record: nil, roots: edition.roots)
  }

  /// The comparison of missions, by their ids, in some fields.
  func view(
    _ records: [String], _ fields: [String], showsDifferences: Bool = false
  ) -> CompareView {
    let kind = site.schema.kind("mission")
    var table = CompareTable(
      scope, records: records.compactMap { site.record(RecordKey(kind: "mission", id: $0)) },
      fields: fields.compactMap { kind?.fieldIndex($0) }, anchor: "exhibit-x")
    return table.view(number: nil, caption: nil, showsDifferences: showsDifferences)
  }

  private static let files = [
    "content/site.yml": "title: Dossier\nlanguages: [en]\nformat: 1\n",
    "content/units.yml":
      "persons: {}\nkm: {dimension: length}\nmi: {dimension: length, factor: 2}\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    groups: {mandate: Mandate, size: Size}
    fields:
      title-of-chief: {type: text, label: Chief}
      peak: {type: quantity, unit: persons, of: [troops, monitors], group: size, label: Peak}
      line: {type: quantity, unit: km, group: size, label: Line}
      density: {type: derived, formula: peak / line, unit: persons/km, group: size, label: Density}
      force: {type: choice, choices: [none, all-means], group: mandate, compare: true, label: Force}
      balance: {type: number, label: Balance}
    """,
    "content/missions/alpha.md": """
    ---
    title: Alpha
    peak: {value: 1000, of: troops}
    line: 100
    force: none
    balance: -3
    ---
    """,
    "content/missions/beta.md": """
    ---
    title: Beta
    peak: {value: 250, of: monitors, approximate: true}
    line: {value: 100, unit: mi}
    force: none
    balance: 3
    ---
    """,
    "content/missions/gamma.md": """
    ---
    title: Gamma
    peak: unknown
    line: {low: 50, high: 150}
    force: {value: none, as-of: 2020}
    ---
    """,
    "content/formats/_kind.yml": """
    id: format
    role: option
    fields:
      precedents: {type: reference, to: mission, list: true}
    """,
    "content/formats/watch.md": "---\ntitle: Watch\nprecedents: [alpha, gamma]\n---\n",
    "content/formats/none.md": "---\ntitle: Without precedent\n---\n",
    "content/briefings/_kind.yml": "id: briefing\nrole: article\n",
    "content/briefings/one.md": """
    ---
    title: One
    ---
    ```compare {#all}
    records: [mission:alpha, mission:beta]
    fields: [force]
    caption: All of them
    ```

    ```compare
    kind: mission
    fields: [force]
    ```
    """,
    "content/briefings/two.md": """
    ---
    title: Two
    ---
    ```compare {#all}
    kind: mission
    fields: [peak]
    ```
    """,
  ]
}
