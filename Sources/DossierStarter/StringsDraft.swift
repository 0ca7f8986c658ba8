public import DossierSite

/// The interface texts that a language lacks, written down in another to be translated.
///
/// Each stands behind a `#`, so that it is in nobody's way until somebody has translated it.
public struct StringsDraft: Sendable {
  private let language: Language
  /// The keys that the language lacks, with the comments and lines around them.
  private let lines: [String]
  /// How many keys it lacks.
  public let count: Int

  /// - Parameters:
  ///   - model: A file of interface texts in another language.
  ///   - known: The keys that the language has.
  public init(of language: Language, after model: String, known: Set<String>) {
    self.language = language
    var lines: [String] = []
    var isMissing = false
    var count = 0
    for line in model.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.isEmpty || line.hasPrefix("#") {
        isMissing = false
        lines.append(line)
      } else if let key = Self.key(of: line) {
        isMissing = !known.contains(key)
        count += isMissing ? 1 : 0
        if isMissing { lines.append("#" + line) }
      } else if isMissing {
        // A text that goes on.
        lines.append("#" + line)
      }
    }
    self.count = count
    self.lines = Self.withoutEmptyParts(lines)
  }

  /// The whole file: what is there already, and the draft below it.
  public func text(onto existing: String?) -> String {
    let rules = LanguageRules(language)
    let forms = rules.pluralForms.map(\.rawValue).joined(separator: ", ")
    let head = [
      "# Texts that are still to be translated: take the # from a line, and write it anew. Names in braces",
      "# stay; the plural forms of the language are: \(forms).",
    ]
    let before = existing.map { $0.hasSuffix("\n") ? $0 + "\n" : $0 + "\n\n" } ?? ""
    return before + (head + lines).joined(separator: "\n") + "\n"
  }

  /// The key that a line begins with; `nil` for a line that goes on with another.
  private static func key(of line: String) -> String? {
    guard let first = line.first, first != " ", let colon = line.firstIndex(of: ":") else {
      return nil
    }
    return line[..<colon].filter { $0 != "\"" && $0 != "'" }
  }

  /// The lines without headings of which no key is left, and without empty lines at the ends.
  private static func withoutEmptyParts(_ lines: [String]) -> [String] {
    let parts = lines.split(separator: "").filter { part in
      part.contains { $0.hasPrefix("#") && !$0.hasPrefix("# ") }
    }
    return parts.flatMap { [""] + $0 }
  }
}
