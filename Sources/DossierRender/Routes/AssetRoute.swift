import DossierSite

/// Where files that are published as they are lie in the site.
public enum AssetRoute {
  /// The route of a file of `content/` or of `templates/assets/`.
  public static func route(of path: String) -> String {
    for folder in ["content/", "templates/"] where path.hasPrefix(folder) {
      return String(path.dropFirst(folder.count))
    }
    return path
  }

  /// The route, percent-encoded as an address wants it.
  static func address(of path: String) -> String {
    PercentEncoding.encode(route(of: path)) { byte in
      PercentEncoding.isAlphanumeric(byte) || "-._~/".utf8.contains(byte)
    }
  }
}
