/// How addresses and routes lead to each other.
enum Addresses {
  /// The path of an absolute address: "/" for `https://example.org/`.
  static func path(ofAddress address: String) -> String {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    return "/" + parts.dropFirst(3).joined(separator: "/")
  }

  /// `../` for each folder of a route.
  static func root(of route: String) -> String {
    String(repeating: "../", count: route.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
