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
  /// Commands that GitHub's runners show as notes beside the lines.
  case github

  /// The diagnostics as one document; `nil` for the text format.
  ///
  /// - Parameter folder: The project's, as the user named it.
  func document(_ diagnostics: [Diagnostic], ofProjectIn folder: String) -> String? {
    switch self {
    case .text: nil
    case .json: "[" + diagnostics.map(Self.json).joined(separator: ",\n ") + "]\n"
    case .sarif: Self.sarif(diagnostics)
    case .github: diagnostics.map { Self.annotation($0, below: Self.prefix(folder)) }.joined()
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

  /// One line in the form of https://docs.github.com/actions/reference/workflow-commands-for-github-actions
  private static func annotation(_ diagnostic: Diagnostic, below prefix: String) -> String {
    let level =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let (place, span) = (diagnostic.place, diagnostic.place.span)
    let message = diagnostic.message + (diagnostic.help.map { "\nhelp: " + $0 } ?? "")
    return "::\(level) file=\(escaped(prefix + place.path, isProperty: true)),line=\(span.line),"
      + "col=\(span.column),title=\(escaped(diagnostic.code, isProperty: true))::"
      + escaped(message, isProperty: false) + "\n"
  }

  /// What leads from the current folder, the top of a checkout, to the project: "" or "reports/".
  private static func prefix(_ folder: String) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    return (folder.hasPrefix("/") ? "/" : "") + parts.map { $0 + "/" }.joined()
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    let special = isProperty ? "%\r\n:," : "%\r\n"
    return text.unicodeScalars.map { scalar in
      guard special.unicodeScalars.contains(scalar) else { return String(scalar) }
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "%" + String(repeating: "0", count: 2 - code.count) + code
    }.joined()
  }

  private static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { text($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  private static func text(_ text: String) -> String { JSONText.string(text) }
}
