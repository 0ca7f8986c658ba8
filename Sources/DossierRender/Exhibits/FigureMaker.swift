import DossierDrawing
import DossierTemplate

/// What draws an exhibit, with its figures as a table under the drawing.
protocol FigureMaker {
  /// Knows the works behind the figures, once ``view()`` was asked for.
  var figure: Figure { get }

  mutating func view() throws(ChartRefusal) -> FigureView
}

extension FigureMaker {
  static var template: ExhibitTemplate {
    ExhibitTemplate(name: "chart", shape: FigureView.shape.shape)
  }
}

extension PlacedExhibit {
  /// Appends a drawing with its figures, or throws why it cannot be drawn.
  ///
  /// - Returns: The ids of the works behind it, and the drawings as SVG.
  func append<Maker: FigureMaker>(
    _ maker: Maker, to html: inout [UInt8]
  ) throws(ExhibitRefusal) -> (sources: [String], drawings: [[UInt8]]) {
    var maker = maker
    do {
      let view = try maker.view()
      render(Maker.template, FigureView.shape.object(view), &html)
      return (maker.figure.sources, view.drawing.drawings)
    } catch {
      throw ExhibitRefusal(error)
    }
  }

  /// Throws where nothing can be drawn.
  ///
  /// - Parameter emptiness: Why there is nothing to draw, where there is nothing.
  func check(
    _ maker: some FigureMaker, emptiness: () -> ExhibitRefusal
  ) throws(ExhibitRefusal) {
    var maker = maker
    do {
      _ = try maker.view()
    } catch {
      throw error == .empty ? emptiness() : ExhibitRefusal(error)
    }
  }
}
