import FlyingFox
import FlyingSocks
import Foundation

/// The server, bound to this machine alone.
struct PreviewServer {
  /// How many ports are tried, beginning with the one that was asked for.
  private static let attempts = 100

  let handler: RequestHandler

  /// Listens on a port, or where it is taken on the next that is free.
  ///
  /// - Returns: The port, and the task that runs until it is cancelled.
  func start(port: Int) async throws(PreviewError) -> (port: Int, task: Task<Void, Never>) {
    for candidate in port..<min(port + Self.attempts, 65_536) {
      guard let number = UInt16(exactly: candidate),
        let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: number)
      else { continue }
      do {
        let first = try await begin(at: address)
        return (first.port, keep(first.task, port: first.port))
      } catch {
        if case .failed(_, EADDRINUSE, _) = error as? SocketError { continue }
        throw .refused(port: candidate, reason: Self.reason(of: error))
      }
    }
    throw .allTaken(first: port, last: min(port + Self.attempts, 65_536) - 1)
  }

  /// Returns when a server listens, with the task that runs it; throws what keeps it from that.
  private func begin(
    at address: sockaddr_in
  ) async throws -> (port: Int, task: Task<Void, Never>) {
    let server = HTTPServer(address: address, logger: .disabled, handler: handler)
    let (events, event) = AsyncThrowingStream<Void, any Error>.makeStream()
    let task = Task {
      do { try await server.run() } catch { event.finish(throwing: error) }
    }
    Task {
      try? await server.waitUntilListening()
      event.yield()
    }
    for try await _ in events { break }
    return (await server.port ?? 0, task)
  }

  /// Begins again whenever the server ends by itself, as it does when the system has no more
  /// connections to give.
  private func keep(_ first: Task<Void, Never>, port: Int) -> Task<Void, Never> {
    Task {
      var task = first
      while !Task.isCancelled {
        let current = task
        await withTaskCancellationHandler {
          await current.value
        } onCancel: {
          current.cancel()
        }
        try? await Task.sleep(for: .milliseconds(200))
        guard let number = UInt16(exactly: port),
          let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: number),
          let next = try? await begin(at: address)
        else { continue }
        task = next.task
      }
    }
  }

  private static func reason(of error: any Error) -> String {
    if case .failed(_, _, let message) = error as? SocketError { message } else { "\(error)" }
  }
}

extension HTTPServer {
  fileprivate var port: Int? {
    switch listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): Int(port)
    default: nil
    }
  }
}

/// Why the preview could not begin.
public enum PreviewError: Error, Hashable, Sendable, CustomStringConvertible {
  case allTaken(first: Int, last: Int)
  /// The reason is in the system's own words.
  case refused(port: Int, reason: String)

  /// One line for the user, without a full stop.
  public var description: String {
    switch self {
    case .allTaken(let first, let last): "every port from \(first) to \(last) is taken"
    case .refused(let port, let reason): "cannot listen on port \(port): \(reason)"
    }
  }
}
