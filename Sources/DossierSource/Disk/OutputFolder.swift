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
    /// Files at the paths of the site's, and equal to them, that no build is known to have made: as
    /// others' they stay when the site no longer has them.
    public var unclaimed = 0
    /// What the user should know of the way it was written.
    public var notice: String?
  }

  /// Exchanges two names in an open folder; 0, or the system's error number.
  typealias Exchange = @Sendable (Int32, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32

  let place: OutputPlace
  let staging: StagingFolder
  /// Why the site is written file by file, where that is known from the start.
  let obstacle: Obstacle?
  let manifest: Manifest
  /// Whether files at the paths of the site's are ours, whoever made them.
  private let adopts: Bool
  private let lock: OutputLock?
  private let exchange: Exchange
  private let state = Mutex(State())
  /// Held while the site is made public, which an end of the process waits for.
  private let publication = Mutex(())
  private let interruption = Interruption.Cleanup()

  private struct State {
    var produced: [BytePath: Change] = [:]
    /// Those of them that stay others'.
    var unclaimed: Set<BytePath> = []
    /// Whether one of these could not be carried over as it is.
    var isForeign = false
    var isClosed = false
  }

  /// Takes the lock, clears away what a killed build left, and opens an empty staging folder.
  ///
  /// Folders above the output are made; a link is followed, and stays. Fails with
  /// ``FileError/locked(path:)`` at once where another build is writing the same folder.
  ///
  /// - Parameters:
  ///   - spared: What the output may not touch, else ``FileError/misplaced(path:reason:)``, before
  ///     anything is made.
  ///   - adopts: Whether files that lie at the paths of the site's are taken for ours, as after the
  ///     list of our files was lost.
  public convenience init(
    at path: String, sparing spared: [SparedFolder] = [], adopts: Bool = false
  ) throws(FileError) {
    try self.init(at: path, sparing: spared, adopts: adopts, exchange: Self.systemExchange)
  }

  static let systemExchange: Exchange = { dossier_exchange($0, $1, $2) }

  init(
    at path: String, sparing spared: [SparedFolder] = [], adopts: Bool = false,
    exchange: @escaping Exchange
  ) throws(FileError) {
    let place = try OutputPlace(path, sparing: spared)
    let parent = try Self.lock(place)
    lock = parent.lock
    self.place = place
    self.adopts = adopts
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
    interruption.set { [weak self] in self?.giveUp() }
  }

  deinit {
    discard()
  }

  /// Throws the new site away while other threads may still be writing it, or lets one that is being
  /// made public become so.
  private func giveUp() {
    discard()
    publication.withLock { _ in
      for _ in 0..<100 {
        if (try? staging.remove()) != nil { break }
        usleep(2_000)
      }
      lock?.free()
    }
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
      state.isClosed ? nil : state.produced.updateValue(.written, forKey: target) == nil
    }
    guard let isFirst else { throw isOver }
    guard isFirst else {
      throw .unwritable(path: shown(target), reason: "two files of the site have this path")
    }
    let change = try stage(target, bytes)
    if change == .unchanged {
      let isTheirs = !isOurs(target)
      state.withLock { state in
        state.produced[target] = change
        if isTheirs { state.unclaimed.insert(target) }
      }
    }
    return change
  }

  /// Makes the new site public: adds what others keep there, and lets it take the output's place in
  /// one step, or file by file where the system refuses that, which the report's notice says.
  ///
  /// To be called once, when all is written. Where it fails the staging folder is removed.
  public func publish() throws(FileError) -> Report {
    try publication.withLock { _ throws(FileError) in
      let made = state.withLock { state in
        defer { state.isClosed = true }
        return state.isClosed ? nil : (state.produced, state.unclaimed)
      }
      guard let (produced, unclaimed) = made else { throw isOver }
      defer { try? staging.remove() }
      var report = try publish(produced, ours: Set(produced.keys).subtracting(unclaimed))
      report.unclaimed = unclaimed.count
      return report
    }
  }

  private var isOver: FileError {
    .unwritable(path: place.shown, reason: "it was published or thrown away before")
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

  /// Whether a file of the published site is ours to replace.
  func isOurs(_ path: BytePath) -> Bool { adopts || manifest.paths.contains(path) }

  /// - Parameter isFile: Whether it could be the file of a build whose list was lost.
  func inTheWay(_ path: BytePath, isFile: Bool) -> FileError {
    let adoption = isFile ? ", or take over an earlier build's files with --adopt" : ""
    return .taken(
      path: shown(path), reason: "something that is not ours is in the way",
      help: "move it away\(adoption)")
  }
}

/// Why a site is written file by file.
enum Obstacle {
  /// The system refuses to exchange the folder.
  case system(Errno)
  /// Somebody stands in the folder.
  case currentFolder
  /// Something belongs to another user, and would belong to us.
  case foreign

