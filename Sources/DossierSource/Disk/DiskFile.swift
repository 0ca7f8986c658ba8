#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The only files that may be written over.
public struct Replacement: Sendable {
  let title: String
  let isOn: @Sendable ([UInt8]) -> Bool

  /// - Parameters:
  ///   - title: What they are, in one word.
  ///   - isOn: Whether a file is one, by its last bytes.
  public init(_ title: String, isOn: @escaping @Sendable ([UInt8]) -> Bool) {
    (self.title, self.isOn) = (title, isOn)
  }

  /// - Throws: ``FileError/taken(path:reason:help:)`` for a file that is not empty and is none.
  fileprivate func check(_ file: Descriptor, _ path: String) throws(FileError) {
    let end: [UInt8]
    do throws(Errno) { end = try file.readEnd(256) } catch { throw error.unreadable(path) }
    guard end.isEmpty || isOn(end) else {
      throw .taken(
        path: path, reason: "a file that is no \(title) is there",
        help: "name another file with --output, or move that one away")
    }
  }
}

/// Single files and folders by a path as the user wrote it, outside the project's folders.
public enum DiskFile {
  /// What becomes of a file that is there already.
  public enum Existing: Sendable {
    case replaced
    /// It is left as it is, and the writing fails.
    case kept
    case replacedIf(Replacement)
  }

  /// The whole of a file; a pipe is read to its end. Of a file over
  /// ``DiskFolder/largestFile`` bytes nothing is read.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    do throws(Errno) {
      guard !path.utf8.contains(0) else { throw Errno(EINVAL) }
      let file = try Descriptor.file(BytePath(path), O_RDONLY)
      let status = try file.status()
      if status.kind == .folder { throw Errno(EISDIR) }
      return try file.readAll(expecting: status.size, limit: DiskFolder.largestFile)
    } catch {
      throw error.unreadable(path)
    }
  }

  /// Looks whether ``write(_:to:existing:)`` would refuse to write over the file that is there.
  public static func check(_ path: String, _ replacement: Replacement) throws(FileError) {
    let file: Descriptor
    do throws(Errno) {
      file = try Descriptor.file(BytePath(path), O_RDONLY | O_NONBLOCK)
      guard try file.status().kind == .file else { return }
    } catch {
      // What cannot be looked at may be anything.
      if error.isForbidden { throw error.unreadable(path) }
      return
    }
    try replacement.check(file, path)
  }

  /// Whether a file can be looked at; a folder is none.
  public static func isThere(_ path: String) -> Bool {
    guard !path.utf8.contains(0),
      let file = try? Descriptor.file(BytePath(path), O_RDONLY | O_NONBLOCK)
    else { return false }
    return (try? file.status().kind) == .file
  }

  /// Removes a file; one that is not there needs no removing. A link goes, not what it leads to.
  public static func remove(_ path: String) throws(FileError) {
    guard !path.utf8.contains(0) else { throw Errno(EINVAL).unwritable(path) }
    guard unlink(path) != 0 else { return }
    let error = Errno(errno)
    if error.code != ENOENT { throw error.unwritable(path) }
  }

  /// Writes a file so that others see it whole or not at all: a temporary file beside it is
  /// renamed.
  ///
  /// A link is followed and the permissions of a file that was there stay. A device or a pipe
  /// (`/dev/stdout`) is written to as it stands. The folder must be there.
  public static func write(
    _ bytes: [UInt8], to path: String, existing: Existing = .replaced
  ) throws(FileError) {
    if case .replacedIf(let replacement) = existing { try check(path, replacement) }
    do throws(Errno) {
      guard !path.utf8.contains(0) else { throw Errno(EINVAL) }
      try writeWhole(bytes, to: try target(of: BytePath(path)), existing)
    } catch {
      throw error.unwritable(path)
    }
  }

  /// Makes a folder and those above it; one that is there stays.
  public static func makeFolder(_ path: String) throws(FileError) {
    guard !path.utf8.contains(0) else { throw Errno(EINVAL).unwritable(path) }
    try makeFolder(BytePath(path))
  }

  static func makeFolder(_ path: BytePath) throws(FileError) {
    var made: [BytePath] = []
    try makeFolder(path, noting: &made)
  }

  /// Adds the folders that were not there, the outermost first, even where it fails.
  static func makeFolder(_ whole: BytePath, noting made: inout [BytePath]) throws(FileError) {
    for folder in Array(whole.ancestors).reversed() + [whole] where !folder.isEmpty {
      if folder.withPointer({ mkdir($0, 0o777) }) == 0 {
        made.append(folder)
        continue
      }
      let error = Errno(errno)
      // Some systems say EROFS or EISDIR of what is there, so look rather than trust the number.
      if (try? Descriptor.folder(folder)) == nil { throw error.unwritable(folder.text) }
    }
  }

  private static func target(of path: BytePath) throws(Errno) -> BytePath {
    do throws(Errno) { return try path.resolved() } catch {
      if error.code == ENOENT { return path }
      throw error
    }
  }

  private static func writeWhole(
    _ bytes: [UInt8], to path: BytePath, _ existing: Existing
  ) throws(Errno) {
    let name = path.components.last ?? BytePath("")
    let isInFolder = path.bytes.contains(UInt8(ascii: "/"))
    let folder = try Descriptor.folder(isInFolder ? path.folderPart : BytePath("."))
    let status = try folder.statusIfPresent(of: name)
    if let status, status.kind != .file {
      if case .kept = existing { throw Errno(EEXIST) }
      return try Descriptor.file(path, O_WRONLY).write(bytes)
    }
    let temporary = BytePath(".\(name.text).\(getpid()).tmp")
    do throws(Errno) {
      let file = try folder.create(temporary, bytes)
      if let status {
        try file.setMode(status.mode)
        try? file.takeAttributes(of: try folder.open(name, O_RDONLY | O_NONBLOCK))
      }
      switch existing {
      case .replaced, .replacedIf: try folder.rename(temporary, to: folder, name)
      case .kept:
        try folder.link(temporary, to: folder, name)
        try folder.remove(temporary)
      }
    } catch {
      try? folder.remove(temporary)
      throw error
    }
  }
}

extension BytePath {
  /// All up to the last slash, which stays, so that the top of the file system keeps its name.
  fileprivate var folderPart: BytePath {
    BytePath(bytes[...(bytes.lastIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex)])
  }
}
