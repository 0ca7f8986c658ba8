import DossierRender
import DossierSite
public import DossierSource

/// What stands at each route of a prepared site, for those who show it page by page.
public struct SiteTable: Sendable {
  private enum Entry: Sendable {
    /// By its index among the pages.
    case page(Int)
    case asset(PublishedFile)
  }

  private let prepared: PreparedSite
  private let entries: [String: Entry]

  /// Renders no page yet.
  ///
  /// - Parameter previous: An earlier state of the same site, of which is used what still holds.
  public init(_ prepared: PreparedSite, previous: SiteTable? = nil) {
    self.prepared = prepared
    if let previous, previous.prepared.pages == prepared.pages,
      previous.prepared.assets == prepared.assets
    {
      entries = previous.entries
      return
    }
    var entries: [String: Entry] = [:]
    entries.reserveCapacity(prepared.pages.count + prepared.assets.count)
    for file in prepared.assets { entries[file.route] = .asset(file) }
    for (index, page) in prepared.pages.enumerated() { entries[page.route] = .page(index) }
    self.entries = entries
  }

  /// The routes of all pages, in the order in which a build writes them.
  public var routes: [String] { prepared.pages.map(\.route) }

  /// Whether a page or a file stands there.
  public func contains(_ route: String) -> Bool { entries[route] != nil }

  /// The bytes of a page, rendered anew at each call; `nil` where there is none.
  ///
  /// - Parameter project: Where the images are that a handout holds in itself; what cannot be read
  ///   is linked instead.
  public func page(at route: String, from project: Project? = nil) -> [UInt8]? {
    guard case .page(let index) = entries[route] else { return nil }
    let page = prepared.pages[index]
    var images: [String: [UInt8]] = [:]
    for path in prepared.renderer.embeddedImages(page) { images[path] = try? project?.read(path) }
    return prepared.renderer.render(page, images: images)
  }

  /// The bytes of what is published at a route and is no page; `nil` where there is none, or what it
  /// is made of has gone.
  public func asset(at route: String, from project: Project) -> [UInt8]? {
    guard case .asset(let file) = entries[route] else { return nil }
    return try? file.bytes(project.read)
  }

  /// Where what a page shows is written; `nil` for one that no single file is behind.
  public func origin(of route: String) -> PageOrigin? {
    guard case .page(let index) = entries[route] else { return nil }
    let page = prepared.pages[index]
    guard let place = prepared.place(of: page) else { return nil }
    switch page.subject {
    case .record(let record): return origin(of: record, place)
    case .home: return prepared.site.home.map { origin(of: $0, place) }
    case .source: return PageOrigin(place: place, facts: [:], visibility: .all)
    default: return nil
    }
  }

  /// The file without which there would be no such page; `nil` for one that no single file is
  /// behind. Of a translation it is the original, which the page shows where that is all there is.
  public func file(of route: String) -> String? {
    guard case .page(let index) = entries[route] else { return nil }
    switch prepared.pages[index].subject {
    case .record(let record), .handout(let record), .exhibitData(let record, _):
      return prepared.site.records[record].path
    case .source(let source): return prepared.site.sources[source].place.path
    default: return nil
    }
  }

  /// When something becomes public next, in seconds since 1970.
  public var nextRelease: Int? { prepared.nextRelease }

  /// The address pattern that opens a file in the editors' program, where the project has one.
  public var editor: String? { prepared.site.schema.configuration.editor }

  /// Notes on facts that are due for review.
  ///
  /// - Parameter now: Seconds since 1970.
  public func staleFacts(at now: Int) -> [Diagnostic] { prepared.site.staleFacts(at: now) }

  /// What the records of each kind with fields say of them.
  public var coverage: [KindCoverage] {
    let site = prepared.site
    return site.schema.kinds.indices.compactMap { KindCoverage(of: $0, in: site) }
  }

  /// Records that are not public yet, in their order, with the moment from which they are, as ISO 8601
  /// has it; `nil` for a draft.
  public var unreleased: [(title: String, release: String?, place: Place)] {
    prepared.site.records.compactMap { record in
      let place = Place(path: record.path, line: 1, column: 1)
      return switch record.visibility {
      case .all: nil
      case .draft: (record.title, nil, place)
      case .from(let moment): (record.title, Timestamp.text(moment), place)
      }
    }
  }

  /// Entries of the bibliography that nothing cites, in the order of their ids.
  public var unusedSources: [(id: String, title: String, place: Place)] {
    zip(prepared.site.sources, prepared.site.citations)
      .filter { $0.1.isEmpty }.map { ($0.0.id, $0.0.title, $0.0.place) }
  }
}

/// Where what a page shows is written.
public struct PageOrigin: Sendable {
  /// Who may see the page.
  public enum Visibility: Hashable, Sendable {
    case all
    /// Nobody but the editors.
    case draft
    /// Everybody from a moment on, in seconds since 1970.
    case from(Int)
  }

  /// The page's own file: of a translation where the page shows one.
  public var place: Place
  /// By the id of its element in the page, `fact-…`: where each fact is written.
  public var facts: [String: Place]
  public var visibility: Visibility
}

extension SiteTable {
  private func origin(of record: RecordIndex, _ place: Place) -> PageOrigin {
    let site = prepared.site
    let found = site.records[record]
    var facts: [String: Place] = [:]
    for statement in site.facts.statements(of: record) {
      facts["fact-" + statement.declaration.id] = statement.place ?? statement.declaration.place
    }
    return PageOrigin(place: place, facts: facts, visibility: found.visibility)
  }
}

extension PreparedSite {
  /// The file behind a page, that of a translation where the page shows one; `nil` where no single
  /// file is.
  func place(of page: Page) -> Place? {
    switch page.subject {
    case .record(let record), .handout(let record): place(of: record, in: page.language)
    case .home: site.home.map { place(of: $0, in: page.language) }
    case .collection(let index): Place(path: site.handouts[index].path, line: 1, column: 1)
    case .source(let source): site.sources[source].place
    default: nil
    }
  }

  private func place(of record: RecordIndex, in language: Language) -> Place {
    let record = site.records[record]
    let isOriginal = language == site.schema.configuration.original
    let translation = record.translations.first { $0.language == language }
    let path = isOriginal ? record.path : translation?.path ?? record.path
    return Place(path: path, line: 1, column: 1)
  }
}

extension Record {
  fileprivate var visibility: PageOrigin.Visibility {
    switch release {
    case nil: .all
    case .max?: .draft
    case .some(let moment): .from(moment)
    }
  }
}
