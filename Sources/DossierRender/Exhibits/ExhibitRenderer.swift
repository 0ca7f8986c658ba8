import DossierSite
import DossierTemplate

/// Draws an exhibit with its template.
struct ExhibitRenderer {
  let scope: PageScope
  let exhibit: Exhibit
  /// The place of the exhibit in its text, from 1.
  let number: Int

  /// What the exhibit is called by its address.
  private var anchor: String { "exhibit-" + (exhibit.id ?? String(number)) }

  /// Appends the exhibit.
  ///
  /// - Returns: The ids of the sources behind it.
  func append(to html: inout [UInt8]) -> [String] {
    switch exhibit.content {
    case .compare(let compare):
      var table = CompareTable(scope, exhibit, number: number)
      render("compare", CompareView.shape.object(table.view(of: compare)), &html)
      return table.sources
    case .matrix(let matrix):
      let view = MatrixTable(scope: scope, matrix: matrix)
        .view(id: anchor, number: label, caption: exhibit.caption)
      render("matrix", MatrixView.shape.object(view), &html)
      return []
    case .timeline, .chart, .scaled, .broken: return []
    }
  }

  /// "Exhibit 2"
  private var label: String { scope.edition.strings.text("exhibit", ["n": String(number)]) }

  private func render(_ name: String, _ object: Object, _ html: inout [UInt8]) {
    scope.templates.render("exhibits/\(name)", object, roots: scope.roots, into: &html)
  }
}
