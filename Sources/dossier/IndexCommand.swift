import ArgumentParser
import DossierBuild
import DossierSite
import DossierSource

/// `dossier index`: what the search of a built site finds pages by.
struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Write the index of a built site's search.",
    discussion: """
      The search page asks an index that Pagefind makes of the built pages; without one it leads to the \
      list of all records. The index lies in the folder search/ of the site, which a build leaves as it \
      is: write it anew after each build that is published. Pagefind is looked for on the PATH, by itself \
      and as a module of python3.
      """)

  @Argument(help: "The folder with content/ and templates/.")
  var project = "."

  @Option(help: "The folder of the site (default: site/ in the project).")
  var output: String?

  @Option(name: .customLong("time-limit"), help: "Seconds that Pagefind may take.")
  var timeLimit = 3_600

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  private var site: String { output ?? project + "/site" }

  func validate() throws {
    try TimeLimit.check(timeLimit)
  }

  func run() async throws {
    Interruption.watch()
    var arguments = ProjectArguments()
    arguments.project = project
    let opened = try arguments.opened()
    try BuiltSite.check(site)
    let count = try await reportingMachineFailures { try await write(of: opened) }
    if !quiet { Terminal.line("\(count) files of the index written") }
  }

  private func write(of opened: Project) async throws -> Int {
    let engine = try IndexEngine.find()
    let schema = try opened.declarations().value
    var rules: [String: StemRules] = [:]
    for language in schema.configuration.languages {
      rules[language.code] = schema.rules(of: language).stems
    }
    let index = try await SearchIndex.begin(
      ofSiteIn: site, rules, jobs: ProjectArguments.processors)
    try engine.run(index.folders, limit: .seconds(timeLimit))
    return try index.keep()
  }
}

/// Pagefind, however it was installed.
struct IndexEngine {
  private let program: String
  private let arguments: [String]

  /// The command lines that it goes by.
  static let commands = [["pagefind"], ["pagefind_extended"], ["python3", "-m", "pagefind"]]
  static let cure = "pip install 'pagefind[bin]', in a virtual environment"

  /// The first that is on the `PATH` and runs.
  static func find() throws(ProgramFailure) -> IndexEngine {
    for command in commands {
      guard let program = SearchPath.find(command[0]) else { continue }
      let engine = IndexEngine(program: program, arguments: Array(command.dropFirst()))
      // An interpreter without the module is another program.
      let result = try? ChildProcess(program, engine.arguments + ["--version"])
        .run(timeLimit: .seconds(20))
      if result?.end == .code(0) { return engine }
    }
    throw ProgramFailure(
      message: "there is no Pagefind on the PATH",
      help: "install it with '\(cure)', and put its bin/ on the PATH")
  }

  /// Reads the pages of a folder and writes what is found in them into another.
  func run(_ folders: SearchIndex.Folders, limit: Duration) throws {
    let result = try ChildProcess(
      program,
      arguments + [
        "--site", folders.pages, "--output-path", folders.index, "--silent",
        "--exclude-selectors", SearchIndex.unread,
      ]
    ).run(timeLimit: limit)
    guard result.end == .code(0) else {
      throw ProgramFailure(
        message: result.end == .timedOut
          ? "Pagefind took longer than \(limit)" : "Pagefind wrote no index",
        help: ProgramFailure.end(of: result.output))
    }
  }
}
