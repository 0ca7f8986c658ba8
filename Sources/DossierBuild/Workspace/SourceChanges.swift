/// What may have changed on the disk since a project was last looked at.
///
/// It may name too much, never too little: what it names is read again and compared.
public struct SourceChanges: Hashable, Sendable {
  /// Files that were written to, relative to the project's folder.
  public var paths: Set<String>
  /// Whether files may have come, gone or moved, so that the folders are listed again.
  public var needsListing: Bool

  public init(paths: Set<String> = [], needsListing: Bool = false) {
    self.paths = paths
    self.needsListing = needsListing
  }

  /// What is known of a folder that nobody has looked into yet.
  public static let everything = SourceChanges(needsListing: true)

  public var isEmpty: Bool { paths.isEmpty && !needsListing }

  /// Adds what another may have seen.
  public mutating func formUnion(_ other: SourceChanges) {
    paths.formUnion(other.paths)
    needsListing = needsListing || other.needsListing
  }
}
