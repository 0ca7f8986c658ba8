public import DossierBuild
import DossierSource

/// Shows a project in the browser while it is written.
///
/// Nothing is written to the disk, so a build at the same time is no matter. No edit ends it.
public struct Preview: Sendable {
  /// How long an open page waits for a sign of life.
  private static let heartbeat = Duration.seconds(10)

  private let project: Project
  private let folder: String
  private let options: BuildOptions
  private let now: @Sendable () -> Int

  /// - Parameters:
  ///   - folder: The project's, from the top of the file system.
  ///   - now: Seconds since 1970.
  public init(folder: String, options: BuildOptions, now: @escaping @Sendable () -> Int) {
    project = Project(folder: folder)
    self.folder = folder
    self.options = options
    self.now = now
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: Where to listen; the next free one is taken if it is in use, any for 0.
  ///   - report: Is told in order, never at the same time.
  public func run(
    port: Int, report: @escaping @Sendable (PreviewEvent) -> Void
  ) async throws(PreviewError) {
    let changes = ChangeQueue()
    // Before the first reading, so that no change falls between the two.
    let watcher = FolderWatcher.start(project, folder: folder, changes, report)
    defer { watcher.stop() }
    let state = PreviewState(version: now())
    var reader = StateReader(
      workspace: Workspace(project, options), state: state, now: now, report: report)
    await reader.read(.everything)
    var alarm = ReleaseAlarm(changes: changes)
    alarm.set(for: reader.nextRelease, now: now())
    let handler = RequestHandler(
      state: state, project: project, editor: EditorLink(root: folder), now: now)
    let server = try await PreviewServer(handler: handler).start(port: port)
    report(.listening(port: server.port))
    let beats = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: Self.heartbeat)
        await state.beat()
      }
    }
    defer {
      beats.cancel()
      server.stop()
    }
    for await change in changes.stream where reader.workspace.isConcerned(by: change) {
      await reader.read(change)
      alarm.set(for: reader.nextRelease, now: now())
    }
  }
}

/// Has the project read again when something becomes public.
private struct ReleaseAlarm {
  let changes: ChangeQueue
  private var moment: Int?

  init(changes: ChangeQueue) {
    self.changes = changes
  }

  /// - Parameters:
  ///   - release: In seconds since 1970; each is waited for once.
  mutating func set(for release: Int?, now: Int) {
    guard let release, release != moment else { return }
    moment = release
    let changes = changes
    Task {
      try await Task.sleep(for: .seconds(max(release - now, 1)))
      changes.add(SourceChanges())
    }
  }
}

/// Reads new states of the project one after the other, and has them shown.
private struct StateReader {
  var workspace: Workspace
  let state: PreviewState
  let now: @Sendable () -> Int
  let report: @Sendable (PreviewEvent) -> Void
  private(set) var nextRelease: Int?
  /// What was to be said of the last state, sorted.
  private var known: [Diagnostic] = []

  init(
    workspace: Workspace, state: PreviewState, now: @escaping @Sendable () -> Int,
    report: @escaping @Sendable (PreviewEvent) -> Void
  ) {
    self.workspace = workspace
    self.state = state
    self.now = now
    self.report = report
  }

  mutating func read(_ changes: SourceChanges) async {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = await outcome(of: changes)
    let last = await state.snapshot.table
    let table = outcome.value.map { SiteTable($0, previous: last) }
    let files = changes.paths.sorted()
    await state.show(table, outcome.diagnostics, files: files)
    if let table { nextRelease = table.nextRelease }
    let new = outcome.diagnostics.new(after: known)
    known = outcome.diagnostics
    report(
      .updated(
        files: files, new: new, errors: outcome.diagnostics.count { $0.severity == .error },
        warnings: outcome.diagnostics.count { $0.severity == .warning }, clock.now - start))
  }

  /// What the machine refuses becomes a diagnostic here: the preview waits until it can be read.
  private mutating func outcome(of changes: SourceChanges) async -> Outcome<PreparedSite?> {
    do {
      return try await workspace.update(changes, now: now())
    } catch {
      // The file may have gone since its change was seen; the whole is read anew.
      do { return try await workspace.update(.everything, now: now()) } catch {
        return Outcome(nil, [Self.diagnostic(of: error)])
      }
    }
  }

  private static func diagnostic(of error: any Error) -> Diagnostic {
    var path = "content"
    if case .unreadable(let file, _) = error as? FileError { path = file }
    return .error(
      "file.unreadable", "\(error)", at: Place(path: path, line: 1, column: 1),
      help: "the last good state stays until it can be read")
  }
}
