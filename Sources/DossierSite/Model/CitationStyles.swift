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
    return diagnostics + locales.flatMap { check($0, among: locales, configuration, library) }
  }

  /// What is wrong with a locale as a whole: whom it is for, and what it leaves to English.
  private static func check(
    _ locale: Locale, among all: [Locale], _ configuration: SiteConfiguration,
    _ library: LocaleLibrary
  ) -> [Diagnostic] {
    guard let place = locale.place else { return [] }
    let (tag, language) = (locale.language, base(of: locale.language))
    let codes = configuration.languages.map(\.code)
    let warning = { (code: String, message: String, help: String) -> [Diagnostic] in
      [.warning(code, message, at: place, help: help)]
    }
    let named = fileLanguage(of: place.path)
    if tag.isEmpty || named.map({ base(of: $0) != language }) ?? false {
      let said =
        tag.isEmpty ? "does not say of which language it is" : "is of '\(tag)' by what it says"
      return warning(
        "style.locale-language",
        "the locale \(said)\(named.map { ", and of '\($0)' by its name" } ?? "")",
        "write xml:lang=\"\(named ?? codes[0])\" into its first tag, or rename the file")
    }
    // English stands in for what others lack, so that it is read in every site.
    guard (codes + [LocaleLibrary.fallback]).contains(where: { base(of: $0) == language }) else {
      return warning(
        "style.locale-language", "the site has no language '\(tag)'",
        "take the file out, or add the language to 'languages' in site.yml")
    }
    let same = all.filter { base(of: $0.language) == language }
    if same.count > max(1, codes.filter { base(of: $0) == language }.count) {
      let other = same.compactMap(\.place).first { $0 != place }
      return warning(
        "style.locale-twice", "there are several locales of '\(language)', and one alone is shown",
        "put them together\(other.map { "; another is \($0.path)" } ?? "")")
    }
    guard let gaps = library.gaps(in: tag) else { return [] }
    return warning(
      "style.terms",
      "the locale of '\(tag)' lacks \(gaps.count) of \(gaps.all) terms and dates, of which the first is "
        + "'\(gaps.first)'; those of English are shown",
      "add what is missing; an empty <term> says that nothing is to be shown")
  }

  private static func base(of tag: String) -> String {
    tag.lowercased().prefix { $0 != "-" && $0 != "_" }.description
  }

  /// The language in the name of a file such as `content/styles/locales-he-IL.xml`.
  private static func fileLanguage(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard name.hasPrefix("locales-"), name.hasSuffix(".xml") else { return nil }
    return String(name.dropFirst(8).dropLast(4))
  }
}
