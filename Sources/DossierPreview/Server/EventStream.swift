import FlyingSocks

/// Server-sent events for one open page, as the bytes of the stream.
///
/// The format is that of https://html.spec.whatwg.org/multipage/server-sent-events.html
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8

  /// Whole events, each as it is sent.
  let messages: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator {
    Iterator(messages: messages.makeAsyncIterator())
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate var messages: AsyncStream<[UInt8]>.Iterator
    private var rest: ArraySlice<UInt8> = []

    fileprivate init(messages: AsyncStream<[UInt8]>.Iterator) {
      self.messages = messages
    }

    mutating func next() async -> UInt8? {
      if rest.isEmpty { rest = await messages.next()?[...] ?? [] }
      return rest.popFirst()
    }

    /// A whole event, whatever size is suggested: half of one is of no use.
    mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
      defer { rest = [] }
      return rest.isEmpty ? await messages.next()?[...] : rest
    }
  }

  /// What keeps a connection open that has nothing to say, and shows that the other side is there.
  static let heartbeat = Array(": still here\n\n".utf8)

  /// One event with its data, which must be a single line.
  static func message(_ event: String, _ data: [UInt8]) -> [UInt8] {
    Array("event: \(event)\ndata: ".utf8) + data + Array("\n\n".utf8)
  }
}
