import Foundation
import TestSupport

/// The package's own files, as these tests read them.
enum PackageFiles {
  /// A file by its path below the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: Checkout.folder.appending(path: path), encoding: .utf8)
  }

  /// Paths of the Swift files below a folder, sorted.
  static func swift(in folder: String) -> [String] {
    let paths = try? FileManager.default.subpathsOfDirectory(
      atPath: Checkout.folder.appending(path: folder).path)
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The lines of a file.
  static func lines(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
