import DossierDrawing
import DossierMarkdown
import DossierSite

/// A drawing being put together: its figures as rows, with their sources.
struct Figure {
  let scope: PageScope
  let anchor: String
  let number: Int
  var caption: String?
  var columns: [String] = []
  var rows: [IndexRowView] = []
  /// Whether all rows are of one record, whose points they are.
  var isSingle = false
  var omissions: [OmissionView] = []
  /// The figures as a file.
  var data: String?
  /// What the legend says beside the signs of the drawing.
  var remarks: [String] = []
  /// How wide the drawing is on a wide screen.
  var width = 800.0
  private var marks: SourceMarks

  init(_ scope: PageScope, anchor: String, number: Int, caption: String?) {
    self.scope = scope
    self.anchor = anchor
    self.number = number
    self.caption = caption
    marks = SourceMarks(scope, number: number)
  }

  /// Ids of the sources behind the figures.
  var sources: [String] { marks.sources }

  /// "Exhibit 3", and the caption where there is one: what the drawing is called.
  var title: String {
    let name = scope.edition.strings.text("exhibit", ["n": String(number)])
    return caption.map { scope.edition.strings.labelled(name, $0) } ?? name
  }

  /// Begins the ids in the drawing.
  var idPrefix: String { "_\(number)" }

  func name(of record: RecordIndex) -> String { scope.edition.name(of: record) }

  /// A row for a record; cells as text, each with its date and the marks of its sources.
  ///
  /// Where one cell alone leads to its fact, the record's name does so instead.
  mutating func addRow(_ record: RecordIndex, _ cells: [FigureCell]) {
    let facts = cells.compactMap(\.address)
    let views = cells.map { cell -> CellView in
      var view = CellView(
        isDisputed: cell.isDisputed, address: facts.count == 1 ? nil : cell.address)
      let marks = cell.sources.compactMap { self.marks.mark($0) }
      view.values = [CellValueView(value: .escaping(cell.text), asOf: cell.asOf, marks: marks)]
      return view
    }
    if isSingle, let date = cells.first {
      let address = facts.first ?? scope.address(of: .record(record))
      rows.append(
        IndexRowView(
          title: date.text, language: nil, address: address, cells: Array(views.dropFirst())))
      return
    }
    rows.append(
      IndexRowView(
        title: name(of: record), language: scope.titleLanguage(of: record),
        address: facts.count == 1 ? facts[0] : scope.address(of: .record(record)), cells: views))
  }

  mutating func omit(_ record: RecordIndex, _ reason: String) {
    omissions.append(
      OmissionView(
        label: name(of: record), address: scope.address(of: .record(record)), reason: reason))
  }

  /// Counts works that stand behind the drawing itself.
  mutating func cite(_ works: [Located]) {
    for work in works { _ = marks.mark(Citation(id: work.id, span: work.span)) }
  }

  /// The view, once all rows are in.
  ///
  /// - Parameter parts: See ``DrawnChart``.
  func view(
    of chart: some DrawableChart, parts: [any DrawableChart] = []
  ) throws(ChartRefusal) -> FigureView {
    let drawn = try DrawnChart(chart, parts: parts, idPrefix: idPrefix, scope, wide: width)
    let signs = drawn.wide.marks.map { mark in
      let label = scope.edition.strings[mark.stringKey]
      return FigureKeyView(label: label, symbol: mark.symbol(title: label))
    }
    return FigureView(
      id: anchor, number: scope.edition.strings.text("exhibit", ["n": String(number)]),
      caption: caption, drawing: drawn.view,
      legend: signs + remarks.map { FigureKeyView(label: $0) }, isSingle: isSingle,
      columns: columns, rows: rows, omissions: omissions, sources: marks.views(), data: data)
  }
}

/// A figure in the table under a drawing.
struct FigureCell {
  var text: String
  var asOf: String?
  var sources: [Citation] = []
  var isDisputed = false
  var address: String?
}

extension ChartMark {
  /// The interface text that explains the mark.
  fileprivate var stringKey: String {
    switch self {
    case .approximate: "mark-approximate"
    case .disputed: "mark-disputed"
    case .interval: "mark-interval"
    case .bound: "mark-bound"
    }
  }
}
