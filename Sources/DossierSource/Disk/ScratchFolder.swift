#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder of our own among the system's temporary ones, removed when nobody holds it any more.
public final class ScratchFolder: Sendable {
  /// The absolute path.
  public let path: String
  private let interruption = Interruption.Cleanup()

  /// Makes an empty folder below `TMPDIR`, or `/tmp` where that is not set.
  public init() throws(FileError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let pattern = (parent.isEmpty ? "/tmp" : parent) + "/dossier-XXXXXX"
    var name = Array(pattern.utf8CString)
    guard mkdtemp(&name) != nil else { throw Errno(errno).unwritable(pattern) }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    interruption.set { [path] in Self.remove(path) }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    let whole = BytePath(path)
    guard let parent = whole.parent, let name = whole.components.last else { return }
    // What cannot be removed is left to the system, which clears its temporary folder.
    try? Descriptor.folder(parent).removeTree(name)
  }

  /// The path of a file in the folder.
  public func path(of name: String) -> String { path + "/" + name }

  /// The bytes of a file in the folder.
  ///
  /// - Parameter limit: Bytes; a longer file cannot be read.
  public func read(_ name: String, limit: Int) throws(FileError) -> [UInt8] {
    do throws(Errno) {
      let folder = try Descriptor.folder(BytePath(path))
      return try folder.readFile(BytePath(name), expecting: 65_536, limit: limit)
    } catch {
      throw error.unreadable(path(of: name))
    }
  }
}
