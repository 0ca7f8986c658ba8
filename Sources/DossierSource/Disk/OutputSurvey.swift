/// What is in the published site beside the files of the new one.
struct OutputSurvey {
  /// What others put there: files, links and folders that are not ours, each folder before what it
  /// holds.
  private(set) var strangers: [(path: BytePath, kind: FileKind)] = []
  /// Folders with files of ours that were there before.
  private var folders: [BytePath] = []
  /// Our files that the new site does not have, sorted by bytes.
  private(set) var gone: [BytePath] = []
  /// Whether another file system begins somewhere inside, which must stay where it is.
  private(set) var holdsMountPoint = false

  /// - Throws: ``FileError/unwritable(path:reason:)`` where a stranger has a path that the new site
  ///   needs for a file or a folder.
  init(of output: OutputFolder, produced: [BytePath: OutputFolder.Change]) throws(FileError) {
    guard let published = output.place.published else { return }
    let ours = OurPaths(
      produced: produced, isOurs: output.isOurs, former: output.manifest.paths,
      folders: produced.keys.allAncestors, formerFolders: output.manifest.paths.allAncestors)
    var pending = [BytePath("")]
    while let folder = pending.popLast() {
      for entry in try entries(of: folder, in: published, output) {
        let path = folder.appending(entry.name)
        if folder.isEmpty, entry.kind == .folder, output.isStaging(path) { continue }
        if entry.kind == .folder { pending.append(path) }
        switch ours.judge(path, entry.kind) {
        case .ours: if entry.kind == .folder { folders.append(path) }
        case .gone: gone.append(path)
        case .stranger: strangers.append((path, entry.kind))
        case .conflict:
          let couldBeOurs = entry.kind == .file && produced[path] != nil
          throw output.inTheWay(path, isFile: couldBeOurs)
        }
      }
    }
    gone.sort()
    strangers.sort { $0.path < $1.path }
  }

  private mutating func entries(
    of folder: BytePath, in published: Descriptor, _ output: OutputFolder
  ) throws(FileError) -> [FolderEntry] {
    do throws(Errno) {
      if folder.isEmpty { return try published.entries() }
      let opened = try published.folder(folder)
      let device = try published.status().identity.device
      if try opened.status().identity.device != device { holdsMountPoint = true }
      return try opened.entries()
    } catch {
      throw error.unreadable(output.shown(folder))
    }
  }

  /// Makes what strangers put into the published site appear in the staging folder too, and the
  /// folders that both have alike.
  ///
  /// - Returns: Why that cannot be, so that the site must be written file by file.
  func carry(of output: OutputFolder) throws(FileError) -> Obstacle? {
    guard let published = output.place.published else { return nil }
    let staged = output.staging.folder
    for (path, kind) in strangers {
      let isCarried = try attempt(path, output) { () throws(Errno) in
        if kind == .folder {
          try staged.makingAncestors(of: path) { () throws(Errno) in try staged.makeFolder(path) }
        } else {
          return try published.carries(path, kind: kind, into: staged)
        }
        return true
      }
      if !isCarried { return .foreign }
    }
    return try keepFolders(of: output, published) ? nil : .foreign
  }

  /// Last and from below, since a folder may be closed to us.
  private func keepFolders(
    of output: OutputFolder, _ published: Descriptor
  ) throws(FileError) -> Bool {
    for (path, kind) in strangers.reversed() where kind == .folder {
      let isKept = try attempt(path, output) { () throws(Errno) in
        try output.staging.folder.folder(path).becomes(try published.folder(path))
      }
      guard isKept else { return false }
    }
    for path in folders {
      // Some are in the new site no more. All are ours, so that one may be as any new one.
      guard let staged = try? output.staging.folder.folder(path) else { continue }
      if let former = try? published.folder(path) { try? staged.takeAttributes(of: former) }
    }
    return true
  }

  private func attempt(
    _ path: BytePath, _ output: OutputFolder, _ body: () throws(Errno) -> Bool
  ) throws(FileError) -> Bool {
    do throws(Errno) { return try body() } catch { throw error.unwritable(output.shown(path)) }
  }
}

/// Tells our paths from those of others.
private struct OurPaths {
  var produced: [BytePath: OutputFolder.Change]
  var isOurs: (BytePath) -> Bool
  var former: Set<BytePath>
  var folders: Set<BytePath>
  var formerFolders: Set<BytePath>

  enum Verdict { case ours, gone, stranger, conflict }

  func judge(_ path: BytePath, _ kind: FileKind) -> Verdict {
    if path == Manifest.path { return kind == .file ? .ours : .conflict }
    if kind == .folder, formerFolders.contains(path) { return .ours }
    if kind == .folder, folders.contains(path) { return .ours }
    if kind == .file, former.contains(path) { return produced[path] == nil ? .gone : .ours }
    // Equal to ours, or taken over: it stands in the new site already, whosoever it is.
    if kind == .file, produced[path] == .unchanged || produced[path] != nil && isOurs(path) {
      return .ours
    }
    let isTaken = produced[path] != nil || folders.contains(path)
    return isTaken || path.ancestors.contains { produced[$0] != nil } ? .conflict : .stranger
  }
}
