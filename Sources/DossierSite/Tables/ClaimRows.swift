import DossierSource
import DossierTables

// Tables of claims: a row says one claim of one field of one record.
extension TableReader {
  /// What the rows say of one field of one record.
  fileprivate struct Group {
    var field: FieldIndex
    var rows: [(item: CellReader.Cell?, claim: ClaimCells)] = []
  }

  /// The groups of one record, in the order in which their fields come.
  fileprivate struct RecordGroups {
    var id: String
    var span: Span
    var groups: [Group] = []
  }

  mutating func claimRows() -> [TableRecord] {
    let markdown = schema.markdown(in: schema.configuration.original)
    let decoders = kind.fields.map {
      ClaimDecoder(field: $0, markdown: markdown, units: schema.configuration.units)
    }
    return groupedRows().map { record in
      let facts = record.groups.compactMap { group -> (field: FieldIndex, fact: Fact)? in
        let node = node(of: group)
        return node.flatMap { decoders[group.field.number].fact($0, &findings) }.map {
          (group.field, $0)
        }
      }
      return TableRecord(id: record.id, span: record.span, matter: .claims(facts))
    }
  }

  private mutating func groupedRows() -> [RecordGroups] {
    let (record, item) = (index(of: .record), index(of: .item))
    let keys = columns.enumerated().compactMap { index, column -> (key: String, column: Int)? in
      if case .claim(let key) = column { (key, index) } else { nil }
    }
    var records: [RecordGroups] = []
    var places: [String: Int] = [:]
    var seen: [UInt64: Int] = [:]
    for row in table.rows {
      guard let (id, span) = id(ofRow: row, in: record), let field = field(ofRow: row) else {
        continue
      }
      // The same row twice says no more than once.
      let isTwice = seen.updateValue(row, forKey: table.digest(ofRow: row))
        .map { table.bytes(ofRow: $0) == table.bytes(ofRow: row) }
      guard isTwice != true, let claim = claim(row, keys, span) else { continue }
      let place = places[id] ?? records.count
      if places.updateValue(place, forKey: id) == nil {
        records.append(RecordGroups(id: id, span: span))
      }
      let entry = (item: cells.cell(row, item, &findings), claim: claim)
      records[place].add(entry, field)
    }
    return records
  }

  private mutating func field(ofRow row: Int) -> FieldIndex? {
    guard let cell = cells.cell(row, index(of: .field), &findings) else {
      findings.error(
        "table.id", "the row names no field", at: table.span(row: row, column: 0),
        help: "write its id into the column 'field'")
      return nil
    }
    if let field = kind.fieldIndex(cell.text) { return field }
    findings.error(
      "field.unknown", "the kind has no field '\(cell.text)'", at: cell.span,
      help: Suggestion.help(for: cell.text, among: kind.fields.map(\.id)))
    return nil
  }

  private mutating func claim(
    _ row: Int, _ keys: [(key: String, column: Int)], _ span: Span
  ) -> ClaimCells? {
    var claim = ClaimCells()
    for (key, column) in keys {
      guard let cell = cells.cell(row, column, &findings) else { continue }
      claim.add(key, cell)
    }
    // Of a translation it is a row that has no text.
    guard claim.isEmpty, name.language == nil, saysNothing(row) else { return claim }
    findings.error(
      "table.row-empty", "the row says nothing of its field", at: span,
      help: "write a value, or 'unknown' where nobody knows; or remove the row")
    return nil
  }

  /// Whether nothing stands in a row but what it speaks of.
  private func saysNothing(_ row: Int) -> Bool {
    columns.indices.allSatisfy { column in
      [.record, .field, .item].contains(columns[column]) || table.isEmpty(row: row, column: column)
    }
  }

  /// The rows of a field as an editor would write them under one key.
  private mutating func node(of group: Group) -> YAMLNode? {
    let field = kind.fields[group.field]
    if case .ratings = field.type { return ratings(group, field) }
    let claims = ordered(group).compactMap { cells.claim($0.claim, of: field, &findings) }
    guard !claims.isEmpty else { return nil }
    let isOne = claims.count == 1
    if isOne, !field.isList { return claims.first }
    if isOne, group.rows.first?.claim.cell("value")?.isNoValue == true {
      return claims.first
    }
    return YAMLNode(
      content: .sequence(claims), span: claims.first?.span ?? Span(line: 1, column: 1))
  }

