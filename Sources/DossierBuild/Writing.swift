import DossierRender
import DossierSite
public import DossierSource

extension PreparedSite {
  /// Renders every page and writes the site; a page is not kept once it is written.
  ///
  /// Every file is searched for the names of what is not public, and every page for an id that it
  /// gives twice; what is found blocks the output.
  ///
  /// - Parameters:
  ///   - project: Where the files come from that are published as they are.
  ///   - path: The output folder; where the project's files, or somebody's home, would come to harm,
  ///     it is refused.
  ///   - adopts: Whether files at the paths of the site's are taken for an earlier build's.
  /// - Returns: What became of the files, those that are no page among them; `nil` where something
  ///   blocks the output.
  /// - Throws: A ``FileError``; the published site is then as it was.
  public func write(
    from project: Project, to path: String, jobs: Int, adopts: Bool = false
  ) async throws -> Outcome<OutputFolder.Report?> {
    do { return try await whole(from: project, to: path, jobs: jobs, adopts: adopts) } catch let
      error as FileError
    {
      guard let diagnostic = error.diagnostic else { throw error }
      return Outcome(nil, [diagnostic])
    }
  }

  /// - Throws: A file that has gone since the project was read too.
  private func whole(
    from project: Project, to path: String, jobs: Int, adopts: Bool
  ) async throws -> Outcome<OutputFolder.Report?> {
    let output = try OutputFolder(
      at: path, sparing: project.spared + SparedFolder.homes(), adopts: adopts)
    let scan = HiddenNameScan(hiddenNames)
    let renderer = renderer
    let looks = try await Parallel.map(pages, jobs: jobs) { page -> LastLook in
      let bytes = try renderer.render(page, from: project)
      _ = try output.write(page.route, bytes)
      return self.lastLook(at: bytes, of: page, scan)
    }
    // A host that runs Jekyll over what it serves would drop names that begin with an underscore.
    _ = try output.write(".nojekyll", [])
    let leaks = try await Parallel.map(assets, jobs: jobs) { file -> Leak? in
      let bytes = try file.bytes(project.read)
      _ = try output.write(file.route, bytes)
      return Leak(in: bytes, at: file.route, scan)
    }
    let found =
      looks.compactMap(\.flaw)
      + project.told((looks.map(\.leak) + leaks).compactMap(\.self))
    guard found.isEmpty else { return Outcome(nil, found.sorted()) }
    return Outcome(try output.publish())
  }

  /// What nothing before the writer can see of a page: that it names what is not public, that it gives
  /// an id twice, and that its templates came to no end.
  struct LastLook: Sendable {
    var leak: Leak?
    var flaw: Diagnostic?
  }

  func lastLook(at bytes: [UInt8], of page: Page, _ scan: HiddenNameScan) -> LastLook {
    LastLook(
      leak: Leak(in: bytes, at: page.route, scan),
      flaw: cutOff(in: bytes, of: page) ?? duplicate(in: bytes, of: page))
  }

  private func cutOff(in bytes: [UInt8], of page: Page) -> Diagnostic? {
    guard page.route.hasSuffix(".html"), SiteRenderer.isCutOff(bytes) else { return nil }
    return .error(
      "template.rounds", "the templates come to no end for the page '\(page.route)'",
      at: place(of: page) ?? Place(path: "templates/layout.html", line: 1, column: 1),
      help: "walk no list within itself: each further time takes as often as long")
  }

  private func duplicate(in bytes: [UInt8], of page: Page) -> Diagnostic? {
    guard page.route.hasSuffix(".html"), let id = DuplicateIDs.first(in: bytes) else { return nil }
    return .error(
      "page.duplicate-id", "the page '\(page.route)' has the id '\(id)' twice",
      at: place(of: page) ?? Place(path: "templates/layout.html", line: 1, column: 1),
      help: "give one of the two another id, in raw HTML of the text or in a template")
  }
}
