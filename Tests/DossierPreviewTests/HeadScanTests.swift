import NIOHTTP1
import Testing

@testable import DossierPreview

@Suite("The head of a request")
struct HeadScanTests {
  /// The step after bytes that come in pieces of a size.
  private func step(_ text: String, pieces size: Int = .max) -> HeadScan.Step {
    var scan = HeadScan()
    var rest = Array(text.utf8)[...]
    var taken = 0
    while !rest.isEmpty {
      let piece = rest.prefix(size)
      rest = rest.dropFirst(size)
      switch scan.take(piece) {
      case .more: taken += piece.count
      case .whole(let count): return .whole(taken + count)
      case .refused(let refusal): return .refused(refusal)
      }
    }
    return .more
  }

  @Test("is whole at its empty line, in whatever pieces it comes", arguments: [1, 2, 3, 7, .max])
  func whole(size: Int) {
    for head in [
      "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n\r\n",
      "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\nHost: x\n\n",
      "HEAD /a?b HTTP/1.1\r\nA: b\r\n c\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n",
    ] {
      #expect(step(head + "GET /next", pieces: size) == .whole(head.utf8.count), "\(head)")
      #expect(step(String(head.dropLast()), pieces: size) == .more, "\(head)")
    }
  }

  @Test("has a bound for its line and for its fields", arguments: [1000, .max])
  func bounds(size: Int) {
    let line = "GET /\(String(repeating: "a", count: HeadScan.most - 16)) HTTP/1.1\r\n"
    let field = "A: \(String(repeating: "b", count: HeadScan.most - 8))\r\n"
    #expect(step(line, pieces: size) == .more)
    #expect(step("GET /a" + line.dropFirst(5), pieces: size) == .refused(.lineTooLong))
    #expect(step(String(repeating: "\r\n", count: 9000), pieces: size) == .refused(.lineTooLong))
    let long = String(repeating: "a", count: HeadScan.most + 1)
    #expect(step(long, pieces: size) == .refused(.lineTooLong))
    #expect(step(line + field + "\r\n", pieces: size) != .refused(.fieldsTooLong))
    #expect(step(line + "B" + field + "C: \r\n", pieces: size) == .refused(.fieldsTooLong))
  }

  @Test("is refused at its line where it asks for something else than to see a page")
  func methods() {
    for method in ["POST", "PUT", "CONNECT", "BREW", "PRI", "GETS", "HEA"] {
      #expect(step("\(method) / HTTP/1.1\r\n") == .refused(.otherMethod), "\(method)")
    }
    for line in [
      "GET / HTTP/1.1", "HEAD / HTTP/1.1", "get / HTTP/1.1", "G=T / HTTP/1.1", " / ", "A",
    ] {
      #expect(step(line + "\r\n") == .more, "\(line)")
    }
  }

  @Test(
    "says whose page asks",
    arguments: [
      ([:], true), (["Origin": "http://localhost:8000"], true),
      (["Origin": "HTTP://LOCALHOST:8000"], true), (["Origin": "http://localhost:8001"], false),
      (["Origin": "https://localhost:8000"], false), (["Origin": "http://evil.example"], false),
      (["Origin": "null"], false), (["Origin": ""], false),
      (["Sec-Fetch-Site": "same-origin"], true), (["Sec-Fetch-Site": "none"], true),
      (["Sec-Fetch-Site": "same-site"], false), (["Sec-Fetch-Site": "cross-site"], false),
    ] as [([String: String], Bool)])
  func origins(fields: [String: String], isOwn: Bool) {
    var headers: HTTPHeaders = ["Host": "localhost:8000"]
    for (name, value) in fields { headers.add(name: name, value: value) }
    #expect(RequestOrigin(headers).isOwn == isOwn)
  }
}
