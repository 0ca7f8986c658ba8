import DossierSource

/// The files of a folder as they were last listed, and what is to be read again.
struct FileTable: Sendable {
  private(set) var stamps: [String: FileStamp] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// By path: the other names of the same file, so that a change by one name is seen by all.
  private(set) var twins: [String: [String]] = [:]

  /// What became of the files since the table was last brought up to date.
  struct Difference {
    /// Files to be read, new ones among them.
    var changed: Set<String> = []
    var removed: [String] = []
    /// Whether there are files that were not there before.
    var hasNew = false
  }

  /// Brings the table up to date: by a listing where one is needed, else by the names alone.
  mutating func update(
    _ changes: SourceChanges, from folder: any SourceFolder, prefix: String
  ) throws(FileError) -> Difference {
    let paths = changes.paths.filter { $0.hasPrefix(prefix) }
    if changes.needsListing || changes.passing.contains(where: knows)
      || !paths.allSatisfy(knows)
    {
      return take(try folder.list(), changed: paths)
    }
    var difference = Difference()
    for path in paths {
      difference.changed.insert(path)
      difference.changed.formUnion(twins[path] ?? [])
    }
    return difference
  }

  /// Whether a file was there when the folder was last listed.
  func knows(_ path: String) -> Bool { stamps[path] != nil }

  private mutating func take(
    _ listing: Outcome<[SourceEntry]>, changed: Set<String>
  ) -> Difference {
    var difference = Difference(changed: changed)
    var stamps: [String: FileStamp] = [:]
    stamps.reserveCapacity(listing.value.count)
    for entry in listing.value {
      let old = self.stamps[entry.path]
      if old != entry.stamp { difference.changed.insert(entry.path) }
      if old == nil { difference.hasNew = true }
      stamps[entry.path] = entry.stamp
    }
    for path in changed { difference.changed.formUnion(twins[path] ?? []) }
    difference.changed.formIntersection(stamps.keys)
    difference.removed = self.stamps.keys.filter { stamps[$0] == nil }
    self.stamps = stamps
    diagnostics = listing.diagnostics
    twins = Self.twins(among: listing.value)
    return difference
  }

  private static func twins(among entries: [SourceEntry]) -> [String: [String]] {
    // Hardly a file has two names, so that only those that do have a list.
    var firsts: [UInt64: String] = [:]
    firsts.reserveCapacity(entries.count)
    var names: [UInt64: [String]] = [:]
    for entry in entries where entry.stamp.inode != 0 {
      guard let first = firsts.updateValue(entry.path, forKey: entry.stamp.inode) else { continue }
      names[entry.stamp.inode, default: [first]].append(entry.path)
    }
    var twins: [String: [String]] = [:]
    for group in names.values {
      for path in group { twins[path] = group }
    }
    return twins
  }
}
