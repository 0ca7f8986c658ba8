import CPlatform

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// What a file or folder is beside what it holds: owner, permissions, times, extended attributes.

extension Descriptor {
  /// Gives a file or folder of ours the owner, the permissions and the extended attributes of
  /// another, access lists among them.
  ///
  /// - Throws: Where the system lets us have no file like it, such as one of another user.
  func takeAttributes(of other: Descriptor) throws(Errno) {
    let (wanted, present) = (try other.status(), try status())
    if wanted.owner != present.owner {
      try Errno.check { Int(fchown(number, wanted.owner.user, wanted.owner.group)) }
    }
    let code = dossier_copy_attributes(other.number, number)
    if code != 0 { throw Errno(code) }
    // Last, since a change of owner takes bits away.
    if try status().mode != wanted.mode { try setMode(wanted.mode) }
  }

  /// Gives a folder that takes another's place all that the other is, its times too.
  ///
  /// - Returns: `false` where we may not make one like it.
  func becomes(_ other: Descriptor) throws(Errno) -> Bool {
    do throws(Errno) {
      try takeAttributes(of: other)
      try setTimes(of: try other.status())
      return true
    } catch {
      guard error.isRefused else { throw error }
      return false
    }
  }

  /// Carries over what is another's, with all that it is.
  ///
  /// - Returns: `false` where we may not.
  func carries(_ path: BytePath, kind: FileKind, into folder: Descriptor) throws(Errno) -> Bool {
    do throws(Errno) {
      try carry(path, kind: kind, into: folder, exactly: true)
      return true
    } catch {
      guard error.isRefused else { throw error }
      return false
    }
  }

  func setTimes(of status: FileStatus) throws(Errno) {
    try Errno.check { Int(futimens(number, status.times)) }
  }

  func setMode(_ mode: mode_t) throws(Errno) {
    try Errno.check { Int(fchmod(number, mode)) }
  }
}

extension Errno {
  /// Whether we may not have such a file, while there may be one.
  fileprivate var isRefused: Bool { isForbidden || code == ENOTSUP }
}
