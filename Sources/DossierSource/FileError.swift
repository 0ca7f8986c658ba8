/// What the machine refused: not the author's mistake, and no fault of the content.
public enum FileError: Error, Hashable, Sendable {
  /// The reason is in the system's own words, here and below.
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  /// Another build holds the lock beside the output folder.
  case locked(path: String)
}

extension FileError: CustomStringConvertible {
  /// One line for the user, without a full stop.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .unwritable(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .locked(let path): "another build is writing '\(path)'"
    }
  }
}
