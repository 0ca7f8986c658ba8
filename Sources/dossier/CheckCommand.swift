import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier check`: everything that a build does, but for the writing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a project, and write nothing.")

  @OptionGroup var arguments: ProjectArguments

  func run() async throws {
    let project = try arguments.opened()
    let options = BuildOptions(
      jobs: ProjectArguments.processors, now: try ProjectArguments.now())
    try await reportingMachineFailures {
      let prepared = try await project.prepare(options)
      let report = DiagnosticReport(diagnostics: prepared.diagnostics, project: project)
      report.print()
      Terminal.line(report.summary)
      if report.isFatal(strict: arguments.strict) { throw ExitStatus.content.code }
    }
  }
}
