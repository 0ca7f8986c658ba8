import DossierSite

/// By what a script narrows the bibliography: the type, the grade and the language of works.
struct SourceFacets {
  let scope: PageScope

  /// In the order of the facets; a dash for what is not stated.
  func values(of source: SourceIndex) -> [String] {
    let entry = scope.site.sources[source]
    return [entry.type, entry.grade ?? Self.none, entry.language ?? Self.none]
  }

  private static let none = "-"

  /// The facets with the words for the values that a part of the list holds, the addresses of all parts,
  /// the page's own being empty, and the words of the script.
  func model(of sources: some Sequence<SourceIndex>, part: Int) -> [UInt8] {
    let count = scope.site.sources.count
    let parts = Routes.parts(of: count, per: Routes.worksPerPart)
    let values = sources.map(values)
    return .data(id: "_works-data") { json in
      json.array("facets") { json in
        for (place, key) in ["type", "grade", "language-of-work"].enumerated() {
          add(key, Set(values.map { $0[place] }).sorted(), to: &json)
        }
      }
      json.name("count")
      json.literal(String(count))
      if (2...ScriptData.joinedParts).contains(parts) {
        let all = (0..<parts).map { scope.pageAddress(.sources(part: $0)) }
        json.add("parts", strings: all.enumerated().map { $0 == part ? "" : $1 })
      }
      ScriptData(scope: scope).add(ScriptWords.table, to: &json)
    }
  }

  private func add(_ key: String, _ values: [String], to json: inout JSONWriter) {
    json.object { json in
      json.add("id", key)
      json.add("label", scope.edition.strings[key])
      json.object("labels") { json in
        for value in values { json.add(value, label(value, of: key)) }
      }
    }
  }

  private func label(_ value: String, of key: String) -> String {
    if value == Self.none { return scope.edition.strings["not-stated"] }
    return switch key {
    case "type": scope.edition.strings.word("type-" + value) ?? value
    case "grade": value
    default: scope.edition.rules.name(of: Language(value))
    }
  }
}
