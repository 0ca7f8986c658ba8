import DossierBuild
import DossierSource

/// What the preview shows at one moment.
struct Snapshot: Sendable {
  /// The last good state of the site; `nil` where there never was one.
  var table: SiteTable?
  /// Of the newest state, good or not, sorted.
  var diagnostics: [Diagnostic] = []
  /// Differs from that of any other state, also of another run.
  var version: Int
  /// What was sent of this state already.
  var pages = RenderedPages()

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// The one place of the preview that keeps state: what is shown, and who is to be told of changes.
actor PreviewState {
  private(set) var snapshot: Snapshot
  private var subscribers: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var nextSubscriber = 0

  /// - Parameter version: That of the first snapshot.
  init(version: Int) {
    snapshot = Snapshot(version: version)
  }

  /// Shows a new state, and tells the open pages.
  ///
  /// - Parameter table: `nil` where the state is not good, so that the last good one stays.
  func show(_ table: SiteTable?, _ diagnostics: [Diagnostic], files: [String]) {
    snapshot.table = table ?? snapshot.table
    snapshot.diagnostics = diagnostics
    snapshot.version += 1
    snapshot.pages = RenderedPages()
    let message = EventStream.message("change", ChangeReport(snapshot, files: files).json())
    for subscriber in subscribers.values { subscriber.yield(message) }
  }

  /// The events from now on, the first of them telling the version that is shown.
  func subscribe() -> AsyncStream<[UInt8]> {
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream(
      bufferingPolicy: .bufferingNewest(64))
    let number = nextSubscriber
    nextSubscriber += 1
    subscribers[number] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.unsubscribe(number) }
    }
    continuation.yield(EventStream.message("hello", ChangeReport(snapshot, files: []).json()))
    return stream
  }

  private func unsubscribe(_ number: Int) { subscribers[number] = nil }

  /// Lets every open page know that the preview is there; those that are gone fall away.
  func beat() {
    for subscriber in subscribers.values { subscriber.yield(EventStream.heartbeat) }
  }
}
