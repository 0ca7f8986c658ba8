import CPlatform
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one place where a site is written: a staging folder that takes the output's place when the
/// site is whole.
///
/// Until ``publish()`` the published site is untouched, whatever happens. Files that we did not
/// make are kept. An output folder that goes out of use unpublished is thrown away.
public final class OutputFolder: Sendable {
  /// What became of one file.
  public enum Change: Sendable {
    /// It is new, or other than the published one.
    case written
    /// It is equal to the published one, whose time stamp stays.
    case unchanged
  }

  /// What became of the site.
  public struct Report: Hashable, Sendable {
    /// Files that are new or other than before.
    public var written = 0
    /// Files that are as they were.
    public var unchanged = 0
    /// Files of an earlier build that the site no longer has.
    public var removed = 0
    /// Files and links of others.
    public var carried = 0
    /// What the user should know of the way it was written.
    public var notice: String?
  }

  /// Exchanges two names in an open folder; 0, or the system's error number.
  typealias Exchange = @Sendable (Int32, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32

  let place: OutputPlace
  let staging: StagingFolder
  /// Why the site is written file by file, where that is known from the start.
  let obstacle: Errno?
  let manifest: Manifest
  private let lock: OutputLock?
  private let exchange: Exchange
  private let state = Mutex(State())

  private struct State {
    var produced: [BytePath: Change] = [:]
    var isClosed = false
  }

  /// Takes the lock, clears away what a killed build left, and opens an empty staging folder.
  ///
  /// Folders above the output are made; a link is followed, and stays. Fails with
  /// ``FileError/locked(path:)`` at once where another build is writing the same folder.
  public convenience init(at path: String) throws(FileError) {
    try self.init(at: path, exchange: { dossier_exchange($0, $1, $2) })
  }

  init(at path: String, exchange: @escaping Exchange) throws(FileError) {
    let place = try OutputPlace(path)
    let parent = try Self.lock(place)
    lock = parent.lock
    self.place = place
    self.exchange = exchange
    for home in [place.parent, place.published] {
      if let home { try StagingFolder.clearStale(for: place, in: home) }
    }
    do throws(Errno) {
      manifest =
        try place.published.map { folder throws(Errno) in try Manifest(in: folder) }
        ?? Manifest([])
      (staging, obstacle) = try Self.stage(for: place, refusal: parent.refusal)
    } catch {
      throw error.unwritable(path)
    }
  }

  deinit {
    discard()
  }

  /// Writes one file of the new site; several threads may, each another file.
  ///
  /// - Parameter path: Relative to the output, with `/`, each path once. Anything that does not
  ///   go straight down (`..`, an empty name) is refused.
  /// - Throws: ``FileError/unwritable(path:reason:)``, also where a different file of somebody
  ///   else has that path: nothing that is not ours is replaced.
  public func write(_ path: String, _ bytes: [UInt8]) throws(FileError) -> Change {
    let target = BytePath(path)
    guard target.isPlain, target != Manifest.path, !isStaging(target) else {
      throw .unwritable(path: shown(target), reason: "no page or asset may have this path")
    }
    // Taken at once, so that of two threads with one path only one goes on.
    let isFirst = state.withLock { state in
      state.produced.updateValue(.written, forKey: target) == nil
    }
    guard isFirst else {
      throw .unwritable(path: shown(target), reason: "two files of the site have this path")
    }
    let change = try stage(target, bytes)
    if change == .unchanged { state.withLock { $0.produced[target] = change } }
    return change
  }

  /// Makes the new site public: adds what others keep there, and lets it take the output's place in
  /// one step, or file by file where the system refuses that, which the report's notice says.
  ///
  /// To be called once, when all is written. Where it fails the staging folder is removed.
  public func publish() throws(FileError) -> Report {
    let produced = state.withLock { state in
      defer { state.isClosed = true }
      return state.isClosed ? nil : state.produced
    }
    guard let produced else {
      throw .unwritable(path: place.shown, reason: "it was published or thrown away before")
    }
    defer { try? staging.remove() }
    return try publish(produced)
  }

  /// Throws the new site away; the published one stays as it was.
  public func discard() {
    let isFirst = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    // What cannot be removed now is removed by the next build.
    if isFirst { try? staging.remove() }
  }

  func shown(_ path: BytePath) -> String { "\(place.shown)/\(path.text)" }

  func isStaging(_ path: BytePath) -> Bool {
    path.starts(with: StagingFolder.prefix(for: place.name))
  }

  func inTheWay(_ path: BytePath) -> FileError {
    .unwritable(path: shown(path), reason: "something that is not ours is in the way")
  }
}

// MARK: - Opening

extension OutputFolder {
  /// - Returns: The lock, or why there can be none beside the output.
  static func lock(
    _ place: OutputPlace
  ) throws(FileError) -> (lock: OutputLock?, refusal: Errno?) {
    do throws(Errno) {
      // Who may not write beside the output can lock only the output itself, so all lock that too.
      if let published = place.published, try !published.lock() {
        throw Errno(EWOULDBLOCK)
      }
      guard let parent = place.parent else { return (nil, Errno(EACCES)) }
      do throws(Errno) {
        let name = BytePath(".\(place.name.text).lock")
        guard let lock = try OutputLock(named: name, in: parent) else { throw Errno(EWOULDBLOCK) }
        // The build before us may have exchanged the folder since we opened it.
        let now = try parent.statusIfPresent(of: place.name)?.identity
        guard try now == place.published?.status().identity else { throw Errno(EWOULDBLOCK) }
        return (lock, nil)
      } catch {
        guard error.isForbidden, place.published != nil else { throw error }
        return (nil, error)
      }
    } catch {
      throw error.code == EWOULDBLOCK
        ? FileError.locked(path: place.shown) : error.unwritable(place.shown)
    }
  }

