#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system's number for what went wrong in one of its calls.
struct Errno: Error, Hashable {
  var code: Int32

  init(_ code: Int32) {
    self.code = code
  }

  /// In the system's own words.
  var reason: String { String(cString: strerror(code)) }

  func unreadable(_ path: String) -> FileError { .unreadable(path: path, reason: reason) }
  func unwritable(_ path: String) -> FileError { .unwritable(path: path, reason: reason) }

  /// Whether a name leads to nothing, be it that a folder on the way is none.
  var isAbsent: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether we may not write there, while somebody else might.
  var isForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Runs a call until a signal no longer interrupts it.
  @discardableResult
  static func check(_ call: () -> Int) throws(Errno) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Errno(errno) }
    }
  }
}

/// An open file or folder, closed when nobody holds it any more.
///
/// Paths are relative to the folder. No call follows a link in the last name of a path unless it
/// says so.
final class Descriptor: Sendable {
  let number: Int32

  private init(number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Opens a folder by a path as the user wrote it, links followed.
  static func folder(_ path: BytePath) throws(Errno) -> Descriptor {
    try open(path, at: AT_FDCWD, O_RDONLY | O_DIRECTORY, mode: 0)
  }

  /// Opens any path as the user wrote it, links followed.
  static func file(_ path: BytePath, _ flags: Int32, mode: mode_t = 0) throws(Errno) -> Descriptor {
    try open(path, at: AT_FDCWD, flags, mode: mode)
  }

  /// A descriptor of our own for a stream that is not ours to close.
  static func duplicate(of number: Int32) throws(Errno) -> Descriptor {
    let copy = try Errno.check { Int(fcntl(number, F_DUPFD_CLOEXEC, 0)) }
    return Descriptor(number: Int32(truncatingIfNeeded: copy))
  }

  func open(_ path: BytePath, _ flags: Int32, mode: mode_t = 0) throws(Errno) -> Descriptor {
    try Self.open(path, at: number, flags | O_NOFOLLOW, mode: mode)
  }

  func folder(_ path: BytePath) throws(Errno) -> Descriptor {
    try open(path, O_RDONLY | O_DIRECTORY)
  }

  private static func open(
    _ path: BytePath, at folder: Int32, _ flags: Int32, mode: mode_t
  ) throws(Errno) -> Descriptor {
    let number = try Errno.check {
      path.withPointer { Int(openat(folder, $0, flags | O_CLOEXEC, mode)) }
    }
    return Descriptor(number: Int32(truncatingIfNeeded: number))
  }
}

// MARK: - Contents

extension Descriptor {
  /// Reads from where it stands to the end.
  ///
  /// - Parameters:
  ///   - expected: The bytes that are likely; room for them is made at once.
  ///   - limit: More bytes than these are the error `EFBIG`.
  func readAll(expecting expected: Int, limit: Int) throws(Errno) -> [UInt8] {
    var result: [UInt8] = []
    var room = min(max(expected, 0), limit) + 1
    while true {
      let part = try read(upTo: room)
      result = result.isEmpty ? part : result + part
      if result.count > limit { throw Errno(EFBIG) }
      if part.count < room { return result }
      room = max(result.count, 65_536)
    }
  }

  /// Up to so many of the last bytes.
  func readEnd(_ count: Int) throws(Errno) -> [UInt8] {
    let size = try status().size
    try Errno.check { Int(lseek(number, off_t(max(0, size - count)), SEEK_SET)) }
    return try readAll(expecting: count, limit: .max - 1)
  }

  func readFile(_ path: BytePath, expecting: Int, limit: Int) throws(Errno) -> [UInt8] {
    try open(path, O_RDONLY | O_NONBLOCK).readAll(expecting: expecting, limit: limit)
  }

  /// Fewer bytes than `count` only at the end.
  private func read(upTo count: Int) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(Errno) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Fills the buffer; the count is smaller only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try Errno.check { systemRead(number, rest.baseAddress, rest.count) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  func write(_ bytes: [UInt8]) throws(Errno) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
      try write(UnsafeRawBufferPointer(buffer))
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var rest = bytes
    while !rest.isEmpty {
      let count = try Errno.check { systemWrite(number, rest.baseAddress, rest.count) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Whether the rest of the file is these bytes.
  func holds(_ bytes: [UInt8]) throws(Errno) -> Bool {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
      try holds(UnsafeRawBufferPointer(buffer))
    }
  }

  private func holds(_ bytes: UnsafeRawBufferPointer) throws(Errno) -> Bool {
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(bytes.count, 262_144) + 1, alignment: 16)
    defer { chunk.deallocate() }
    var rest = bytes
    while true {
      let count = try read(into: chunk)
      guard count <= rest.count else { return false }
      if count > 0 {
        guard let wanted = rest.baseAddress, let found = chunk.baseAddress,
          memcmp(wanted, found, count) == 0
        else { return false }
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      if count < chunk.count { return rest.isEmpty }
    }
  }
}

/// The calls by other names, since the methods above hide theirs.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, bytes, count)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
