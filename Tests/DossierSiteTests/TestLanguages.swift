import DossierSite

extension Language {
  static let english = Language("en")
  static let ukrainian = Language("uk")
}
