extension CompareView {
  /// Columns that an upright sheet holds beside the names of the fields.
  private static let uprightColumns = 5
  /// Columns that a sheet on its side holds.
  private static let wideColumns = 7

  /// Whether it needs sheets on their side.
  var isWide: Bool { columns.count > Self.uprightColumns }

  /// The comparison cut by columns, each part with the names of the fields; the sources stand under
  /// the last.
  var sheets: [CompareView] {
    guard isWide else { return [self] }
    let count = (columns.count + Self.wideColumns - 1) / Self.wideColumns
    return (0..<count).map { part in
      sheet(columns.count * part / count..<columns.count * (part + 1) / count, part, of: count)
    }
  }

  private func sheet(_ range: Range<Int>, _ part: Int, of count: Int) -> CompareView {
    var view = self
    if part > 0 { view.id += "-\(part + 1)" }
    if count > 1 { view.number += " (\(part + 1)/\(count))" }
    view.columns = Array(columns[range])
    view.rows = rows.map { row in
      CompareRowView(
        label: row.label, cells: Array(row.cells[range.clamped(to: row.cells.indices)]))
    }
    if part < count - 1 { view.sources = [] }
    return view
  }
}
