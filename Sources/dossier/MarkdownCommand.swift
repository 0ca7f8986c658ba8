import ArgumentParser
import DossierMarkdown
import DossierSite
import DossierSource

/// `dossier markdown`: standard input to an HTML fragment.
struct MarkdownCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Turn Markdown from standard input into HTML.")

  @Flag(help: "CommonMark alone, without any extension.")
  var plain = false

  @Flag(name: .customLong("raw-html"), help: "Pass raw HTML on.")
  var rawHTML = false

  func run() async throws {
    try await reportingMachineFailures {
      let input = try StandardStream.input.readAll()
      if plain {
        try StandardStream.output.write(
          MarkdownParser.plain(input, allowsRawHTML: rawHTML))
      } else {
        try render(input)
      }
    }
  }

  private func render(_ input: [UInt8]) throws {
    let file = SourceFile.decode(path: "<stdin>", bytes: input)
    let parser = MarkdownParser(
      options: .init(exhibits: Exhibit.names, allowsRawHTML: rawHTML))
    let body = file.then { parser.parse($0.bytes, path: $0.path) }
    let lines = SourceLines(input)
    for diagnostic in body.diagnostics {
      Terminal.errorLine(diagnostic.text(line: lines[diagnostic.place.span.line]))
    }
    try StandardStream.output.write(body.value.standaloneHTML())
    if body.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitStatus.content.code
    }
  }
}
