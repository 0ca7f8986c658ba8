public import DossierSource

/// Where a project's files are.
public struct Project: Sendable {
  /// Its paths begin with `content/`.
  public var content: any SourceFolder
  /// Its paths begin with `templates/`.
  public var templates: any SourceFolder

  public init(content: any SourceFolder, templates: any SourceFolder) {
    self.content = content
    self.templates = templates
  }

  /// The project in a folder of the disk.
  public init(folder: String) {
    content = DiskFolder(root: folder + "/content", prefix: "content/")
    templates = DiskFolder(root: folder + "/templates", prefix: "templates/")
  }

  /// The whole of one file, by its path below the project.
  public func read(_ path: String) throws(FileError) -> [UInt8] {
    try (path.hasPrefix("templates/") ? templates : content).read(path)
  }

  /// The line that a diagnostic is about, where the file can still be read.
  public func line(at place: Place) -> String? {
    guard let bytes = try? read(place.path) else { return nil }
    return SourceFile.line(place.span.line, ofRaw: bytes)
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
