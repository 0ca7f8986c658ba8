/// Where the project's files come from: the disk, or memory in tests.
public protocol SourceFolder: Sendable {
  /// Every file below the folder, sorted by the bytes of its path, and what is wrong with the tree.
  ///
  /// Names that begin with a dot are passed over. A link that leaves the folder, a loop of links
  /// and a folder named like a Markdown file are diagnostics, and are not listed.
  func list() throws(FileError) -> Outcome<[SourceEntry]>

  /// The whole of one listed file.
  ///
  /// - Throws: ``FileError/vanished(path:)`` for one that has gone since it was listed.
  func read(_ path: String) throws(FileError) -> [UInt8]

  /// Whether a listed file has gone since, or what stands there now is none.
  ///
  /// A folder that has gone itself has lost nothing, since it may only be moved; and a file that is
  /// there is not lost for nobody's being allowed to read it.
  func hasLost(_ path: String) -> Bool
}

extension SourceFolder {
  /// The bytes of a listed file; of one that has gone meanwhile none, and a diagnostic.
  public func bytes(of path: String) throws(FileError) -> Outcome<[UInt8]> {
    do throws(FileError) { return Outcome(try read(path)) } catch {
      guard let diagnostic = error.diagnostic else { throw error }
      return Outcome([], [diagnostic])
    }
  }

  /// A listed file as text, broken where it is none or has gone meanwhile.
  public func text(of path: String) throws(FileError) -> Outcome<SourceFile> {
    let bytes = try bytes(of: path)
    guard bytes.diagnostics.isEmpty else {
      return Outcome(SourceFile(brokenAt: path), bytes.diagnostics)
    }
    return SourceFile.decode(path: path, bytes: bytes.value)
  }
}

extension FileError {
  /// What is to be said of the content rather than of the machine: a file that has gone while a
  /// project was read, as when an editor or a synchronisation is at work in it.
  public var diagnostic: Diagnostic? {
    guard case .vanished(let path) = self else { return nil }
    return .error(
      "file.vanished", "the file has gone while the project was read",
      at: Place(path: path, line: 1, column: 1), help: "try again when nothing changes the files")
  }
}

/// A file of a folder, unread.
public struct SourceEntry: Hashable, Sendable {
  /// Relative to the project's folder, with `/`.
  public var path: String
  /// A stamp that differs when the file was written to: size, modification time and inode.
  public var stamp: FileStamp

  /// Names a file; without a stamp, one that never changes.
  public init(path: String, stamp: FileStamp = FileStamp()) {
    self.path = path
    self.stamp = stamp
  }
}

/// What the system says of a file without reading it.
public struct FileStamp: Hashable, Sendable {
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// The system's number for the file, another one where a file was put in its place.
  public var inode: UInt64

  /// Makes a stamp; zeros are those of a file that is not on a disk.
  public init(size: Int = 0, modified: Int = 0, inode: UInt64 = 0) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}

/// A folder that exists in memory only.
public struct MemoryFolder: SourceFolder {
  /// Contents by path.
  public var files: [String: [UInt8]]

  /// Holds texts by path, as UTF-8.
  public init(_ files: [String: String]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  /// Holds bytes by path, which need not be text.
  public init(bytes files: [String: [UInt8]]) {
    self.files = files
  }

  /// Every file, sorted by the bytes of its path; nothing is passed over or found wrong.
  public func list() -> Outcome<[SourceEntry]> {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Outcome(paths.map { SourceEntry(path: $0) })
  }

  /// The bytes of one file.
  public func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let bytes = files[path] else { throw .vanished(path: path) }
    return bytes
  }

  /// Whether the folder holds no such file.
  public func hasLost(_ path: String) -> Bool { files[path] == nil }
}
