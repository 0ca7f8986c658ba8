#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder of the project on the disk, such as its `content`.
///
/// The folder itself may be a link. Links inside it are followed as long as they stay inside.
/// Each call opens the folder anew, so a folder that was exchanged meanwhile is read as it is.
public struct DiskFolder: SourceFolder {
  /// The most bytes that a file may have: 64 MiB.
  public static let largestFile = 64 << 20

  /// The folder as the system finds it.
  public var root: String
  /// What the paths begin with, such as `content/`.
  public var prefix: String

  /// Names a folder, which need not be there before it is read.
  public init(root: String, prefix: String) {
    self.root = root
    self.prefix = prefix
  }

  /// Every file below the folder, sorted by the bytes of its path, and what is wrong with the tree.
  ///
  /// Hidden names and editors' temporary files (`*~`, `#*#`, `*.swp`, `4913`) are passed over.
  /// The diagnostics, all of them errors: `file.link-outside`, `file.link-loop`,
  /// `file.link-broken`, `file.directory`, `file.kind`, `file.name` and `file.size`; what they
  /// speak of is not listed. With `file.twin` both names are. Named pipes and devices are never opened.
  public func list() throws(FileError) -> Outcome<[SourceEntry]> {
    var listing = SourceListing(of: try SourceRoot(root), prefix: prefix)
    return try listing.run()
  }

  /// The whole of one file, by a path that ``list()`` gave.
  ///
  /// A link that came in its place since then is followed only where it stays inside.
  public func read(_ path: String) throws(FileError) -> [UInt8] {
    let relative = BytePath(path.utf8.dropFirst(prefix.utf8.count))
    guard path.utf8.starts(with: prefix.utf8), relative.isPlain else {
      throw .unreadable(path: path, reason: "it is not in this folder")
    }
    let root = try SourceRoot(root)
    do throws(Errno) {
      let file = try root.open(relative, O_RDONLY | O_NONBLOCK)
      let status = try file.status()
      if status.kind == .folder { throw Errno(EISDIR) }
      // As the system says of a file that cannot be read from its beginning to its end.
      guard status.kind == .file else { throw Errno(ESPIPE) }
      return try file.readAll(expecting: status.size, limit: Self.largestFile)
    } catch {
      throw error.isAbsent ? .vanished(path: path) : error.unreadable(path)
    }
  }

  /// Whether a file that ``list()`` gave has gone since, or what stands there now is none.
  ///
  /// `false` where the folder itself has gone. Nothing is opened but folders.
  public func hasLost(_ path: String) -> Bool {
    let relative = BytePath(path.utf8.dropFirst(prefix.utf8.count))
    guard path.utf8.starts(with: prefix.utf8), relative.isPlain, let root = try? SourceRoot(root)
    else { return false }
    do throws(Errno) { return try root.status(of: relative).kind != .file } catch {
      return error.isAbsent
    }
  }
}

/// An open root, and the way to what is below it without ever leaving it.
struct SourceRoot {
  let folder: Descriptor
  private let path: BytePath

  init(_ path: String) throws(FileError) {
    do throws(Errno) {
      if path.utf8.contains(0) { throw Errno(ENOENT) }
      self.path = BytePath(path)
      folder = try Descriptor.folder(self.path)
    } catch {
      throw error.unreadable(path)
    }
  }

  /// Opens what a path leads to, each folder on the way by itself, so that none can be a link.
  ///
  /// Only when one is a link is the path resolved, and the result opened in the same careful way.
  func open(_ path: BytePath, _ flags: Int32) throws(Errno) -> Descriptor {
    do throws(Errno) { return try openDirectly(path, flags) } catch {
      // A link: ELOOP where it is the last name, ENOTDIR where it should be a folder.
      guard error.code == ELOOP || error.code == ENOTDIR else { throw error }
      guard let inside = try resolve(path) else { throw Errno(ELOOP) }
      return try openDirectly(inside, flags)
    }
  }

  /// What stands where a path leads to, its links followed as ``open(_:_:)`` follows them.
  func status(of path: BytePath) throws(Errno) -> FileStatus {
    do throws(Errno) {
      let found = try statusDirectly(of: path)
      if found.kind != .link { return found }
    } catch {
      guard error.code == ELOOP || error.code == ENOTDIR else { throw error }
    }
    guard let inside = try resolve(path) else { throw Errno(ELOOP) }
    return try statusDirectly(of: inside)
  }

  private func statusDirectly(of path: BytePath) throws(Errno) -> FileStatus {
    guard let name = path.components.last else { return try folder.status() }
    var current = folder
    for name in path.components.dropLast() { current = try current.folder(name) }
    return try current.status(of: name)
  }

  func openDirectly(_ path: BytePath, _ flags: Int32) throws(Errno) -> Descriptor {
    let components = path.components
    guard let last = components.last else { return folder }
    var current = folder
    for name in components.dropLast() { current = try current.folder(name) }
    return try current.open(last, flags)
  }

  /// Where a path leads when its links are followed, relative to the root; `nil` if outside.
  func resolve(_ path: BytePath) throws(Errno) -> BytePath? {
    let real = try self.path.resolved().bytes
    let target = try self.path.joined(with: path).resolved().bytes
    if target.elementsEqual(real) { return BytePath("") }
    let folder = real.last == UInt8(ascii: "/") ? real : real + [UInt8(ascii: "/")]
    guard target.starts(with: folder) else { return nil }
    return BytePath(target.dropFirst(folder.count))
  }
}

extension BytePath {
  /// The path with every link followed, from the top of the file system.
  func resolved() throws(Errno) -> BytePath {
    guard let real = withPointer({ realpath($0, nil) }) else { throw Errno(errno) }
    defer { free(real) }
    return BytePath(UnsafeRawBufferPointer(start: real, count: strlen(real)))
  }

  /// As ``appending(_:)``, for a path that may end in a slash.
  fileprivate func joined(with path: BytePath) -> BytePath {
    BytePath(bytes + [UInt8(ascii: "/")] + path.bytes)
  }
}
