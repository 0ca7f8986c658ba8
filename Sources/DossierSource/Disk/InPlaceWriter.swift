#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Changes a published site file by file, where it cannot be exchanged as a whole.
///
/// Each file is replaced in one step, but not the site: a page may be new while another is still
/// old. What pages need comes before them, and what they needed goes after them.
struct InPlaceWriter {
  var output: Descriptor
  var staging: StagingFolder
  var shown: String
  var former: Manifest
  /// The paths to bring from the staging folder.
  var written: [BytePath]
  var produced: Set<BytePath>
  var gone: [BytePath]

  func run(listIsNew: Bool) throws(FileError) {
    let folders = produced.allAncestors
    let obstacles = gone.filter { path in
      folders.contains(path) || path.ancestors.contains(where: produced.contains)
    }
    // Killed between here and the end, all files of both sites are known as ours.
    if listIsNew { try listBoth() }
    for path in obstacles { try remove(path) }
    for path in written where !path.ends(with: ".html") { try bring(path) }
    for path in written where path.ends(with: ".html") { try bring(path) }
    for path in gone.filter({ !obstacles.contains($0) }) { try remove(path) }
    if listIsNew { try bring(Manifest.path) }
  }

  private func listBoth() throws(FileError) {
    let name = BytePath(".dossier-manifest-of-both")
    try attempt(Manifest.path) { () throws(Errno) in
      try staging.folder.create(name, Manifest(former.paths.union(produced)).bytes)
    }
    try bring(name, to: Manifest.path)
  }

  private func bring(_ path: BytePath, to target: BytePath? = nil) throws(FileError) {
    let target = target ?? path
    try attempt(target) { () throws(Errno) in
      try output.makingAncestors(of: target) { () throws(Errno) in
        do throws(Errno) {
          try staging.folder.rename(path, to: output, target)
        } catch {
          guard error.code == EXDEV else { throw error }
          try copyAcross(path, to: target)
        }
      }
    }
  }

  /// Copies a file to a folder of its own inside the output, whence it can be renamed.
  ///
  /// The folder has a staging folder's name, so that the next build removes it if this one cannot.
  private func copyAcross(_ path: BytePath, to target: BytePath) throws(Errno) {
    try output.makeFolder(staging.name, mode: 0o700)
    defer { try? output.removeTree(staging.name) }
    let inside = try output.folder(staging.name)
    let name = BytePath("file")
    try staging.folder.copy(path, to: inside, name, exactly: false)
    try inside.rename(name, to: output, target)
  }

  /// Removes one of our files, and the folders that are empty without it.
  private func remove(_ path: BytePath) throws(FileError) {
    try attempt(path) { () throws(Errno) in
      do throws(Errno) { try output.remove(path) } catch {
        if !error.isAbsent { throw error }
      }
    }
    for folder in path.ancestors {
      // Refused where it holds something else, which is why there is nothing to report.
      guard (try? output.removeFolder(folder)) != nil else { break }
    }
  }

  private func attempt(
    _ path: BytePath, _ body: () throws(Errno) -> Void
  ) throws(FileError) {
    do throws(Errno) { try body() } catch { throw error.unwritable("\(shown)/\(path.text)") }
  }
}
