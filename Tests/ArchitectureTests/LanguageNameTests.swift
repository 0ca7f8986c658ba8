import Testing

/// A language is a file of rules and a file of words; no code names one.
@Suite struct LanguageNameTests {
  /// What may: the Citation Style Language has title case for English alone, and Turkish by its letters;
  /// the preview's own pages are in English; BibTeX has names of its own for languages, and LaTeX
  /// commands that look like their codes.
  private static let allowed = [
    "Sources/DossierCitation/Text/TextCase.swift",
    "Sources/DossierPreview/Pages/PreviewScript.swift",
    "Sources/DossierSite/Bibliography/BibTeXFields.swift",
    "Sources/DossierSite/BibTeX/TeXText.swift",
  ]

  private static let modules = [
    "DossierSource", "DossierMarkdown", "DossierTemplate", "DossierTables", "DossierSite",
    "DossierCitation", "DossierDrawing", "DossierRender", "DossierBuild", "DossierPreview",
    "DossierStarter", "dossier",
  ]

  @Test(arguments: modules)
  func noCodeNamesALanguage(module: String) throws {
    let code =
      /"(?:en|uk|de|fr|pl|es|it|pt|nl|sv|da|nb|fi|et|lv|cs|sk|hu|ro|bg|sr|sl|el|tr|ka|hy|ar|he|ru)"/
    let name =
      /\b(?:english|ukrainian|german|french|polish|spanish)[A-Z]?\w*\b/
    for file in PackageFiles.swift(in: "Sources/\(module)") where !Self.allowed.contains(file) {
      let lines = try PackageFiles.text(file).split(separator: "\n")
      for line in lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        #expect(line.firstMatch(of: code) == nil, "\(file): \(line)")
        #expect(line.firstMatch(of: name) == nil, "\(file): \(line)")
      }
    }
  }
}
