public import DossierRender
public import DossierSite
public import DossierSource

/// A site that is ready to be rendered, page by page.
public struct PreparedSite: Sendable {
  public var site: LinkedSite
  public var renderer: SiteRenderer
  /// Every page in every language, in a fixed order.
  public var pages: [Page]
  /// Files below `content/` and `templates/` that are published as they are, in the order of paths.
  public var assets: [String]
  /// What no file of the site may name.
  public var hiddenNames: HiddenNames
  /// When something becomes public next, in seconds since 1970.
  public var nextRelease: Int?
}

extension Project {
  /// Runs all stages but the rendering: loads, parses, publishes and links.
  ///
  /// - Returns: What was found, sorted; the site only where nothing of it blocks the output.
  public func prepare(_ options: BuildOptions) async throws -> Outcome<PreparedSite?> {
    var workspace = Workspace(self, options)
    return try await workspace.update(.everything, now: options.now)
  }
}

extension PreparedSite {
  /// Files that would lie where a page lies.
  func collisions() -> [Diagnostic] {
    let content = assets.filter { $0.hasSuffix(".html") }
    guard !content.isEmpty else { return [] }
    let routes = Set(pages.map(\.route))
    return content.filter { routes.contains(AssetRoute.route(of: $0)) }.map { path in
      .error(
        "asset.collision", "the site has a page of its own at '\(AssetRoute.route(of: path))'",
        at: Place(path: path, line: 1, column: 1), help: "rename the file")
    }
  }
}
