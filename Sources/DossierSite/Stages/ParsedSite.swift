import DossierCitation
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
  /// By the path of an image: its size; without one where it does not say it.
  public var images: [String: ImageSize?] = [:]
  /// In the order of their ids.
  public var handouts: [HandoutCollection]
  /// In the order of their ids.
  public var maps: [MapFile] = []
  /// How works are cited.
  public var styles = CitationStyles(nil, styles: [:], locales: [])
  /// What is there, but could not be read.
  var unreadable = UnreadableContent()
  /// The ids by which works are cited beside their own.
  private var merged = MergedWorks()
  /// Records of which a table says something.
  private var joined: Set<RecordKey> = []

  /// Puts the parsed files together.
  ///
  /// - Parameters:
  ///   - files: In any order.
  ///   - assets: Paths of the files with the purpose `asset`.
  public static func assemble(
    _ schema: SiteSchema, _ files: [ContentFile], assets: [String]
  ) -> Outcome<ParsedSite> {
    var sorted = SortedFiles(assets: assets)
    for file in files { sorted.add(file) }
    var records = sorted.records
    var diagnostics = CitationStyles.check(
      schema.configuration, styles: sorted.unreadable.styles.union(sorted.styles.keys),
      locales: sorted.locales)
    let joined = SourceJoiner(sorted.sources, isWhole: !sorted.unreadable.holdsSources)
    let sources = joined.sources
    let merged = MergedWorks.of(sources)
    diagnostics += joined.diagnostics + merged.diagnostics
    sort(&records, by: schema)
    dropDuplicates(&records, &diagnostics)
    var joiner = TableJoiner(schema, records, sorted.unreadable)
    joiner.join(sorted.tables)
    sort(&joiner.records, by: schema)
    records = joiner.records
    for index in records.indices {
      let found = sorted.translations.removeValue(forKey: records[index].key) ?? []
      let all = joiner.translations(of: records[index], beside: found)
      guard !all.isEmpty else { continue }
      records[index] = records[index].translated(by: all.sorted { $0.language < $1.language })
    }
    diagnostics += records.flatMap(merged.value.doubleWitnesses)
    records = records.map(merged.value.renamed)
    diagnostics += TableFindings.folded(
      joiner.diagnostics + records.flatMap { missing($0, schema) })
    for (key, orphans) in sorted.translations where !sorted.unreadable.mayHold(key) {
      diagnostics += orphans.map(missingOriginal)
    }
    var site = ParsedSite(
      schema: schema, records: records, sources: sources, assets: sorted.assets.sorted(),
      images: sorted.images, handouts: sorted.handouts.sorted { $0.id < $1.id },
      maps: sorted.maps.sorted { $0.id < $1.id }, unreadable: sorted.unreadable)
    site.joined = joiner.joined
    site.merged = merged.value
    site.styles = CitationStyles(
      schema.configuration.citationStyle, styles: sorted.styles, locales: sorted.locales)
    return Outcome(site, diagnostics)
  }

  /// Orders by kind, then id, then file.
  private static func sort(_ records: inout [Record], by schema: SiteSchema) {
    let order = Dictionary(
      schema.kinds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    records.sort {
      (order[$0.key.kind] ?? 0, $0.key.id, $0.path) < (order[$1.key.kind] ?? 0, $1.key.id, $1.path)
    }
  }

  /// The fields that a record must have, and that no file gives it.
  private static func missing(_ record: Record, _ schema: SiteSchema) -> [Diagnostic] {
    guard !record.gaps.isEmpty, let kind = schema.kind(record.key.kind) else { return [] }
    return record.gaps.compactMap { gap in
      guard let index = gap.field, record.facts[index] == nil else { return nil }
      let id = kind.fields[index].id
      return .error(
        "field.missing", "the field '\(id)' \(gap.isBlank ? "has no value" : "is missing")",
        at: Place(path: record.path, span: gap.span),
        help: "\(gap.isBlank ? "write" : "add") '\(id): …', or 'unknown' where nobody knows")
    }
  }

  /// Puts a file's record in the place of what the same file said before.
  ///
  /// - Returns: The record with its translations; `nil`, with nothing changed, where that would not
  ///   come to the same as to assemble all files again.
  public mutating func replace(_ record: Record) -> Record? {
    let index = records.indices.first { records[$0].path == record.path }
    guard let index, records[index].key == record.key, !joined.contains(record.key),
      record.gaps.isEmpty, records[index].gaps.isEmpty,
      merged.doubleWitnesses(of: record).isEmpty
    else { return nil }
    records[index] = merged.renamed(record.translated(by: records[index].translations))
    return records[index]
  }

  /// Keeps the first of the records of one id, as `content/home.md` and `content/pages/home.md` are.
  private static func dropDuplicates(_ records: inout [Record], _ diagnostics: inout [Diagnostic]) {
    var kept: [Record] = []
    for record in records {
      if let first = kept.last, first.key == record.key {
        diagnostics.append(
          .error(
            "record.duplicate", "two records have the id '\(record.key)'",
            at: Place(path: record.path, line: 1, column: 1), help: "the other is \(first.path)"))
      } else {
        kept.append(record)
      }
    }
    records = kept
  }

  private static func missingOriginal(of translation: Translation) -> Diagnostic {
    .error(
      "translation.original", "the record that this file translates is not there",
      at: Place(path: translation.path, line: 1, column: 1),
      help: "write the original first, or mend the file's name")
  }
}

/// The files of a site by what they are.
private struct SortedFiles {
  var records: [Record] = []
  var sources: [Source] = []
  var handouts: [HandoutCollection] = []
  var maps: [MapFile] = []
  var images: [String: ImageSize?] = [:]
  var translations: [RecordKey: [Translation]] = [:]
  var tables: [ParsedTable] = []
  var assets: [String]
  var styles: [String: Style] = [:]
  var locales: [Locale] = []
  var unreadable = UnreadableContent()

  init(assets: [String]) {
    self.assets = assets
  }

  mutating func add(_ file: ContentFile) {
    switch file {
    case .record(let record): records.append(record)
    case .translation(let key, let translation):
      translations[key, default: []].append(translation)
    case .table(let table): tables.append(table)
    case .foreignTable(let path): assets.append(path)
    case .bibliography(let list): sources += list
    case .handout(let collection): handouts.append(collection)
    case .map(let map): maps.append(map)
    case .image(let path, let size): images.updateValue(size, forKey: path)
    case .style(let path, let style): styles[path] = style
    case .citationTerms(let locale): locales.append(locale)
    case .unreadable(let purpose): unreadable.insert(purpose)
    }
  }
}

/// What could not be read, so that a reference to it is not held to be wrong.
struct UnreadableContent: Sendable {
  private(set) var records: Set<RecordKey> = []
  private(set) var holdsSources = false
  private(set) var holdsMaps = false
  private(set) var styles: Set<String> = []
  /// Kinds of which a table could not be read, so that any record may be missing.
  private(set) var kinds: Set<String> = []

  mutating func insert(_ purpose: ContentPurpose) {
    switch purpose {
    case .record(let key): records.insert(key)
    case .table(let name): kinds.insert(name.kind)
    case .bibliography: holdsSources = true
    case .map: holdsMaps = true
    case .style(let path): styles.insert(path)
    case .declaration, .translation, .asset, .handout: break
    }
  }

  /// Whether a record may be there, but in a file that could not be read.
  func mayHold(_ key: RecordKey) -> Bool { records.contains(key) || kinds.contains(key.kind) }
}
