/// The files of `content/` that are published where a text shows or links them.
struct SiteFiles: Sendable {
  let paths: Set<String>
  private let images: [String: ImageSize?]

  init(_ site: PublicSite) {
    paths = Set(site.assets)
    images = site.images
  }

  /// A file that may be published as it is, by the name that its folder gave it: a text may compose
  /// the same letters otherwise.
  func path(_ path: String) -> String? { paths.firstIndex(of: path).map { paths[$0] } }

  /// The size of an image by its path; `nil` where nobody knows it.
  func size(ofImage path: String) -> ImageSize? { images[path] ?? nil }

  /// Whether an image was read, and does not say its size.
  func isBroken(image path: String) -> Bool {
    if case .some(nil) = images[path] { true } else { false }
  }

  /// The path below the project that a relative address in a file means.
  static func path(_ address: String, from file: String) throws(BrokenReference) -> String {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.count > 1 {
        parts.removeLast()
      } else {
        throw BrokenReference(
          code: "reference.outside", message: "'\(address)' leads out of the content",
          help: "link a file below content/")
      }
    }
    return parts.joined(separator: "/")
  }
}
