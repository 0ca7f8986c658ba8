import DossierBuild
import DossierSite
import DossierSource
import Foundation
import TestSupport
import Testing

/// Whatever is wrong with a project, it is told: nothing stops the program.
///
/// `DOSSIER_PROJECTS` in the environment is how many projects with mistakes are tried, and
/// `DOSSIER_FIRST` the seed of the first. Where it is set, one that takes more than 5 s or 512 MiB ends
/// the run. The project in hand is kept in `.build/broken-project.txt`, to become a file of the corpus
/// if it does stop the program.
@Suite struct BrokenProjectTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["DOSSIER_PROJECTS"].flatMap { UInt64($0) }
  private static let first = environment["DOSSIER_FIRST"].flatMap { UInt64($0) } ?? 1

  private static let corpus = Checkout.folder.appending(path: "Fuzz/Corpus/projects")

  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()) ?? []

  @Test func noMistakeStopsTheProgram() async throws {
    let templates = try GoldenTests.templates()
    let sound = try GoldenTests.names.map { name in
      let folder = GoldenTests.fixtures.appending(path: name).appending(path: "content")
      return try FileTree.read(folder, below: "content/").merging(templates) { $1 }
    }
    let watch = Self.count == nil ? nil : ProjectWatch(.init())
    let seeds = Self.first..<(Self.first + (Self.count ?? 40))
    let (start, file) = (Date(), Checkout.folder.appending(path: ".build/broken-project.txt"))
    var built = 0
    for seed in seeds {
      let files = BrokenProjects.files(of: sound, seed: seed)
      let text = "seed \(seed)\n" + ProjectText.text(of: files, except: templates)
      try? Data(text.utf8).write(to: file)
      watch?.begin()
      if try await Self.isBuilt(files, at: Int(seed % 2) * 1_790_000_000) { built += 1 }
      watch?.end()
    }
    // Mistakes that are told before all else would leave the stages behind them untried.
    #expect(built * 10 > seeds.count)
    guard Self.count != nil else { return }
    let seconds = Int(Date().timeIntervalSince(start))
    print("\(seeds.count) projects with mistakes, \(built) of them built, in \(seconds) s")
    print("none took 5 s, and the process never more than \(ProjectWatch.peak) MiB")
  }

  /// Projects that stopped the program once, and some that are meant to.
  @Test(arguments: names) func noProjectOfTheCorpusStopsTheProgram(name: String) async throws {
    let text = try String(contentsOf: Self.corpus.appending(path: name), encoding: .utf8)
    let files = ProjectText.files(of: text)
    #expect(files.count > 1)
    let whole = try GoldenTests.templates().merging(files) { $1 }
    for now in [0, 1_790_000_000] { _ = try await Self.isBuilt(whole, at: now) }
  }

  @Test func thereIsACorpus() {
    #expect(Self.names.count >= 10)
  }

  @Test func aProjectThatTakesTooLongEndsTheRun() async {
    await #expect(processExitsWith: .exitCode(ProjectWatch.status)) {
      let watch = ProjectWatch(.init(processor: 0.1))
      watch.begin()
      var sum = 0
      while true { sum &+= 1 }
    }
  }

  @Test func aProjectThatOnlyWaitsEndsTheRun() async {
    await #expect(processExitsWith: .exitCode(ProjectWatch.status)) {
      let watch = ProjectWatch(.init(clock: 0.1))
      watch.begin()
      while true { usleep(1000) }
    }
  }

  @Test func aProjectThatTakesTooMuchEndsTheRun() async {
    await #expect(processExitsWith: .exitCode(ProjectWatch.status)) {
      let watch = ProjectWatch(.init(processor: 600, clock: 600, memory: ProjectWatch.peak + 64))
      watch.begin()
      var blocks: [[UInt8]] = []
      while true {
        blocks.append([UInt8](repeating: UInt8(blocks.count & 0xFF), count: 1 << 20))
        usleep(1000)
      }
    }
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
