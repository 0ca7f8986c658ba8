import DossierTemplate

extension OptionalPages {
  /// Those that compiled templates have.
  init(in templates: TemplateSet) {
    self = []
    for entry in Self.entries where templates.contains(entry.template) { insert(entry.page) }
  }

  /// A page with what it needs.
  struct Entry: Sendable {
    var page: OptionalPages
    /// The name of its template.
    var template: String
    var shape: ObjectShape
    /// The interface texts that the code itself prints there.
    var words: [String]
  }

  static let entries = [
    Entry(
      page: .alphabet, template: "a-z", shape: AlphabetView.shape.shape, words: ["a-z"]),
    Entry(
      page: .search, template: "search", shape: SearchView.shape.shape,
      words: ["search"] + ScriptWords.search),
    Entry(
      page: .exhibit, template: "exhibit", shape: ExhibitPageView.shape.shape,
      words: ExhibitPage.words),
    Entry(page: .redirect, template: "redirect", shape: RedirectView.shape.shape, words: []),
  ]
}
