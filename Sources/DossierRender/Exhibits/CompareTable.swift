import DossierMarkdown
import DossierSite

/// Makes the table of a comparison: fields as rows, records as columns.
struct CompareTable {
  private let scope: PageScope
  private let exhibit: Exhibit
  private let number: Int
  private let anchor: String
  private var marks: SourceMarks

  /// - Parameter number: The place of the exhibit in its text, from 1.
  init(_ scope: PageScope, _ exhibit: Exhibit, number: Int) {
    self.scope = scope
    self.exhibit = exhibit
    self.number = number
    anchor = scope.anchorPrefix + "exhibit-" + (exhibit.id ?? String(number))
    marks = SourceMarks(scope, anchor: anchor)
  }

  /// Ids of the sources behind the cells, complete when the view is made.
  var sources: [String] { marks.sources }

  /// The view of the comparison; afterwards ``sources`` is complete.
  mutating func view(of compare: CompareExhibit) -> CompareView {
    let records = scope.site.records(of: compare.selection)
    let columns = records.map { record in
      LinkView(
        label: scope.edition.name(of: record, in: scope.site),
        address: scope.address(of: .record(record)))
    }
    let rows = compare.fields.compactMap { row($0.id, records) }
    return CompareView(
      id: anchor, number: scope.edition.strings.text("exhibit", ["n": String(number)]),
      caption: exhibit.caption, columns: columns, rows: rows, sources: marks.views())
  }

  private mutating func row(_ field: String, _ records: [Int]) -> CompareRowView? {
    guard let first = records.first else { return nil }
    let kind = scope.site.kind(of: first)
    guard let index = kind.fieldIndex(field) else { return nil }
    let builder = CellBuilder(scope: scope)
    let cells = records.map { record in builder.cell(index, of: record) { marks.mark($0) } }
    return CompareRowView(label: kind.fields[index].label[scope.language], cells: cells)
  }
}
