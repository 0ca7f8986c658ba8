import ArgumentParser
import DossierMarkdown
import DossierSite
import DossierSource

/// The command line: arguments in, diagnostics and an exit code out.
@main
struct Dossier: AsyncParsableCommand {
  static let versionNumber = "0.2.0"

  /// The version with all that the bytes of a site depend on besides.
  static var version: String {
    let parts =
      [SourceCommit.name.map { "commit \($0)" }, "libcmark \(MarkdownParser.libraryVersion)"]
      + ["\(LanguageRules.origin) for \(LanguageRules.known.map(\.code).joined(separator: " "))"]
    return "dossier \(versionNumber) (\(parts.compactMap { $0 }.joined(separator: ", ")))"
  }

  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Builds cross-linked briefings from Markdown articles and structured records.",
    version: version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, HandoutCommand.self, ServeCommand.self,
      NewCommand.self, ImportCommand.self, InitCommand.self, MarkdownCommand.self,
      CiteCommand.self, CardsCommand.self, FontsCommand.self,
      IndexCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot(ProgramArguments.words)
      if var command = command as? any AsyncParsableCommand {
        try checkThreads()
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Self.exit(withError: code)
    } catch {
      finish(with: error)
    }
  }

  /// One for each processor, and a few that the system's libraries begin.
  private static func checkThreads() throws {
    do throws(ThreadShortage) { try ThreadSupply.check(ProjectArguments.processors + 3) } catch {
      Terminal.errorLine("error: \(error)")
      Terminal.errorLine("help: end other programs, or raise the limit ('ulimit -u')")
      throw ExitStatus.machine.code
    }
  }

  /// Prints help, the version or a misuse, and ends with a code of ours: the library's own for
  /// misuse is 64.
  private static func finish(with error: any Error) -> Never {
    let isMisuse = exitCode(for: error) != .success
    let text = fullMessage(for: error)
    Terminal.write(text.hasSuffix("\n") ? text : text + "\n", toErrors: isMisuse)
    exit(withError: (isMisuse ? ExitStatus.misuse : .success).code)
  }
}

/// How a command ends; scripts rely on the numbers.
enum ExitStatus: Int32 {
  case success = 0
  /// The content has errors.
  case content = 1
  case misuse = 2
  /// The machine failed us: the disk, a port, an engine.
  case machine = 3

  var code: ExitCode { ExitCode(rawValue) }
}
