/// What may be seen at a moment.
public struct PublicSite: Sendable {
  public var schema: SiteSchema
  /// In the order of ``ParsedSite/records``.
  public var records: [Record]
  public var sources: [Source]
  public var assets: [String]
  /// By the path of an image: its size; without one where it does not say it.
  public var images: [String: ImageSize?]
  public var handouts: [HandoutCollection]
  /// Records that are kept though they are not public yet, as in the preview.
  var unreleased: Set<RecordKey> = []
  /// The names of what was taken out, for diagnostics alone.
  var hidden: Set<RecordKey>
  /// What no page may name.
  public var hiddenNames: HiddenNames
  var unreadable: UnreadableContent
  /// When something becomes public next, in seconds since 1970.
  public var nextRelease: Int?

  /// Takes out what is not public yet.
  ///
  /// - Parameters:
  ///   - now: Seconds since 1970.
  ///   - showsAll: Whether drafts, scheduled and embargoed records are kept, as in the preview.
  public static func publish(_ site: ParsedSite, at now: Int, showsAll: Bool) -> PublicSite {
    var result = PublicSite(
      schema: site.schema, records: [], sources: site.sources, assets: site.assets,
      images: site.images, handouts: site.handouts, hidden: [],
      hiddenNames: HiddenNames(hidden: [], visible: [], schema: site.schema),
      unreadable: site.unreadable)
    var hidden: [Record] = []
    for record in site.records {
      let release = record.release
      if let release, release > now, release != .max {
        result.nextRelease = min(release, result.nextRelease ?? .max)
      }
      let isReleased = (release ?? now) <= now
      if showsAll || isReleased {
        result.records.append(record)
        if !isReleased { result.unreleased.insert(record.key) }
      } else {
        result.hidden.insert(record.key)
        hidden.append(record)
      }
    }
    result.hiddenNames = HiddenNames(
      hidden: hidden, visible: result.records, schema: site.schema)
    return result
  }
}

extension Record {
  /// Seconds since 1970 from which the record may be seen; `nil` for always, the greatest number for
  /// a draft.
  public var release: Int? {
    if schedule.isDraft { return .max }
    let moments = [schedule.embargo, article.date?.startInSeconds].compactMap(\.self)
    return moments.max()
  }
}
