import ArgumentParser
import DossierBuild
import DossierSite
import DossierSource

/// `dossier check`: everything that a build does, but for the writing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a project, and write nothing.",
    discussion: """
      Beside what a build reports it notes facts that are due for review, with --strict also \
      sources that nothing cites, share images that nothing here can make, and when something \
      becomes public next.
      """)

  @OptionGroup var arguments: ProjectArguments

  @Option(help: "How diagnostics are printed: text, json, sarif or github.")
  var format = DiagnosticFormat.text

  func run() async throws {
    let project = try arguments.opened()
    let now = try ProjectArguments.now()
    let options = BuildOptions(jobs: ProjectArguments.processors, now: now)
    try await reportingMachineFailures {
      let prepared = try await project.prepare(options)
      let report = DiagnosticReport(
        diagnostics: (prepared.diagnostics + remarks(on: prepared.value, at: now)).sorted(),
        project: project, printsAll: arguments.all)
      if let document = format.document(report.diagnostics, ofProjectIn: arguments.project) {
        Terminal.write(document, toErrors: false)
      } else {
        report.print()
        Terminal.line(report.summary)
        if let line = prepared.value?.nextRelease.map(Self.releaseLine) { Terminal.line(line) }
      }
      if report.isFatal(strict: arguments.strict) { throw ExitStatus.content.code }
    }
  }

  private func remarks(on site: PreparedSite?, at now: Int) -> [Diagnostic] {
    guard let site = site?.site else { return [] }
    return site.staleFacts(at: now) + (arguments.strict ? site.bibliographyRemarks() : [])
      + missingCardEngine(of: site)
  }

  /// Where share images are asked for, and nothing here makes pixels of them.
  private func missingCardEngine(of site: LinkedSite) -> [Diagnostic] {
    guard site.schema.configuration.hasShareImages else { return [] }
    do throws(ProgramFailure) {
      _ = try CardEngine.find(nil)
      return []
    } catch {
      return [
        .note(
          "cards.engine", "the share images stay without pixels: \(error.message)",
          at: Place(path: "content/site.yml", line: 1, column: 1), help: error.help)
      ]
    }
  }

  private static func releaseLine(_ moment: Int) -> String {
    "something becomes public on \(Timestamp.text(moment))"
  }
}
