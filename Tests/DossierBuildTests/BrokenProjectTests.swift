import DossierBuild
import DossierSite
import DossierSource
import Foundation
import TestSupport
import Testing

/// Whatever is wrong with a project, it is told: nothing stops the program.
///
/// `DOSSIER_PROJECTS` in the environment is how many projects are tried beside those that stopped it
/// once, and `DOSSIER_FIRST` the seed of the first; the seed in hand is kept in
/// `.build/broken-project`, so that one that does stop it is known.
@Suite struct BrokenProjectTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["DOSSIER_PROJECTS"].flatMap { UInt64($0) } ?? 40
  private static let first = environment["DOSSIER_FIRST"].flatMap { UInt64($0) } ?? 1

  private static let seeds: [UInt64] = Array(first..<(first + count))

  @Test func noMistakeStopsTheProgram() async throws {
    let templates = try GoldenTests.templates()
    let sound = try GoldenTests.names.map { name in
      let folder = GoldenTests.fixtures.appending(path: name).appending(path: "content")
      return try FileTree.read(folder, below: "content/").merging(templates) { $1 }
    }
    let seedFile = Checkout.folder.appending(path: ".build/broken-project")
    var built = 0
    for seed in Self.seeds {
      try? Data("\(seed)\n".utf8).write(to: seedFile)
      let files = BrokenProjects.files(of: sound, seed: seed)
      if try await Self.isBuilt(files, at: Int(seed % 2) * 1_790_000_000) { built += 1 }
    }
    // Mistakes that are told before all else would leave the stages behind them untried.
    #expect(built * 10 > Self.seeds.count)
  }

  /// Takes a project through all stages, and says whether it had pages.
  private static func isBuilt(_ files: [String: String], at now: Int) async throws -> Bool {
    let project = Project(
      content: MemoryFolder(files.filter { $0.key.hasPrefix("content/") }),
      templates: MemoryFolder(files.filter { $0.key.hasPrefix("templates/") }))
    let outcome = try await project.prepare(BuildOptions(jobs: 1, now: now))
    for (diagnostic, line) in project.withLines(outcome.diagnostics) {
      _ = diagnostic.text(lineBytes: line)
    }
    guard let site = outcome.value else {
      #expect(outcome.diagnostics.contains { $0.severity == .error })
      return false
    }
    for page in site.pages { _ = try site.renderer.render(page, from: project) }
    _ = site.site.staleFacts(at: now)
    return true
  }

  /// Kinds of one id took the fields of one for those of the other.
  @Test func twoKindsOfOneIdAreTold() async throws {
    let project = Project(
      content: MemoryFolder([
        "content/site.yml": "title: T\nformat: 1\n",
        "content/a/_kind.yml": "id: kind\nfields: {}\n",
        "content/b/_kind.yml":
          "id: kind\nfields: {x: {type: number}, y: {type: derived, formula: x / 2}}\n",
        "content/a/one.md": "---\ntitle: One\n---\n<kind:two#y>\n",
        "content/b/two.md": "---\ntitle: Two\nx: 4\n---\n<kind:one>\n",
      ]), templates: MemoryFolder(try GoldenTests.templates()))
    let outcome = try await project.prepare(BuildOptions(jobs: 1, now: 0))
    #expect(outcome.value.map(\.pages.count) == nil)
    #expect(outcome.diagnostics.map(\.code) == ["kind.duplicate"])
  }
}
