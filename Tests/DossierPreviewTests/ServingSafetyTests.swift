import Foundation
import TestSupport
import Testing

@Suite("The running preview is safe", .serialized, .enabled(if: TemporaryProject.hasTemplates))
struct ServingSafetyTests {
  @Test("answers with the right type, and has nothing kept")
  func types() async throws {
    let project = try TemporaryProject()
    try project.write("content/briefings/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try project.write(
      "content/briefings/one.md", TemporaryProject.briefing("One", "![A dot](dot.svg)"))
    let serving = try await ServingProcess(project)
    for (target, type) in [
      ("/", "text/html; charset=utf-8"), ("/missions/", "text/html; charset=utf-8"),
      ("/missions/alpha.html?x=1", "text/html; charset=utf-8"),
      ("/assets/style.css", "text/css; charset=utf-8"),
      ("/briefings/dot.svg", "image/svg+xml"),
      ("/_dossier/preview.js", "text/javascript; charset=utf-8"),
      ("/_dossier/page/", "application/json; charset=utf-8"),
    ] {
      let answer = try await serving.get(target)
      #expect(answer.status == 200, "\(target)")
      #expect(answer.headers["content-type"] == type, "\(target)")
      #expect(answer.headers["cache-control"] == "no-store", "\(target)")
      #expect(answer.headers["x-content-type-options"] == "nosniff", "\(target)")
      #expect(answer.headers["access-control-allow-origin"] == nil, "\(target)")
    }
    let folder = try await serving.get("/missions")
    #expect(folder.status == 302 && folder.headers["location"] == "/missions/")
  }

  @Test("has a page for what is missing, and one way to be asked")
  func methods() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let missing = try await serving.get("/missions/gamma.html")
    #expect(missing.status == 404)
    #expect(missing.body.contains("</html>"))
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"] {
      let answer = try await serving.send(
        "\(method) / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
      #expect(answer.status == 405, "\(method)")
      #expect(answer.headers["allow"] == "GET, HEAD", "\(method)")
    }
    let unknown = try await serving.send(
      "BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(unknown.status == 405)
    let head = try await serving.send(
      "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    let whole = try await serving.get("/")
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(head.headers["content-length"] == whole.headers["content-length"])
  }

  @Test("refuses foreign names of the host")
  func hosts() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    for host in ["evil.example", "evil.example:\(serving.port)", "localhost.evil.example"] {
      let answer = try await serving.send(
        "GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
      #expect(answer.status == 403, "\(host)")
      #expect(!answer.body.contains("A small site"), "\(host)")
    }
    let nameless = try await serving.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
    #expect(nameless.status == 403)
    let events = try await serving.send(
      "GET /_dossier/events HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
    #expect(events.status == 403)
  }

  @Test("gives out nothing but the site")
  func paths() async throws {
    let project = try TemporaryProject()
    try project.write("secret.txt", "not to be seen")
    try project.write("content/briefings/unused.txt", "not to be seen")
    try FileManager.default.createSymbolicLink(
      atPath: project.path + "/content/briefings/link.txt", withDestinationPath: "/etc/hostname")
    try project.write("content/briefings/one.md", TemporaryProject.briefing("One", "Text."))
    let serving = try await ServingProcess(project)
    for target in [
      "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/missions/../../secret.txt",
      "/%2e%2e%2f%2e%2e%2fetc/passwd", "//etc/passwd", "/.%2e/secret.txt", "/\\..\\secret.txt",
      "/secret.txt", "/content/site.yml", "/site.yml", "/missions/_kind.yml", "/missions/alpha.md",
      "/layout.html", "/templates/layout.html", "/briefings/unused.txt", "/briefings/link.txt",
      "http://localhost/secret.txt", "/a%00b", "/%ff%fe", "*", "/_dossier/page/../../secret.txt",
      "/_dossier/secret.txt", "/" + String(repeating: "a/", count: 500),
    ] {
      let answer = try await serving.send(
        "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect([400, 404, 503].contains(answer.status), "\(target): \(answer.status)")
      #expect(!answer.body.contains("not to be seen"), "\(target)")
      #expect(!answer.body.contains("root:"), "\(target)")
    }
    #expect(try await serving.get("/missions/").status != 0, "it serves no more")
  }

  @Test(
    "lives on after what is no request",
    arguments: ["\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}", "GET / HTTP/9.9\r\n\r\n"])
  func garbage(request: String) async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let file = openConnection(port: serving.port, address: "127.0.0.1")
    _ = request.withCString { send(file, $0, strlen($0), 0) }
    close(file)
    #expect(try await serving.get("/").status == 200)
  }

  @Test(
    "listens on this machine alone",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/net/tcp"), "there is no /proc"))
  func loopback() async throws {
    let serving = try await ServingProcess(try TemporaryProject())
    let port = ":" + String(format: "%04X", serving.port)
    #expect(try addresses(listeningAt: port, in: "/proc/net/tcp") == ["0100007F" + port])
    #expect(try addresses(listeningAt: port, in: "/proc/net/tcp6").isEmpty)
  }

  /// The addresses, in hexadecimal, at which somebody waits for connections.
  private func addresses(listeningAt port: String, in path: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    var found: [String] = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words.count > 3, words[1].hasSuffix(port), words[3] == "0A" { found.append(words[1]) }
    }
    return found
  }

  @Test("takes the next port where one is taken, and says so")
  func takenPort() async throws {
    let project = try TemporaryProject()
    let first = try await ServingProcess(project)
    let second = try await ServingProcess(project, ["--port", "\(first.port)"])
    #expect(second.port > first.port)
    #expect(second.said.contains("port \(first.port) is taken"))
    #expect(try await second.get("/").status == 200)
  }

  @Test("ends well by a signal, whoever listens", arguments: [SIGINT, SIGTERM])
  func signals(number: Int32) async throws {
    let project = try TemporaryProject()
    let before = try FileManager.default.subpathsOfDirectory(atPath: project.path)
    let serving = try await ServingProcess(project)
    let open = openConnection(port: serving.port, address: "127.0.0.1")
    _ = "GET /_dossier/events HTTP/1.1\r\nHost: localhost\r\n\r\n".withCString {
      send(open, $0, strlen($0), 0)
    }
    try await Task.sleep(for: .milliseconds(100))
    let end = try await serving.end(by: number)
    close(open)
    #expect(end.code == 0 && !end.isSignal)
    // It does not wait for the page that listens, however slow the machine is.
    #expect(end.2 < .seconds(10))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: project.path) == before)
  }

  @Test("does not mind a build at the same time")
  func build() async throws {
    let project = try TemporaryProject()
    let serving = try await ServingProcess(project)
    for turn in 0..<3 {
      let build = Process()
      build.executableURL = URL(filePath: Checkout.program)
      build.arguments = ["build", project.path, "--quiet"]
      try build.run()
      try project.write(
        "content/briefings/one.md", TemporaryProject.briefing("One", "Turn \(turn)."))
      #expect(try await serving.waits(for: "Turn \(turn).", in: "/briefings/one.html"))
      build.waitUntilExit()
      #expect(build.terminationStatus == 0)
    }
  }
}
