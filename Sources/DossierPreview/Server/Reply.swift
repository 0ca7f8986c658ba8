import NIOHTTP1

/// What the preview says to a request.
enum Answer: Sendable {
  case reply(Reply)
  /// Events without an end.
  case events(AsyncStream<[UInt8]>)
}

/// An answer that is whole at once, before it becomes a message of the protocol.
struct Reply: Sendable {
  var status = HTTPResponseStatus.ok
  var type: String
  var body: [UInt8]
  /// What only this answer says.
  var fields: [String: String] = [:]

  static func html(_ text: String, status: HTTPResponseStatus = .ok) -> Reply {
    Reply(status: status, type: ContentType.html, body: Array(text.utf8))
  }

  /// A refusal in one line.
  static func refused(
    _ status: HTTPResponseStatus, _ reason: String, _ fields: [String: String] = [:]
  ) -> Reply {
    Reply(
      status: status, type: ContentType.text, body: Array("\(reason)\n".utf8), fields: fields)
  }

  /// The head of the message; it has the length of the body also where that is left out.
  func head() -> HTTPResponseHead {
    var headers = Self.headers(type: type)
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      headers.add(name: name, value: value)
    }
    headers.add(name: "Content-Length", value: String(body.count))
    return HTTPResponseHead(version: .http1_1, status: status, headers: headers)
  }

  /// The head of a stream of events, which ends with its connection.
  static func headOfStream() -> HTTPResponseHead {
    HTTPResponseHead(version: .http1_1, status: .ok, headers: headers(type: ContentType.events))
  }

  /// What every answer says: it is kept nowhere, is what it says it is, and is for this site alone.
  private static func headers(type: String) -> HTTPHeaders {
    [
      "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "SAMEORIGIN",
    ]
  }
}
