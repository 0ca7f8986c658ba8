import Testing

@testable import DossierPreview

@Suite("Paths of requests")
struct RequestPathTests {
  @Test(
    "are routes of the site",
    arguments: [
      ("/", ""), ("/index.html", "index.html"), ("/missions/", "missions/"),
      ("/missions/kfor.html", "missions/kfor.html"), ("/%D0%B0.png", "а.png"),
      ("/a%20b.png", "a b.png"), ("/a+b", "a+b"),
    ])
  func routes(target: String, route: String) {
    #expect(RequestPath.route(of: target) == route)
  }

  @Test(
    "lead nowhere but into the site",
    arguments: [
      "", "index.html", "http://localhost/", "*", "/..", "/../etc/passwd", "/%2e%2e/etc/passwd",
      "/%2E%2E%2Fetc", "/a/../b", "/./a", "/a/.", "//etc/passwd", "/a//b", "/a%2fb", "/%", "/%2",
      "/%zz", "/a%00b", "/a%0ab", "/a\\b", "/%5c..%5cb", "/%ff", "/%c0%ae%c0%ae/", "/a/..%2f",
    ])
  func refusals(target: String) {
    #expect(RequestPath.route(of: target) == nil)
  }

  @Test(
    "are for this machine's own names only",
    arguments: [
      ("localhost", true), ("localhost:8000", true), ("LOCALHOST:1", true), ("127.0.0.1", true),
      ("127.0.0.1:8000", true), ("[::1]:8000", true), ("[::1]", true), ("evil.example", false),
      ("evil.example:8000", false), ("localhost.evil.example", false), ("127.0.0.1.nip.io", false),
      ("localhost:", false), ("localhost:80:80", false), ("", false), ("0.0.0.0:8000", false),
      ("user@localhost", false), ("localhost:8a", false),
    ])
  func hosts(header: String, isAllowed: Bool) {
    #expect(LoopbackHost.allows(header) == isAllowed)
  }

  @Test("need a name at all")
  func noHost() {
    #expect(!LoopbackHost.allows(nil))
  }
}
