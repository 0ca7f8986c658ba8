import DossierSource
import DossierTables

// Tables of records: a row says what the front matter of a record's file could.
extension TableReader {
  /// The columns of a row, sorted by what they speak of.
  struct Layout {
    var keys: [(key: String, column: Int)] = []
    /// By field: the keys of its claim.
    var facts: [(field: FieldIndex, columns: [(key: String, column: Int)])] = []
    var points: [(field: FieldIndex, date: PartialDate, column: Int)] = []
  }

  func layout() -> Layout {
    var layout = Layout()
    for (index, column) in columns.enumerated() {
      switch column {
      case .key(let key): layout.keys.append((key, index))
      case .point(let field, let date): layout.points.append((field, date, index))
      case .fact(let field, let key):
        if let place = layout.facts.firstIndex(where: { $0.field == field }) {
          layout.facts[place].columns.append((key, index))
        } else {
          layout.facts.append((field, [(key, index)]))
        }
      case .record, .field, .item, .claim, .ignored: break
      }
    }
    return layout
  }

  /// Rows of one id, of which each must be the only one.
  mutating func recordRows() -> [TableRecord] {
    let layout = layout()
    return namedRows { reader, row, key in
      let root = reader.root(ofRow: row, layout)
      let record = RecordDecoder.decode(
        root, key: key, path: reader.name.path, kind: reader.kind, schema: reader.schema,
        &reader.findings)
      return record.map { .record($0) }
    }
  }

  private mutating func namedRows(
    _ read: (inout TableReader, Int, RecordKey) -> TableRecord.Matter?
  ) -> [TableRecord] {
    let column = index(of: .record)
    var seen: [String: Span] = [:]
    var records: [TableRecord] = []
    for row in table.rows {
      guard let (id, span) = id(ofRow: row, in: column) else { continue }
      if let first = seen.updateValue(span, forKey: id) {
        findings.error(
          "table.row-twice", "the row of '\(id)' stands twice", at: span,
          help: "keep one; the other is on line \(first.line); several claims of a fact are rows "
            + "of a table of claims")
        continue
      }
      if let matter = read(&self, row, RecordKey(kind: kind.id, id: id)) {
        records.append(TableRecord(id: id, span: span, matter: matter))
      }
    }
    return records
  }

  /// A row as the front matter of a record.
  mutating func root(ofRow row: Int, _ layout: Layout) -> YAMLNode {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    func add(_ key: String, _ node: YAMLNode) {
      entries.append((YAMLNode(content: .scalar(key, isPlain: true), span: node.span), node))
    }
    for (key, column) in layout.keys {
      guard let cell = cells.cell(row, column, &findings) else { continue }
      add(key, value(cell, ofKey: key))
    }
    for (field, columns) in layout.facts {
      if layout.points.contains(where: { $0.field == field }) { continue }
      guard let node = fact(kind.fields[field], row, columns) else { continue }
      add(kind.fields[field].id, node)
    }
    for field in Set(layout.points.map(\.field)).sorted() {
      guard let node = series(field, row, layout) else { continue }
      add(kind.fields[field].id, node)
    }
    let first = index(of: .record) ?? 0
    return YAMLNode(content: .mapping(entries), span: table.span(row: row, column: first))
  }

  private func value(_ cell: CellReader.Cell, ofKey key: String) -> YAMLNode {
    let sort = CellReader.Sort(ofKey: key)
    guard CellReader.listKeys.contains(key) else { return cells.node(cell, as: sort) }
    let items = CellReader.items(of: cell).filter { !$0.text.isEmpty }
    return YAMLNode(
      content: .sequence(items.map { cells.node($0, as: sort) }), span: cell.span)
  }

  /// What a row says of a field; `nil` where it says nothing.
  private mutating func fact(
    _ field: Field, _ row: Int, _ columns: [(key: String, column: Int)]
  ) -> YAMLNode? {
    let claim = claim(row, columns)
    guard !claim.isEmpty else { return nil }
    if case .ratings = field.type { return ratings(claim, of: field) }
    guard field.isList else { return cells.claim(claim, of: field, &findings) }
    guard let items = claim.items(&findings) else { return nil }
    // A word for what is no value stands for the whole fact.
    if items.count == 1, let word = claim.cell("value"), word.isNoValue {
      return cells.claim(claim, of: field, &findings)
    }
    return YAMLNode(
      content: .sequence(items.compactMap { cells.claim($0, of: field, &findings) }),
      span: claim.leading?.span ?? table.span(row: row, column: 0))
  }

