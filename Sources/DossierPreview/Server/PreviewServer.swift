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
      let server = HTTPServer(address: address, logger: .disabled, handler: handler)
      let (events, event) = AsyncThrowingStream<Void, any Error>.makeStream()
      let task = Task {
        do { try await server.run() } catch { event.finish(throwing: error) }
      }
      Task {
        try? await server.waitUntilListening()
        event.yield()
      }
      do {
        for try await _ in events { break }
        return (await server.port ?? candidate, task)
      } catch let error as SocketError {
        task.cancel()
        guard error.isTaken else { throw .refused(port: candidate, reason: "\(error)") }
      } catch {
        task.cancel()
        throw .refused(port: candidate, reason: "\(error)")
      }
    }
    throw .allTaken(first: port, last: min(port + Self.attempts, 65_536) - 1)
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

extension SocketError {
  /// Whether somebody else listens there, or we may not.
  fileprivate var isTaken: Bool {
    if case .failed(_, let number, _) = self {
      number == EADDRINUSE || number == EACCES
    } else {
      false
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
