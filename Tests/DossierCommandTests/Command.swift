import Foundation
import TestSupport
import Testing

/// The tool itself, run as a user runs it.
enum Command {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Whether files may be limited in size: the thread sanitizer's own would be too.
  static let canLimitFiles = ProcessInfo.processInfo.environment["TSAN_OPTIONS"] == nil

  /// Runs the tool to its end.
  ///
  /// - Parameter environment: Set beside what makes a run the same everywhere: the time 1970, UTC.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Result {
    try run(Checkout.program, arguments, input: input, environment: environment)
  }

  /// Runs a script of the shell in which `$dossier` is the tool.
  static func shell(_ script: String) throws -> Result {
    try run("/bin/sh", ["-c", script], input: [], environment: ["dossier": Checkout.program])
  }

  private static func run(
    _ program: String, _ arguments: [String], input: [UInt8], environment: [String: String]
  ) throws -> Result {
    let folder = try TemporaryFolder()
    try folder.write(Data(input), to: "in")
    try folder.write(Data(), to: "out")
    try folder.write(Data(), to: "err")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let inherited = ProcessInfo.processInfo.environment.filter {
      ["PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"].contains($0.key)
    }
    process.environment =
      inherited
      .merging(["SOURCE_DATE_EPOCH": "0", "TZ": "UTC", "LC_ALL": "C"]) { $1 }
      .merging(environment) { $1 }
      .filter { !$0.value.isEmpty }
    process.standardInput = try FileHandle(forReadingFrom: folder.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: folder.url("out"))
    process.standardError = try FileHandle(forWritingTo: folder.url("err"))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try folder.read("out"), errors: try folder.read("err"))
  }
}

/// A folder of the disk for one test, removed with all its contents when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .resolvingSymlinksInPath().appending(path: "dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func url(_ name: String) -> URL { URL(filePath: "\(path)/\(name)") }

  func write(_ data: Data, to name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url(name))
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// Every file of a folder by its path, with its bytes.
  func tree(_ name: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: url(name).path) {
      let file = url(name).appending(path: path)
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { files[path] = try Data(contentsOf: file) }
    }
    return files
  }

  /// The names directly in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Writes a sound project of three pages into `project`, with the publication's own templates.
  func makeProject() throws {
    try write(
      "title: Sample\nbase-url: https://example.org/\nformat: 1\n", to: "project/content/site.yml")
    try write(
      "id: mission\nfields: {line: {type: quantity, unit: km}}\n",
      to: "project/content/missions/_kind.yml")
    try write("km: {label: km}\n", to: "project/content/units.yml")
    try write("---\ntitle: KFOR\nline: 5\n---\nText\n", to: "project/content/missions/kfor.md")
    try link("project/templates", to: Checkout.folder.appending(path: "templates").path)
  }

  var project: String { "\(path)/project" }
}
