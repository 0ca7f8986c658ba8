import NIOCore
import NIOHTTP1

/// One connection: answers its requests one after the other, and waits for none of them for ever.
///
/// It is used on its event loop alone; only what makes an answer runs elsewhere.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private enum Phase {
    /// For a request, of which something may have come.
    case waiting(since: NIODeadline)
    case answering, sending
    case streaming(Task<Void, Never>)
    /// All is said; what still comes in is read and dropped, since to close before it is read
    /// would take the answer back.
    case lingering
    case ended
  }

  private let handler: RequestHandler
  private let connections: OpenConnections
  private var context: ChannelHandlerContext?
  private var phase = Phase.ended
  private var deadline: Scheduled<Void>?
  /// Whether a request was answered, so that the client may leave it at that.
  private var isKept = false

  init(handler: RequestHandler, connections: OpenConnections) {
    self.handler = handler
    self.connections = connections
  }

  /// Since when it waits for a request; `nil` where it has one.
  var waitsSince: NIODeadline? {
    if case .waiting(let since) = phase { since } else { nil }
  }

  /// Closes it as it is.
  func end() { context?.close(promise: nil) }

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    phase = .waiting(since: .now())
    guard connections.add(self) else { return refuse(.serviceUnavailable, "Too many connections.") }
    wait(Patience.head)
  }

  func channelInactive(context: ChannelHandlerContext) {
    if case .streaming(let task) = phase {
      task.cancel()
      connections.endStream()
    }
    phase = .ended
    deadline?.cancel()
    connections.remove(self)
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data), case .waiting = phase else { return }
    phase = .answering
    deadline?.cancel()
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let (handler, loop) = (handler, context.eventLoop)
    Task {
      let answer = await handler.answer(head)
      loop.execute { bound.value.send(answer, to: head) }
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is HeadGate.HeadBegan where isKept: wait(Patience.head)
    case ChannelEvent.inputClosed:
      switch phase {
      // A client that has no more to ask may still wait for its answer.
      case .answering, .sending: break
      default: end()
      }
    default: break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard case .waiting = phase else { return end() }
    switch error {
    case HeadRefusal.lineTooLong: refuse(.uriTooLong, "The request line is too long.")
    case HeadRefusal.fieldsTooLong, HTTPParserError.headerOverflow:
      refuse(.requestHeaderFieldsTooLarge, "The head of the request is too long.")
    case HeadRefusal.otherMethod:
      refuse(.methodNotAllowed, "Only GET and HEAD.", ["Allow": "GET, HEAD"])
    case HTTPParserError.invalidVersion:
      refuse(.httpVersionNotSupported, "Only HTTP/1.1 and HTTP/1.0.")
    case is HTTPParserError: refuse(.badRequest, "This is no request.")
    default: end()
    }
  }
}

// Time.
extension Connection {
  /// How long is waited for what.
  private enum Patience {
    static let head = TimeAmount.seconds(10)
    static let nextRequest = TimeAmount.seconds(60)
    static let taking = TimeAmount.seconds(30)
    static let closing = TimeAmount.seconds(1)
  }

  private func wait(_ patience: TimeAmount) {
    deadline?.cancel()
    guard let loop = context?.eventLoop else { return }
    deadline = loop.assumeIsolated().scheduleTask(in: patience) { self.giveUp(after: patience) }
  }

  private func giveUp(after patience: TimeAmount) {
    if case .waiting = phase, patience == Patience.head {
      refuse(.requestTimeout, "The request did not come in time.")
    } else {
      end()
    }
  }
}

// Answers.
extension Connection {
  private func send(_ answer: Answer, to request: HTTPRequestHead) {
    guard case .answering = phase else { return }
    switch answer {
    case .reply(let reply): send(reply, keeps: request.mayBeFollowed, to: request)
    case .events(let events):
      guard connections.beginStream() else {
        return refuse(.serviceUnavailable, "Too many pages listen.", ["Retry-After": "10"])
      }
      stream(events)
    }
  }

  private func refuse(
    _ status: HTTPResponseStatus, _ reason: String, _ fields: [String: String] = [:]
  ) {
    send(.refused(status, reason, fields), keeps: false)
  }

  private func send(_ reply: Reply, keeps: Bool, to request: HTTPRequestHead? = nil) {
    guard let context else { return }
    phase = .sending
    wait(Patience.taking)
    var head = reply.head()
    if !keeps {
      head.headers.add(name: "Connection", value: "close")
    } else if request?.version == .http1_0 {
      head.headers.add(name: "Connection", value: "keep-alive")
    }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request?.method != .HEAD, !reply.body.isEmpty {
      let body = ByteBuffer(bytes: reply.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    // In one piece with what is before it.
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { result in
      if case .failure = result { return self.end() }
      if keeps { self.waitForNext() } else { self.close() }
    }
  }

  private func waitForNext() {
    isKept = true
    phase = .waiting(since: .now())
    wait(Patience.nextRequest)
    context?.triggerUserOutboundEvent(HeadGate.Order.open, promise: nil)
  }

  private func close() {
    phase = .lingering
    wait(Patience.closing)
    context?.triggerUserOutboundEvent(HeadGate.Order.drain, promise: nil)
    context?.close(mode: .output, promise: nil)
  }

  private func stream(_ events: AsyncStream<[UInt8]>) {
    guard let context else { return }
    context.writeAndFlush(wrapOutboundOut(.head(Reply.headOfStream())), promise: nil)
    let channel = context.channel
    phase = .streaming(
      Task {
        // Each is taken before the next is written, so a client that reads none holds but one.
        for await event in events {
          let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: event)))
          do { try await channel.writeAndFlush(part) } catch { return }
        }
      })
    context.triggerUserOutboundEvent(HeadGate.Order.drain, promise: nil)
  }
}

extension HTTPRequestHead {
  /// Whether the same connection may bring another request after this one, which it may not where
  /// a body or another protocol would come first.
  fileprivate var mayBeFollowed: Bool {
    isKeepAlive && (method == .GET || method == .HEAD) && !headers.contains(name: "Upgrade")
      && !headers.contains(name: "Transfer-Encoding")
      && headers["Content-Length"].allSatisfy { $0 == "0" }
  }
}
