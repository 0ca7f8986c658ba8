import ArgumentParser
import DossierBuild
import DossierSite
import DossierSource
import DossierStarter

/// `dossier new`: a record to be filled in.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a record, with every key of its kind explained.",
    discussion: "What must be filled in is reported by `check` until it is. No file is overwritten."
  )

  @Argument(help: "A kind of the project, such as mission.")
  var kind: String

  @Argument(help: "The id, which is the file's name: a-z, 0-9 and hyphens.")
  var id: String

  @Argument(help: "The folder with content/ and templates/.")
  var project = "."

  @Option(help: "The title.")
  var title: String?

  func validate() throws {
    guard Identifier.isValid(id) else {
      let help = Identifier.suggestion(for: id).map { "\nhelp: write '\($0)'" } ?? ""
      throw ValidationError("ID is made of a-z, 0-9 and hyphens, not '\(id)'\(help)")
    }
    if id == "index" {
      throw ValidationError(
        "'index' is the page that lists the records of a kind, and cannot be one")
    }
    if let title, title.isEmpty || title.unicodeScalars.contains(where: Self.endsTitle) {
      throw ValidationError("--title takes a text on one line")
    }
  }

  func run() async throws {
    var arguments = ProjectArguments()
    arguments.project = project
    let opened = try arguments.opened()
    do {
      try await reportingMachineFailures {
        let schema = try declarations(of: opened)
        let path = try opened.path(ofNew: RecordKey(kind: kind, id: id), in: schema)
        try write(schema, to: path)
        Terminal.line("\(project == "." ? "" : project + "/")\(path)")
      }
    } catch let refusal as NewRecordRefusal {
      refuse(refusal)
      throw ExitStatus.content.code
    }
  }

  /// A control character or a line's end of Unicode; none stands in a line of YAML.
  private static func endsTitle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned: true
    default: false
    }
  }

  private func declarations(of project: Project) throws -> SiteSchema {
    let outcome = try project.declarations()
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let report = DiagnosticReport(diagnostics: errors, project: project)
      report.print()
      Terminal.errorLine("nothing was written: \(report.summary)")
      throw ExitStatus.content.code
    }
    return outcome.value
  }

  private func write(_ schema: SiteSchema, to path: String) throws {
    guard let kind = schema.kind(kind) else { return }
    let text = RecordDraft(of: kind, in: schema).text(title: title)
    let whole = project + "/" + path
    try DiskFile.makeFolder(project + "/content/" + kind.folder)
    try DiskFile.write(Array(text.utf8), to: whole, existing: .kept)
  }

  private func refuse(_ refusal: NewRecordRefusal) {
    switch refusal {
    case .noKind(let id, let help):
      Terminal.errorLine("error: no kind has the id '\(id)'")
      if let help { Terminal.errorLine("help: \(help)") }
    case .taken(let path):
      Terminal.errorLine("error: \(path) is there already")
      Terminal.errorLine("help: choose another id; nothing was written")
    case .alias(let id, let path):
      Terminal.errorLine("error: '\(id)' was the id of \(path) before, and leads there")
      Terminal.errorLine("help: choose another id, or remove it from 'aliases' there")
    }
  }
}
