import FlyingFox
import Foundation

/// What the preview answers, before it becomes a message of the protocol.
struct Reply {
  var status = HTTPStatusCode.ok
  var type: String
  var body: [UInt8]
  /// What only this answer says.
  var headers: [HTTPHeader: String] = [:]

  static func html(_ text: String, status: HTTPStatusCode = .ok) -> Reply {
    Reply(status: status, type: ContentType.html, body: Array(text.utf8))
  }

  /// A refusal in one line.
  static func refused(
    _ status: HTTPStatusCode, _ reason: String, _ headers: [HTTPHeader: String] = [:]
  ) -> Reply {
    Reply(
      status: status, type: ContentType.text, body: Array("\(reason)\n".utf8), headers: headers)
  }

  /// The message; one that answers `HEAD` has the length of the body and not the body.
  func response(withoutBody: Bool) -> HTTPResponse {
    var headers = Self.headers(type: type)
    for (header, value) in self.headers { headers[header] = value }
    headers[.contentLength] = String(body.count)
    let data = withoutBody ? Data() : Data(body)
    // In one piece: a piece that follows another waits for the other side to acknowledge that.
    return HTTPResponse(
      statusCode: status, headers: headers,
      body: HTTPBodySequence(data: data, suggestedBufferSize: max(data.count, 1)))
  }

  /// A stream that stays open.
  static func stream(_ events: EventStream) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: headers(type: ContentType.events),
      body: HTTPBodySequence(from: events))
  }

  /// What every answer says: it is kept nowhere, is what it says it is, and is for this site alone.
  private static func headers(type: String) -> HTTPHeaders {
    [
      .contentType: type, .cacheControl: "no-store", .connection: "close",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("X-Frame-Options"): "SAMEORIGIN",
    ]
  }
}
