import DossierSite
import DossierTemplate

/// Draws an exhibit with its template.
struct ExhibitRenderer {
  let scope: PageScope
  let exhibit: Exhibit
  /// The record in whose text it stands.
  let record: RecordIndex
  /// The place of the exhibit in its text, from 1.
  let number: Int

  /// What the exhibit is called by its address.
  private var anchor: String {
    scope.anchorPrefix + exhibit.anchor(number)
  }

  /// Appends the exhibit.
  ///
  /// - Returns: The ids of the sources behind it.
  func append(to html: inout [UInt8]) -> [String] {
    switch exhibit.content {
    case .compare(let compare):
      var table = CompareTable(scope, compare, anchor: anchor, number: number)
      var view = table.view(
        number: label, caption: exhibit.caption, showsDifferences: compare.showsDifferences)
      view.page = page
      view.data = data
      // A page can be scrolled, a sheet cannot: wide tables go across it.
      let isAcross = scope.handout != nil && view.isWide
      if isAcross { html.append(html: "<div class=\"wide\">\n") }
      render("compare", CompareView.shape.object(view), &html)
      if isAcross { html.append(html: "</div>\n") }
      return table.sources
    case .matrix(let matrix):
      var table = MatrixTable(scope, matrix, number: number)
      var view = table.view(id: anchor, number: label, caption: exhibit.caption)
      view.data = data
      render("matrix", MatrixView.shape.object(view), &html)
      return table.sources
    case .chart(let chart):
      var drawing = ChartFigure(chart, figure)
      if let view = try? drawing.view() { render("chart", FigureView.shape.object(view), &html) }
      return drawing.figure.sources
    case .timeline(let timeline):
      var drawing = TimelineFigure(timeline, figure)
      if let view = try? drawing.view() { render("chart", FigureView.shape.object(view), &html) }
      return drawing.figure.sources
    case .scaled(let scaled):
      var table = ScaledFigure(scope, scaled, anchor: anchor, number: number)
      if let view = try? table.view(label: label, caption: exhibit.caption, data: data) {
        render("scaled", ScaledView.shape.object(view), &html)
      }
      return table.sources
    case .broken: return []
    }
  }

  /// What a drawing of the exhibit begins with.
  var figure: Figure {
    var figure = Figure(scope, anchor: anchor, number: number, caption: exhibit.caption)
    figure.data = data
    return figure
  }

  /// The address of the figures as a file.
  private var data: String? { ExhibitFile(scope: scope).exhibitData(of: exhibit, in: record) }

  /// "Exhibit 2"
  var label: String { scope.edition.strings.text("exhibit", ["n": String(number)]) }

  /// The page that a comparison is of its own.
  private var page: LinkView? {
    guard let id = exhibit.id,
      let index = scope.site.comparisons.index(ofExhibit: id, in: record)
    else { return nil }
    return LinkView(
      label: scope.edition.strings["comparison-page"],
      address: scope.pageAddress(.comparison(index)))
  }

  private func render(_ name: String, _ object: Object, _ html: inout [UInt8]) {
    scope.templates.render("exhibits/\(name)", object, roots: scope.roots, into: &html)
  }
}
