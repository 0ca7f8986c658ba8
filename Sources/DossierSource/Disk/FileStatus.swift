#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands behind a name on the disk.
enum FileKind: Sendable {
  case file, folder, link
  /// A named pipe, a socket or a device.
  case special
}

/// What the system says of a file without opening it.
struct FileStatus {
  private let raw: stat

  fileprivate init(_ raw: stat) {
    self.raw = raw
  }

  var kind: FileKind {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .special
    }
  }

  var size: Int { Int(raw.st_size) }
  /// The permissions, without the kind.
  var mode: mode_t { raw.st_mode & 0o7777 }
  var owner: FileOwner { FileOwner(user: raw.st_uid, group: raw.st_gid) }
  var identity: FileIdentity {
    FileIdentity(device: UInt64(truncatingIfNeeded: raw.st_dev), inode: UInt64(raw.st_ino))
  }

  var stamp: FileStamp {
    let time = times[1]
    return FileStamp(
      size: size, modified: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec),
      inode: UInt64(raw.st_ino))
  }

  /// Of the last access and the last change of the contents, as `futimens` takes them.
  var times: [timespec] {
    #if canImport(Darwin)
      [raw.st_atimespec, raw.st_mtimespec]
    #else
      [raw.st_atim, raw.st_mtim]
    #endif
  }
}

/// Two names with one identity are one file.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
}

/// Whom a file belongs to.
struct FileOwner: Hashable {
  var user: uid_t
  var group: gid_t
}

extension BytePath {
  /// Of what a path leads to, as the user wrote it, links followed.
  func identity() throws(Errno) -> FileIdentity {
    var raw = stat()
    try Errno.check { withPointer { Int(stat($0, &raw)) } }
    return FileStatus(raw).identity
  }
}

extension Descriptor {
  func status() throws(Errno) -> FileStatus {
    var raw = stat()
    try Errno.check { Int(fstat(number, &raw)) }
    return FileStatus(raw)
  }

  func status(of path: BytePath) throws(Errno) -> FileStatus {
    var raw = stat()
    try Errno.check { path.withPointer { Int(fstatat(number, $0, &raw, AT_SYMLINK_NOFOLLOW)) } }
    return FileStatus(raw)
  }

  /// As ``status(of:)``, with `nil` where there is nothing.
  func statusIfPresent(of path: BytePath) throws(Errno) -> FileStatus? {
    do throws(Errno) { return try status(of: path) } catch {
      if error.isAbsent { return nil }
      throw error
    }
  }
}

/// A name in a folder.
struct FolderEntry {
  var name: BytePath
  var kind: FileKind
}

extension Descriptor {
  /// What the folder holds, without `.` and `..`, in the system's order.
  func entries() throws(Errno) -> [FolderEntry] {
    // Opened anew, since two readers of one descriptor would share its position.
    let copy = Int32(
      truncatingIfNeeded: try Errno.check {
        Int(openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
      })
    guard let stream = fdopendir(copy) else {
      let error = Errno(errno)
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = BytePath(nameOf: entry)
      if name.bytes.elementsEqual(".".utf8) || name.bytes.elementsEqual("..".utf8) { continue }
      var kind = FileKind(hint: entry.pointee.d_type)
      if kind == nil { kind = try statusIfPresent(of: name)?.kind }
      // It may have gone since it was listed.
      guard let kind else { continue }
      entries.append(FolderEntry(name: name, kind: kind))
    }
    if errno != 0 { throw Errno(errno) }
    return entries
  }
}

extension BytePath {
  fileprivate init(nameOf entry: UnsafeMutablePointer<dirent>) {
    // By address: an entry is often shorter than the type says, and must not be copied whole.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry) + offset
    let length = strlen(start.assumingMemoryBound(to: CChar.self))
    self.init(UnsafeRawBufferPointer(start: start, count: length))
  }
}

extension FileKind {
  /// What the listing of a folder says of a name; `nil` where it says nothing.
  fileprivate init?(hint: UInt8) {
    switch Int(hint) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_UNKNOWN): return nil
    default: self = .special
    }
  }
}
