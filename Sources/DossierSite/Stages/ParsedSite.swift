public import DossierSource

/// What all files say, each read on its own.
public struct ParsedSite: Sendable {
  public var schema: SiteSchema
  /// In the order of the kinds, then of their ids.
  public var records: [Record]
  /// In the order of their ids.
  public var sources: [Source]
  /// Paths of files that are published as they are, where something shows them.
  public var assets: [String]
  /// In the order of their ids.
  public var handouts: [HandoutCollection]

  /// Puts the parsed files together.
  ///
  /// - Parameters:
  ///   - files: In any order.
  ///   - assets: Paths of the files with the purpose `asset`.
  public static func assemble(
    _ schema: SiteSchema, _ files: [ContentFile], assets: [String]
  ) -> Outcome<ParsedSite> {
    var (records, sources): ([Record], [Source]) = ([], [])
    var handouts: [HandoutCollection] = []
    var translations: [RecordKey: [Translation]] = [:]
    for file in files {
      switch file {
      case .record(let record): records.append(record)
      case .translation(let key, let translation):
        translations[key, default: []].append(translation)
      case .bibliography(let list): sources += list
      case .handout(let collection): handouts.append(collection)
      }
    }
    var diagnostics: [Diagnostic] = []
    sources = unique(sources, &diagnostics)
    let order = Dictionary(
      schema.kinds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    records.sort {
      (order[$0.key.kind] ?? 0, $0.key.id, $0.path) < (order[$1.key.kind] ?? 0, $1.key.id, $1.path)
    }
    for index in records.indices {
      guard let found = translations.removeValue(forKey: records[index].key) else { continue }
      records[index].translations = found.sorted { $0.language < $1.language }
    }
    for orphan in translations.values.joined() { diagnostics.append(missingOriginal(of: orphan)) }
    return Outcome(
      ParsedSite(
        schema: schema, records: records, sources: sources, assets: assets.sorted(),
        handouts: handouts.sorted { $0.id < $1.id }),
      diagnostics)
  }

  private static func unique(_ sources: [Source], _ diagnostics: inout [Diagnostic]) -> [Source] {
    var kept: [Source] = []
    for source in sources.sorted(by: { ($0.id, $0.place) < ($1.id, $1.place) }) {
      if let first = kept.last, first.id == source.id {
        diagnostics.append(
          .error(
            "source.duplicate", "two sources have the id '\(source.id)'", at: source.place,
            help: "the other is at \(first.place.path):\(first.place.span.line)"))
      } else {
        kept.append(source)
      }
    }
    return kept
  }

  private static func missingOriginal(of translation: Translation) -> Diagnostic {
    .error(
      "translation.original", "the record that this file translates is not there",
      at: Place(path: translation.path, line: 1, column: 1),
      help: "write the original first, or mend the file's name")
  }
}
