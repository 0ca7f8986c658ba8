#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The right to write an output folder, held by one build at a time and freed when that one ends,
/// however it ends.
///
/// For `site` it is a lock on the file `.site.lock` beside it: not inside, since the folder changes
/// places with the staging folder, and a lock on what is no longer there keeps nobody out. The file
/// is removed when the lock is freed.
final class OutputLock: Sendable {
  private let folder: Descriptor
  private let name: BytePath
  private let file: Descriptor

  /// - Returns: `nil` where another build holds the lock.
  init?(named name: BytePath, in folder: Descriptor) throws(Errno) {
    while true {
      let file = try folder.open(name, O_RDWR | O_CREAT, mode: 0o666)
      guard try file.lock() else { return nil }
      // The holder before may have removed the file between our opening and our locking it.
      if try folder.statusIfPresent(of: name)?.identity == file.status().identity {
        (self.folder, self.name, self.file) = (folder, name, file)
        return
      }
    }
  }

  deinit { free() }

  /// Takes the file away, to be called once by a process that ends; it is locked, so that nobody
  /// else's is removed.
  func free() {
    try? folder.remove(name)
  }
}

extension Descriptor {
  /// Takes the lock on an open file or folder until it is closed; `false` where another has it.
  func lock() throws(Errno) -> Bool {
    do throws(Errno) {
      try Errno.check { Int(flock(number, LOCK_EX | LOCK_NB)) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }
}
