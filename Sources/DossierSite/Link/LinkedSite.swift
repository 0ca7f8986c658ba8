import DossierSource

/// The whole site, checked: every reference in it leads somewhere.
///
/// Records, sources and fields are named by their index here. References are not stored resolved;
/// ``resolve(_:in:)`` is a table look-up, and was tried on all of them when the site was linked.
public struct LinkedSite: Sendable {
  public let schema: SiteSchema
  /// In the order of the kinds, then of their ids.
  public internal(set) var records: [Record]
  public let sources: [Source]
  /// In the order of their ids.
  public let handouts: [HandoutCollection]
  /// Paths of the files that a text shows or links, and that are published as they are.
  public internal(set) var assets: Set<String> = []
  /// By the index of the kind: where its records stand in ``records``.
  public let recordsOfKind: [Range<Int>]
  /// By the index of the record: who refers to it, in the order of the records.
  public internal(set) var uses: [[Use]] = []
  /// By the index of the source: where it is cited, in the order of the records.
  public internal(set) var citations: [[SourceUse]] = []
  /// By the index of the record: what its derived fields come to, by field.
  public internal(set) var derived: [[Int: DerivedValue]] = []
  /// Articles of all kinds by their date, the newest first; by id where the date is the same.
  public internal(set) var articles: [Int] = []
  /// Ids of topics in the order of their bytes, with the articles on each, the newest first.
  public internal(set) var topics: [(id: String, records: [Int])] = []
  /// By the index of a record: the corrections that concern it, the newest first.
  public internal(set) var corrections: [Int: [Int]] = [:]
  /// The comparisons that are pages of their own.
  public internal(set) var comparisons = Comparisons()
  /// By the index of an author's record: the articles, the newest first.
  public internal(set) var works: [Int: [Int]] = [:]
  /// Which articles speak of what.
  var articleIndex = ArticleIndex()
  /// The record of `content/home.md`.
  public let home: Int?
  /// How conditions, options and scenarios are told; `nil` where the project has none.
  public let conditionModel: ConditionModel?
  let aliasTable: AliasTable
  /// By the index of the record.
  private let kinds: [Kind]
  private let recordIndex: [RecordKey: Int]
  private let sourceIndex: [String: Int]
  /// The files of `content/` that are published where a text shows or links them.
  let assetPaths: Set<String>
  private let images: [String: ImageSize?]
  private let hidden: HiddenThings
  private let unreleased: Set<RecordKey>
  private let unreadable: UnreadableContent

  init(_ site: PublicSite) {
    schema = site.schema
    records = site.records
    sources = site.sources
    handouts = site.handouts
    hidden = site.hidden
    unreleased = site.unreleased
    unreadable = site.unreadable
    assetPaths = Set(site.assets)
    images = site.images
    let recordIndex = Dictionary(
      site.records.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.recordIndex = recordIndex
    aliasTable = AliasTable(site) { recordIndex[$0] != nil || site.hidden.keys.contains($0) }
    sourceIndex = Dictionary(
      site.sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    home = site.records.firstIndex { $0.isHome }
    let ranges = Self.ranges(site)
    recordsOfKind = ranges
    kinds = zip(site.schema.kinds, ranges).flatMap { Array(repeating: $0, count: $1.count) }
    conditionModel = ConditionModel.read(site.schema).value
  }

  private static func ranges(_ site: PublicSite) -> [Range<Int>] {
    var start = 0
    return site.schema.kinds.map { kind in
      let end = site.records[start...].firstIndex { $0.key.kind != kind.id } ?? site.records.count
      defer { start = end }
      return start..<end
    }
  }

  /// The index of a record by its name.
  public func record(_ key: RecordKey) -> Int? { recordIndex[key] }

  /// The records that an exhibit is about, in the author's order or that of the site.
  public func records(of selection: RecordSelection) -> [Int] {
    if let kind = selection.kind.flatMap({ schema.kindIndex($0.id) }) {
      return Array(recordsOfKind[kind])
    }
    return selection.records.compactMap { record($0.key) }
  }

  /// The index of a source by its id.
  public func source(_ id: String) -> Int? { sourceIndex[id] }

  /// The index of a topic by its id.
  public func topic(_ id: String) -> Int? {
    var (low, high) = (0, topics.count)
    while low < high {
      let middle = (low + high) / 2
      if topics[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < topics.count && topics[low].id == id ? low : nil
  }

  /// The kind of a record.
  public func kind(of record: Int) -> Kind { kinds[record] }

  /// A file of `content/` that may be published as it is, by the name that its folder gave it: a text
  /// may compose the same letters otherwise.
  func asset(_ path: String) -> String? {
    assetPaths.firstIndex(of: path).map { assetPaths[$0] }
  }

  /// The path of the published file that an address in a text means, which linking has checked.
  public func file(_ address: String, from file: String) -> String {
    let path = (try? Self.path(address, from: file)) ?? address
    return asset(path) ?? path
  }

  /// The path of the image that stands for the site, where it has one.
  public var shareImagePath: String? {
    schema.configuration.image.map { asset($0.path) ?? $0.path }
  }

  /// The size of an image by its path; `nil` where nobody knows it.
  public func size(ofImage path: String) -> ImageSize? { images[path] ?? nil }

  /// Whether an image was read, and does not say its size.
  func isBroken(image path: String) -> Bool {
    if case .some(nil) = images[path] { true } else { false }
  }

  func isHidden(_ key: RecordKey) -> Bool { hidden.keys.contains(key) }

  /// Whether a file lies in the folder of a hidden kind.
  func isHidden(file path: String) -> Bool {
    hidden.folders.contains { path.hasPrefix("content/\($0)/") }
  }

  /// Whether anything was taken out because it is not public yet.
  var hidesAnything: Bool { !hidden.isEmpty }

  /// The kind of an id, or why there is none.
  func find(kind id: String) throws(BrokenReference) -> Int {
    if let index = schema.kindIndex(id) { return index }
    if hidden.kinds.contains(id) { throw BrokenReference(hidden: "\(id)") }
    throw BrokenReference(
      code: "kind.unknown", message: "no kind has the id '\(id)'",
      help: Suggestion.help(for: id, among: schema.kinds.map(\.id)))
  }

  /// Whether a record is shown though it is not public yet, as in the preview.
  public func isUnreleased(_ record: Int) -> Bool { unreleased.contains(records[record].key) }

  /// Whether a record is there, but in a file that could not be read.
  func isUnreadable(_ key: RecordKey) -> Bool { unreadable.records.contains(key) }

  /// Whether some sources may be there, but in a file that could not be read.
  var hasUnreadableSources: Bool { unreadable.holdsSources }

  var sourceIDs: [String] { sources.map(\.id) }
}
