/// A file of the site that is no page: one that is published as it is, or the style sheet, which is
/// made up of its parts.
public struct PublishedFile: Hashable, Sendable {
  public let route: String
  /// The file of `content/` or `templates/` that it is, or the first of those that make it up.
  public let path: String
  private var further: [String] = []

  /// The folder of the parts of the style sheet, which are joined in the order of their names.
  private static let styleParts = "templates/assets/style/"
  /// What `dossier fonts` says of its files, before all parts.
  private static let fontsStyle = "templates/assets/fonts/fonts.css"
  /// A style sheet that stands whole in its file is one in place of all parts.
  private static let wholeStyle = "templates/assets/style.css"

  /// The files that are made of others, in the order of the first of each.
  ///
  /// - Parameter paths: Sorted within `templates/`.
  public static func files(of paths: [String]) -> [PublishedFile] {
    let parts = paths.filter(isPartOfStyle)
    let style = paths.contains(wholeStyle) ? nil : parts.first
    return paths.compactMap { path in
      guard isPartOfStyle(path) else { return PublishedFile(path) }
      return path == style ? PublishedFile(style: parts) : nil
    }
  }

  private init(_ path: String) {
    (route, self.path) = (AssetRoute.route(of: path), path)
  }

  private init?(style parts: [String]) {
    guard let first = parts.first else { return nil }
    (route, path) = (AssetRoute.route(of: Self.wholeStyle), first)
    further = Array(parts.dropFirst())
  }

  /// Whether it is the style sheet, and speaks of the fonts that `dossier fonts` made.
  var beginsWithFonts: Bool { path == Self.fontsStyle }

  private static func isPartOfStyle(_ path: String) -> Bool {
    path.hasPrefix(styleParts) && path.hasSuffix(".css") || path == fontsStyle
  }

  /// The bytes of the file.
  ///
  /// A part of several loses a byte order mark, which is one at the beginning of a file alone, and
  /// gets the line's end that it may lack; what nobody but an author reads is left out.
  ///
  /// - Parameter read: The bytes at a path.
  public func bytes(_ read: (String) throws -> [UInt8]) rethrows -> [UInt8] {
    guard !further.isEmpty else { return try read(path) }
    var bytes: [UInt8] = []
    for part in [path] + further {
      let text = try read(part)
      bytes += text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
      if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }
    return StyleText.bare(bytes)
  }
}
