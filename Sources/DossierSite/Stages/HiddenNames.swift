import DossierSource

/// The names of what is not public, for a last look at the output.
public struct HiddenNames: Sendable {
  /// A name that must not be found, and the file of the record that has it.
  public struct Name: Hashable, Sendable {
    public var text: String
    public var path: String
  }

  public private(set) var names: [Name]

  /// Shorter titles are found in sentences that mean something else.
  private static let shortestTitle = 12

  /// Collects `kind:id`, the routes and the titles of what was taken out; titles that something public
  /// shares are passed over.
  init(_ parts: Publication.Parts, of site: ParsedSite) {
    names = []
    guard !parts.hidden.isEmpty else { return }
    let titles = Set(
      parts.records.flatMap(\.allTitles) + parts.sources.map(\.title)
        + parts.handouts.flatMap(\.allTitles))
    for record in parts.hiddenRecords {
      let folder = site.schema.kind(record.key.kind)?.folder ?? record.key.kind
      add(record.key, folder, record.path, record.allTitles.filter { !titles.contains($0) })
    }
    for source in site.sources {
      let key = RecordKey(source: source.id)
      guard parts.hidden.keys.contains(key) else { continue }
      names.append(Name(text: "sources/\(source.slug).html", path: source.place.path))
      add(key, "sources", source.place.path, titles.contains(source.title) ? [] : [source.title])
    }
    for handout in site.handouts {
      let key = RecordKey(handout: handout.id)
      guard parts.hidden.keys.contains(key) else { continue }
      add(key, "handouts", handout.path, handout.allTitles.filter { !titles.contains($0) })
    }
    for kind in site.schema.kinds where parts.hidden.kinds.contains(kind.id) {
      names.append(Name(text: "\(kind.folder)/index.html", path: kind.place.path))
    }
  }

  private mutating func add(
    _ key: RecordKey, _ folder: String, _ path: String, _ titles: [String]
  ) {
    names.append(Name(text: "\(key)", path: path))
    names.append(Name(text: "\(folder)/\(key.id).html", path: path))
    names += titles.filter { $0.count >= Self.shortestTitle }.map { Name(text: $0, path: path) }
  }
}

extension Record {
  fileprivate var allTitles: [String] { [title] + translations.compactMap(\.title) }
}

extension HandoutCollection {
  fileprivate var allTitles: [String] { title.values.map(\.value) }
}
