import DossierSite

/// What a chart says of itself to those who cannot see it.
struct ChartText {
  var title: String
  /// What can be seen in it, in a sentence or two.
  var description: String
}

/// A value at a moment, for lines over time.
struct ChartPoint {
  /// The moment in decimal years, as ``DecimalYears`` gives it.
  var year: Double
  var value: Quantity
  /// What other sources give for the same moment; the point is disputed if there are any.
  var others: [Quantity] = []
  var isApproximate = false
  /// The point in words, shown on pointing at it; empty for none.
  var note = ""
}

/// The points of one record.
struct ChartSeries {
  /// Empty for no label, where the chart has one series that its title names.
  var label: String
  /// Stretches without a gap; nothing is drawn between one and the next.
  var runs: [[ChartPoint]]
}

/// One record's value among others, for bars and dots.
struct ChartRow {
  var label: String
  var value: Quantity
  /// What other sources give; the value is disputed if there are any.
  var others: [Quantity] = []
  var isApproximate = false
  /// The value as the reader sees it, with its language's separators.
  var text: String
  /// What is counted, by the ids of its inputs where it is derived; empty for what the field says.
  var counts: [String] = []
  /// The place of its group in the chart's list of groups.
  var group = 0
}

/// One record with two values, for scatter charts.
struct ChartSpot {
  var label: String
  var x: Quantity
  var y: Quantity
  var isApproximate = false
  var isDisputed = false
  /// The spot in words, shown on pointing at it; empty for none.
  var note = ""
  /// The place of its group in the chart's list of groups.
  var group = 0
}

/// A drawn chart, and what has to be said beside it.
struct ChartDrawing {
  /// An `svg` element that can stand in HTML and as a file of its own.
  var svg: [UInt8]
  /// What found no room for its name, in the order of the input.
  var unlabelled: [ChartKey] = []
  /// The marks that a key has to explain, in the order of their declaration.
  var marks: [ChartMark] = []
}

/// A name that stands under the chart instead of in it.
struct ChartKey: Equatable {
  /// The number that stands in the chart in its place; `nil` where there was no room for that.
  var number: Int?
  var label: String
}

/// A way of drawing that carries meaning.
enum ChartMark: CaseIterable {
  case approximate, disputed, interval, bound
}

extension Quantity {
  /// Whether a key has to explain how the value is drawn, apart from disputes and approximation.
  func isDrawn(as mark: ChartMark) -> Bool {
    mark == .bound ? isBound : !isExact && !isBound
  }
}
