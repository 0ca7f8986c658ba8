public import DossierSource

/// What the preview has to tell the person at the terminal.
public enum PreviewEvent: Sendable {
  /// It serves now, at this port, which is not the one asked for where that was taken.
  case listening(port: Int)
  /// A new state was read: the files that were named as changed, what is wrong that was not wrong
  /// before, and how much is wrong altogether.
  case updated(files: [String], new: [Diagnostic], errors: Int, warnings: Int, Duration)
  /// It goes on in another way than it was meant, for this reason.
  case notice(String)
}
