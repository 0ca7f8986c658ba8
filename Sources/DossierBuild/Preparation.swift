public import DossierRender
public import DossierSite
public import DossierSource

/// A site that is ready to be rendered, page by page.
public struct PreparedSite: Sendable {
  public var site: LinkedSite
  public var renderer: SiteRenderer
  /// Every page in every language, in a fixed order.
  public var pages: [Page]
  /// Files below `content/` and `templates/` that are published as they are, in the order of paths.
  public var assets: [String]
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
    var diagnostics: [Diagnostic] = []
    let parsed = try await parse(options, &diagnostics)
    let visible = PublicSite.publish(parsed, at: options.now, showsAll: options.showsAll)
    let linked = LinkedSite.link(visible)
    diagnostics += linked.diagnostics
    let templates = try self.templates.list()
    diagnostics += templates.diagnostics
    let renderer = try renderer(of: linked.value, templates.value, &diagnostics)
    var prepared = PreparedSite(
      site: linked.value, renderer: renderer, pages: renderer.pages(),
      assets: linked.value.assets.sorted(),
      hiddenNames: visible.hiddenNames, nextRelease: visible.nextRelease)
    prepared.assets += templates.value.map(\.path).filter { $0.hasPrefix("templates/assets/") }
    diagnostics += prepared.collisions()
    let isBroken = diagnostics.contains { $0.severity == .error }
    return Outcome(isBroken ? nil : prepared, diagnostics.sorted())
  }

  private func parse(
    _ options: BuildOptions, _ diagnostics: inout [Diagnostic]
  ) async throws -> ParsedSite {
    let listing = try content.list()
    diagnostics += listing.diagnostics
    var declarations: [SourceFile] = []
    for entry in listing.value where SiteSchema.isDeclaration(entry.path) {
      let file = SourceFile.decode(path: entry.path, bytes: try content.read(entry.path))
      diagnostics += file.diagnostics
      declarations.append(file.value)
    }
    let outcome = SiteSchema.decode(declarations)
    diagnostics += outcome.diagnostics
    var schema = outcome.value
    if let address = options.baseAddress { schema.configuration.baseAddress = address }
    return try await parse(listing.value.map(\.path), schema, options, &diagnostics)
  }

  private func parse(
    _ paths: [String], _ schema: SiteSchema, _ options: BuildOptions,
    _ diagnostics: inout [Diagnostic]
  ) async throws -> ParsedSite {
    var texts: [(path: String, purpose: ContentPurpose)] = []
    var assets: [String] = []
    for path in paths {
      let purpose = schema.purpose(of: path)
      diagnostics += purpose.diagnostics
      switch purpose.value {
      case .asset: assets.append(path)
      case .declaration, nil: break
      case .record, .translation, .bibliography, .handout:
        texts.append((path, purpose.value ?? .asset))
      }
    }
    let content = content
    let files = try await Parallel.map(texts, jobs: options.jobs) { text in
      SourceFile.decode(path: text.path, bytes: try content.read(text.path)).then { file in
        file.bytes.isEmpty && text.purpose == .bibliography
          ? Outcome(nil) : schema.parse(file, as: text.purpose)
      }
    }
    for file in files { diagnostics += file.diagnostics }
    let site = ParsedSite.assemble(schema, files.compactMap(\.value), assets: assets)
    diagnostics += site.diagnostics
    return site.value
  }

  private func renderer(
    of site: LinkedSite, _ entries: [SourceEntry], _ diagnostics: inout [Diagnostic]
  ) throws -> SiteRenderer {
    var files: [SourceFile] = []
    var strings: [InterfaceStrings] = []
    var handoutStyle: [UInt8] = []
    for entry in entries where !entry.path.hasPrefix("templates/assets/") {
      if entry.path == SiteRenderer.handoutStylePath {
        handoutStyle = try templates.read(entry.path)
        continue
      }
      let isText = entry.path.hasSuffix(".html") || InterfaceStrings.language(of: entry.path) != nil
      guard isText else { continue }
      let file = SourceFile.decode(path: entry.path, bytes: try templates.read(entry.path))
      diagnostics += file.diagnostics
      if let language = InterfaceStrings.language(of: entry.path) {
        let outcome = InterfaceStrings.decode(file.value, language)
        diagnostics += outcome.diagnostics
        strings.append(outcome.value)
      } else {
        files.append(file.value)
      }
    }
    let outcome = SiteRenderer.prepare(
      site, templates: files, strings: strings, handoutStyle: handoutStyle)
    diagnostics += outcome.diagnostics
    return outcome.value
  }
}

extension PreparedSite {
  /// Files that would lie where a page lies.
  fileprivate func collisions() -> [Diagnostic] {
    let content = assets.filter { $0.hasSuffix(".html") }
    guard !content.isEmpty else { return [] }
    let routes = Set(pages.map(\.route))
    return content.filter { routes.contains(AssetRoute.route(of: $0)) }.map { path in
      .error(
        "asset.collision", "the site has a page of its own at '\(AssetRoute.route(of: path))'",
        at: Place(path: path, line: 1, column: 1), help: "rename the file")
    }
  }
}
