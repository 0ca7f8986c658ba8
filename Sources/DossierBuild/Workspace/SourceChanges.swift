/// What may have changed on the disk since a project was last looked at.
///
/// It may name too much, never too little: what it names is read again and compared.
public struct SourceChanges: Hashable, Sendable {
  /// Files that were written to, relative to the project's folder.
  public var paths: Set<String>
  /// Whether files may have come, gone or moved, so that the folders are listed again.
  public var needsListing: Bool
  /// Files that came and went. They matter where one was seen in between, by a listing that was
  /// going on at that moment.
  public var passing: Set<String>

  public init(
    paths: Set<String> = [], needsListing: Bool = false, passing: Set<String> = []
  ) {
    self.paths = paths
    self.needsListing = needsListing
    self.passing = passing
  }

  /// What is known of a folder that nobody has looked into yet.
  public static let everything = SourceChanges(needsListing: true)

  public var isEmpty: Bool { paths.isEmpty && passing.isEmpty && !needsListing }

  /// Adds what another may have seen.
  public mutating func formUnion(_ other: SourceChanges) {
    paths.formUnion(other.paths)
    passing.formUnion(other.passing)
    needsListing = needsListing || other.needsListing
  }
}
