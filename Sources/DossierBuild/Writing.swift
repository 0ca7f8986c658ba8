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
  ///   - path: The output folder.
  /// - Returns: What became of the files, those that are no page among them; `nil` where something
  ///   blocks the output.
  /// - Throws: A ``FileError``; the published site is then as it was.
  public func write(
    from project: Project, to path: String, jobs: Int
  ) async throws -> Outcome<OutputFolder.Report?> {
    let output = try OutputFolder(at: path)
    let scan = HiddenNameScan(hiddenNames)
    let renderer = renderer
    let found = try await Parallel.map(pages, jobs: jobs) { page -> [Diagnostic] in
      let bytes = try renderer.render(page, from: project)
      _ = try output.write(page.route, bytes)
      return self.lastLook(at: bytes, of: page, scan)
    }
    // A host that runs Jekyll over what it serves would drop names that begin with an underscore.
    _ = try output.write(".nojekyll", [])
    for path in assets { _ = try output.write(AssetRoute.route(of: path), try project.read(path)) }
    let diagnostics = found.flatMap(\.self)
    guard diagnostics.isEmpty else { return Outcome(nil, diagnostics.sorted()) }
    return Outcome(try output.publish())
  }

  /// What nothing before the writer can see of a file: that it names what is not public, and that it
  /// gives an id twice.
  func lastLook(at bytes: [UInt8], of page: Page, _ scan: HiddenNameScan) -> [Diagnostic] {
    [Self.leak(in: bytes, at: page.route, scan), duplicate(in: bytes, of: page)].compactMap(\.self)
  }

  private func duplicate(in bytes: [UInt8], of page: Page) -> Diagnostic? {
    guard page.route.hasSuffix(".html"), let id = DuplicateIDs.first(in: bytes) else { return nil }
    return .error(
      "page.duplicate-id", "the page '\(page.route)' has the id '\(id)' twice",
      at: place(of: page) ?? Place(path: "templates/layout.html", line: 1, column: 1),
      help: "give one of the two another id, in raw HTML of the text or in a template")
  }

  private static func leak(
    in bytes: [UInt8], at route: String, _ scan: HiddenNameScan
  ) -> Diagnostic? {
    guard !scan.isEmpty, let name = scan.firstName(in: bytes) else { return nil }
    return .error(
      "hidden.named", "the page '\(route)' names '\(name.text)', which is not public yet",
      at: Place(path: name.path, line: 1, column: 1),
      help: "take the name out of the texts that are public, or publish the record first")
  }
}
