import DossierSite
import DossierTemplate

/// A line of the menu: a link, or a name over links.
struct MenuView {
  var label: String
  /// Empty for a name over links.
  var address = ""
  /// Whether it leads to the page itself, or to the part of the site that the page is in.
  var isCurrent = false
  var items: [LinkView] = []

  static let shape = ViewShape<MenuView>(
    "menu",
    [
      .text("label") { $0.label },
      .address("address") { $0.address },
      .flag("current") { $0.isCurrent },
      .list("items", of: LinkView.shape) { $0.items },
    ])
}

/// The links at the head and at the foot of a page: what the menu names, and what it leaves out.
struct SiteMenu {
  private let scope: PageScope
  private let subject: Page.Subject
  private let items: [MenuItem]

  /// - Parameter subject: What the page is about, which the menu marks.
  init(_ scope: PageScope, on subject: Page.Subject) {
    self.scope = scope
    self.subject = subject
    items = scope.site.menu ?? Self.standard(scope)
  }

  /// All kinds that have a list, the comparisons and the sources.
  private static func standard(_ scope: PageScope) -> [MenuItem] {
    scope.edition.order.kinds.map { MenuItem(target: .kind($0)) }
      + [ToolPage.compare, .sources].map { MenuItem(target: .tool($0)) }
  }

  func head() -> [MenuView] {
    items.compactMap { item in
      guard case .group(let inner) = item.target else {
        return link(item).map {
          MenuView(label: $0.label, address: $0.address, isCurrent: $0.isCurrent)
        }
      }
      let links = inner.compactMap(link)
      guard let label = item.label?[scope.language], !links.isEmpty else { return nil }
      return MenuView(label: label, isCurrent: links.contains(where: \.isCurrent), items: links)
    }
  }

  /// What a page in the head or at the foot leads to; `nil` for what has nothing to show.
  private func link(_ item: MenuItem) -> LinkView? {
    let label = item.label?[scope.language]
    switch item.target {
    case .elsewhere(let address): return label.map { LinkView(label: $0, address: address) }
    case .group: return nil
    case .kind, .record, .tool:
      return page(item.target).map { page in
        LinkView(
          label: label ?? name(of: item.target), address: scope.pageAddress(page),
          isCurrent: isCurrent(item.target, page))
      }
    }
  }

  private func page(_ target: MenuItem.Target) -> Page.Subject? {
    switch target {
    case .kind(let kind): scope.routes.isListed(kind) ? .index(kind: kind, part: 0) : nil
    case .record(let record): record == scope.site.home ? .home : .record(record)
    case .tool(let tool): scope.routes.page(of: tool)
    case .elsewhere, .group: nil
    }
  }

  private func name(of target: MenuItem.Target) -> String {
    switch target {
    case .kind(let kind): scope.site.schema.kinds[kind].plural[scope.language]
    case .record(let record): scope.edition.name(of: record)
    case .tool(let tool): scope.edition.strings[tool.rawValue]
    case .elsewhere, .group: ""
    }
  }

  private func isCurrent(_ target: MenuItem.Target, _ page: Page.Subject) -> Bool {
    if case .kind(let kind) = target { return PageWords(scope: scope).part(of: subject) == kind }
    return subject == page || subject.part == page
  }

  /// The pages that the menu names, those in groups too.
  private var named: Set<Page.Subject> {
    Set(
      items.flatMap { item in
        if case .group(let inner) = item.target { inner } else { [item] }
      }.compactMap { page($0.target) })
  }

  /// Where to search, unless the menu says it.
  var search: String? {
    scope.routes.page(of: .search).flatMap { named.contains($0) ? nil : scope.pageAddress($0) }
  }

  /// The plain pages, the handouts, and the tool's pages, without those that the menu names.
  func foot() -> [LinkView] {
    let order = scope.edition.order
    let pages = order.plainPages.prefix(Self.limit).map {
      MenuItem(target: .record($0))
    }
    let tools: [ToolPage] = [.compare, .sources, .topics, .alphabet, .trust, .data]
    let named = named
    func links(_ items: [MenuItem]) -> [LinkView] {
      items.filter { item in page(item.target).map { !named.contains($0) } ?? false }
        .compactMap(link).map { LinkView(label: $0.label, address: $0.address) }
    }
    let handouts = order.handouts.prefix(Self.limit).map { index in
      LinkView(
        label: scope.site.handouts[index].title[scope.language],
        address: scope.pageAddress(.collection(index)))
    }
    return links(Array(pages)) + handouts
      + links(tools.map { MenuItem(target: .tool($0)) })
  }

  /// Plain pages are few; should they be many, the foot does not grow with them.
  private static let limit = 12
}

extension Page.Subject {
  /// The first page of the tool's part of the site that a page is in.
  fileprivate var part: Page.Subject? {
    switch self {
    case .sources, .source: .sources(part: 0)
    case .compare, .comparison: .compare
    case .topics, .topic: .topics
    case .alphabet: .alphabet(part: 0)
    default: nil
    }
  }
}
