public import DossierRender
public import DossierSite
public import DossierSource

/// A site that is ready to be rendered, page by page.
public struct PreparedSite: Sendable {
  public var site: LinkedSite
  public var renderer: SiteRenderer
  /// Every page in every language, in a fixed order.
  public var pages: [Page]
  /// What is published of `content/`, then of `templates/`.
  public var assets: [PublishedFile]
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
  /// Files that would lie where a page or another file lies, if only on a system that takes names
  /// for equal which differ in case or in the composition of their letters.
  func collisions() -> [Diagnostic] {
    let published = assets.map { (path: $0.path, route: $0.route) }
    var owners: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    for (path, route) in published {
      guard let other = owners.updateValue(path, forKey: route.lowercased()) else { continue }
      diagnostics.append(Self.collision(path, "'\(other)' would lie at '\(route)' too"))
    }
    // No page is an image, and hardly a project publishes anything else.
    guard
      !published.allSatisfy({
        ContentPurpose.isImage($0.path) || $0.path.hasPrefix("templates/")
      })
    else {
      return diagnostics
    }
    let routes = Set(pages.map(\.route).filter { owners[$0.lowercased()] != nil })
      .union(owners[".nojekyll"] == nil ? [] : [".nojekyll"])
    let taken = Set(routes.map { $0.lowercased() })
    for (path, route) in published where taken.contains(route.lowercased()) {
      diagnostics.append(Self.collision(path, "the site has a page of its own at '\(route)'"))
    }
    return diagnostics
  }

  private static func collision(_ path: String, _ message: String) -> Diagnostic {
    .error(
      "asset.collision", message, at: Place(path: path, line: 1, column: 1), help: "rename the file"
    )
  }
}
