import DossierBuild
import DossierSource
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import DossierPreview

/// Connections whose time is the test's own.
@Suite("A connection")
struct ConnectionTests {
  private let loop = EmbeddedEventLoop()
  private let connections = OpenConnections(files: 116)

  /// A connection that is open.
  private func open() throws -> EmbeddedChannel {
    let empty = MemoryFolder([:])
    let handler = RequestHandler(
      state: PreviewState(version: 1), project: Project(content: empty, templates: empty),
      editor: EditorLink(root: "/"), now: { 0 })
    let channel = EmbeddedChannel(loop: loop)
    try PreviewServer.addHandlers(
      to: channel, Connection(handler: handler, connections: connections))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  /// What was sent so far.
  private func said(_ channel: EmbeddedChannel) throws -> String {
    var text = ""
    while let bytes = try channel.readOutbound(as: ByteBuffer.self) {
      text += String(buffer: bytes)
    }
    return text
  }

  @Test(
    "that sends no whole head in ten seconds is told so, and closed",
    arguments: ["", "GET /a", "GET / HTTP/1.1\r\nHost: localhost\r\n"])
  func headTimeout(start: String) throws {
    let channel = try open()
    if !start.isEmpty { try channel.writeInbound(ByteBuffer(string: start)) }
    loop.advanceTime(by: .seconds(9))
    #expect(try said(channel).isEmpty)
    // A byte now and then does not help.
    try channel.writeInbound(ByteBuffer(string: start.isEmpty ? "G" : "a"))
    loop.advanceTime(by: .seconds(1))
    #expect(try said(channel).hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
    loop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
  }

  @Test("that brings what is no request is told why, and closed")
  func refusals() throws {
    let fields = { count in String(repeating: "A: b\r\n", count: count) }
    for (request, status) in [
      ("GET /\(String(repeating: "a", count: 1 << 20)) HTTP/1.1\r\n\r\n", 414),
      ("GET / HTTP/1.1\r\nA: \(String(repeating: "a", count: 20_000))\r\n\r\n", 431),
      ("GET / HTTP/1.1\r\n\(fields(101))\r\n", 431), ("GET / HTTP/1.1\r\nA\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\n\r\n", 405), ("GET / HTTP/9.9\r\n\r\n", 505),
      ("GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n: b\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\u{2}\r\n\r\n", 400),
    ] {
      let channel = try open()
      try channel.writeInbound(ByteBuffer(string: request))
      let answer = try said(channel)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(request.prefix(30)): \(answer)")
      #expect(answer.contains("\r\nConnection: close\r\n"), "\(status)")
      loop.advanceTime(by: .seconds(1))
      #expect(!channel.isActive, "\(status)")
    }
  }

  @Test("goes where there are too many, the one that has waited longest first")
  func eviction() throws {
    #expect(connections.most == 16)
    var channels: [EmbeddedChannel] = []
    for _ in 0..<20 {
      channels.append(try open())
      loop.advanceTime(by: .milliseconds(1))
    }
    #expect(channels.map(\.isActive) == (0..<20).map { $0 >= 4 })
    channels.last?.close(promise: nil)
    loop.run()
    channels.append(try open())
    #expect(channels.map(\.isActive) == (0..<21).map { $0 >= 4 && $0 != 19 })
  }

  @Test("may listen where not too many do")
  func streams() {
    #expect((0..<connections.mostStreams).allSatisfy { _ in connections.beginStream() })
    #expect(!connections.beginStream())
    connections.endStream()
    #expect(connections.beginStream())
  }
}
