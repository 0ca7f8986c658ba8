import Foundation

/// A project as one text: before each file a line `>>> path`.
enum ProjectText {
  static func text(of files: [String: String], except same: [String: String] = [:]) -> String {
    files.filter { same[$0.key] != $0.value }.sorted { $0.key < $1.key }
      .map { ">>> \($0.key)\n\($0.value)\n" }.joined()
  }

  static func files(of text: String) -> [String: String] {
    var files: [String: String] = [:]
    for part in ("\n" + text).components(separatedBy: "\n>>> ").dropFirst() {
      let end = part.firstIndex(of: "\n") ?? part.endIndex
      files[String(part[..<end])] = String(part[end...].dropFirst())
    }
    return files
  }
}
