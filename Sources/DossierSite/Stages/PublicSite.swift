/// What may be seen at a moment, and the only thing that can be linked.
public struct PublicSite: Sendable {
  public let schema: SiteSchema
  /// In the order of ``ParsedSite/records``.
  public let records: Column<Record, Record>
  public let sources: Column<Source, Source>
  public let assets: [String]
  /// By the path of an image: its size; without one where it does not say it.
  public let images: [String: ImageSize?]
  public let handouts: [HandoutCollection]
  public let maps: [MapFile]
  /// How works are cited.
  public let styles: CitationStyles
  /// Records that are kept though they are not public yet, as in the preview.
  let unreleased: Set<RecordKey>
  /// The names of what was taken out, for diagnostics alone.
  let hidden: HiddenThings
  /// What no page may name.
  public let hiddenNames: HiddenNames
  let unreadable: UnreadableContent
  /// When something becomes public next, in seconds since 1970.
  public let nextRelease: Int?

  /// Takes out what is not public yet.
  ///
  /// - Parameters:
  ///   - now: Seconds since 1970.
  ///   - showsAll: Whether drafts, scheduled and embargoed records are kept, as in the preview.
  /// - Returns: `nil` where the declarations are in error: nothing that rests on them can be linked.
  public static func publish(_ site: ParsedSite, at now: Int, showsAll: Bool) -> PublicSite? {
    guard site.schema.isSound else { return nil }
    var publication = Publication(now: now, showsAll: showsAll)
    return PublicSite(site, &publication)
  }

  private init(_ site: ParsedSite, _ publication: inout Publication) {
    let parts = publication.parts(of: site)
    schema = site.schema.without(kinds: parts.hidden.kinds, topics: parts.hidden.topics)
    records = Column(parts.records)
    sources = Column(parts.sources)
    assets = site.assets
    images = site.images
    styles = site.styles
    handouts = parts.handouts
    maps = site.maps
    unreleased = publication.unreleased
    hidden = parts.hidden
    hiddenNames = HiddenNames(parts, of: site)
    unreadable = site.unreadable
    nextRelease = publication.nextRelease
  }
}

extension Record {
  /// Seconds since 1970 from which the record may be seen; `nil` for always, the greatest number for
  /// a draft.
  public var release: Int? { schedule.release(on: article.date) }
}
