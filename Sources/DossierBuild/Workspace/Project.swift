public import DossierSource

/// Where a project's files are.
public struct Project: Sendable {
  /// Its paths begin with `content/`.
  public var content: any SourceFolder
  /// Its paths begin with `templates/`.
  public var templates: any SourceFolder
  /// What a site may not be written over.
  public var spared: [SparedFolder] = []

  public init(content: any SourceFolder, templates: any SourceFolder) {
    self.content = content
    self.templates = templates
  }

  /// The project in a folder of the disk.
  public init(folder: String) {
    content = DiskFolder(root: folder + "/content", prefix: "content/")
    templates = DiskFolder(root: folder + "/templates", prefix: "templates/")
    spared = [
      SparedFolder(folder + "/content", "the project's 'content'", .withAllInIt),
      SparedFolder(folder + "/templates", "the project's 'templates'", .withAllInIt),
      SparedFolder(folder, "the project's folder", .itself),
    ]
  }

  /// The whole of one file, by its path below the project.
  public func read(_ path: String) throws(FileError) -> [UInt8] {
    try folder(of: path).read(path)
  }

  /// Whether a file that was there has gone since, or what stands there now is none.
  public func hasLost(_ path: String) -> Bool { folder(of: path).hasLost(path) }

  private func folder(of path: String) -> any SourceFolder {
    path.hasPrefix("templates/") ? templates : content
  }

  /// Diagnostics with the lines that they are about, where the files can still be read; in their
  /// order, in which those of one file stand together, each file is read once.
  public func withLines(
    _ diagnostics: [Diagnostic]
  ) -> [(diagnostic: Diagnostic, line: ArraySlice<UInt8>?)] {
    var path: String?
    var lines: SourceLines?
    return diagnostics.map { diagnostic in
      let place = diagnostic.place
      if place.path != path {
        path = place.path
        lines = (try? read(place.path)).map(SourceLines.init)
      }
      return (diagnostic, lines?.bytes(ofLine: place.span.line))
    }
  }
}

/// What a build is asked for.
public struct BuildOptions: Sendable {
  /// Whether drafts, scheduled and embargoed records are shown.
  public var showsAll = false
  /// In place of `base-url` in `site.yml`; ends with `/`.
  public var baseAddress: String?
  /// How many tasks run at once.
  public var jobs: Int
  /// Seconds since 1970.
  public var now: Int

  public init(jobs: Int, now: Int) {
    self.jobs = jobs
    self.now = now
  }
}
