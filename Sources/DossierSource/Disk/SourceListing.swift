#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One walk through a folder of the project: a loop with its own stack, however deep the folders.
struct SourceListing {
  /// The most names looked at below links: links to links could otherwise show the same files in
  /// more ways than there is time to list.
  private static let mostBelowLinks = 100_000

  private let root: SourceRoot
  private let prefix: String
  private var pending: [PendingFolder] = []
  private var entries: [(path: BytePath, stamp: FileStamp)] = []
  private var folders: [BytePath] = []
  private var diagnostics: [Diagnostic] = []
  private var belowLinks = 0

  /// A folder that is still to be looked into.
  private struct PendingFolder {
    /// As the author sees it, relative to the root.
    var path: BytePath
    /// The same folder by a path without links.
    var real: BytePath
    /// The folders above it as the author sees them, and itself.
    var chain: [FileIdentity]
    var isBelowLink: Bool
  }

  init(of root: SourceRoot, prefix: String) {
    self.root = root
    self.prefix = prefix
  }

  mutating func run() throws(FileError) -> Outcome<[SourceEntry]> {
    try attempt(BytePath("")) { (listing) throws(Errno) in
      let identity = try listing.root.folder.status().identity
      listing.pending = [
        PendingFolder(
          path: BytePath(""), real: BytePath(""), chain: [identity], isBelowLink: false)
      ]
    }
    while let folder = pending.popLast() { try visit(folder) }
    entries.sort { $0.path < $1.path }
    reportTwins()
    return Outcome(
      entries.map { SourceEntry(path: shown($0.path), stamp: $0.stamp) }, diagnostics.sorted())
  }

  private mutating func visit(_ folder: PendingFolder) throws(FileError) {
    var names: [FolderEntry] = []
    var opened: Descriptor?
    try attempt(folder.path) { (listing) throws(Errno) in
      let folder = try listing.root.openDirectly(folder.real, O_RDONLY | O_DIRECTORY)
      names = try folder.entries()
      opened = folder
    }
    guard let opened else { return }
    for entry in names where !isPassedOver(entry.name) {
      let path = folder.path.appending(entry.name)
      guard isGoodName(entry.name) else {
        report("file.name", "a name must be UTF-8 without control characters", path, "rename it")
        continue
      }
      if folder.isBelowLink, isTooMuchBelowLinks(path) { return }
      try attempt(path) { (listing) throws(Errno) in
        let real = folder.real.appending(entry.name)
        if entry.kind == .link {
          try listing.follow(path, real, in: folder)
        } else if let status = try opened.statusIfPresent(of: entry.name) {
          listing.take(path, real, status, in: folder)
        }
      }
    }
  }

  /// Runs calls of the system, and names the path where one fails; what has gone since its folder was
  /// read is passed over.
  private mutating func attempt(
    _ path: BytePath, _ body: (inout SourceListing) throws(Errno) -> Void
  ) throws(FileError) {
    do throws(Errno) { try body(&self) } catch {
      if error.isAbsent, !path.isEmpty { return }
      throw error.unreadable(shown(path))
    }
  }

  private mutating func take(
    _ path: BytePath, _ real: BytePath, _ status: FileStatus, in folder: PendingFolder,
    isLink: Bool = false
  ) {
    switch status.kind {
    case .file where status.size > DiskFolder.largestFile:
      report(
        "file.size", "the file is larger than \(DiskFolder.largestFile >> 20) MiB", path,
        "make it smaller, or keep it elsewhere and link to it")
    case .file: entries.append((path, status.stamp))
    case .folder: descend(path, real, status, in: folder, isLink: isLink)
    // A link here came after the folder was read; the next listing follows it.
    case .link: break
    case .special:
      report("file.kind", "this is neither a file nor a folder", path, "remove it")
    }
  }

  private mutating func descend(
    _ path: BytePath, _ real: BytePath, _ status: FileStatus, in folder: PendingFolder,
    isLink: Bool
  ) {
    if path.ends(with: ".md") {
      report("file.directory", "a folder is named like a Markdown file", path, "rename it")
    } else if folder.chain.contains(status.identity) {
      reportLoop(path)
    } else {
      folders.append(path)
      pending.append(
        PendingFolder(
          path: path, real: real, chain: folder.chain + [status.identity],
          isBelowLink: isLink || folder.isBelowLink))
    }
  }

  private mutating func follow(
    _ path: BytePath, _ real: BytePath, in folder: PendingFolder
  ) throws(Errno) {
    let target: BytePath?
    do throws(Errno) { target = try root.resolve(real) } catch {
      switch error.code {
      case ELOOP: return reportLoop(path)
      case ENOENT, ENOTDIR:
        return report("file.link-broken", "the link leads to nothing", path, "mend or remove it")
      default: throw error
      }
    }
    guard let target else {
      return report(
        "file.link-outside", "the link leaves the folder '\(shown(BytePath("")))'", path,
        "copy what it leads to into the folder")
    }
    let status =
      try target.isEmpty ? root.folder.status() : root.openedStatus(of: target)
    take(path, target, status, in: folder, isLink: true)
  }

  /// Two names that some systems hold for one would there be one file, or two by chance.
  private mutating func reportTwins() {
    var first: [String: BytePath] = [:]
    for path in (entries.map(\.path) + folders).sorted() {
      // Strings are equal however their letters are composed.
      guard let other = first.updateValue(path, forKey: path.text.lowercased()) else { continue }
      let difference = other.text == path.text ? "the composition of its letters" : "case"
      report(
        "file.twin", "the name differs from '\(other.text)' in \(difference) alone", path,
        "rename one: other systems hold them for the same")
    }
  }

  private mutating func isTooMuchBelowLinks(_ path: BytePath) -> Bool {
    belowLinks += 1
    if belowLinks == Self.mostBelowLinks + 1 {
      report(
        "file.link-loop", "the links show more than \(Self.mostBelowLinks) files", path,
        "remove links to folders that hold links")
    }
    return belowLinks > Self.mostBelowLinks
  }

  private mutating func reportLoop(_ path: BytePath) {
    report("file.link-loop", "the link leads back to itself", path, "remove it")
  }

  private mutating func report(
    _ code: String, _ message: String, _ path: BytePath, _ help: String
  ) {
    let place = Place(path: shown(path), line: 1, column: 1)
    diagnostics.append(.error(code, message, at: place, help: help))
  }

  private func shown(_ path: BytePath) -> String { prefix + path.text }
}

extension SourceRoot {
  /// What the system says of a path without links, without opening the file itself.
  fileprivate func openedStatus(of path: BytePath) throws(Errno) -> FileStatus {
    guard let name = path.components.last else { return try folder.status() }
    let parent = try openDirectly(path.parent ?? BytePath(""), O_RDONLY | O_DIRECTORY)
    return try parent.status(of: name)
  }
}

extension DiskFolder {
  /// Whether a listing leaves out what has this name, a hidden file or an editor's temporary one.
  public static func passesOver(_ name: String) -> Bool { isPassedOver(BytePath(name)) }
}

/// Hidden files and those that editors leave while they work: Emacs, Vim and others.
private func isPassedOver(_ name: BytePath) -> Bool {
  name.starts(with: ".") || name.ends(with: "~") || name.ends(with: ".swp")
    || (name.starts(with: "#") && name.ends(with: "#")) || name == BytePath("4913")
}

private func isGoodName(_ name: BytePath) -> Bool {
  name.isPlain && name.bytes.elementsEqual(name.text.utf8)
}
