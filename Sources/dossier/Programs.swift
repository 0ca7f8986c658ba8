import ArgumentParser
import DossierSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folders in which other programs are looked for.
enum SearchPath {
  /// `PATH`; empty where it is not set.
  static var current: String { getenv("PATH").map { String(cString: $0) } ?? "" }

  /// The path of a program that can be run.
  static func find(_ name: String) -> String? { ChildProcess.find(name, in: current) }
}

/// What another program may take, in seconds.
enum TimeLimit {
  /// - Throws: A `ValidationError` for less than a second and more than a day.
  static func check(_ seconds: Int) throws {
    guard (1...86_400).contains(seconds) else {
      throw ValidationError("--time-limit takes seconds from 1 to 86400, not \(seconds)")
    }
  }
}

/// The folder of a site that was built.
enum BuiltSite {
  /// - Throws: A `ValidationError` for a folder that no build has made.
  static func check(_ folder: String) throws {
    guard DiskFile.isThere(folder + "/.dossier-manifest") else {
      throw ValidationError(
        "'\(folder)' is no built site\nhelp: run 'dossier build' first, or name its folder with --output"
      )
    }
  }
}

/// Why another program did not do what it was asked for: the machine's fault, not the content's.
struct ProgramFailure: Error {
  var message: String
  var help: String?
}

extension ProgramFailure {
  /// What became of a program that did not end well.
  init(program: String, _ result: ChildProcess.Result, _ timeLimit: Duration) {
    let what =
      switch result.end {
      case .code(let code): "failed with exit code \(code)"
      case .signal(let signal): "was killed by signal \(signal)"
      case .timedOut: "took more than \(timeLimit.components.seconds) seconds, and was stopped"
      }
    let help = result.end == .timedOut ? "give it more with --time-limit" : nil
    self.init(message: "\(program) \(what)", help: help ?? Self.end(of: result.output))
  }

  /// The last lines of what a program said.
  static func end(of output: String) -> String? {
    let lines = output.split(separator: "\n").suffix(3).joined(separator: "\n  ")
    return lines.isEmpty ? nil : "it said:\n  " + lines
  }
}
