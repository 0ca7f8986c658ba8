import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The connections to the preview, counted, so that none can keep the others out.
///
/// It is used on the event loop alone.
final class OpenConnections {
  /// The most at once; where one more comes, the one that has waited longest for a request goes.
  let most: Int
  /// The most that listen for events at once.
  let mostStreams: Int
  private var connections: [ObjectIdentifier: Connection] = [:]
  private var streams = 0

  /// - Parameter files: The most files that the process may have open.
  init(files: Int = OpenConnections.limitOfFiles) {
    // The project's own files are open besides.
    most = max(16, min(800, files - 100))
    mostStreams = most / 3
  }

  /// Counts a new connection; `false` where all that there are have requests that are being
  /// answered, so that there is no room.
  func add(_ connection: Connection) -> Bool {
    if connections.count >= most {
      let idle = connections.values.compactMap { other in
        other.waitsSince.map { (connection: other, since: $0) }
      }
      guard let oldest = idle.min(by: { $0.since < $1.since }) else { return false }
      remove(oldest.connection)
      oldest.connection.end()
    }
    connections[ObjectIdentifier(connection)] = connection
    return true
  }

  func remove(_ connection: Connection) {
    connections[ObjectIdentifier(connection)] = nil
  }

  /// Counts a connection that begins to listen; `false` where too many do.
  func beginStream() -> Bool {
    guard streams < mostStreams else { return false }
    streams += 1
    return true
  }

  func endStream() { streams -= 1 }

  private static var limitOfFiles: Int {
    var limit = rlimit()
    #if canImport(Darwin) || canImport(Musl)
      let result = getrlimit(RLIMIT_NOFILE, &limit)
    #else
      let result = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    #endif
    return result == 0 ? Int(clamping: limit.rlim_cur) : 256
  }
}
