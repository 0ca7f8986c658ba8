import DossierMarkdown

extension WorkWords {
  /// Works as links to their entries on the page.
  func cited(_ citations: [Citation], _ text: inout TextRenderer) -> [CitedView] {
    citations.compactMap { citation in
      guard text.cite(citation.id) != nil else { return nil }
      return CitedView(label: label(citation), address: fragment(citation.id))
    }
  }
}
