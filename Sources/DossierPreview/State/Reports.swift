import DossierBuild
import DossierSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What open pages are told of a new state.
struct ChangeReport: Encodable {
  var version: Int
  /// Files that changed, a few of them.
  var files: [String]
  var fileCount: Int
  /// Whether nothing but style sheets changed, so that pages need not be loaded.
  var isStyleOnly: Bool
  var errors: Int
  var warnings: Int

  init(_ snapshot: Snapshot, files: [String]) {
    version = snapshot.version
    self.files = Array(files.prefix(5))
    fileCount = files.count
    isStyleOnly =
      !files.isEmpty
      && files.allSatisfy { $0.hasPrefix("templates/assets/") && $0.hasSuffix(".css") }
    errors = snapshot.count(.error)
    warnings = snapshot.count(.warning)
  }

  func json() -> [UInt8] { JSONReport.encode(self) }
}

/// What is to be said of one page beside its matter: mistakes, a mark, and links to its files.
struct PageReport: Encodable {
  /// The most diagnostics that a page is told of.
  private static let mostDiagnostics = 100

  var version: Int
  /// The page's own file.
  var path: String?
  var edit: String?
  /// By the id of an element: the address that opens the editor at the fact.
  var facts: [String: String] = [:]
  var isDraft = false
  /// Seconds since 1970 before which nobody else sees the page.
  var hiddenUntil: Int?
  /// Whether what is shown is older than the files, since these have errors.
  var isOld: Bool
  var diagnostics: [DiagnosticReport]
  var errors: Int
  var warnings: Int

  init(_ route: String, _ snapshot: Snapshot, _ project: Project, _ editor: EditorLink) {
    let editor = editor.with(pattern: snapshot.table?.editor)
    let origin = snapshot.table?.origin(of: route)
    version = snapshot.version
    path = origin?.place.path
    edit = origin.map { editor.address(of: $0.place) }
    facts = origin?.facts.mapValues { editor.address(of: $0) } ?? [:]
    switch origin?.visibility {
    case .draft: isDraft = true
    case .from(let moment): hiddenUntil = moment
    case .all, nil: break
    }
    isOld = snapshot.hasErrors
    let own = Set(
      [origin?.place.path].compactMap(\.self) + (origin?.facts.values.map(\.path) ?? []))
    diagnostics = project.withLines(Self.first(snapshot.diagnostics, own)).map {
      DiagnosticReport($0, line: $1, isOwn: Self.concerns($0, own), editor)
    }
    errors = snapshot.count(.error)
    warnings = snapshot.count(.warning)
  }

  /// Those of a page's own files first, of these and of others the worst.
  private static func first(_ diagnostics: [Diagnostic], _ own: Set<String>) -> [Diagnostic] {
    var first: [Diagnostic] = []
    for isOwn in [true, false] {
      for severity in [Diagnostic.Severity.error, .warning, .note] {
        let more = diagnostics.lazy.filter {
          $0.severity == severity && own.contains($0.place.path) == isOwn
        }
        first += more.prefix(mostDiagnostics - first.count)
      }
    }
    return first
  }

  /// Whether a diagnostic is to stand over a page: of its own files, or of what all pages share.
  private static func concerns(_ diagnostic: Diagnostic, _ own: Set<String>) -> Bool {
    let path = diagnostic.place.path
    return own.contains(path) || path.hasPrefix("templates/") || path == "content/site.yml"
  }

  func json() -> [UInt8] { JSONReport.encode(self) }
}

/// A diagnostic with all that a page shows of it.
struct DiagnosticReport: Encodable {
  var severity: String
  var code: String
  var message: String
  var help: String?
  var path: String
  var line: Int
  var column: Int
  /// The source line with its number and the caret under the place.
  var excerpt: String?
  /// The address that opens the editor at the place.
  var edit: String
  /// Whether it is to stand over the page that asked.
  var isOwn: Bool

  /// - Parameter text: The line that it is about.
  init(_ diagnostic: Diagnostic, line text: ArraySlice<UInt8>?, isOwn: Bool, _ editor: EditorLink) {
    let text = text.map { String(decoding: $0, as: UTF8.self) }
    severity = "\(diagnostic.severity)"
    (code, message, help) = (diagnostic.code, diagnostic.message, diagnostic.help)
    path = diagnostic.place.path
    (line, column) = (diagnostic.place.span.line, diagnostic.place.span.column)
    excerpt = diagnostic.excerpt(of: text)
    edit = editor.address(of: diagnostic.place, line: text)
    self.isOwn = isOwn
  }
}

extension Diagnostic {
  /// The lines between the message and the help of the diagnostic's text.
  fileprivate func excerpt(of line: String?) -> String? {
    guard let line else { return nil }
    let bare = Diagnostic(severity, code, message, at: place)
    let lines = bare.text(line: line).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.suffix(2).joined(separator: "\n")
  }
}

/// JSON on one line, with its keys in the order of their bytes.
enum JSONReport {
  static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // The reports hold texts, whole numbers and flags alone, which are always encoded.
    return (try? encoder.encode(value)).map(Array.init) ?? Array("{}".utf8)
  }
}