  /// In the order of their items, where all rows say which they are.
  private mutating func ordered(
    _ group: Group
  ) -> [(item: CellReader.Cell?, claim: ClaimCells)] {
    var numbers: [Int] = []
    for row in group.rows {
      guard let cell = row.item else { continue }
      guard let number = Int(cell.text), (1...1_000_000).contains(number) else {
        findings.error(
          "table.item", "'\(cell.text)' does not say which item it is", at: cell.span,
          help: "write 1 for the first, 2 for the second; for ratings the id of what is rated")
        return group.rows
      }
      numbers.append(number)
    }
    guard numbers.count == group.rows.count, numbers != numbers.sorted() else { return group.rows }
    return zip(numbers, group.rows).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }

  private mutating func ratings(_ group: Group, _ field: Field) -> YAMLNode? {
    if group.rows.count == 1, let row = group.rows.first, row.item == nil,
      row.claim.cell("value")?.isNoValue == true
    {
      return cells.claim(row.claim, of: field, &findings)
    }
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    for row in group.rows {
      guard let item = row.item else {
        findings.error(
          "table.item", "the row does not say what it rates",
          at: row.claim.leading?.span ?? Span(line: 1, column: 1),
          help: "write the id of the record into the column 'item'")
        continue
      }
      guard let claim = cells.claim(row.claim, of: field, &findings) else { continue }
      entries.append((cells.node(item, as: .text), claim))
    }
    return entries.first.map { YAMLNode(content: .mapping(entries), span: $0.key.span) }
  }
}

extension TableReader.RecordGroups {
  fileprivate mutating func add(
    _ row: (item: CellReader.Cell?, claim: ClaimCells), _ field: FieldIndex
  ) {
    // Most rows follow another of their field.
    let place = groups.lastIndex { $0.field == field } ?? groups.count
    if place == groups.count { groups.append(TableReader.Group(field: field)) }
    groups[place].rows.append(row)
  }
}

// Their translations: the same records and fields, and the texts of the rows in their order.
extension TableReader {
  mutating func translatedClaimRows() -> [TableRecord] {
    groupedRows().compactMap { record in
      let root = translation(of: record)
      return decode(root).map {
        TableRecord(id: record.id, span: record.span, matter: .translation($0))
      }
    }
  }

  private mutating func translation(of record: RecordGroups) -> YAMLNode {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var notes: [(key: YAMLNode, value: YAMLNode)] = []
    for group in record.groups {
      let rows = ordered(group).map(\.claim)
      let span = rows.first?.leading?.span ?? record.span
      let key = YAMLNode(content: .scalar(kind.fields[group.field].id, isPlain: true), span: span)
      let other = rows.compactMap { row in
        row.cells.first { $0.key != "value" && $0.key != "note" }?.cell
      }
      for cell in other {
        findings.error(
          "translation.value", "a translation cannot change '\(cell.text)'", at: cell.span,
          help: "remove it; values, dates and sources are the original's")
      }
      let texts = rows.compactMap { $0.cell("value") }
      if !texts.isEmpty { entries.append((key, sequence(texts, span))) }
      if rows.contains(where: { $0.cell("note") != nil }) {
        let empty = CellReader.Cell(text: "", span: span, textSpan: span)
        notes.append((key, sequence(rows.map { $0.cell("note") ?? empty }, span)))
      }
    }
    if !notes.isEmpty {
      let key = YAMLNode(content: .scalar("notes", isPlain: true), span: record.span)
      entries.append((key, YAMLNode(content: .mapping(notes), span: record.span)))
    }
    return YAMLNode(content: .mapping(entries), span: record.span)
  }

  private func sequence(_ items: [CellReader.Cell], _ span: Span) -> YAMLNode {
    YAMLNode(content: .sequence(items.map { cells.node($0, as: .text) }), span: span)
  }
}
