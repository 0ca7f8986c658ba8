import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The server, bound to this machine alone.
struct PreviewServer {
  /// How many ports are tried, beginning with the one that was asked for.
  private static let attempts = 100

  let handler: RequestHandler

  /// Listens on a port, or where it is taken on the next that is free.
  ///
  /// - Returns: The port, and what ends the server with all its connections.
  func start(
    port: Int
  ) async throws(PreviewError) -> (port: Int, stop: @Sendable () -> Void) {
    // One thread does for connections; pages are made on others.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let stop = { @Sendable in group.shutdownGracefully { _ in } }
    let bootstrap = bootstrap(on: group)
    for candidate in port..<min(port + Self.attempts, 65_536) {
      do {
        let address = try SocketAddress(ipAddress: "127.0.0.1", port: candidate)
        let channel = try await bootstrap.bind(to: address).get()
        return (channel.localAddress?.port ?? candidate, stop)
      } catch {
        if (error as? IOError)?.errnoCode == EADDRINUSE { continue }
        stop()
        throw .refused(port: candidate, reason: Self.reason(of: error))
      }
    }
    stop()
    throw .allTaken(first: port, last: min(port + Self.attempts, 65_536) - 1)
  }

  private func bootstrap(on group: MultiThreadedEventLoopGroup) -> ServerBootstrap {
    let handler = handler
    let loop = group.next()
    let connections = NIOLoopBoundBox.makeBoxSendingValue(OpenConnections(), eventLoop: loop)
    return ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          // Where the system has no more connections to give, it is asked again a little later.
          let backoff = AcceptBackoffHandler { _ in .milliseconds(100) }
          try channel.pipeline.syncOperations.addHandler(backoff)
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try Self.addHandlers(
            to: channel, Connection(handler: handler, connections: connections.value))
        }
      }
  }

  /// Sets up what stands between a connection's bytes and its requests.
  static func addHandlers(to channel: any Channel, _ connection: Connection) throws {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldCount = HeadScan.mostFields
    limits.maxHeaderFieldSize = HeadScan.most
    limits.maxHeaderListSize = 2 * HeadScan.most
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(HeadGate())
    try pipeline.addHandler(
      ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: limits)))
    try pipeline.addHandler(HTTPResponseEncoder())
    try pipeline.addHandler(NIOHTTPResponseHeadersValidator())
    try pipeline.addHandler(connection)
  }

  /// In the system's own words.
  private static func reason(of error: any Error) -> String {
    guard let error = error as? IOError else { return "\(error)" }
    return String(cString: strerror(error.errnoCode))
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
