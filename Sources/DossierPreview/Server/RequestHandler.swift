import DossierBuild
import DossierSource
import NIOHTTP1

/// Answers each request from the newest good state of the site.
///
/// What can be asked for is what the site's table names; no path of a request reaches the disk.
struct RequestHandler: Sendable {
  let state: PreviewState
  let project: Project
  let editor: EditorLink
  let now: @Sendable () -> Int

  func answer(_ request: HTTPRequestHead) async -> Answer {
    let hosts = request.headers["Host"]
    guard hosts.count < 2 else {
      return .reply(.refused(.badRequest, "The request names two hosts."))
    }
    guard LoopbackHost.allows(hosts.first) else {
      return .reply(
        .refused(.forbidden, "The preview answers to this machine's own names only."))
    }
    // A path has no other question mark than the one before a query.
    let path = request.uri.prefix { $0 != "?" }
    guard let route = RequestPath.route(of: String(path)) else {
      return .reply(.refused(.badRequest, "The path is none of a site's."))
    }
    guard route == "_dossier/events", request.method == .GET else {
      return .reply(reply(to: route, await state.snapshot))
    }
    guard RequestOrigin(request.headers).isOwn else {
      return .reply(.refused(.forbidden, "The preview tells its own pages only."))
    }
    return .events(await state.subscribe())
  }

  private func reply(to route: String, _ snapshot: Snapshot) -> Reply {
    if let own = OwnRoute(route) { return reply(to: own, snapshot) }
    guard let table = snapshot.table else {
      return .html(PlainPage.waiting(version: snapshot.version), status: .serviceUnavailable)
    }
    let file = route.isEmpty || route.hasSuffix("/") ? route + "index.html" : route
    if let page = page(at: file, table, snapshot) {
      return Reply(type: ContentType.of(file), body: page)
    }
    if let bytes = table.asset(at: file, from: project) {
      return Reply(type: ContentType.of(file), body: bytes)
    }
    if table.contains(file + "/index.html") {
      return .refused(
        .found, "It is a folder.", ["Location": "/" + EditorLink.encoded(file) + "/"])
    }
    guard let page = page(at: "404.html", table, snapshot) else {
      return .html(PlainPage.missing(version: snapshot.version), status: .notFound)
    }
    return Reply(status: .notFound, type: ContentType.html, body: page)
  }

  /// A page as it is sent; `nil` where there is none, or its own file has gone since it was read.
  private func page(at route: String, _ table: SiteTable, _ snapshot: Snapshot) -> [UInt8]? {
    if let path = table.file(of: route), project.hasLost(path) { return nil }
    return snapshot.pages.page(at: route) {
      guard let page = table.page(at: route, from: project) else { return nil }
      let isPage = ContentType.of(route) == ContentType.html
      return isPage ? PreviewScript.added(to: page, version: snapshot.version) : page
    }
  }

  private func reply(to route: OwnRoute, _ snapshot: Snapshot) -> Reply {
    switch route {
    case .script: Reply(type: ContentType.script, body: PackageResources.preview_js)
    case .style: Reply(type: ContentType.style, body: PackageResources.preview_css)
    case .events: Reply(type: ContentType.events, body: [])
    case .overview:
      .html(OverviewPage(snapshot: snapshot, project: project, editor: editor, now: now()).html())
    case .page(let route):
      Reply(
        type: ContentType.json,
        body: PageReport(route, snapshot, project, editor).json())
    case .unknown: .refused(.notFound, "The preview has no such page.")
    }
  }
}

/// What the preview itself has to show, below `_dossier/`, which no folder of a site is named.
private enum OwnRoute {
  case overview, script, style, events, unknown
  /// What is to be said of the page with a route of the site.
  case page(String)

  init?(_ route: String) {
    if route == "_dossier" {
      self = .overview
      return
    }
    guard route.hasPrefix("_dossier/") else { return nil }
    let rest = String(route.dropFirst("_dossier/".count))
    switch rest {
    case "": self = .overview
    case "preview.js": self = .script
    case "preview.css": self = .style
    case "events": self = .events
    case _ where rest.hasPrefix("page/"):
      let page = String(rest.dropFirst("page/".count))
      self = .page(page.isEmpty || page.hasSuffix("/") ? page + "index.html" : page)
    default: self = .unknown
    }
  }
}
