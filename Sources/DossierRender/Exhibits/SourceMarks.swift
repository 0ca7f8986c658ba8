import DossierCitation
import DossierMarkdown
import DossierSite

/// Gives the sources behind the cells of an exhibit letters, in the order in which they occur.
struct SourceMarks {
  private let scope: PageScope
  /// What the anchors of the lines begin with: `_3` for the third exhibit of a page.
  private let anchor: String
  /// Whether the lines lead to the bibliography below, as on paper; else to the works' own pages,
  /// since the works behind a long table would weigh more than the text that it stands in.
  private let isAboveBibliography: Bool
  /// Ids of the sources, each once, in the order of their letters.
  private(set) var sources: [String] = []
  private var labels: [String] = []
  private var indices: [String: Int] = [:]

  /// - Parameter number: The exhibit's number; `nil` where it is a page of its own.
  init(_ scope: PageScope, number: Int?) {
    self.scope = scope
    anchor = "_" + (number.map(String.init) ?? "")
    isAboveBibliography = number == nil || scope.handout != nil
  }

  /// The letter of a source, linked to its line under the exhibit; `nil` for one that is not there.
  mutating func mark(_ citation: DossierMarkdown.Citation) -> CitedView? {
    guard scope.site.source(citation.id) != nil else { return nil }
    let index = indices[citation.id] ?? sources.count
    if index == sources.count {
      indices[citation.id] = index
      sources.append(citation.id)
      labels.append(
        WorkWords(scope: scope).label(
          DossierMarkdown.Citation(id: citation.id, span: citation.span)))
    }
    let letters = Processor.letters(index)
    return CitedView(label: letters, address: "#\(anchor)\(letters)")
  }

  /// The lines under the exhibit.
  func views() -> [MarkedSourceView] {
    zip(sources, labels).enumerated().map { index, source in
      MarkedSourceView(
        id: anchor + Processor.letters(index),
        mark: Processor.letters(index), label: source.1, address: address(of: source.0))
    }
  }

  private func address(of source: String) -> String {
    guard !isAboveBibliography, let index = scope.site.source(source) else {
      return WorkWords(scope: scope).fragment(source)
    }
    return scope.pageAddress(.source(index))
  }
}
