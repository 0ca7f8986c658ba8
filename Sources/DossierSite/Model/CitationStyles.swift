public import DossierCitation
import DossierSource

/// How the site cites: its style, and the terms of its languages.
public struct CitationStyles: Sendable {
  public var style: Style
  public var locales: LocaleLibrary

  /// The tool's own style of authors and years, by which a sentence names works in every style.
  public static let naming = OwnStyle.authorDate.style ?? .empty

  /// Takes the style that `site.yml` names, from the project's files or the tool's own.
  ///
  /// - Parameters:
  ///   - styles: The project's, by their path below `content/`.
  ///   - locales: The project's, which go before the tool's own.
  init(_ name: Located?, styles: [String: Style], locales: [Locale]) {
    let own = OwnStyle(rawValue: name?.id ?? OwnStyle.authorDate.rawValue)?.style
    style = own ?? name.flatMap { styles["content/" + $0.id] } ?? Self.naming
    self.locales = LocaleLibrary(over: .own, with: locales)
  }

  /// What is wrong with the name of a style, and with the languages that nothing speaks.
  static func check(
    _ configuration: SiteConfiguration, styles: Set<String>, locales: [Locale]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let name = configuration.citationStyle, OwnStyle(rawValue: name.id) == nil,
      !styles.contains("content/" + name.id)
    {
      let known =
        OwnStyle.allCases.map(\.rawValue) + styles.map { String($0.dropFirst(8)) }.sorted()
      diagnostics.append(
        .error(
          "site.citation-style", "'\(name.id)' is no citation style",
          at: Place(path: SiteConfiguration.path, span: name.span),
          help: "write \(known.joined(separator: " or ")), or put a style into content/styles/"))
    }
    let library = LocaleLibrary(over: .own, with: locales)
    for language in configuration.languages where !library.speaks(language.code) {
      diagnostics.append(
        .warning(
          "site.citation-terms",
          "there are no terms of citations in the language '\(language.code)'",
          at: Place(path: SiteConfiguration.path, line: 1, column: 1),
          help: "put a locale of the Citation Style Language into content/styles/, such as "
            + "locales-\(language.code).xml"))
    }
    return diagnostics
  }
}
