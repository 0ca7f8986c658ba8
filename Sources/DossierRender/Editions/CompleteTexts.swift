import DossierSite
import DossierSource

/// The interface texts of a site's languages, where what one lacks is said in another.
enum CompleteTexts {
  /// Takes for each language its own texts, and what it lacks from the first that has it: the site's
  /// original, then the language of a site that names none, then the others by their codes.
  ///
  /// - Parameters:
  ///   - files: The texts of all files, those of languages that are none of the site's too.
  ///   - needed: Keys that the code needs.
  /// - Returns: Texts with all keys that are needed or that a language of the site has; one warning for
  ///   a language that lacks some, and an error for each key that no language has.
  static func of(
    _ languages: [Language], _ files: [InterfaceStrings], needed: [String]
  ) -> Outcome<[InterfaceStrings]> {
    let donors = donors(languages, files)
    let own = languages.map { language in
      files.first { $0.language == language } ?? InterfaceStrings(language: language, words: [:])
    }
    // The original's file may be a draft that says nothing yet, so that the next donor counts too.
    let wanted = Set(needed).union((own + donors.prefix(2)).flatMap(\.words.keys)).sorted()
    var diagnostics = wanted.filter { key in !donors.contains { $0.words[key] != nil } }.map {
      nowhere($0, languages[0])
    }
    let complete = own.map { strings -> InterfaceStrings in
      let gaps = wanted.filter { strings.words[$0] == nil }
      let found = gaps.compactMap { key in
        donors.first { $0.words[key] != nil }.map { (key, $0) }
      }
      guard let first = found.first else { return strings }
      diagnostics.append(untranslated(strings.language, found.count, wanted.count, first))
      return strings.adding(found.compactMap { key, donor in donor.words[key].map { (key, $0) } })
    }
    return Outcome(complete, diagnostics)
  }

  private static func donors(
    _ languages: [Language], _ files: [InterfaceStrings]
  ) -> [InterfaceStrings] {
    let first = [languages[0], .fallback]
    let others = files.map(\.language).filter { !first.contains($0) }.sorted()
    return (first + others).reduce(into: []) { donors, language in
      guard !donors.contains(where: { $0.language == language }) else { return }
      donors += files.filter { $0.language == language }
    }
  }

  private static func nowhere(_ key: String, _ language: Language) -> Diagnostic {
    .error(
      "strings.missing", "the language '\(language.code)' has no text '\(key)'",
      at: top(language), help: "add '\(key): …'")
  }

  private static func untranslated(
    _ language: Language, _ count: Int, _ all: Int, _ first: (key: String, donor: InterfaceStrings)
  ) -> Diagnostic {
    let gaps =
      count == 1
      ? "no text '\(first.key)'; that"
      : "no text for \(count) of \(all) keys, of which the first is '\(first.key)'; those"
    return .warning(
      "strings.untranslated",
      "the language '\(language.code)' has \(gaps) of '\(first.donor.language.code)' \(count == 1 ? "is" : "are") shown",
      at: top(language),
      help: "run 'dossier new strings \(language.code)', which writes them down to be translated")
  }

  private static func top(_ language: Language) -> Place {
    Place(path: "templates/strings/\(language.code).yml", line: 1, column: 1)
  }
}
