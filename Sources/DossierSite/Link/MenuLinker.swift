import DossierSource

/// Looks up what the menu names.
struct MenuLinker {
  private let site: SiteRegister
  private(set) var diagnostics: [Diagnostic] = []

  /// The lines of the menu; `nil` where the project leaves it to the tool.
  static func link(_ site: SiteRegister) -> Outcome<[MenuItem]?> {
    guard let menu = site.schema.configuration.menu else { return Outcome(nil) }
    var linker = MenuLinker(site: site)
    let items = linker.items(menu.entries)
    return Outcome(items, linker.diagnostics)
  }

  private init(site: SiteRegister) {
    self.site = site
  }

  private mutating func items(_ entries: [Menu.Entry]) -> [MenuItem] {
    var items: [MenuItem] = []
    for entry in entries {
      if let target = target(entry) {
        items.append(MenuItem(label: entry.label, target: target))
      }
    }
    return items
  }

  private mutating func target(_ entry: Menu.Entry) -> MenuItem.Target? {
    switch entry.target {
    case .elsewhere(let address): return .elsewhere(address)
    case .name(let name):
      return site.schema.kindIndex(name).map { .kind($0) } ?? tool(name, at: entry.span)
    case .record(let key):
      do throws(BrokenReference) {
        return .record(try site.names.find(key))
      } catch {
        report(error, at: entry.span)
        return nil
      }
    case .group(let inner): return .group(items(inner))
    }
  }

  /// What is neither a kind nor a page of the tool has been told of the declarations.
  private mutating func tool(_ name: String, at span: Span) -> MenuItem.Target? {
    guard let tool = ToolPage(rawValue: name) else { return nil }
    guard site.schema.configuration.switchedOff.contains(tool) else { return .tool(tool) }
    diagnostics.append(
      .warning(
        "menu.off", "the menu names '\(name)', and the site does without it",
        at: Place(path: SiteConfiguration.path, span: span),
        help: "take it out of 'menu' or of 'without'"))
    return nil
  }

  private mutating func report(_ broken: BrokenReference, at span: Span) {
    guard !broken.isExplained else { return }
    diagnostics.append(
      .error(
        broken.code, broken.message, at: Place(path: SiteConfiguration.path, span: span),
        help: broken.help))
  }
}
