#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder that is filled for the first time, by a path as the user wrote it.
public struct NewFolder: Sendable {
  public let path: String

  /// Names a folder, which need not be there.
  public init(_ path: String) {
    self.path = path
  }

  /// Whether the path leads to nothing or to a folder without any entry, hidden ones included.
  public func isFree() throws(FileError) -> Bool {
    do throws(Errno) {
      return try Descriptor.folder(BytePath(path)).entries().isEmpty
    } catch {
      guard error.isAbsent else { throw error.unreadable(path) }
      return !leadsToSomething
    }
  }

  /// A file, since of a folder nobody asks.
  private var leadsToSomething: Bool {
    var status = stat()
    return BytePath(path).withPointer { stat($0, &status) } == 0
  }

  /// Writes all files, or none: what was written before a failure is removed again.
  ///
  /// The folder and those above it are made. A file that has come there meanwhile stays as it is, and
  /// is a failure.
  ///
  /// - Parameter files: By their paths below the folder, with `/`.
  public func write(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    var written: [BytePath] = []
    var folders: [BytePath] = []
    do throws(FileError) {
      for file in files {
        let whole = path + "/" + file.path
        let parent = BytePath(whole).parent ?? BytePath(path)
        try DiskFile.makeFolder(parent, noting: &folders)
        try DiskFile.write(file.bytes, to: whole, existing: .kept)
        written.append(BytePath(whole))
      }
    } catch {
      for file in written { _ = file.withPointer { unlink($0) } }
      for folder in folders.reversed() { _ = folder.withPointer { rmdir($0) } }
      throw error
    }
  }
}
