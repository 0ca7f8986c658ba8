/// Server-sent events, as the bytes of their stream.
///
/// The format is that of https://html.spec.whatwg.org/multipage/server-sent-events.html
enum EventStream {
  /// What keeps a connection open that has nothing to say, and shows that the other side is there.
  static let heartbeat = Array(": still here\n\n".utf8)

  /// One event with its data, which must be a single line.
  static func message(_ event: String, _ data: [UInt8]) -> [UInt8] {
    Array("event: \(event)\ndata: ".utf8) + data + Array("\n\n".utf8)
  }
}
