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
      "All pages", version: snapshot.version, diagnostics() + unusedSources() + pages())
  }

  private func diagnostics() -> String {
    list(of: snapshot.diagnostics, "Diagnostics", "diagnostics")
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

  private func pages() -> String {
    let routes = snapshot.table?.routes ?? []
    let items = routes.map { route in
      "<li><a href=\"/\(EditorLink.encoded(route))\">\(PlainPage.escaped(route))</a></li>\n"
    }
    return section("Pages", "pages", count: routes.count, items.joined())
  }

  private func section(_ title: String, _ id: String, count: Int, _ items: String) -> String {
    """
    <section id="\(id)">
    <h2>\(title) (\(count))</h2>
    <ul>
    \(items)</ul>
    </section>

    """
  }
}
