import ArgumentParser
import DossierBuild
import DossierRender
import DossierSite
import DossierSource

/// `dossier handout`: one page as a file for print.
struct HandoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout", abstract: "Make a handout: one HTML file for print, or a PDF.",
    discussion: """
      PAGE is kind:id, such as mission:kfor, or handout:id for a collection of \
      content/handouts/. A PDF is made by WeasyPrint or Chromium, whichever is on the PATH.
      """)

  @Argument(help: "kind:id or handout:id")
  var page: String

  @OptionGroup var arguments: ProjectArguments

  @Option(help: "The file (default: the id with .html or .pdf, in the current folder).")
  var output: String?

  @Option(help: "The paper: a4 or letter (default: the site's).", transform: Self.paper)
  var paper: Paper?

  @Option(help: "The language (default: the original's).")
  var language: String?

  @Flag(help: "Make a PDF.")
  var pdf = false

  @Option(help: "What makes the PDF: weasyprint or chromium (default: the first that is there).")
  var engine: PrintEngine?

  @Flag(help: "Show drafts, scheduled and embargoed records too.")
  var drafts = false

  @Option(name: .customLong("time-limit"), help: "Seconds that the engine may take.")
  var timeLimit = 600

  func validate() throws {
    guard key != nil else {
      throw ValidationError("PAGE is kind:id or handout:id, not '\(page)'")
    }
    if engine != nil, !pdf { throw ValidationError("--engine goes with --pdf") }
    guard (1...86_400).contains(timeLimit) else {
      throw ValidationError("--time-limit takes seconds from 1 to 86400, not \(timeLimit)")
    }
  }

  func run() async throws {
    Interruption.watch()
    let project = try arguments.opened()
    var options = BuildOptions(
      jobs: ProjectArguments.processors, now: try ProjectArguments.now())
    options.showsAll = drafts
    do {
      try await reportingMachineFailures {
        // Looked for first: nobody should wait for a site to be read, and then be told.
        try DiskFile.check(outputPath, Self.replacement)
        let installed = pdf ? try PrintEngine.find(engine) : nil
        let matter = try await matter(of: project, options)
        let printed = try installed?.print(matter, timeLimit: .seconds(timeLimit))
        try DiskFile.write(
          printed.map(HandoutMark.marked) ?? matter.html, to: outputPath,
          existing: .replacedIf(Self.replacement))
        let maker = installed.map { ", by " + $0.version() } ?? ""
        Terminal.line(outputPath + maker)
      }
    } catch let failure as PrintFailure {
      Terminal.errorLine("error: \(failure.message)")
      if let help = failure.help { Terminal.errorLine("help: \(help)") }
      throw ExitStatus.machine.code
    }
  }

  /// Nothing but a handout is written over.
  private static let replacement = Replacement("handout", isOn: HandoutMark.isOn)

  private static func paper(_ name: String) throws -> Paper {
    if let paper = Paper(rawValue: name) { return paper }
    throw ValidationError("--paper takes a4 or letter, not '\(name)'")
  }

  private var key: RecordKey? {
    let parts = page.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(Identifier.isValid) else { return nil }
    return RecordKey(kind: parts[0], id: parts[1])
  }

  private var outputPath: String {
    output ?? (key?.id ?? "handout") + (pdf ? ".pdf" : ".html")
  }

  private func matter(of project: Project, _ options: BuildOptions) async throws -> PrintMatter {
    let prepared = try await project.prepare(options)
    let report = DiagnosticReport(
      diagnostics: prepared.diagnostics.filter { $0.severity > .note }, project: project,
      printsAll: arguments.all)
    report.print()
    guard let site = prepared.value, !report.isFatal(strict: arguments.strict) else {
      Terminal.errorLine("nothing was made: \(report.summary)")
      throw ExitStatus.content.code
    }
    let found = try find(in: site)
    let rendered = try site.handout(found, from: project, paper: paper)
    guard let html = rendered.value else {
      DiagnosticReport(diagnostics: rendered.diagnostics, project: project).print()
      throw ExitStatus.content.code
    }
    return PrintMatter(html: html, attachments: site.renderer.attachments(of: found))
  }

  private func find(in site: PreparedSite) throws -> Page {
    let language = try chosenLanguage(of: site)
    do {
      return try site.handout(key ?? RecordKey(kind: "", id: ""), in: language)
    } catch {
      Terminal.errorLine("error: \(error.message) [\(error.code)]")
      if let help = error.help { Terminal.errorLine("help: \(help)") }
      throw ExitStatus.content.code
    }
  }

  private func chosenLanguage(of site: PreparedSite) throws -> Language {
    let languages = site.site.schema.configuration.languages
    guard let language else { return site.site.schema.configuration.original }
    if languages.contains(Language(language)) { return Language(language) }
    throw ValidationError(
      "the site has no language '\(language)'; it has "
        + languages.map(\.code).joined(separator: ", "))
  }
}
