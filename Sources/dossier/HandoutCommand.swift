import ArgumentParser
import DossierBuild
import DossierRender
import DossierSite
import DossierSource

/// `dossier handout`: one page as a file for print.
struct HandoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "Make a handout: one HTML file for print, a PDF, or a document of Word.",
    discussion: """
      PAGE is kind:id, such as mission:kfor, or handout:id for a collection of \
      content/handouts/. A PDF is made by WeasyPrint or Chromium, whichever is on the PATH, a \
      document of Word by Pandoc.
      """)

  @Argument(help: "kind:id or handout:id")
  var page: String

  @OptionGroup var arguments: ProjectArguments

  @Option(help: "The file (default: the id with .html, .pdf or .docx, in the current folder).")
  var output: String?

  @Option(
    help: "The paper: a4, letter or a5, for a booklet (default: the site's).", transform: Self.paper
  )
  var paper: Paper?

  @Option(help: "The language (default: the original's).")
  var language: String?

  @Flag(help: "Make a PDF.")
  var pdf = false

  @Flag(help: "Make a document of Word.")
  var docx = false

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
    if pdf, docx { throw ValidationError("--pdf and --docx are two files: ask for one") }
    if engine != nil, !pdf { throw ValidationError("--engine goes with --pdf") }
    try TimeLimit.check(timeLimit)
  }

  func run() async throws {
    Interruption.watch()
    let project = try arguments.opened()
    var options = BuildOptions(
      jobs: ProjectArguments.processors, now: try ProjectArguments.now())
    options.showsAll = drafts
    try await reportingMachineFailures {
      // Looked for first: nobody should wait for a site to be read, and then be told.
      try DiskFile.check(outputPath, Self.replacement)
      let maker = docx ? try DocumentMaker.find() : nil
      let installed = pdf ? try PrintEngine.find(engine) : nil
      let matter = try await matter(of: project, options)
      let limit = Duration.seconds(timeLimit)
      var file = matter.html
      if let maker {
        file = HandoutMark.marked(document: try maker.document(of: matter, timeLimit: limit))
      } else if let installed {
        var matter = matter
        matter.html = MadeFonts.embedded(in: matter.html, project: arguments.project)
        if installed.engine == .weasyprint {
          matter.html = VisualOrder.ofDrawings(in: matter.html)
        }
        file = HandoutMark.marked(pdf: try installed.print(matter, timeLimit: limit))
      }
      try DiskFile.write(file, to: outputPath, existing: .replacedIf(Self.replacement))
      let program = maker?.version() ?? installed?.version()
      Terminal.line(outputPath + (program.map { ", by " + $0 } ?? ""))
    }
  }

  /// Nothing but a handout is written over.
  private static let replacement = Replacement("handout", isOn: HandoutMark.isOn)

  private static func paper(_ name: String) throws -> Paper {
    if let paper = Paper(rawValue: name) { return paper }
    throw ValidationError(
      "--paper takes \(Paper.allCases.map(\.rawValue).joined(separator: " or ")), not '\(name)'")
  }

  private var key: RecordKey? {
    let parts = page.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(Identifier.isValid) else { return nil }
    return RecordKey(kind: parts[0], id: parts[1])
  }

  private var outputPath: String {
    output ?? (key?.id ?? "handout") + (docx ? ".docx" : pdf ? ".pdf" : ".html")
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
    return PrintMatter(
      html: html, moment: PrintMoment(site.renderer.date(ofHandout: found)),
      attachments: site.renderer.attachments(of: found))
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
