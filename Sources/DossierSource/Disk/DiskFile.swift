#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Single files and folders by a path as the user wrote it, outside the project's folders.
public enum DiskFile {
  /// What becomes of a file that is there already.
  public enum Existing: Sendable {
    case replaced
    /// It is left as it is, and the writing fails.
    case kept
  }

  /// Writes a file so that others see it whole or not at all: a temporary file beside it is
  /// renamed.
  ///
  /// A link is followed and the permissions of a file that was there stay. A device or a pipe
  /// (`/dev/stdout`) is written to as it stands. The folder must be there.
  public static func write(
    _ bytes: [UInt8], to path: String, existing: Existing = .replaced
  ) throws(FileError) {
    do throws(Errno) {
      guard !path.utf8.contains(0) else { throw Errno(EINVAL) }
      try writeWhole(bytes, to: try target(of: BytePath(path)), existing)
    } catch {
      throw error.unwritable(path)
    }
  }

  /// Makes a folder and those above it; one that is there stays.
  public static func makeFolder(_ path: String) throws(FileError) {
    var made: [BytePath] = []
    try makeFolder(path, noting: &made)
  }

  /// Adds the folders that were not there, the outermost first, even where it fails.
  static func makeFolder(_ path: String, noting made: inout [BytePath]) throws(FileError) {
    guard !path.utf8.contains(0) else { throw Errno(EINVAL).unwritable(path) }
    let whole = BytePath(path)
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
      if existing == .kept { throw Errno(EEXIST) }
      return try Descriptor.file(path, O_WRONLY).write(bytes)
    }
    let temporary = BytePath(".\(name.text).\(getpid()).tmp")
    do throws(Errno) {
      try folder.create(temporary, bytes)
      if let status { try folder.open(temporary, O_WRONLY).setMode(status.mode) }
      switch existing {
      case .replaced: try folder.rename(temporary, to: folder, name)
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
