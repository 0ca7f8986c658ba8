import ArgumentParser
import DossierBuild
import DossierSite
import DossierSource

/// `dossier build`: the whole way from content to a site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site of a project.",
    discussion: "A build with errors writes nothing: the published site stays as it is.")

  @OptionGroup var arguments: ProjectArguments

  @Option(help: "The folder of the site (default: site/ in the project).")
  var output: String?

  @Flag(help: "Show drafts, scheduled and embargoed records too.")
  var drafts = false

  @Option(name: .customLong("base-url"), help: "Where the site will be published.")
  var baseURL: String?

  @Option(help: "How many pages are rendered at once (default: one for each processor).")
  var jobs: Int?

  @Flag(
    help: "Take files in the output that lie where the site's do for an earlier build's.")
  var adopt = false

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs)")
    }
    if let baseURL, SiteConfiguration.address(baseURL) == nil {
      throw ValidationError(
        "--base-url takes an address such as https://example.org/, not '\(baseURL)'")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    Interruption.watch()
    let project = try arguments.opened()
    var options = BuildOptions(
      jobs: jobs ?? ProjectArguments.processors, now: try ProjectArguments.now())
    options.showsAll = drafts
    options.baseAddress = baseURL.flatMap(SiteConfiguration.address)
    try await reportingMachineFailures {
      let prepared = try await project.prepare(options)
      // Notes are remarks on the content, for those who ask with `check`.
      let report = DiagnosticReport(
        diagnostics: prepared.diagnostics.filter { $0.severity > .note }, project: project,
        printsAll: arguments.all)
      report.print()
      guard let site = prepared.value, !report.isFatal(strict: arguments.strict) else {
        throw refusal(report)
      }
      let written = try await site.write(
        from: project, to: output ?? arguments.project + "/site", jobs: options.jobs,
        adopts: adopt)
      guard let result = written.value else {
        let leaks = DiagnosticReport(
          diagnostics: written.diagnostics, project: project, printsAll: arguments.all)
        leaks.print()
        throw refusal(leaks)
      }
      for notice in notices(of: result) { Terminal.errorLine("note: \(notice)") }
      if !quiet { Terminal.line(closingLine(site, result, report, ContinuousClock.now - start)) }
      // What the site holds is not freed piece by piece: it goes with the process.
      withExtendedLifetime(prepared) { Self.exit() }
    }
  }

  private func refusal(_ report: DiagnosticReport) -> ExitCode {
    Terminal.errorLine("nothing was built: \(report.summary)")
    return ExitStatus.content.code
  }

  private func notices(of result: OutputFolder.Report) -> [String] {
    guard result.unclaimed > 0 else { return [result.notice].compactMap(\.self) }
    let files = DiagnosticReport.count(result.unclaimed, "file")
    return [result.notice].compactMap(\.self) + [
      "\(files) of the output lay there before, equal to the site's, and no list says that a build "
        + "made them: they will not be replaced or removed; --adopt takes them for a build's"
    ]
  }

  private func closingLine(
    _ site: PreparedSite, _ result: OutputFolder.Report, _ report: DiagnosticReport,
    _ duration: Duration
  ) -> String {
    let milliseconds =
      duration.components.seconds * 1000
      + duration.components.attoseconds / 1_000_000_000_000_000
    let hundredths = (milliseconds + 5) / 10
    let fraction = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    return [
      DiagnosticReport.count(site.pages.count, "page"),
      DiagnosticReport.count(result.written, "file") + " written",
      "\(result.unchanged) unchanged", "\(result.removed) removed",
      DiagnosticReport.count(report.count(.warning), "warning"),
      "\(hundredths / 100).\(fraction) s",
    ].joined(separator: ", ")
  }
}
