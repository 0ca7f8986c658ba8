import DossierBuild
import DossierSource

/// Notices what changes in a project's folders, by the system's own means where it has them.
struct FolderWatcher {
  private let onStop: @Sendable () -> Void

  init(onStop: @escaping @Sendable () -> Void) {
    self.onStop = onStop
  }

  /// Ends the watching; nothing is added to the queue afterwards.
  func stop() { onStop() }

  /// Begins to watch; every change from now on is added to the queue.
  static func start(
    _ project: Project, folder: String, _ changes: ChangeQueue,
    _ report: @escaping @Sendable (PreviewEvent) -> Void
  ) -> FolderWatcher {
    #if os(Linux)
      if let watcher = InotifyWatcher.start(folder: folder, changes) { return watcher }
      report(.notice("the system refuses to watch the folders; they are looked through instead"))
    #endif
    return PollingWatcher.start(project, changes)
  }
}

/// Looks through the folders twice a second.
enum PollingWatcher {
  static let pause = Duration.milliseconds(500)

  static func start(_ project: Project, _ changes: ChangeQueue) -> FolderWatcher {
    let task = Task.detached(priority: .utility) {
      var last = listing(of: project)
      while !Task.isCancelled {
        try await Task.sleep(for: pause)
        let new = listing(of: project)
        if let change = difference(from: last, to: new) { changes.add(change) }
        last = new
      }
    }
    return FolderWatcher(onStop: { task.cancel() })
  }

  /// The stamps of all files by path; a folder that cannot be read holds nothing.
  private static func listing(of project: Project) -> [String: FileStamp] {
    let folders = [project.content, project.templates]
    let entries = folders.flatMap { (try? $0.list().value) ?? [] }
    return Dictionary(entries.map { ($0.path, $0.stamp) }, uniquingKeysWith: { $1 })
  }

  private static func difference(
    from last: [String: FileStamp], to new: [String: FileStamp]
  ) -> SourceChanges? {
    guard last != new else { return nil }
    let changed = new.filter { last[$0.key] != $0.value }.map(\.key)
    let isSame = last.count == new.count && changed.allSatisfy { last[$0] != nil }
    return SourceChanges(paths: Set(changed), needsListing: !isSame)
  }
}
