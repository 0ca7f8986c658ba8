import Foundation
import TestSupport
import Testing

@Suite("The running preview cannot be stopped", .enabled(if: TemporaryProject.hasTemplates))
struct ServingLoadTests {
  @Test("by connections that bring no request and pages that listen, up to hundreds of them")
  func manyConnections() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let half = (0..<500).map { _ in OpenConnection(serving, "GET / HTTP/1.1\r\nHost: local") }
    let listening = (0..<200).map { _ in
      OpenConnection(serving, "GET /_dossier/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    }
    #expect(listening.allSatisfy { $0.receives("event: hello") })
    #expect(try await serving.get("/missions/alpha.html").status == 200)
    #expect(half.allSatisfy { $0.isOpen } && serving.isRunning)
  }

  @Test("nor a kept connection, which has its answers in order")
  func keptConnections() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let connection = OpenConnection(serving)
    for name in ["alpha", "beta", "alpha"] {
      connection.say("GET /missions/\(name).html HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(connection.receives("</html>"), "\(name)")
    }
    let many = ["/missions/alpha.html", "/nowhere", "/_dossier/", "/missions/beta.html"]
    connection.say(
      many.map { "GET \($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }.joined()
        + "HEAD /missions/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
    let text = connection.receivesToEnd()
    let marks = [
      "HTTP/1.1 200 OK", "<title>Alpha ", "HTTP/1.1 404", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK",
      "<title>Beta ", "HTTP/1.1 200 OK",
    ]
    var rest = text[...]
    for mark in marks {
      let found = try #require(rest.range(of: mark), "\(mark)")
      rest = rest[found.upperBound...]
    }
    #expect(!rest.contains("HTTP/1.1"))
  }

  @Test("and reads a request no further than it must")
  func bounds() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let long = String(repeating: "a", count: 1 << 20)
    #expect(try await serving.get("/" + long).status == 414)
    let fields = (0..<98).map { "A\($0): b\r\n" }.joined()
    let request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    #expect(try await serving.send(request + fields + "\r\n").status == 200)
    #expect(try await serving.send(request + fields + "More: b\r\n\r\n").status == 431)
    #expect(try await serving.send(request + "A: \(long)\r\n\r\n").status == 431)
    #expect(try await serving.send(request + "Host: localhost\r\n\r\n").status == 400)
    #expect(
      try await serving.send(request + "Host: evil.example\r\nHost: localhost\r\n\r\n").status
        == 400)
    let body = "Content-Length: 1048576\r\n\r\n" + long
    #expect(try await serving.send(request + body).status == 200)
  }

  @Test("nor overheard by a foreign page")
  func foreignOrigins() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let request = "GET /_dossier/events HTTP/1.1\r\nHost: localhost:\(serving.port)\r\n"
    for field in [
      "Origin: http://evil.example", "Origin: null", "Origin: http://localhost:1",
      "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
    ] {
      let answer = try await serving.send(request + field + "\r\n\r\n")
      #expect(answer.status == 403 && !answer.body.contains("version"), "\(field)")
    }
    for field in ["Origin: http://localhost:\(serving.port)", "Sec-Fetch-Site: same-origin"] {
      #expect(OpenConnection(serving, request + field + "\r\n\r\n").receives("event: hello"))
    }
  }
}

@Suite("The running preview forgets", .enabled(if: TemporaryProject.hasTemplates))
struct ServingRemovalTests {
  @Test("a page whose file has gone, though another refers to it")
  func deletedPage() async throws {
    let project = try TemporaryProject()
    let serving = try await ServingProcess(project)
    #expect(try await serving.get("/missions/alpha.html").status == 200)
    try project.move("content/missions/alpha.md", to: "alpha.md")
    for target in [
      "/missions/alpha.html", "/uk/missions/alpha.html", "/handouts/missions/alpha.html",
    ] {
      #expect(try await serving.get(target).status == 404, "\(target)")
    }
    #expect(try await serving.waits(for: "reference.unknown", in: "/_dossier/page/"))
    #expect(try await serving.get("/missions/alpha.html").status == 404)
    #expect(try await serving.get("/briefings/one.html").status == 200)
    try project.move("alpha.md", to: "content/missions/alpha.md")
    #expect(try await serving.waits(for: "<title>Alpha ", in: "/missions/alpha.html"))
  }

  @Test("a page and an image that became a named pipe")
  func namedPipe() async throws {
    let project = try TemporaryProject()
    try project.write("content/briefings/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try project.write(
      "content/briefings/one.md", TemporaryProject.briefing("One", "![A dot](dot.svg)"))
    let serving = try await ServingProcess(project)
    for (file, target) in [
      ("content/briefings/two.md", "/briefings/two.html"),
      ("content/briefings/dot.svg", "/briefings/dot.svg"),
    ] {
      #expect(try await serving.get(target).status == 200, "\(target)")
      try project.remove(file)
      mkfifo(project.path + "/" + file, 0o644)
      #expect(try await serving.get(target).status == 404, "\(target)")
    }
    #expect(try await serving.waits(for: "file.kind", in: "/_dossier/page/"))
    #expect(try await serving.get("/briefings/two.html").status == 404)
    #expect(try await serving.get("/briefings/one.html").status == 200)
  }
}

/// A connection that stays open until nobody holds it.
private final class OpenConnection {
  private let file: Int32
  private var received = ""

  init(_ serving: ServingProcess, _ request: String = "") {
    file = openConnection(port: serving.port, address: "127.0.0.1")
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    say(request)
  }

  deinit { close(file) }

  func say(_ text: String) {
    _ = text.withCString { send(file, $0, strlen($0), 0) }
  }

  /// Whether the other side has not closed it.
  var isOpen: Bool {
    var byte: UInt8 = 0
    let count = recv(file, &byte, 1, Int32(MSG_DONTWAIT | MSG_PEEK))
    return count > 0 || count < 0 && errno == EAGAIN
  }

  /// Reads on until a text has come since the last that was looked for.
  func receives(_ text: String) -> Bool {
    while true {
      if let found = received.range(of: text) {
        received = String(received[found.upperBound...])
        return true
      }
      guard let more = part() else { return false }
      received += more
    }
  }

  func receivesToEnd() -> String {
    while let more = part() { received += more }
    return received
  }

  private func part() -> String? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(file, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
