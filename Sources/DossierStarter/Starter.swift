/// A small complete project for somebody who begins: an example with this publication's templates.
public enum Starter {
  /// Its files by their paths in the project, those of `content/` before those of `templates/`.
  public static var files: [(path: String, bytes: [UInt8])] {
    ProjectFiles.all.map { ($0.path, Array($0.text.utf8)) }
  }
}
