#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// Calls that change what a folder holds.

extension Descriptor {
  func makeFolder(_ path: BytePath, mode: mode_t = 0o777) throws(Errno) {
    try Errno.check { path.withPointer { Int(mkdirat(number, $0, mode)) } }
  }

  /// Makes the folders above a path; those that are there, made by another thread perhaps, stay.
  func makeAncestors(of path: BytePath) throws(Errno) {
    for folder in path.ancestors.reversed() {
      do throws(Errno) { try makeFolder(folder) } catch {
        if error.code != EEXIST { throw error }
      }
    }
  }

  /// Runs a change that fails where its folder is missing, and once more when it has been made.
  ///
  /// So nobody need remember which folders were made, and threads need no lock.
  func makingAncestors<Value>(
    of path: BytePath, _ change: () throws(Errno) -> Value
  ) throws(Errno) -> Value {
    do throws(Errno) { return try change() } catch {
      guard error.code == ENOENT else { throw error }
      try makeAncestors(of: path)
      return try change()
    }
  }

  /// Makes a file that is not there yet.
  @discardableResult
  func create(_ path: BytePath, _ bytes: [UInt8]) throws(Errno) -> Descriptor {
    let file = try makingAncestors(of: path) { () throws(Errno) in
      try open(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
    }
    try file.write(bytes)
    return file
  }

  func rename(_ path: BytePath, to folder: Descriptor, _ target: BytePath) throws(Errno) {
    try Errno.check {
      path.withPointer { from in
        target.withPointer { Int(renameat(number, from, folder.number, $0)) }
      }
    }
  }

  func remove(_ path: BytePath) throws(Errno) {
    try Errno.check { path.withPointer { Int(unlinkat(number, $0, 0)) } }
  }

  func removeFolder(_ path: BytePath) throws(Errno) {
    try Errno.check { path.withPointer { Int(unlinkat(number, $0, AT_REMOVEDIR)) } }
  }
}

// MARK: - Keeping files as they are

extension Descriptor {
  /// Makes the same file appear at the same path in another folder: a hard link, or where the
  /// system refuses that, a copy with the same owner, permissions, attributes and times.
  ///
  /// - Parameter exactly: Whether a copy that cannot have all of them is a failure, such as `EPERM`.
  func carry(
    _ path: BytePath, kind: FileKind, into folder: Descriptor, exactly: Bool
  ) throws(Errno) {
    do throws(Errno) {
      try folder.makingAncestors(of: path) { () throws(Errno) in
        try link(path, to: folder, path)
      }
    } catch {
      // Another file system, too many links, a file of another user, a system without links.
      let refusals = [EXDEV, EMLINK, EPERM, EACCES, ENOTSUP, EOPNOTSUPP, ENOSYS]
      guard refusals.contains(error.code) else { throw error }
      switch kind {
      case .file: try copy(path, to: folder, path, exactly: exactly)
      case .link: try copyLink(path, to: folder)
      case .folder, .special: throw error
      }
    }
  }

  func link(_ path: BytePath, to folder: Descriptor, _ target: BytePath) throws(Errno) {
    try Errno.check {
      path.withPointer { from in
        target.withPointer { Int(linkat(number, from, folder.number, $0, 0)) }
      }
    }
  }

  /// Copies a file with its permissions and times to a path that is not taken.
  ///
  /// - Parameter exactly: Whether one that cannot have the same owner and attributes is a failure.
  func copy(
    _ path: BytePath, to folder: Descriptor, _ target: BytePath, exactly: Bool
  ) throws(Errno) {
    let source = try open(path, O_RDONLY | O_NONBLOCK)
    let status = try source.status()
    let copy = try folder.open(target, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 131_072, alignment: 16)
    defer { chunk.deallocate() }
    while case let count = try source.read(into: chunk), count > 0 {
      try copy.write(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
    do throws(Errno) { try copy.takeAttributes(of: source) } catch {
      if exactly { throw error }
      try copy.setMode(status.mode)
    }
    try copy.setTimes(of: status)
  }

  private func copyLink(_ path: BytePath, to folder: Descriptor) throws(Errno) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = try Errno.check {
      path.withPointer { readlinkat(number, $0, &target, Int(PATH_MAX)) }
    }
    let text = BytePath(target[..<length].map { UInt8(bitPattern: $0) })
    try Errno.check {
      text.withPointer { from in path.withPointer { Int(symlinkat(from, folder.number, $0)) } }
    }
    let status = try status(of: path)
    try Errno.check {
      path.withPointer {
        Int(
          fchownat(
            folder.number, $0, status.owner.user, status.owner.group, AT_SYMLINK_NOFOLLOW))
      }
    }
    try Errno.check {
      path.withPointer { Int(utimensat(folder.number, $0, status.times, AT_SYMLINK_NOFOLLOW)) }
    }
  }
}
