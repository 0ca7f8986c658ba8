import Synchronization

/// Runs work on many elements at once, in chunks, so that a task's cost is spread over many of them.
enum Parallel {
  /// What each element becomes, in the order of the elements.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int,
    _ transform: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    let size = max(1, min(64, elements.count / max(jobs * 4, 1)))
    let next = ChunkCounter(size: size)
    return try await withThrowingTaskGroup(of: [(Int, [Result])].self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask {
          var chunks: [(Int, [Result])] = []
          while true {
            let start = next.take()
            guard start < elements.count, !Task.isCancelled else { return chunks }
            let end = min(start + size, elements.count)
            chunks.append((start, try elements[start..<end].map(transform)))
          }
        }
      }
      var chunks: [(Int, [Result])] = []
      for try await done in group { chunks += done }
      return chunks.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}

/// Hands out the beginnings of chunks, each to one task.
private final class ChunkCounter: Sendable {
  private let size: Int
  private let next = Atomic(0)

  init(size: Int) {
    self.size = size
  }

  func take() -> Int { next.wrappingAdd(size, ordering: .relaxed).oldValue }
}
