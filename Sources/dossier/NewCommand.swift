import ArgumentParser
import DossierBuild
import DossierSite
import DossierSource
import DossierStarter

/// `dossier new`: a record to be filled in.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a record, with every key of its kind explained, or the words of a language.",
    discussion: """
      What must be filled in is reported by `check` until it is. No file is overwritten. 'new strings sv' \
      writes down what templates/strings/sv.yml lacks, to be translated.
      """
  )

  @Argument(help: "A kind of the project, by its id; 'strings' for the words of a language.")
  var kind: String

  @Argument(help: "The id, which is the file's name: a-z, 0-9 and hyphens; the code of a language.")
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
        if kind == "strings", schema.kind(kind) == nil {
          return try writeStrings(of: opened, schema.configuration.original)
        }
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

  /// Writes down what the texts of a language lack, below those that it has.
  private func writeStrings(of opened: Project, _ original: Language) throws {
    let language = Language(id)
    guard (2...3).contains(id.utf8.count), id.utf8.allSatisfy({ (97...122).contains($0) }) else {
      throw NewRecordRefusal.noLanguage(id)
    }
    let files = try opened.interfaceTexts()
    let models = [original, .fallback] + files.keys.sorted()
    guard let model = models.first(where: { $0 != language && files[$0] != nil }),
      let text = files[model]
    else { throw NewRecordRefusal.noTexts }
    let path = "templates/strings/\(id).yml"
    let known = files[language].map { InterfaceStrings.decode($0, language).value.words.keys }
    let draft = StringsDraft(
      of: language, after: String(decoding: text.bytes, as: UTF8.self),
      known: Set(known ?? [:].keys))
    if draft.count > 0 {
      let existing = files[language].map { String(decoding: $0.bytes, as: UTF8.self) }
      try DiskFile.write(
        Array(draft.text(onto: existing).utf8), to: project + "/" + path,
        existing: existing == nil ? .kept : .replaced)
    }
    Terminal.line(
      "\(project == "." ? "" : project + "/")\(path): \(draft.count) to be translated, after '\(model.code)'"
    )
  }

  private func refuse(_ refusal: NewRecordRefusal) {
    switch refusal {
    case .noKind(let id, let help):
      Terminal.errorLine("error: no kind has the id '\(id)'")
      if let help { Terminal.errorLine("help: \(help)") }
    case .noLanguage(let code):
      Terminal.errorLine("error: '\(code)' is no language code")
      Terminal.errorLine("help: write two or three lower-case letters, such as en or uk")
    case .noTexts:
      Terminal.errorLine(
        "error: the project has no words of another language in templates/strings/")
      Terminal.errorLine("help: copy templates/ from a project that 'dossier init' wrote")
    case .taken(let path):
      Terminal.errorLine("error: \(path) is there already")
      Terminal.errorLine("help: choose another id; nothing was written")
    case .alias(let id, let path):
      Terminal.errorLine("error: '\(id)' was the id of \(path) before, and leads there")
      Terminal.errorLine("help: choose another id, or remove it from 'aliases' there")
    }
  }
}
