/// What the machine refused: not the author's mistake, and no fault of the content.
public enum FileError: Error, Hashable, Sendable {
  /// The reason is in the system's own words, here and below.
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  /// A file that was listed has gone before it was read.
  case vanished(path: String)
  /// Another build holds the lock beside the output folder.
  case locked(path: String)
  /// Somebody's file or folder is where we would write, and stays.
  case taken(path: String, reason: String, help: String)
  /// A folder that must not be the output.
  case misplaced(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
  /// One line for the user, without a full stop.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .unwritable(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .vanished(let path): "'\(path)' has gone while it was read"
    case .locked(let path): "another build is writing '\(path)'"
    case .taken(let path, let reason, _): "'\(path)' cannot be written: \(reason)"
    case .misplaced(let path, let reason): "'\(path)' cannot be the output: \(reason)"
    }
  }

  /// The cure, where there is one.
  public var help: String? {
    switch self {
    case .taken(_, _, let help): help
    case .misplaced: "name a folder of its own with --output, such as site/ in the project"
    case .unreadable, .unwritable, .vanished, .locked: nil
    }
  }
}
