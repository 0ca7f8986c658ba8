import DossierSite

/// By what a script narrows the bibliography: the type, the grade and the language of works, and who
/// made them.
struct SourceFacets {
  let scope: PageScope

  private static let keys = ["type", "grade", "language-of-work"]
  private static let maker = "author-or-publisher"

  /// In the order of the facets; a dash for what is not stated.
  func values(of source: SourceIndex) -> [String] {
    let entry = scope.site.sources[source]
    let maker = Self.maker(of: entry).map(Self.id)
    return [
      entry.type, entry.grade ?? Self.none, entry.language ?? Self.none, maker ?? Self.none,
    ]
  }

  /// The first author, by the name that sorts; else who published the work.
  private static func maker(of source: Source) -> String? {
    guard let author = source.authors.first else { return source.publisher }
    return [author.family, author.given].compactMap(\.self).joined(separator: ", ")
  }

  /// The values of a work stand in one attribute, with spaces between them.
  private static func id(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: "_")
  }

  /// Who made several of some works; who made one alone is found by a word.
  private func makers(
    of sources: some Sequence<SourceIndex>
  ) -> [(id: String, name: String, count: Int)] {
    let names = sources.compactMap { Self.maker(of: scope.site.sources[$0]) }
    return Dictionary(grouping: names, by: Self.id).sorted { $0.key < $1.key }
      .filter { $0.value.count > 1 }.map { ($0.key, $0.value[0], $0.value.count) }
  }

  private static let none = "-"

  /// The facets with the words for the values that a part of the list holds, the addresses of all parts,
  /// the page's own being empty, and the words of the script.
  func model(of sources: some Sequence<SourceIndex>, part: Int) -> [UInt8] {
    let count = scope.site.sources.count
    let parts = ListParts.count(of: count, per: ListParts.works)
    let values = sources.map(values)
    let isJoined = (2...ScriptData.joinedParts).contains(parts)
    return .data(id: "_works-data") { json in
      json.array("facets") { json in
        for (place, key) in Self.keys.enumerated() {
          let labels = Set(values.map { $0[place] }).sorted().map { ($0, label($0, of: key)) }
          json.object { add(key, labels, to: &$0) }
        }
        json.object { json in
          let makers = isJoined ? makers(of: scope.site.sources.indices) : makers(of: sources)
          add(Self.maker, makers.map { ($0.id, $0.name) }, to: &json)
          json.object("counts") { json in
            for maker in makers { json.add(maker.id, number: maker.count) }
          }
        }
      }
      json.name("count")
      json.literal(String(count))
      if isJoined {
        let all = (0..<parts).map { scope.pageAddress(.sources(part: $0)) }
        json.add("parts", strings: all.enumerated().map { $0 == part ? "" : $1 })
      }
      ScriptData(scope: scope).add(ScriptWords.table, to: &json)
    }
  }

  private func add(
    _ key: String, _ values: [(id: String, label: String)], to json: inout JSONWriter
  ) {
    json.add("id", key)
    json.add("label", scope.edition.strings[key])
    json.object("labels") { json in
      for value in values { json.add(value.id, value.label) }
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
