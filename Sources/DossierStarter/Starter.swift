public import DossierSite

/// A complete project for somebody who begins: an example with this publication's templates.
public enum Starter {
  /// What the example shows.
  public enum Example: String, CaseIterable, Sendable {
    /// Three missions, a briefing and a glossary.
    case small
    /// A kind for every role, every exhibit, an image and two languages.
    case full
  }

  /// Its files by their paths in the project, those of `content/` before those of `templates/`.
  ///
  /// - Parameter language: The language that the small example is written in, or that the full one has
  ///   as a third; what the pages themselves say in it is drafted where it is not there.
  public static func files(
    of example: Example, in language: Language? = nil
  ) -> [(path: String, bytes: [UInt8])] {
    let texts = ProjectFiles.all.compactMap { file in
      path(of: file.path, in: example).map { (path: $0, text: file.text) }
    }.sorted { isBefore($0.path, $1.path) }
    let chosen = language.map { choosing($0, in: texts) } ?? texts
    return chosen.map { ($0.path, Array($0.text.utf8)) }
  }

  private static let fullFolder = "full/"

  /// Where a file lies in the project of an example; `nil` for one of another.
  private static func path(of file: String, in example: Example) -> String? {
    let isOfFull = file.hasPrefix(fullFolder)
    let isShared = file.hasPrefix("templates/") || file == ".gitignore"
    switch example {
    case .small: return isOfFull ? nil : file
    case .full where isOfFull: return String(file.dropFirst(fullFolder.count))
    case .full: return isShared ? file : nil
    }
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    let isTemplate = (left.hasPrefix("templates/"), right.hasPrefix("templates/"))
    return isTemplate.0 == isTemplate.1 ? left < right : isTemplate.1
  }

  private static func choosing(
    _ language: Language, in texts: [(path: String, text: String)]
  ) -> [(path: String, text: String)] {
    var chosen = texts
    for index in chosen.indices where chosen[index].path == "content/site.yml" {
      chosen[index].text = choosing(language, in: chosen[index].text)
    }
    let own = Language.fallback.code
    if texts.contains(where: { $0.text.contains("\nlanguages: [\(own)]\n") }) {
      // What has plural forms names its language.
      for index in chosen.indices where chosen[index].path == "content/units.yml" {
        chosen[index].text.replace("{\(own): ", with: "{\(language.code): ")
      }
    }
    let path = "templates/strings/\(language.code).yml"
    let model = texts.first { $0.path == "templates/strings/\(Language.fallback.code).yml" }
    if let model, !texts.contains(where: { $0.path == path }) {
      let draft = StringsDraft(of: language, after: model.text, known: [])
      chosen.append((path, draft.text(onto: nil)))
    }
    return chosen
  }

  /// The declaration of the site with a language in the place of its only one, or behind several.
  private static func choosing(_ language: Language, in text: String) -> String {
    let key = "languages: ["
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix(key), line.hasSuffix("]") else { return String(line) }
      let known = line.dropFirst(key.count).dropLast().split(separator: ", ").map(String.init)
      let isThere = known.count > 1 && known.contains(language.code)
      let codes = known.count == 1 ? [language.code] : known + (isThere ? [] : [language.code])
      return key + codes.joined(separator: ", ") + "]"
    }
    return lines.joined(separator: "\n")
  }
}
