import DossierBuild
import DossierSource

/// The page that lists what the site holds and what is wrong with it.
struct OverviewPage {
  private let snapshot: Snapshot
  private let project: Project
  private let editor: EditorLink
  /// Seconds since 1970.
  private let now: Int

  init(snapshot: Snapshot, project: Project, editor: EditorLink, now: Int) {
    self.now = now
    self.snapshot = snapshot
    self.project = project
    self.editor = editor.with(pattern: snapshot.table?.editor)
  }

  func html() -> String {
    PlainPage.whole(
      "All pages", version: snapshot.version,
      diagnostics() + due() + unusedSources() + coverage() + pages())
  }

  private func diagnostics() -> String {
    list(of: snapshot.diagnostics, "Diagnostics", "diagnostics")
  }

  /// What has its time: drafts, what becomes public later, facts to be held against their sources.
  private func due() -> String {
    let hidden = snapshot.table?.unreleased ?? []
    let items = hidden.map { record in
      """
      <li><a href="\(PlainPage.escaped(editor.address(of: record.place)))">\(PlainPage.escaped(record.title))</a>
      \(PlainPage.escaped(record.release.map { "from \($0)" } ?? "draft"))</li>

      """
    }
    return section("Not public yet", "unreleased", count: hidden.count, items.joined())
      + list(of: snapshot.table?.staleFacts(at: now) ?? [], "Facts due for review", "stale")
  }

  private func list(of diagnostics: [Diagnostic], _ title: String, _ id: String) -> String {
    section(title, id, count: diagnostics.count, project.withLines(diagnostics).map(item).joined())
  }

  private func item(_ diagnostic: Diagnostic, line: ArraySlice<UInt8>?) -> String {
    let line = line.map { String(decoding: $0, as: UTF8.self) }
    let text = PlainPage.escaped(diagnostic.text(line: line))
    let address = PlainPage.escaped(editor.address(of: diagnostic.place, line: line))
    return """
      <li class="\(diagnostic.severity)"><pre>\(text)</pre>
      <a href="\(address)">Open in the editor</a></li>

      """
  }

  private func unusedSources() -> String {
    let sources = snapshot.table?.unusedSources ?? []
    let items = sources.map { source in
      let address = PlainPage.escaped(editor.address(of: source.place))
      return """
        <li><a href="\(address)"><code>\(PlainPage.escaped(source.id))</code></a>
        \(PlainPage.escaped(source.title))</li>

        """
    }
    return section("Sources that nothing cites", "unused", count: sources.count, items.joined())
  }

  /// Pages by their folders, each folded; what is for machines comes last.
  private func pages() -> String {
    let routes = snapshot.table?.routes ?? []
    let (pages, files) = (routes.filter(Self.isPage), routes.filter { !Self.isPage($0) })
    var folders: [String] = []
    var groups: [String: [String]] = [:]
    for route in pages {
      let folder = route.split(separator: "/").dropLast().joined(separator: "/")
      if groups[folder] == nil { folders.append(folder) }
      groups[folder, default: []].append(route)
    }
    let folded = folders.map { folder in
      Self.fold(folder.isEmpty ? "At the top" : folder + "/", groups[folder] ?? [])
    }
    return PlainPage.section("Pages", "pages", count: pages.count, folded.joined())
      + PlainPage.section(
        "Files for machines", "files", count: files.count, Self.fold("All", files))
  }

  private static func isPage(_ route: String) -> Bool { route.hasSuffix(".html") }

  private static func fold(_ title: String, _ routes: [String]) -> String {
    let items = routes.map { route in
      "<li><a href=\"/\(EditorLink.encoded(route))\">\(PlainPage.escaped(route))</a></li>\n"
    }
    return """
      <details><summary>\(PlainPage.escaped(title)) (\(routes.count))</summary>
      <ul>
      \(items.joined())</ul>
      </details>

      """
  }

  private func coverage() -> String {
    let kinds = snapshot.table?.coverage ?? []
    let tables = kinds.map { CoverageTable(kind: $0, editor: editor).html() }
    return PlainPage.section(
      "Coverage", "coverage", count: kinds.map(\.rows.count).reduce(0, +), tables.joined())
  }

  private func section(_ title: String, _ id: String, count: Int, _ items: String) -> String {
    PlainPage.section(title, id, count: count, "<ul>\n\(items)</ul>\n")
  }
}
