import ArgumentParser
import DossierBuild
import DossierSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What all commands about a project have in common.
struct ProjectArguments: ParsableArguments {
  @Argument(help: "The folder with content/ and templates/.")
  var project = "."

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @Flag(help: "Print all diagnostics, however many there are.")
  var all = false

  func opened() throws -> Project {
    guard isFolder(project + "/content") else {
      throw ValidationError(
        "'\(project)' is no project: it has no folder content/\nhelp: name the folder that holds content/ and templates/"
      )
    }
    return Project(folder: project)
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a build takes as now; a bad `SOURCE_DATE_EPOCH` is misuse.
  static func now() throws -> Int {
    var environment: [String: String] = [:]
    let name = "SOURCE_DATE_EPOCH"
    if let value = getenv(name) { environment[name] = String(cString: value) }
    do {
      return try Clock.system(environment: environment).now
    } catch {
      throw ValidationError("\(error)")
    }
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// How diagnostics are printed, and what they mean for the exit code.
struct DiagnosticReport {
  let diagnostics: [Diagnostic]
  let project: Project
  /// Whether more are printed than a person would read.
  var printsAll = false
  /// What prints all.
  var cure = "--all"

  func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// Whether they block the output.
  func isFatal(strict: Bool) -> Bool {
    count(.error) > 0 || strict && count(.warning) > 0
  }

  /// So many are printed where nobody asks for all.
  private static let most = 200

  /// Prints them, each with the line that it is about; of very many the first, the worst of them
  /// first, and how many there are of each code.
  func print() {
    let texts = project.withLines(shown).map { $0.diagnostic.text(lineBytes: $0.line) } + counts
    if !texts.isEmpty { Terminal.write(texts.joined(separator: "\n") + "\n", toErrors: true) }
  }

  private var isTooMuch: Bool { !printsAll && diagnostics.count > Self.most }

  private var shown: [Diagnostic] {
    guard isTooMuch else { return diagnostics }
    // An error behind many warnings is what the reader must see.
    let worst = [.error, .warning, .note].flatMap { severity in
      diagnostics.filter { $0.severity == severity }
    }
    return worst.prefix(Self.most).sorted()
  }

  /// What is printed in place of the rest.
  private var counts: [String] {
    guard isTooMuch else { return [] }
    var counts: [String: Int] = [:]
    for diagnostic in diagnostics {
      counts["\(diagnostic.severity) [\(diagnostic.code)]", default: 0] += 1
    }
    return ["\(Self.most) of \(diagnostics.count) diagnostics are shown; \(cure) shows all:"]
      + counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "  \($0.value) \($0.key)" }
  }

  /// "2 errors, 1 warning"
  var summary: String {
    Self.count(count(.error), "error") + ", " + Self.count(count(.warning), "warning")
  }

  static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

/// Runs work of which the machine's failures end the command with their own code, and a folder that
/// must not be the output as misuse.
func reportingMachineFailures<Value>(_ work: () async throws -> Value) async throws -> Value {
  do {
    return try await work()
  } catch let error as FileError {
    Interruption.waitForEnd()
    Terminal.errorLine("error: \(error)")
    if let help = error.help { Terminal.errorLine("help: \(help)") }
    if case .misplaced = error { throw ExitStatus.misuse.code }
    throw ExitStatus.machine.code
  } catch let failure as ProgramFailure {
    Terminal.errorLine("error: \(failure.message)")
    if let help = failure.help { Terminal.errorLine("help: \(help)") }
    throw ExitStatus.machine.code
  }
}
