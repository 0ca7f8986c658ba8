import NIOCore

/// Lets one head at a time through to the parser, within bounds.
///
/// What follows a head waits here until its request is answered, so no handler behind this one ever
/// has two requests, or the body of one, which the preview has no use for.
final class HeadGate: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What the connection has the gate do.
  enum Order {
    /// Let the next head through.
    case open
    /// Let nothing through any more, and keep nothing of it.
    case drain
  }

  /// The first byte of a head has come.
  struct HeadBegan {}

  /// The most bytes that wait; more are not read from the connection.
  private static let mostWaiting = 16_384

  private enum State { case open, shut, drained }

  private var state = State.open
  private var scan = HeadScan()
  private var waiting = ByteBuffer()
  private var isReadHeldBack = false
  private var isEndHeldBack = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard state != .drained else { return }
    var bytes = unwrapInboundIn(data)
    waiting.writeBuffer(&bytes)
    pass(context)
  }

  func read(context: ChannelHandlerContext) {
    if state == .shut, waiting.readableBytes >= Self.mostWaiting {
      isReadHeldBack = true
    } else {
      context.read()
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // The end of what comes in is heard after all that came before it.
    if case ChannelEvent.inputClosed = event, state == .shut {
      isEndHeldBack = true
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    guard let order = event as? Order else {
      return context.triggerUserOutboundEvent(event, promise: promise)
    }
    promise?.succeed()
    switch order {
    case .open:
      state = .open
      pass(context)
    case .drain:
      state = .drained
      waiting = ByteBuffer()
    }
    if state != .shut { goOn(context) }
  }

  /// Makes up for what was held back while a request was answered.
  private func goOn(_ context: ChannelHandlerContext) {
    if isEndHeldBack {
      isEndHeldBack = false
      context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }
    if isReadHeldBack {
      isReadHeldBack = false
      context.read()
    }
  }

  private func pass(_ context: ChannelHandlerContext) {
    guard state == .open, waiting.readableBytes > 0 else { return }
    let isFirst = !scan.hasBegun
    let step = scan.take(waiting.readableBytesView)
    if isFirst { context.fireUserInboundEventTriggered(HeadBegan()) }
    switch step {
    case .more:
      let bytes = waiting
      waiting = ByteBuffer()
      context.fireChannelRead(wrapInboundOut(bytes))
    case .whole(let count):
      // First, since the answer may be there before the call returns.
      state = .shut
      scan = HeadScan()
      guard let head = waiting.readSlice(length: count) else { return }
      waiting.discardReadBytes()
      context.fireChannelRead(wrapInboundOut(head))
    case .refused(let refusal):
      state = .drained
      waiting = ByteBuffer()
      context.fireErrorCaught(refusal)
    }
  }
}
