import DossierDrawing
import DossierTemplate

/// A drawing for a wide screen and one for a narrow one, never the one as the other:
/// `partials/drawing.html`.
struct DrawingView {
  /// SVG.
  var wide: [UInt8]
  /// What did not find room in the drawing, by the numbers that stand for it.
  var wideKeys: [FigureKeyView]
  /// SVG; absent on paper, which has one width.
  var narrow: [UInt8]?
  var narrowKeys: [FigureKeyView] = []
  /// What a long drawing folds away on a narrow screen.
  var rest: [UInt8]?

  /// All of them, in the order in which they stand.
  var drawings: [[UInt8]] { [wide, narrow, rest].compactMap(\.self) }

  static let shape = ViewShape<DrawingView>(
    "drawing",
    [
      .html("wide") { $0.wide },
      .list("wide-keys", of: FigureKeyView.shape) { $0.wideKeys },
      .html("narrow") { $0.narrow },
      .list("narrow-keys", of: FigureKeyView.shape) { $0.narrowKeys },
      .html("rest") { $0.rest },
    ])
}

/// A name that found no room in a drawing, or what a sign in it means.
struct FigureKeyView {
  var number: String?
  var label: String
  /// SVG.
  var symbol: [UInt8]?

  static let shape = ViewShape<FigureKeyView>(
    "figure-key",
    [
      .text("number") { $0.number },
      .text("label") { $0.label },
      .html("symbol") { $0.symbol },
    ])
}

/// The drawings of one chart, for each width at which it is shown.
struct DrawnChart {
  let wide: ChartDrawing
  let narrow: ChartDrawing?
  var rest: ChartDrawing?

  /// - Parameter parts: The chart in parts for a narrow screen, of which the second is folded away;
  ///   empty for the chart as it is.
  init(
    _ chart: some DrawableChart, parts: [any DrawableChart] = [], idPrefix: String,
    _ scope: PageScope, wide width: Double
  ) throws(ChartRefusal) {
    wide = try chart.drawing(width: width, idPrefix: idPrefix + "w")
    guard scope.handout == nil else {
      narrow = nil
      return
    }
    let first = parts.first ?? chart
    narrow = try first.drawing(width: Self.narrow, idPrefix: idPrefix + "n")
    if let second = parts.dropFirst().first {
      rest = try second.drawing(width: Self.narrow, idPrefix: idPrefix + "r")
    }
  }

  /// How wide drawings are on a phone.
  static let narrow = 358.0

  var view: DrawingView {
    DrawingView(
      wide: wide.svg, wideKeys: Self.keys(wide), narrow: narrow?.svg,
      narrowKeys: narrow.map(Self.keys) ?? [], rest: rest?.svg)
  }

  private static func keys(_ drawing: ChartDrawing) -> [FigureKeyView] {
    drawing.unlabelled.map { FigureKeyView(number: $0.number.map(String.init), label: $0.label) }
  }
}
