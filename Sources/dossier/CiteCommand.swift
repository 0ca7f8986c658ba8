import ArgumentParser
import DossierCitation
import DossierSource

/// `dossier cite`: what a style makes of works.
struct CiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Print citations or a bibliography of works by a style.",
    discussion: """
      STYLE is a file in the Citation Style Language 1.0.2, or one of the tool's own: \
      \(OwnStyle.allCases.map(\.rawValue).joined(separator: ", ")). Without --citations, all works \
      are cited at once.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case html, text }

  @Argument(help: "A style's file, or the name of one of the tool's own.")
  var style: String

  @Argument(help: "Files of works in CSL-JSON.")
  var sources: [String]

  @Option(
    help: "The language of terms and dates, such as 'uk'; else the style's own, else English.")
  var locale: String?

  @Option(help: "A folder with locale files ('locales-de-DE.xml') that go before the tool's own.")
  var locales: String?

  @Option(help: "A JSON file of what to cite: a list of lists of cites, or CSL's 'citations'.")
  var citations: String?

  @Flag(help: "Print the bibliography.")
  var bibliography = false

  @Option(help: "How the result is written.")
  var format: Format = .html

  func run() async throws {
    try await reportingMachineFailures {
      var reader = CiteReading()
      let style = try reader.style(style)
      let works = try sources.flatMap { try reader.works($0) }
      let request = try citations.map { try reader.request($0) } ?? nil
      let library = try locales.map { try reader.library($0) } ?? .own
      reader.checkIDs(of: request, among: works)
      reader.print()
      guard let style, !reader.hasErrors else { throw ExitStatus.content.code }
      let processor = Processor(
        style: style, locale: library.locale(locale ?? style.defaultLanguage ?? "en-US"))
      let report = CiteReport(processor, format: format == .html ? .html : .text)
      let text =
        bibliography
        ? report.bibliography(request, works: works) : report.citations(request, works: works)
      try StandardStream.output.write(Array((text + "\n").utf8))
    }
  }
}

/// Reads what `cite` is given, and collects what there is to say of it.
private struct CiteReading {
  private var said: [(diagnostic: Diagnostic, lines: SourceLines?)] = []

  var hasErrors: Bool { said.contains { $0.diagnostic.severity == .error } }

  mutating func style(_ name: String) throws -> Style? {
    if let own = OwnStyle(rawValue: name)?.style { return own }
    return try read(name) { Style.read($0) } ?? nil
  }

  mutating func works(_ path: String) throws -> [Work] {
    try read(path) { WorkReader.works(in: $0) } ?? []
  }

  mutating func request(_ path: String) throws -> CitationRequest? {
    try read(path) { CitationRequest.read($0) } ?? nil
  }

  mutating func library(_ folder: String) throws -> LocaleLibrary {
    var library = LocaleLibrary(over: .own)
    let disk = DiskFolder(root: folder, prefix: "")
    let entries = try disk.list()
    said += entries.diagnostics.map { ($0, nil) }
    for entry in entries.value {
      let name = entry.path.split(separator: "/").last ?? ""
      guard name.hasPrefix("locales-"), name.hasSuffix(".xml") else { continue }
      let bytes = try disk.read(entry.path)
      let file = SourceFile.decode(path: "\(folder)/\(entry.path)", bytes: bytes)
      let found = file.diagnostics.isEmpty ? library.add(file.value) : file.diagnostics
      said += found.map { ($0, SourceLines(bytes)) }
    }
    return library
  }

  mutating func checkIDs(of request: CitationRequest?, among works: [Work]) {
    let known = Set(works.map(\.id))
    for id in request?.ids ?? [] where !known.contains(id) {
      let place = Place(path: "citations", line: 1, column: 1)
      said.append(
        (
          .warning(
            "work.unknown", "no work has the id '\(id)'", at: place,
            help: Suggestion.nearest(to: id, among: known.sorted()).map { "did you mean '\($0)'?" }),
          nil
        ))
    }
  }

  func print() {
    for (diagnostic, lines) in said {
      Terminal.errorLine(diagnostic.text(line: lines?[diagnostic.place.span.line]))
    }
  }

  private mutating func read<Value>(
    _ path: String, by read: (SourceFile) -> Outcome<Value>
  ) throws -> Value? {
    let bytes = try DiskFile.read(path)
    let file = SourceFile.decode(path: path, bytes: bytes)
    guard file.diagnostics.isEmpty else {
      said += file.diagnostics.map { ($0, SourceLines(bytes)) }
      return nil
    }
    let outcome = read(file.value)
    let lines = outcome.diagnostics.isEmpty ? nil : SourceLines(bytes)
    said += outcome.diagnostics.map { ($0, lines) }
    return outcome.value
  }
}