  /// Opens the staging folder where it can be renamed to the output, or at least its files can.
  private static func stage(
    for place: OutputPlace, refusal: Errno?
  ) throws(Errno) -> (StagingFolder, obstacle: Errno?) {
    guard let published = place.published else {
      guard let parent = place.parent else { throw refusal ?? Errno(EACCES) }
      return (try StagingFolder(for: place, in: parent), nil)
    }
    if let parent = place.parent, refusal == nil {
      // On another device than its parent, the output is a mount point: EBUSY if we tried.
      let isMounted = try parent.status().identity.device != published.status().identity.device
      guard isMounted else { return (try StagingFolder(for: place, in: parent), nil) }
    }
    return (try StagingFolder(for: place, in: published), refusal ?? Errno(EBUSY))
  }
}

// MARK: - Staging

extension OutputFolder {
  private func stage(_ path: BytePath, _ bytes: [UInt8]) throws(FileError) -> Change {
    do throws(Errno) {
      if let published = place.published, let status = try published.statusIfPresent(of: path) {
        if try isEqual(path, status, bytes, in: published) {
          // Written file by file, the site keeps the file that it has.
          if obstacle == nil {
            try published.carry(path, kind: .file, into: staging.folder)
          }
          return .unchanged
        }
        // Whether a folder is in the way shows only when all files of the site are known.
        let isOurs = status.kind == .file && manifest.paths.contains(path)
        if !isOurs, status.kind != .folder, path != Manifest.path { throw Errno(EEXIST) }
      }
      try staging.folder.create(path, bytes)
      return .written
    } catch {
      throw error.code == EEXIST ? inTheWay(path) : error.unwritable(shown(path))
    }
  }

  private func isEqual(
    _ path: BytePath, _ status: FileStatus, _ bytes: [UInt8], in folder: Descriptor
  ) throws(Errno) -> Bool {
    guard status.kind == .file, status.size == bytes.count else { return false }
    return try folder.open(path, O_RDONLY | O_NONBLOCK).holds(bytes)
  }
}

// MARK: - Publishing

extension OutputFolder {
  private func publish(_ produced: [BytePath: Change]) throws(FileError) -> Report {
    let listChange = try stage(Manifest.path, Manifest(produced.keys).bytes)
    let survey = try OutputSurvey(of: self, produced: produced)
    var report = Report()
    report.unchanged = produced.values.count { $0 == .unchanged }
    report.written = produced.count - report.unchanged
    report.removed = survey.gone.count
    report.carried = survey.strangers.count { $0.kind != .folder }
    if let obstacle = obstacle ?? (survey.holdsMountPoint ? Errno(EBUSY) : nil) {
      report.notice = try publishInPlace(produced, listChange, survey, because: obstacle)
      return report
    }
    try survey.carryStrangers(of: self)
    if let refusal = try takePlace() {
      report.notice = try publishInPlace(produced, listChange, survey, because: refusal)
    } else {
      report.notice = removeFormer()
    }
    return report
  }

  /// Renames the staging folder to the output.
  ///
  /// - Returns: Why the system refuses that for this folder, where it may allow it for its files.
  private func takePlace() throws(FileError) -> Errno? {
    let home = staging.home
    do throws(Errno) {
      guard let published = place.published else {
        try home.rename(staging.name, to: home, place.name)
        return nil
      }
      try staging.folder.setMode(try published.status().mode)
      let code = staging.name.withPointer { new in
        place.name.withPointer { exchange(home.number, new, $0) }
      }
      let refusals = [EBUSY, EXDEV, EINVAL, ENOSYS, EACCES, EPERM, EROFS, ENOTSUP, EOPNOTSUPP]
      if refusals.contains(code) { return Errno(code) }
      if code != 0 { throw Errno(code) }
      return nil
    } catch {
      throw error.unwritable(place.shown)
    }
  }

  /// The site is public already, so that what is left of the former one is not worth failing for.
  private func removeFormer() -> String? {
    do throws(Errno) {
      try staging.remove()
      return nil
    } catch {
      return "the former site is still in '\(staging.name.text)' beside '\(place.shown)': "
        + error.reason
    }
  }

  private func publishInPlace(
    _ produced: [BytePath: Change], _ listChange: Change, _ survey: OutputSurvey,
    because obstacle: Errno
  ) throws(FileError) -> String {
    guard let published = place.published else { throw obstacle.unwritable(place.shown) }
    let writer = InPlaceWriter(
      output: published, staging: staging, shown: place.shown, former: manifest,
      written: produced.filter { $0.value == .written }.keys.sorted(),
      produced: Set(produced.keys), gone: survey.gone)
    try writer.run(listIsNew: listChange == .written)
    return "'\(place.shown)' could not be replaced in one step (\(obstacle.reason)), "
      + "so its files were written one by one"
  }
}
