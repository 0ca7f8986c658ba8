import DossierSite

/// The languages' own names, for the links between them.
enum LanguageName {
  static func own(_ language: Language) -> String {
    names[language.code]?.first ?? language.code
  }

  /// The name of a language in another.
  static func name(of language: Language, in other: Language) -> String {
    guard let names = names[language.code] else { return language.code }
    return other == .ukrainian ? names[2] : names[1]
  }

  /// Own, English and Ukrainian name.
  private static let names: [String: [String]] = [
    "en": ["English", "English", "англійською"],
    "uk": ["Українська", "Ukrainian", "українською"],
    "de": ["Deutsch", "German", "німецькою"],
    "fr": ["Français", "French", "французькою"],
    "pl": ["Polski", "Polish", "польською"],
    "es": ["Español", "Spanish", "іспанською"],
  ]
}
