import DossierTemplate

/// A chart with its figures as a table: `exhibits/chart.html`.
struct FigureView {
  /// The anchor: `exhibit-strength`.
  var id: String
  /// "Exhibit 3"; `nil` where it stands by itself.
  var number: String?
  var caption: String?
  var drawing: DrawingView
  /// What hollow marks, diamonds and ranges mean, where there are any.
  var legend: [FigureKeyView]
  /// Whether all rows are of one record, which then needs no column.
  var isSingle = false
  var columns: [String]
  var rows: [IndexRowView]
  /// Records that are left out, with the reason.
  var omissions: [OmissionView]
  var sources: [MarkedSourceView]
  /// The figures as a CSV file.
  var data: String?

  static let shape = ViewShape<FigureView>(
    "figure",
    [
      .text("id") { $0.id },
      .text("number") { $0.number },
      .text("caption") { $0.caption },
      .object("drawing", DrawingView.shape) { $0.drawing },
      .list("legend", of: FigureKeyView.shape) { $0.legend },
      .flag("single") { $0.isSingle },
      .texts("columns") { $0.columns },
      .list("rows", of: IndexRowView.shape) { $0.rows },
      .list("omissions", of: OmissionView.shape) { $0.omissions },
      .list("sources", of: MarkedSourceView.shape) { $0.sources },
      .address("data") { $0.data },
    ])
}
