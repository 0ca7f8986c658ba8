import ArgumentParser
import DossierBuild
import DossierSite
import DossierSource
import DossierStarter
import DossierTables

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `dossier import`: records or a table of claims from a spreadsheet, once.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make records or a table of claims from a spreadsheet, once.",
    discussion: """
      Reads CSV, TSV or a workbook (.xlsx). What was understood is shown before anything is written; on \
      a terminal you are asked. A table with a column 'id' becomes a record for each row, one with \
      'record' and 'field' a table of claims. No file is overwritten, and where anything is in error \
      none is written.
      """)

  @Argument(help: "The table: CSV, TSV or .xlsx.")
  var file: String

  @Argument(help: "The folder with content/ and templates/.")
  var project = "."

  @Option(help: "The kind of the records.")
  var kind: String

  @Option(help: "The sheet of a workbook that holds several.")
  var sheet: String?

  @Option(
    help: "The sign before the decimals of numbers: \",\" or \".\".",
    transform: { try ImportCommand.word($0, of: "--decimal") })
  var decimal: TableRules.DecimalSign?

  @Option(
    help: "The order of day, month and year: dmy, mdy or ymd.",
    transform: { try ImportCommand.word($0, of: "--dates") })
  var dates: TableRules.DateOrder?

  @Option(name: .customLong("skip-rows"), help: "Rows that stand before the head.")
  var skipRows: Int?

  @Option(
    name: .customLong("column"),
    help: "What a column of the head is, as 'Name=peak-strength'; may be given for each.")
  var columns: [String] = []

  @Option(help: "The field of which the columns named by years hold points.")
  var years: String?

  @Flag(name: .customLong("dry-run"), help: "Show what was understood, and write nothing.")
  var isDryRun = false

  fileprivate static func word<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String, of option: String
  ) throws -> Word {
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    throw ValidationError("\(option) takes one of \(known), not '\(text)'")
  }

  func validate() throws {
    if let skipRows, !(0...1000).contains(skipRows) {
      throw ValidationError("--skip-rows takes a number from 0 to 1000, not \(skipRows)")
    }
    if let column = columns.first(where: { !$0.contains("=") }) {
      throw ValidationError("--column takes 'Name=column', not '\(column)'")
    }
  }

  func run() async throws {
    var arguments = ProjectArguments()
    arguments.project = project
    let opened = try arguments.opened()
    try await reportingMachineFailures {
      let outcome = try opened.declarations()
      try refuse(outcome.diagnostics.filter { $0.severity == .error }, in: opened)
      guard let found = outcome.value.kind(kind) else {
        let help = Suggestion.help(for: kind, among: outcome.value.kinds.map(\.id))
        try refuse("no kind has the id '\(kind)'", help: help)
        return
      }
      try write(try read(found, outcome.value))
    }
  }

  private func read(_ kind: Kind, _ schema: SiteSchema) throws -> TableImport {
    let name = file.split(separator: "/").last ?? ""
    var rules = schema.tableRules(of: "content/\(kind.folder)/\(name)", kind: kind)
    rules.decimal = decimal ?? rules.decimal
    rules.dates = dates ?? rules.dates
    rules.form.skippedRows = skipRows ?? rules.form.skippedRows
    rules.series = years ?? rules.series
    for column in columns {
      let parts = column.split(separator: "=", omittingEmptySubsequences: false)
      rules.columns[parts.dropLast().joined(separator: "=")] = parts.last.map(String.init)
    }
    try checkSize()
    let bytes = try DiskFile.read(file)
    let result = TableImport.read(
      bytes, name: file, kind: kind, in: schema, TableImport.Options(rules: rules, sheet: sheet))
    show(result.outcome.diagnostics, result.text)
    guard let table = result.outcome.value else {
      Terminal.errorLine("nothing was written")
      throw ExitStatus.content.code
    }
    return table
  }

  /// A file that is too large is not read at all.
  private func checkSize() throws {
    var status = stat()
    guard stat(file, &status) == 0, status.st_size > DiskFolder.largestFile else { return }
    try refuse(
      "\(file) has \(status.st_size / 1_000_000) MB, and may have \(DiskFolder.largestFile / 1_000_000)",
      help: "save the table alone, or divide it into several")
  }

  private func show(_ diagnostics: [Diagnostic], _ text: [UInt8]) {
    let lines = SourceLines(text)
    for diagnostic in diagnostics.sorted() {
      let line = text.isEmpty ? nil : lines.bytes(ofLine: diagnostic.place.span.line)
      Terminal.errorLine(diagnostic.text(lineBytes: line))
    }
  }

  private func write(_ table: TableImport) throws {
    for line in table.summary { Terminal.line(line) }
    let taken = table.files.filter { isThere($0.path) }
    if let first = taken.first {
      let more = taken.count > 1 ? " and \(taken.count - 1) more" : ""
      try refuse(
        "\(first.path)\(more) is there already",
        help: first.path.hasSuffix("_tables.yml")
          ? "write into it: " + String(decoding: first.bytes, as: UTF8.self).dropLast()
          : "remove it or its row, or give the file another name")
    }
    let count = table.files.count == 1 ? "1 file" : "\(table.files.count) files"
    guard !isDryRun, confirms("write \(count)?") else {
      return Terminal.line("nothing was written")
    }
    for file in table.files {
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      try DiskFile.makeFolder("\(project)/\(folder)")
      try DiskFile.write(file.bytes, to: "\(project)/\(file.path)", existing: .kept)
    }
    Terminal.line("\(count) written")
  }

  private func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat("\(project)/\(path)", &status) == 0
  }

  /// Asks where somebody can answer.
  private func confirms(_ question: String) -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return true }
    Terminal.write(question + " [y/N] ", toErrors: false)
    return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
  }

  private func refuse(_ diagnostics: [Diagnostic], in project: Project) throws {
    guard !diagnostics.isEmpty else { return }
    let report = DiagnosticReport(diagnostics: diagnostics, project: project)
    report.print()
    Terminal.errorLine("nothing was written: \(report.summary)")
    throw ExitStatus.content.code
  }

  private func refuse(_ message: String, help: String?) throws {
    Terminal.errorLine("error: \(message)")
    if let help { Terminal.errorLine("help: \(help)") }
    Terminal.errorLine("nothing was written")
    throw ExitStatus.content.code
  }
}