  var reason: String {
    switch self {
    case .system(let error): error.reason
    case .currentFolder: "it is the current folder, or holds it"
    case .foreign: "it holds what is another user's"
    }
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
  ) throws(Errno) -> (StagingFolder, obstacle: Obstacle?) {
    guard let published = place.published else {
      guard let parent = place.parent else { throw refusal ?? Errno(EACCES) }
      return (try StagingFolder(for: place, in: parent), nil)
    }
    if let parent = place.parent, refusal == nil {
      // On another device than its parent, the output is a mount point: EBUSY if we tried.
      let isMounted = try parent.status().identity.device != published.status().identity.device
      let obstacle = place.holdsCurrentFolder ? Obstacle.currentFolder : nil
      guard isMounted else { return (try StagingFolder(for: place, in: parent), obstacle) }
    }
    return (try StagingFolder(for: place, in: published), .system(refusal ?? Errno(EBUSY)))
  }
}

// MARK: - Staging

extension OutputFolder {
  private func stage(_ path: BytePath, _ bytes: [UInt8]) throws(FileError) -> Change {
    var isFile = false
    do throws(Errno) {
      var former: Descriptor?
      if let published = place.published, let status = try published.statusIfPresent(of: path) {
        isFile = status.kind == .file
        if try isEqual(path, status, bytes, in: published) {
          // Written file by file, the site keeps the file that it has.
          if obstacle == nil { try carry(path, from: published) }
          return .unchanged
        }
        // Whether a folder is in the way shows only when all files of the site are known.
        let isOurs = isFile && (path == Manifest.path || isOurs(path))
        if !isOurs, status.kind != .folder { throw Errno(EEXIST) }
        if isOurs { former = try published.open(path, O_RDONLY | O_NONBLOCK) }
      }
      let file = try staging.folder.create(path, bytes)
      // The file is ours, so that one which cannot be like the former may be as any new one.
      if let former { try? file.takeAttributes(of: former) }
      return .written
    } catch {
      throw error.code == EEXIST
        ? inTheWay(path, isFile: isFile) : error.unwritable(shown(path))
    }
  }

  private func carry(_ path: BytePath, from published: Descriptor) throws(Errno) {
    if isOurs(path) || path == Manifest.path {
      try published.carry(path, kind: .file, into: staging.folder, exactly: false)
    } else if try !published.carries(path, kind: .file, into: staging.folder) {
      state.withLock { $0.isForeign = true }
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
  private func publish(
    _ produced: [BytePath: Change], ours: Set<BytePath>
  ) throws(FileError) -> Report {
    let listChange = try stage(Manifest.path, Manifest(ours).bytes)
    let survey = try OutputSurvey(of: self, produced: produced)
    var report = Report()
    report.unchanged = produced.values.count { $0 == .unchanged }
    report.written = produced.count - report.unchanged
    report.removed = survey.gone.count
    report.carried = survey.strangers.count { $0.kind != .folder }
    var obstacle = obstacle ?? (survey.holdsMountPoint ? .system(Errno(EBUSY)) : nil)
    if state.withLock({ $0.isForeign }) { obstacle = .foreign }
    if obstacle == nil { obstacle = try survey.carry(of: self) }
    if obstacle == nil { obstacle = try takePlace() }
    if let obstacle {
      let written = produced.filter { $0.value == .written }.keys.sorted()
      report.notice = try publishInPlace(
        written, ours: ours, listIsNew: listChange == .written, survey, because: obstacle)
    } else {
      report.notice = removeFormer()
    }
    return report
  }

  /// Renames the staging folder to the output.
  ///
  /// - Returns: Why the system refuses that for this folder, where it may allow it for its files.
  private func takePlace() throws(FileError) -> Obstacle? {
    let home = staging.home
    do throws(Errno) {
      guard let published = place.published else {
        try home.rename(staging.name, to: home, place.name)
        return nil
      }
      guard try staging.folder.becomes(published) else { return .foreign }
      let code = staging.name.withPointer { new in
        place.name.withPointer { exchange(home.number, new, $0) }
      }
      let refusals = [EBUSY, EXDEV, EINVAL, ENOSYS, EACCES, EPERM, EROFS, ENOTSUP, EOPNOTSUPP]
      if refusals.contains(code) { return .system(Errno(code)) }
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
    _ written: [BytePath], ours: Set<BytePath>, listIsNew: Bool, _ survey: OutputSurvey,
    because obstacle: Obstacle
  ) throws(FileError) -> String {
    guard let published = place.published else {
      throw .unwritable(path: place.shown, reason: obstacle.reason)
    }
    let writer = InPlaceWriter(
      output: published, staging: staging, shown: place.shown, former: manifest,
      written: written, produced: ours, gone: survey.gone)
    let status = try? published.status()
    try writer.run(listIsNew: listIsNew)
    if let status { try? published.setTimes(of: status) }
    return "'\(place.shown)' could not be replaced in one step (\(obstacle.reason)), "
      + "so its files were written one by one"
  }
}
