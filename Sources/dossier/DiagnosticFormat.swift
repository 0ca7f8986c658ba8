import ArgumentParser
import DossierSite
import DossierSource

/// How `check` prints diagnostics.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  /// A compiler's layout, to standard error.
  case text
  /// A list of objects, to standard output.
  case json
  /// SARIF 2.1.0 (OASIS), which code hosts show beside the lines.
  case sarif

  /// The diagnostics as one JSON document; `nil` for the text format.
  func document(_ diagnostics: [Diagnostic]) -> String? {
    switch self {
    case .text: nil
    case .json: "[" + diagnostics.map(Self.json).joined(separator: ",\n ") + "]\n"
    case .sarif: Self.sarif(diagnostics)
    }
  }

  private static func json(_ diagnostic: Diagnostic) -> String {
    let span = diagnostic.place.span
    return object([
      ("severity", text("\(diagnostic.severity)")), ("code", text(diagnostic.code)),
      ("message", text(diagnostic.message)), ("path", text(diagnostic.place.path)),
      ("line", "\(span.line)"), ("column", "\(span.column)"), ("length", "\(span.length)"),
      ("help", diagnostic.help.map(text) ?? "null"),
    ])
  }

  private static func sarif(_ diagnostics: [Diagnostic]) -> String {
    let rules = Set(diagnostics.map(\.code)).sorted().map { object([("id", text($0))]) }
    let driver = object([
      ("name", text("dossier")), ("version", text(Dossier.versionNumber)),
      ("rules", "[" + rules.joined(separator: ",") + "]"),
    ])
    let run = object([
      ("tool", object([("driver", driver)])), ("columnKind", text("utf16CodeUnits")),
      ("results", "[" + diagnostics.map(result).joined(separator: ",\n ") + "]"),
    ])
    return object([
      ("$schema", text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", text("2.1.0")), ("runs", "[\(run)]"),
    ]) + "\n"
  }

  private static func result(_ diagnostic: Diagnostic) -> String {
    let message = diagnostic.message + (diagnostic.help.map { "\nhelp: " + $0 } ?? "")
    let region = object([("startLine", "\(diagnostic.place.span.line)")])
    let location = object([
      ("artifactLocation", object([("uri", text(diagnostic.place.path))])), ("region", region),
    ])
    return object([
      ("ruleId", text(diagnostic.code)), ("level", text("\(diagnostic.severity)")),
      ("message", object([("text", text(message))])),
      ("locations", "[" + object([("physicalLocation", location)]) + "]"),
    ])
  }

  private static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { text($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  private static func text(_ text: String) -> String { JSONText.string(text) }
}
