import DossierDrawing
import DossierSite

/// Makes the table of a comparison: fields as rows under the groups of their kind, records as
/// columns.
struct CompareTable {
  private let scope: PageScope
  /// What the exhibit is called by its address.
  private let anchor: String
  private var marks: SourceMarks
  private let records: [RecordIndex]
  private let fields: [FieldIndex]
  private let kind: Kind
  private let choice: ClaimChoice

  /// Ids of the sources behind the cells, each once, in the order of their marks.
  var sources: [String] { marks.sources }

  /// As many columns as a sheet of paper across has room for; more are set in tables of their own.
  static let columnLimit = 8

  /// - Parameters:
  ///   - records: All of one kind.
  ///   - fields: By their index in that kind.
  ///   - date: The time whose claims are compared.
  ///   - number: The exhibit's number; `nil` where the comparison is a page of its own.
  init(
    _ scope: PageScope, records: [RecordIndex], fields: [FieldIndex], at date: PartialDate? = nil,
    anchor: String, number: Int? = nil
  ) {
    self.scope = scope
    self.records = records
    self.fields = fields
    self.anchor = anchor
    choice = ClaimChoice(at: date)
    marks = SourceMarks(scope, number: number)
    kind = records.first.map(scope.site.kind) ?? scope.site.schema.kinds[KindIndex(0)]
  }

  /// The records and fields that an exhibit names; unknown ones are left out.
  init(_ scope: PageScope, _ compare: CompareExhibit, anchor: String, number: Int) {
    let records = scope.records(of: compare.selection)
    let kind = records.first.map(scope.site.kind)
    let fields = compare.fields.compactMap { kind?.fieldIndex($0.id) }
    self.init(
      scope, records: records, fields: fields, at: compare.at, anchor: anchor, number: number)
  }

  /// The view of the comparison; afterwards ``sources`` is complete.
  ///
  /// - Parameter showsDifferences: Whether rows in which all records say the same stand apart.
  mutating func view(
    number: String?, caption: String?, showsDifferences: Bool
  ) -> CompareView {
    let groups = self.groups()
    let all = groups.map { group in
      RowGroup(label: group.label, rows: group.fields.map { row($0) })
    }
    let isSplit = showsDifferences && records.count > 1
    let different = isSplit ? Self.rows(of: all) { !$0.saysTheSame } : all
    let same = isSplit ? Self.rows(of: all) { $0.saysTheSame } : []
    let count = same.reduce(0) { $0 + $1.rows.count }
    return CompareView(
      id: anchor, number: number, caption: caption, parts: parts(different), sameParts: parts(same),
      sameLabel: count == 0
        ? nil : scope.edition.strings.count("same-rows", count, scope.edition.rules),
      hasBars: all.contains { $0.rows.contains { $0.cells.contains { $0.bar != nil } } },
      isWide: records.count > Self.portraitLimit, sources: marks.views())
  }

  /// More columns than this are printed across the sheet.
  private static let portraitLimit = 5

  /// Fields under the heading of their group, in the order of the kind's groups and within each in
  /// the author's; those in no group first.
  private func groups() -> [(label: String?, fields: [FieldIndex])] {
    let headings: [Kind.Group?] = [nil] + kind.groups
    let groups = headings.compactMap { group -> (label: String?, fields: [FieldIndex])? in
      let members = fields.filter { kind.fields[$0].group == group?.id }
      return members.isEmpty ? nil : (group?.label[scope.language], members)
    }
    return groups.count > 1 ? groups : groups.map { (nil, $0.fields) }
  }

  /// Rows under a heading.
  private struct RowGroup {
    var label: String?
    var rows: [CompareRowView]
  }

  private static func rows(
    of groups: [RowGroup], where isWanted: (CompareRowView) -> Bool
  ) -> [RowGroup] {
    groups.map { RowGroup(label: $0.label, rows: $0.rows.filter(isWanted)) }
      .filter { !$0.rows.isEmpty }
  }

  /// The columns in as few tables as there must be, all about as wide.
  private func parts(_ groups: [RowGroup]) -> [ComparePartView] {
    guard !groups.isEmpty, !records.isEmpty else { return [] }
    let count = (records.count + Self.columnLimit - 1) / Self.columnLimit
    let width = (records.count + count - 1) / count
    return (0..<count).map { part in
      let range = (part * width)..<min((part + 1) * width, records.count)
      return ComparePartView(
        columns: records[range].map { record in
          LinkView(
            label: scope.edition.name(of: record),
            address: scope.address(of: .record(record)))
        },
        groups: groups.map { group in
          CompareGroupView(
            label: group.label, span: String(range.count + 1),
            rows: group.rows.map { $0.columns(range) })
        })
    }
  }
}

extension CompareTable {
  private mutating func row(_ field: FieldIndex) -> CompareRowView {
    let builder = CellBuilder(scope: scope, choice: choice)
    var cells = records.map { record in builder.cell(field, of: record) { marks.mark($0) } }
    let figures = records.map { scope.site.facts.statement(field, of: $0, choice).figure }
    let known = figures.compactMap(\.self)
    if let scale = BarScale(known.map { Extent($0.quantity) }) {
      for (index, figure) in figures.enumerated() {
        guard let figure else { continue }
        cells[index].bar = scale.bar(
          of: Extent(figure.quantity), isApproximate: figure.isApproximate)
      }
    }
    return CompareRowView(
      label: kind.fields[field].label[scope.language], cells: cells,
      isMixed: Set(known.map(\.of)).count > 1)
  }
}

extension CompareRowView {
  /// The row with some of its cells.
  fileprivate func columns(_ range: Range<Int>) -> CompareRowView {
    CompareRowView(label: label, cells: Array(cells[range]), isMixed: isMixed)
  }

  /// Whether every record says the same: dates and sources do not count.
  fileprivate var saysTheSame: Bool {
    guard let first = cells.first else { return true }
    return cells.allSatisfy { cell in
      cell.values.map(\.value) == first.values.map(\.value)
        && cell.isUnknown == first.isUnknown && cell.isNotApplicable == first.isNotApplicable
        && cell.isEmpty == first.isEmpty && cell.refusal == first.refusal
        && cell.isDisputed == first.isDisputed
    }
  }
}
