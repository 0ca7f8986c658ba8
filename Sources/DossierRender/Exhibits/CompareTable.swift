import DossierMarkdown
import DossierSite

/// Makes the table of a comparison: fields as rows, records as columns.
struct CompareTable {
  private let scope: PageScope
  private let exhibit: Exhibit
  private let number: Int
  /// Ids of the sources behind the cells, each once, in the order of their marks.
  private(set) var sources: [String] = []
  private var labels: [String] = []

  /// - Parameter number: The place of the exhibit in its text, from 1.
  init(_ scope: PageScope, _ exhibit: Exhibit, number: Int) {
    self.scope = scope
    self.exhibit = exhibit
    self.number = number
  }

  private var anchor: String {
    scope.anchorPrefix + "exhibit-" + (exhibit.id ?? String(number))
  }

  /// The view of the comparison; afterwards ``sources`` is complete.
  mutating func view(of compare: CompareExhibit) -> CompareView {
    let records = compare.records.compactMap { scope.site.record($0.key) }
    let columns = records.map { record in
      LinkView(
        label: scope.edition.name(of: record, in: scope.site),
        address: scope.address(of: .record(record)))
    }
    let rows = compare.fields.compactMap { row($0.id, records) }
    return CompareView(
      id: anchor, number: scope.edition.strings.text("exhibit", ["n": String(number)]),
      caption: exhibit.caption, columns: columns, rows: rows, sources: markedSources())
  }

  private mutating func row(_ field: String, _ records: [Int]) -> CompareRowView? {
    guard let first = records.first else { return nil }
    let kind = scope.site.kind(of: first)
    guard let index = kind.fieldIndex(field) else { return nil }
    let builder = CellBuilder(scope: scope)
    let cells = records.map { record in builder.cell(index, of: record) { mark($0) } }
    return CompareRowView(label: kind.fields[index].label[scope.language], cells: cells)
  }

  /// The letter of a source under the table.
  private mutating func mark(_ citation: Citation) -> CitedView? {
    guard scope.site.source(citation.id) != nil else { return nil }
    let index = sources.firstIndex(of: citation.id) ?? sources.count
    if index == sources.count {
      sources.append(citation.id)
      labels.append(scope.label(Citation(id: citation.id, span: citation.span)))
    }
    return CitedView(label: Self.letters(index), address: "#\(anchor)-\(Self.letters(index))")
  }

  private func markedSources() -> [MarkedSourceView] {
    zip(sources, labels).enumerated().map { index, source in
      MarkedSourceView(
        id: "\(anchor)-\(Self.letters(index))", mark: Self.letters(index), label: source.1,
        address: "#cite-" + source.0)
    }
  }

  /// a to z, then aa, ab and so on.
  private static func letters(_ index: Int) -> String {
    var (rest, letters) = (index, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
