import DossierSite

/// Makes the table of a comparison: fields as rows under the groups of their kind, records as
/// columns.
struct CompareTable {
  private let scope: PageScope
  /// What the exhibit is called by its address.
  private let anchor: String
  private var works: WorksBehind
  private let records: [RecordIndex]
  private let fields: [FieldIndex]
  private let kind: Kind
  private let choice: ClaimChoice

  /// Ids of the sources behind the cells, each once, in the order in which they occur.
  var sources: [String] { works.sources }

  /// As many columns as a sheet of paper across has room for; more are set in tables of their own.
  static let columnLimit = 8

  /// - Parameters:
  ///   - records: All of one kind.
  ///   - fields: By their index in that kind.
  ///   - date: The time whose claims are compared.
  init(
    _ scope: PageScope, records: [RecordIndex], fields: [FieldIndex], at date: PartialDate? = nil,
    anchor: String
  ) {
    self.scope = scope
    self.records = records
    self.fields = fields
    self.anchor = anchor
    choice = ClaimChoice(at: date)
    works = WorksBehind(scope)
    kind = records.first.map(scope.site.kind) ?? scope.site.schema.kinds[KindIndex(0)]
  }

  /// The records and fields that an exhibit names; unknown ones are left out.
  init(_ scope: PageScope, _ compare: CompareExhibit, anchor: String) {
    let records = scope.records(of: compare.selection)
    let kind = records.first.map(scope.site.kind)
    let fields = compare.fields.compactMap { kind?.fieldIndex($0.id) }
    self.init(scope, records: records, fields: fields, at: compare.at, anchor: anchor)
  }

  /// The view of the comparison; afterwards ``sources`` is complete.
  ///
  /// - Parameter showsDifferences: Whether rows in which all records say the same stand apart.
  mutating func view(
    number: String?, caption: String?, showsDifferences: Bool
  ) -> CompareView {
    let groups = self.groups()
    var all = groups.map { group in
      RowGroup(label: group.label, rows: group.fields.map { row($0) })
    }
    // On paper nothing unfolds: the works stand below the table.
    let listed = scope.handout == nil ? [] : all.flatMap(\.rows).compactMap(\.works)
    if scope.handout != nil {
      for group in all.indices {
        for row in all[group].rows.indices { all[group].rows[row].works = nil }
      }
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
      isWide: records.count > Self.portraitLimit, works: listed)
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
        columns: records[range].map(column),
        groups: groups.map { group in
          CompareGroupView(
            label: group.label, span: String(range.count + 1),
            rows: group.rows.map { $0.columns(range) })
        })
    }
  }
}

extension CompareTable {
  private func column(_ record: RecordIndex) -> CompareColumnView {
    let heading = RecordLinks(scope: scope).heading(of: record)
    let (name, title) = (heading.name, heading.title)
    return CompareColumnView(
      label: name, address: scope.address(of: .record(record)), title: title == name ? nil : title,
      language: scope.titleLanguage(of: record))
  }

  private mutating func row(_ field: FieldIndex) -> CompareRowView {
    let builder = CompareCells(scope: scope, choice: choice)
    let cells = records.map { builder.cell(field, of: $0) }
    var view = CompareRowView(
      label: kind.fields[field].label[scope.language], cells: cells.map(\.view),
      isMixed: Set(cells.filter { $0.extent?.isPeriod == false }.map(\.of)).count > 1)
    if let scale = CompareScale(cells.compactMap(\.extent)) {
      for (index, cell) in cells.enumerated() {
        view.cells[index].bar = cell.extent.map(scale.bar)
      }
      view.scale = CompareTable.words(for: scale, scope)
    }
    var behind = WorksBehind(scope)
    behind.add(cells.flatMap(\.citations))
    works.add(cells.flatMap(\.citations))
    view.works = worksView(of: behind, view.label)
    return view
  }

  private func worksView(of behind: WorksBehind, _ label: String) -> CompareWorksView? {
    let links = behind.links
    guard !links.isEmpty else { return nil }
    return CompareWorksView(
      label: label,
      count: scope.edition.strings.count("sources-count", links.count, scope.edition.rules),
      works: links)
  }

  /// "0 to 55,000"
  static func words(for scale: CompareScale, _ scope: PageScope) -> String {
    let (range, rules) = (scale.range, scope.edition.rules)
    return scope.edition.strings.text(
      "compare-scale",
      ["from": scale.label(range.start, rules), "to": scale.label(range.end, rules)])
  }
}

extension CompareRowView {
  /// The row with some of its cells.
  fileprivate func columns(_ range: Range<Int>) -> CompareRowView {
    var row = self
    row.cells = Array(cells[range])
    return row
  }

  /// Whether every record says the same: dates and sources do not count.
  fileprivate var saysTheSame: Bool {
    guard let first = cells.first else { return true }
    return cells.allSatisfy { $0.values == first.values && $0.absence == first.absence }
  }
}
