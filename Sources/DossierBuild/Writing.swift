import DossierRender
public import DossierSource

extension PreparedSite {
  /// Renders every page and writes the site; a page is not kept once it is written.
  ///
  /// - Parameters:
  ///   - project: Where the files come from that are published as they are.
  ///   - path: The output folder.
  /// - Returns: What became of the files, those that are no page among them.
  /// - Throws: A ``FileError``; the published site is then as it was.
  public func write(
    from project: Project, to path: String, jobs: Int
  ) async throws -> OutputFolder.Report {
    let output = try OutputFolder(at: path)
    let renderer = renderer
    _ = try await Parallel.map(pages, jobs: jobs) { page in
      try output.write(page.route, renderer.render(page))
    }
    for path in assets {
      _ = try output.write(AssetRoute.route(of: path), try project.read(path))
    }
    // A host that runs Jekyll over what it serves would drop names that begin with an underscore.
    _ = try output.write(".nojekyll", [])
    return try output.publish()
  }
}
