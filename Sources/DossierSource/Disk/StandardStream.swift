#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a command is given to read from and write to.
public enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person sees it, rather than a file or another program.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// All bytes up to the end, at most ``DiskFolder/largestFile``.
  public func readAll() throws(FileError) -> [UInt8] {
    do throws(Errno) {
      return try Descriptor.duplicate(of: rawValue)
        .readAll(expecting: 65_535, limit: DiskFolder.largestFile)
    } catch {
      throw error.unreadable(name)
    }
  }

  /// Writes all the bytes, however slowly the other side takes them.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(Errno) {
      try Descriptor.duplicate(of: rawValue).write(bytes)
    } catch {
      throw error.unwritable(name)
    }
  }

  private var name: String {
    switch self {
    case .input: "standard input"
    case .output: "standard output"
    case .error: "standard error"
    }
  }
}
