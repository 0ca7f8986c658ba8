public import Foundation

/// The package that the tests belong to, as it lies on the disk.
public enum Checkout {
  /// Its folder.
  public static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program that was built with the tests, beside them: under a sanitizer where they are.
  public static let program: String = {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = tests.appending(path: "dossier").path
    let usual = folder.appending(path: ".build/debug/dossier").path
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : usual
  }()
}
