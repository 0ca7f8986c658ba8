/// The names by which a browser on this machine may call the preview.
///
/// A foreign page can make its own name lead to this machine ("DNS rebinding") and would then read
/// drafts as its own; the browser still sends that page's name, so any other name is refused.
enum LoopbackHost {
  private static let names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  /// Whether a `Host` header names this machine, with any port, since one may be forwarded.
  static func allows(_ header: String?) -> Bool {
    guard let header else { return false }
    var name = header[...]
    if let colon = header.lastIndex(of: ":"), !header.hasSuffix("]") {
      let port = header[header.index(after: colon)...]
      guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (48...57).contains($0) })
      else { return false }
      name = header[..<colon]
    }
    return names.contains(name.lowercased())
  }
}