  private mutating func claim(_ row: Int, _ columns: [(key: String, column: Int)]) -> ClaimCells {
    var claim = ClaimCells()
    for (key, column) in columns {
      guard let cell = cells.cell(row, column, &findings) else { continue }
      claim.add(key, cell)
    }
    return claim
  }

  /// `mandate: required | troops: helpful`, with what stands beside the values.
  private mutating func ratings(_ claim: ClaimCells, of field: Field) -> YAMLNode? {
    if let word = claim.cell("value"), word.isNoValue {
      return cells.claim(claim, of: field, &findings)
    }
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    for var item in claim.items(&findings) ?? [] {
      guard let cell = item.leading else { continue }
      let parts = cell.text.split(separator: ":", maxSplits: 1).map { String($0.trimmingBlanks) }
      guard parts.count == 2, item.cell("value") != nil else {
        findings.error(
          "table.rating", "'\(cell.text)' rates no record", at: cell.span,
          help: "write the record's id and its rating: 'id: word | id: word'")
        continue
      }
      var (key, value) = (cell, cell)
      (key.text, value.text) = (parts[0], parts[1])
      item.remove("value")
      item.add("value", value)
      guard let claim = cells.claim(item, of: field, &findings) else { continue }
      entries.append((cells.node(key, as: .text), claim))
    }
    guard let first = entries.first else { return nil }
    return YAMLNode(content: .mapping(entries), span: first.key.span)
  }

  /// The points of a row whose columns bear dates; what stands beside holds for all of them.
  private mutating func series(_ field: FieldIndex, _ row: Int, _ layout: Layout) -> YAMLNode? {
    let beside = layout.facts.first { $0.field == field }?.columns ?? []
    let common = claim(row, beside.filter { $0.key != "value" })
    var points: [YAMLNode] = []
    for point in layout.points where point.field == field {
      guard let cell = cells.cell(row, point.column, &findings) else { continue }
      var claim = common
      claim.add("value", cell)
      var date = cell
      date.text = point.date.description
      claim.remove("as-of")
      claim.add("as-of", date)
      if let point = cells.claim(claim, of: kind.fields[field], &findings) { points.append(point) }
    }
    guard let first = points.first else { return nil }
    return YAMLNode(content: .sequence(points), span: first.span)
  }
}

// Their translations: the same ids, and columns of texts.
extension TableReader {
  mutating func translationRows() -> [TableRecord] {
    let layout = layout()
    return namedRows { reader, row, _ in
      let root = reader.translation(ofRow: row, layout)
      return reader.decode(root).map { .translation($0) }
    }
  }

  func decode(_ root: YAMLNode, _ language: Language, _ findings: inout Findings) -> Translation? {
    TranslationDecoder.decode(
      root, path: name.path, language: language, kind: kind, schema: schema, &findings)
  }

  mutating func decode(_ root: YAMLNode) -> Translation? {
    guard let language = name.language else { return nil }
    return decode(root, language, &findings)
  }

  private mutating func translation(ofRow row: Int, _ layout: Layout) -> YAMLNode {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var notes: [(key: YAMLNode, value: YAMLNode)] = []
    func key(_ name: String, _ cell: CellReader.Cell) -> YAMLNode {
      YAMLNode(content: .scalar(name, isPlain: true), span: cell.span)
    }
    for (name, column) in layout.keys {
      guard let cell = cells.cell(row, column, &findings) else { continue }
      entries.append((key(name, cell), value(cell, ofKey: name)))
    }
    for (field, columns) in layout.facts {
      for (name, column) in columns {
        guard let cell = cells.cell(row, column, &findings) else { continue }
        let items = kind.fields[field].isList ? CellReader.items(of: cell) : [cell]
        let node = YAMLNode(
          content: .sequence(items.map { cells.node($0, as: .text) }), span: cell.span)
        let entry = (key: key(kind.fields[field].id, cell), value: node)
        if name == "note" { notes.append(entry) } else { entries.append(entry) }
      }
    }
    if let first = notes.first {
      entries.append(
        (
          YAMLNode(content: .scalar("notes", isPlain: true), span: first.key.span),
          YAMLNode(content: .mapping(notes), span: first.key.span)
        ))
    }
    return YAMLNode(content: .mapping(entries), span: table.span(row: row, column: 0))
  }
}
