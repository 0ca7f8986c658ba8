import DossierBuild
import DossierSource
import Foundation
import TestSupport
import Testing

@testable import DossierRender

/// Small projects with all that comes of them.
///
/// A folder of `Fixtures/` holds `content` and `expected`, diagnostics among the latter; where a
/// project has errors, they are all that is expected. The templates are those of `Templates/`, which
/// show what the views hold and nothing of the publication's design. With `DOSSIER_RECORD=1` in the
/// environment `expected` is written anew, and the tests fail.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let fixtures = folder.appending(path: "Fixtures")
  private static let isRecording =
    ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1"

  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted()) ?? []

  @Test(arguments: names)
  func theOutputIsAsExpected(fixture: String) async throws {
    let folder = Self.fixtures.appending(path: fixture)
    let actual = try await Self.output(of: folder)
    let expectedFolder = folder.appending(path: "expected")
    if Self.isRecording {
      try Self.record(actual, in: expectedFolder)
      Issue.record("'\(fixture)' was recorded, not tested")
      return
    }
    let expected = try FileTree.read(expectedFolder)
    #expect(actual.keys.sorted() == expected.keys.sorted())
    for (path, text) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(actual[path] == text, "\(fixture)/expected/\(path)")
    }
  }

  @Test func thereAreFixtures() {
    #expect(Self.names.count >= 6)
  }

  @Test(arguments: [1, 2, 7])
  func anyNumberOfJobsGivesTheSameBytes(jobs: Int) async throws {
    let folder = Self.fixtures.appending(path: "references-and-citations")
    #expect(try await Self.output(of: folder, jobs: jobs) == Self.output(of: folder, jobs: 1))
  }

  /// Every page by its route, and what is printed of the project.
  private static func output(of fixture: URL, jobs: Int = 2) async throws -> [String: String] {
    let content = try FileTree.read(fixture.appending(path: "content"), below: "content/")
    let project = Project(
      content: MemoryFolder(content), templates: MemoryFolder(try templates()))
    let outcome = try await project.prepare(BuildOptions(jobs: jobs, now: 0))
    var output: [String: String] = [:]
    let texts = project.withLines(outcome.diagnostics).map { $0.text(lineBytes: $1) + "\n" }
    if !texts.isEmpty { output["diagnostics.txt"] = texts.joined() }
    guard let site = outcome.value else { return output }
    // Workbooks are compressed, by whatever zlib the system has.
    for page in site.pages where !page.route.hasSuffix(".xlsx") {
      output[page.route] = String(decoding: site.renderer.render(page), as: UTF8.self)
    }
    return output
  }

  /// The publication's templates, with the small ones in their place: so a template that is added
  /// needs nothing here. Interface texts that the small ones do not give are their own keys, with
  /// all that they name.
  static func templates() throws -> [String: String] {
    let languages = ["en", "uk"]
    let real = try FileTree.read(
      Checkout.folder.appending(path: "templates"), below: "templates/")
    let small = try FileTree.read(folder.appending(path: "Templates"), below: "templates/")
    // Words of other languages name what those of these two do not.
    let others = real.keys.filter { $0.hasPrefix("templates/strings/") }
    let unused = Set(others).subtracting(languages.map { "templates/strings/\($0).yml" })
    var files = real.merging(small) { $1 }.filter {
      !$0.key.hasPrefix("templates/assets/") && !unused.contains($0.key)
    }
    for language in languages {
      let path = "templates/strings/\(language).yml"
      let given = keys(of: small[path] ?? "")
      let lacking = keys(of: real[path] ?? "").filter { !given.contains($0) }
      files[path] = lacking.reduce(small[path] ?? "") { text, key in
        let names = InterfaceTexts.placeholders[key] ?? []
        return text + "\(key): \"\(([key] + names.map { "{\($0)}" }).joined(separator: " "))\"\n"
      }
    }
    return files
  }

  private static func keys(of yaml: String) -> [String] {
    yaml.split(separator: "\n").compactMap { line in
      guard let first = line.first, first.isLetter || first == "\"" else { return nil }
      return line.firstIndex(of: ":").map { String(line[..<$0]) }
    }
  }

  private static func record(_ files: [String: String], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}

/// The files of a folder as texts.
enum FileTree {
  /// By path, with `prefix` before it; names that begin with a dot are passed over.
  static func read(_ folder: URL, below prefix: String = "") throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue, !file.lastPathComponent.hasPrefix(".")
      else { continue }
      files[prefix + path] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return files
  }
}
