import DossierRender
import DossierSite
public import DossierSource

/// A project held in memory, of which only what changed is read, parsed and compiled again.
///
/// What it yields is what a build of the same files would: both go through here. There is no table
/// of dependencies that could be wrong: all is linked whole, but for an edit of a text that changes
/// no name by which others refer to it.
public struct Workspace: Sendable {
  private let project: Project
  private let options: BuildOptions
  private var content = ContentStore()
  private var templates = TemplateStore()
  private var linked: Link?
  private var findings = FindingList()
  private var isFirst = true
  /// Whether the last update was broken off, so that nothing of it may be relied on.
  private var isBroken = false

  /// A linked site with what it came from.
  private struct Link: Sendable {
    var site: Outcome<LinkedSite>
    var hiddenNames: HiddenNames
    var nextRelease: Int?
    /// Every page, once they have been listed.
    var pages: [Page]?
    /// The templates of optional pages that were there when they were.
    var optionalPages: Set<String> = []
    /// What rendered it last.
    var renderer: SiteRenderer?
    var exhibits = ExhibitTrials()
  }

  /// Reads nothing yet.
  public init(_ project: Project, _ options: BuildOptions) {
    self.project = project
    self.options = options
  }

  /// Whether an update may come to something new: files that came and went are nothing to it where it
  /// never saw one of them.
  public func isConcerned(by changes: SourceChanges) -> Bool {
    changes.passing.isEmpty || !changes.paths.isEmpty || changes.needsListing
      || changes.passing.contains { content.knows($0) || templates.knows($0) }
  }

  /// Runs all stages but the rendering on what changed.
  ///
  /// - Parameters:
  ///   - changes: What may be different since the last call; the first reads everything.
  ///   - now: Seconds since 1970, which decide what is public.
  /// - Returns: What was found, sorted; the site only where nothing of it blocks the output.
  /// - Throws: A ``FileError``; the next call then reads everything again.
  public mutating func update(
    _ changes: SourceChanges, now: Int
  ) async throws -> Outcome<PreparedSite?> {
    if isBroken { self = Workspace(project, options) }
    isBroken = true
    let changes = isFirst ? .everything : changes
    let parsed = try await content.update(changes, from: project.content, options)
    let schema = parsed.site.value.schema
    let compiled = try templates.update(
      changes, from: project.templates, schema, isSchemaChanged: parsed.isSchemaChanged)
    if linked == nil || parsed.isChanged || isDue(now) { try await link(parsed, now) }
    (isBroken, isFirst) = (false, false)
    let before = [parsed.site.diagnostics, compiled.templates.diagnostics]
    guard let linked else {
      findings.update(before)
      return Outcome(nil, findings.sorted)
    }
    let renderer = SiteRenderer(
      linked.site.value, compiled.templates.value, files: templates.assets,
      following: linked.renderer)
    self.linked?.renderer = renderer
    let optional = compiled.templates.value.optionalPages
    let listed = linked.optionalPages == optional ? linked.pages : nil
    let pages = listed ?? renderer.pages()
    self.linked?.pages = pages
    self.linked?.optionalPages = optional
    let prepared = PreparedSite(
      site: linked.site.value, renderer: renderer, pages: pages,
      assets: PublishedFile.files(of: linked.site.value.assets.sorted()) + templates.assets,
      hiddenNames: linked.hiddenNames, nextRelease: linked.nextRelease)
    var exhibits = linked.exhibits
    let refused = try await exhibits.refused(by: renderer, jobs: options.jobs)
    self.linked?.exhibits = exhibits
    findings.update(
      before + [
        linked.site.diagnostics, prepared.collisions(),
        content.refusals(of: linked.site.value.assets), refused,
        renderer.missingForHandouts(), renderer.missingForRedirects(),
      ])
    return Outcome(findings.hasErrors ? nil : prepared, findings.sorted)
  }

  /// Whether something has become public since the site was linked.
  private func isDue(_ now: Int) -> Bool { linked?.nextRelease.map { $0 <= now } ?? false }

  private mutating func link(_ parsed: ContentStore.Result, _ now: Int) async throws {
    let records = isDue(now) ? nil : parsed.records.flatMap { $0.count <= 8 ? $0 : nil }
    if let records, relink(records) { return }
    let exhibits = linked?.exhibits
    let names = linked?.site.value.records.map(\.key)
    // The old one goes first, so that the two are never in memory together.
    linked = nil
    let published = PublicSite.publish(parsed.site.value, at: now, showsAll: options.showsAll)
    guard let visible = published else { return }
    let linking = Linking(visible)
    let stretches = linking.stretches(options.jobs)
    let site = linking.joined(
      try await Parallel.map(stretches, jobs: options.jobs, linking.part))
    var link = Link(
      site: site, hiddenNames: visible.hiddenNames, nextRelease: visible.nextRelease)
    if let records, let exhibits, names == site.value.records.map(\.key) {
      let changed = records.compactMap { site.value.record($0.key) }
      link.exhibits = exhibits
      link.exhibits.retry(ExhibitReach(site.value).records(concernedBy: changed))
    }
    linked = link
  }

  /// Links a few records again; `false`, with nothing changed, where the whole must be.
  private mutating func relink(_ records: [Record]) -> Bool {
    guard var link = linked else { return false }
    for record in records {
      guard let site = link.site.value.relinked(with: record, link.site.diagnostics) else {
        return false
      }
      link.site = site
      // A text's exhibits draw on facts, which are as they were: none but its own are tried again.
      if let index = site.value.record(record.key) { link.exhibits.retry([index]) }
    }
    linked = link
    return true
  }
}
