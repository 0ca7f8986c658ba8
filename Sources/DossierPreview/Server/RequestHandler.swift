import DossierBuild
import DossierSource
import FlyingFox

/// Answers each request from the newest good state of the site.
///
/// What can be asked for is what the site's table names; no path of a request reaches the disk.
struct RequestHandler: HTTPHandler {
  let state: PreviewState
  let project: Project
  let editor: EditorLink
  let now: @Sendable () -> Int

  func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
    let isHead = request.method == .HEAD
    guard LoopbackHost.allows(request.headers[.host]) else {
      return Reply.refused(.forbidden, "The preview answers to this machine's own names only.")
        .response(withoutBody: isHead)
    }
    guard isHead || request.method == .GET else {
      return Reply.refused(
        .methodNotAllowed, "Only GET and HEAD.", [HTTPHeader("Allow"): "GET, HEAD"]
      )
      .response(withoutBody: false)
    }
    guard let route = RequestPath.route(of: request.target.path()) else {
      return Reply.refused(.badRequest, "The path is none of a site's.")
        .response(withoutBody: isHead)
    }
    if route == "_dossier/events", !isHead { return Reply.stream(await state.subscribe()) }
    return reply(to: route, await state.snapshot).response(withoutBody: isHead)
  }

  private func reply(to route: String, _ snapshot: Snapshot) -> Reply {
    if let own = OwnRoute(route) { return reply(to: own, snapshot) }
    guard let table = snapshot.table else {
      return .html(PlainPage.waiting(version: snapshot.version), status: .serviceUnavailable)
    }
    let file = route.isEmpty || route.hasSuffix("/") ? route + "index.html" : route
    if let page = table.page(at: file, from: project) { return self.page(page, file, snapshot) }
    if let path = table.asset(at: file), let bytes = try? project.read(path) {
      return Reply(type: ContentType.of(file), body: bytes)
    }
    if table.contains(file + "/index.html") {
      return .refused(.found, "It is a folder.", [.location: "/" + EditorLink.encoded(file) + "/"])
    }
    guard let page = table.page(at: "404.html") else {
      return .html(PlainPage.missing(version: snapshot.version), status: .notFound)
    }
    var reply = self.page(page, "404.html", snapshot)
    reply.status = .notFound
    return reply
  }

  private func page(_ bytes: [UInt8], _ route: String, _ snapshot: Snapshot) -> Reply {
    let type = ContentType.of(route)
    let isPage = type == ContentType.html
    return Reply(
      type: type,
      body: isPage ? PreviewScript.added(to: bytes, version: snapshot.version) : bytes)
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
