public import DossierSite
public import DossierSource

/// The index of a built site's search: `search/`, a folder that a build keeps as a stranger's, since it
/// differs from run to run.
public struct SearchIndex: Sendable {
  /// Where the pages lie that are to be read, and where the index is to be written.
  public struct Folders: Sendable {
    public var pages: String
    public var index: String
  }

  /// What of a page is not read, as selectors of CSS: pop-ups, and labels that stand on every page.
  public static let unread =
    ".gloss, .label, .exhibit-number, .meta dt, .key-points > h2, .help, summary, svg"

  private let site: String
  private let scratch: ScratchFolder
  public let folders: Folders

  private static let folder = "search/"
  /// Read last: it names the others.
  private static let entry = "pagefind-entry.json"

  private init(site: String, scratch: ScratchFolder) {
    (self.site, self.scratch) = (site, scratch)
    folders = Folders(pages: scratch.path(of: "pages"), index: scratch.path(of: "index"))
  }

  /// Copies the pages of a site for the program that reads them.
  ///
  /// - Parameters:
  ///   - rules: How words change, by the code of the language.
  ///   - jobs: So many pages are made ready at the same time.
  /// - Throws: A ``FileError`` where the site has no list of what a build made.
  public static func begin(
    ofSiteIn site: String, _ rules: [String: StemRules], jobs: Int
  ) async throws -> SearchIndex {
    let index = SearchIndex(site: site, scratch: try ScratchFolder())
    let manifest = try DiskFile.read(site + "/.dossier-manifest")
    let pages = String(decoding: manifest, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.hasSuffix(".html") }
    for folder in Set(pages.map(Self.parent)).sorted() {
      try DiskFile.makeFolder(index.folders.pages + "/" + folder)
    }
    _ = try await Parallel.map(pages, jobs: jobs) { try index.copy($0, rules) }
    return index
  }

  private func copy(_ path: String, _ rules: [String: StemRules]) throws(FileError) {
    let page = try DiskFolder(root: site, prefix: "").read(path)
    try DiskFile.write(IndexedPage.html(of: page, rules), to: folders.pages + "/" + path)
  }

  private static func parent(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Puts the index that was written into the site, and takes away what is left of an earlier one.
  ///
  /// - Returns: How many files it has.
  public func keep() throws(FileError) -> Int {
    let made = DiskFolder(root: folders.index, prefix: "")
    // The interfaces that come with it are not used.
    let paths = try made.list().value.map(\.path).filter { path in
      !path.contains("-ui.") && !path.hasPrefix("pagefind-highlight")
        && !path.hasPrefix("pagefind-component")
    }
    guard paths.contains(Self.entry) else {
      throw .unreadable(path: folders.index + "/" + Self.entry, reason: "the index is not whole")
    }
    let target = site + "/" + Self.folder
    try DiskFile.makeFolder(target)
    let earlier = try DiskFolder(root: target, prefix: "").list().value.map(\.path)
    for folder in Set(paths.map(Self.parent)).sorted() { try DiskFile.makeFolder(target + folder) }
    for path in paths.filter({ $0 != Self.entry }) + [Self.entry] {
      try DiskFile.write(try made.read(path), to: target + path)
    }
    for path in Set(earlier).subtracting(paths).sorted() { try DiskFile.remove(target + path) }
    return paths.count
  }
}
