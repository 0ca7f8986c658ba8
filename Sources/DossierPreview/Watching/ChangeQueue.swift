import DossierBuild

/// Where all that notices a change puts it, and one reader takes it out.
struct ChangeQueue: Sendable {
  let stream: AsyncStream<SourceChanges>
  private let continuation: AsyncStream<SourceChanges>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  func add(_ changes: SourceChanges) { continuation.yield(changes) }

  func finish() { continuation.finish() }
}
