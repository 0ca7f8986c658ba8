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

  func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// Whether they block the output.
  func isFatal(strict: Bool) -> Bool {
    count(.error) > 0 || strict && count(.warning) > 0
  }

  /// Prints all, each with the line that it is about.
  func print() {
    let texts = project.withLines(diagnostics).map { $0.diagnostic.text(line: $0.line) }
    if !texts.isEmpty { Terminal.write(texts.joined(separator: "\n") + "\n", toErrors: true) }
  }

  /// "2 errors, 1 warning"
  var summary: String {
    Self.count(count(.error), "error") + ", " + Self.count(count(.warning), "warning")
  }

  static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

/// Runs work of which the machine's failures end the command with their own code.
func reportingMachineFailures<Value>(_ work: () async throws -> Value) async throws -> Value {
  do {
    return try await work()
  } catch let error as FileError {
    Terminal.errorLine("error: \(error)")
    throw ExitStatus.machine.code
  }
}
