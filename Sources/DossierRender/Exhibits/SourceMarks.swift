import DossierMarkdown
import DossierSite

/// Gives the sources behind the cells of an exhibit letters, in the order in which they occur.
struct SourceMarks {
  private let scope: PageScope
  /// The exhibit's anchor.
  private let anchor: String
  /// Ids of the sources, each once, in the order of their letters.
  private(set) var sources: [String] = []
  private var labels: [String] = []
  private var indices: [String: Int] = [:]

  init(_ scope: PageScope, anchor: String) {
    self.scope = scope
    self.anchor = anchor
  }

  /// The letter of a source, linked to its line under the exhibit; `nil` for one that is not there.
  mutating func mark(_ citation: Citation) -> CitedView? {
    guard scope.site.source(citation.id) != nil else { return nil }
    let index = indices[citation.id] ?? sources.count
    if index == sources.count {
      indices[citation.id] = index
      sources.append(citation.id)
      labels.append(scope.label(Citation(id: citation.id, span: citation.span)))
    }
    let letters = BibliographyFormat.letters(index)
    return CitedView(label: letters, address: "#\(anchor)-\(letters)")
  }

  /// The lines under the exhibit.
  func views() -> [MarkedSourceView] {
    zip(sources, labels).enumerated().map { index, source in
      MarkedSourceView(
        id: "\(anchor)-\(BibliographyFormat.letters(index))",
        mark: BibliographyFormat.letters(index), label: source.1,
        address: "#cite-" + source.0)
    }
  }
}
