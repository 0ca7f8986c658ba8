import DossierSource

/// The names by which a site's records, works and handouts are found, and what is known of names that
/// lead nowhere.
struct SiteNames: Sendable {
  private let schema: SiteSchema
  private let records: [RecordKey: RecordIndex]
  private let sources: [String: SourceIndex]
  private let handouts: [String]
  /// The ids of records by that of their kind, and those of sources, in the order of the site.
  private let ids: [String: [String]]
  private let sourceIDs: [String]
  private let hidden: HiddenThings
  private let unreleased: Set<RecordKey>
  private let unreadable: UnreadableContent
  /// Names that records had before.
  let aliases: AliasTable

  init(_ site: PublicSite) {
    schema = site.schema
    let records = Dictionary(
      site.records.indexed.map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.records = records
    sources = Dictionary(
      site.sources.indexed.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    handouts = site.handouts.map(\.id)
    ids = Dictionary(grouping: site.records.map(\.key), by: \.kind).mapValues { $0.map(\.id) }
    sourceIDs = site.sources.map(\.id)
    hidden = site.hidden
    unreleased = site.unreleased
    unreadable = site.unreadable
    aliases = AliasTable(site) { records[$0] != nil || site.hidden.keys.contains($0) }
  }

  /// The index of a record; `nil` where there is none.
  func record(_ key: RecordKey) -> RecordIndex? { records[key] }

  /// The index of a source; `nil` where there is none.
  func source(_ id: String) -> SourceIndex? { sources[id] }

  func isHidden(_ key: RecordKey) -> Bool { hidden.keys.contains(key) }

  /// Whether a file lies in the folder of a hidden kind.
  private func isHidden(file path: String) -> Bool {
    hidden.folders.contains { path.hasPrefix("content/\($0)/") }
  }

  /// Whether anything was taken out because it is not public yet.
  var hidesAnything: Bool { !hidden.isEmpty }

  /// Whether a record is shown though it is not public yet, as in the preview.
  func isUnreleased(_ key: RecordKey) -> Bool { unreleased.contains(key) }

  /// Whether a map may be there, but in a file that could not be read.
  var hasUnreadableMaps: Bool { unreadable.holdsMaps }

  /// The kind of an id, or why there is none.
  func find(kind id: String) throws(BrokenReference) -> KindIndex {
    if let index = schema.kindIndex(id) { return index }
    if hidden.kinds.contains(id) { throw BrokenReference(hidden: "\(id)") }
    throw BrokenReference(
      code: "kind.unknown", message: "no kind has the id '\(id)'",
      help: Suggestion.help(for: id, among: schema.kinds.map(\.id)))
  }

  /// The index of a record, or why there is none.
  func find(_ key: RecordKey) throws(BrokenReference) -> RecordIndex {
    if let index = record(key) { return index }
    if isHidden(key) { throw BrokenReference(hidden: "\(key)") }
    _ = try find(kind: key.kind)
    if let name = aliases.record(key) {
      throw BrokenReference(
        code: "reference.alias", message: "'\(key)' is a former name of '\(name)'",
        help: "write '\(name)'")
    }
    throw BrokenReference(
      code: "reference.unknown", message: "no \(key.kind) has the id '\(key.id)'",
      help: Suggestion.help(for: key.id, among: ids[key.kind] ?? []),
      isExplained: unreadable.mayHold(key))
  }

  /// The index of a collection, or why there is none.
  func find(handout id: String) throws(BrokenReference) -> Int {
    if let index = handouts.firstIndex(of: id) { return index }
    if isHidden(RecordKey(handout: id)) { throw BrokenReference(hidden: "handout:\(id)") }
    throw BrokenReference(
      code: "handout.unknown", message: "no handout has the id '\(id)'",
      help: Suggestion.help(for: id, among: handouts))
  }

  /// The index of a source, or why there is none.
  func find(source id: String) throws(BrokenReference) -> SourceIndex {
    if let index = source(id) { return index }
    if isHidden(RecordKey(source: id)) { throw BrokenReference(hidden: "source:\(id)") }
    throw BrokenReference(
      code: "source.unknown", message: "no source has the id '\(id)'",
      help: Suggestion.help(for: id, among: sourceIDs),
      isExplained: unreadable.holdsSources)
  }

  /// The index of the record that a file of the content is, or why it is none.
  func find(file path: String) throws(BrokenReference) -> RecordIndex {
    switch schema.purpose(of: path).value {
    case .record(let key), .translation(let key, _): return try find(key)
    default: break
    }
    if isHidden(file: path) { throw BrokenReference(hidden: path) }
    throw BrokenReference(
      code: "reference.file", message: "there is no file '\(path)'",
      help: "link a Markdown file of the content, or a file that lies beside it")
  }
}
