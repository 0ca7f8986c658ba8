import DossierSource

/// Joins what tables say to the records: a record's own file goes before a table, tables of records
/// before those of claims, and each by name.
struct TableJoiner {
  private let schema: SiteSchema
  private let unreadable: UnreadableContent
  var records: [Record]
  private var index: [RecordKey: Int]
  private(set) var diagnostics: [Diagnostic] = []
  /// Records of which a table says something.
  private(set) var joined: Set<RecordKey> = []
  /// By original table and record: where its claims stand among those of each field.
  private var positions: [Origin: [FieldIndex: [Int]]] = [:]
  /// By record: what tables translate of it, with the original of each.
  private var translations: [RecordKey: [(origin: Origin, translation: Translation)]] = [:]

  /// By table: how many rows speak of records that are not there.
  private var unknownRows: [String: Int] = [:]

  private struct Origin: Hashable {
    var stem: String
    var key: RecordKey
  }

  init(_ schema: SiteSchema, _ records: [Record], _ unreadable: UnreadableContent) {
    (self.schema, self.records, self.unreadable) = (schema, records, unreadable)
    index = Dictionary(
      records.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func join(_ tables: [ParsedTable]) {
    let sorted = tables.sorted {
      ($0.holdsClaims ? 1 : 0, $0.name.path) < ($1.holdsClaims ? 1 : 0, $1.name.path)
    }
    let translated = Set(
      tables.filter { $0.name.language != nil }.map { "\($0.name.kind)/\($0.name.stem)" })
    for table in sorted where table.name.language == nil {
      let isTranslated = translated.contains("\(table.name.kind)/\(table.name.stem)")
      for row in table.rows { join(row, of: table.name, notesPositions: isTranslated) }
    }
    for table in sorted where table.name.language != nil {
      for row in table.rows { takeTranslation(row, of: table.name) }
    }
  }

  private mutating func report(
    _ code: String, _ message: String, at place: Place, help: String? = nil
  ) {
    diagnostics.append(.error(code, message, at: place, help: help))
  }

  private mutating func join(_ row: TableRecord, of table: TableName, notesPositions: Bool) {
    let key = RecordKey(kind: table.kind, id: row.id)
    let place = Place(path: table.path, span: row.span)
    guard let number = index[key] else { return add(row, key, place, of: table) }
    joined.insert(key)
    var merger = RecordMerger(records[number], schema)
    switch row.matter {
    case .record(let record): merger.add(record, at: place)
    case .claims(let facts): for (field, fact) in facts { merger.add(fact, field) }
    case .translation: break
    }
    records[number] = merger.record
    diagnostics += merger.diagnostics
    if notesPositions { positions[Origin(stem: table.stem, key: key)] = merger.positions }
  }

  /// A row of records makes a record where none is; a claim is of a record that is there.
  private mutating func add(
    _ row: TableRecord, _ key: RecordKey, _ place: Place, of table: TableName
  ) {
    guard case .record(let record) = row.matter else {
      return unreadable.mayHold(key) ? () : tellUnknown(key, place)
    }
    guard !record.gaps.contains(where: { $0.field == nil }) else {
      guard !unreadable.mayHold(key) else { return }
      return report(
        "table.record", "no file declares '\(key)', and the row gives it no title", at: place,
        help: "write its title into a column 'title', or mend the id")
    }
    joined.insert(key)
    index[key] = records.count
    records.append(record)
    let claims = record.facts.indexed.map { ($0, Array(($1?.claims ?? []).indices)) }
    positions[Origin(stem: table.stem, key: key)] = Dictionary(uniqueKeysWithValues: claims)
  }

  private mutating func tellUnknown(_ key: RecordKey, _ place: Place) {
    // Of many the first is told, so that no more are compared with every id.
    unknownRows[place.path, default: 0] += 1
    var help: String?
    if unknownRows[place.path, default: 0] <= TableFindings.few {
      let ids = records.filter { $0.key.kind == key.kind }.map(\.key.id)
      help = Suggestion.help(for: key.id, among: ids)
    }
    report(
      "table.record", "no \(key.kind) has the id '\(key.id)'", at: place,
      help: help ?? "write the record first, or mend the id")
  }

  private mutating func takeTranslation(_ row: TableRecord, of table: TableName) {
    guard case .translation(let translation) = row.matter else { return }
    let origin = Origin(stem: table.stem, key: RecordKey(kind: table.kind, id: row.id))
    guard positions[origin] != nil else {
      guard !unreadable.kinds.contains(table.kind) else { return }
      return report(
        "translation.original",
        "the table that this one translates says nothing of '\(row.id)'",
        at: Place(path: table.path, span: row.span),
        help:
          "mend the id, or the name of the file: 'x.\(translation.language.code).csv' translates 'x.csv'"
      )
    }
    translations[origin.key, default: []].append((origin, translation))
  }
}

// Translations.
extension TableJoiner {
  /// A record's translations: those of files of its own, filled up with what tables translate.
  mutating func translations(of record: Record, beside own: [Translation]) -> [Translation] {
    guard let found = translations[record.key] else { return own }
    var all = own
    for (origin, translation) in found {
      let place = all.firstIndex { $0.language == translation.language } ?? all.count
      if place == all.count { all.append(Translation(empty: translation)) }
      let merger = TranslationMerger(record: record, positions: positions[origin] ?? [:])
      diagnostics += merger.add(translation, to: &all[place], schema)
    }
    return all
  }
}

extension Translation {
  /// A translation that says nothing yet but where it stands.
  fileprivate init(empty other: Translation) {
    self.init(
      language: other.language, path: other.path, keyPoints: [], texts: [:], notes: [:],
      spans: [:], text: RecordText())
    translatedFrom = other.translatedFrom
  }
}

/// Puts the translation of a table's texts into that of a record.
private struct TranslationMerger {
  let record: Record
  /// By field: where the claims of the table stand among those of the record.
  let positions: [FieldIndex: [Int]]

  func add(
    _ new: Translation, to translation: inout Translation, _ schema: SiteSchema
  ) -> [Diagnostic] {
    translation.title = translation.title ?? new.title
    translation.short = translation.short ?? new.short
    translation.summary = translation.summary ?? new.summary
    if translation.keyPoints.isEmpty { translation.keyPoints = new.keyPoints }
    var diagnostics: [Diagnostic] = []
    for (field, texts) in new.texts.sorted(by: { $0.key < $1.key }) {
      let claims = record.facts[field]?.claims ?? []
      guard let places = places(field, texts.count, "text", new, schema, &diagnostics) else {
        continue
      }
      var all = translation.texts[field] ?? claims.map(\.value)
      Self.put(texts, at: places, into: &all)
      translation.texts[field] = all
      translation.spans[field] = translation.spans[field] ?? new.spans[field]
    }
    for (field, notes) in new.notes.sorted(by: { $0.key < $1.key }) {
      guard let places = places(field, notes.count, "note", new, schema, &diagnostics) else {
        continue
      }
      let count = record.facts[field]?.claims.count ?? 0
      var all = translation.notes[field] ?? [String](repeating: "", count: count)
      Self.put(notes, at: places, into: &all)
      translation.notes[field] = all
      translation.spans[field] = translation.spans[field] ?? new.spans[field]
    }
    return diagnostics
  }

  /// The texts of a file of its own end where those of its claims do.
  private static func put<Text>(_ texts: [Text], at places: [Int], into all: inout [Text]) {
    for (place, text) in zip(places, texts) {
      if all.indices.contains(place) {
        all[place] = text
      } else if place == all.count {
        all.append(text)
      }
    }
  }

  /// Where the texts of a field belong, which are as many as the claims of the original table.
  private func places(
    _ field: FieldIndex, _ count: Int, _ what: String, _ new: Translation, _ schema: SiteSchema,
    _ diagnostics: inout [Diagnostic]
  ) -> [Int]? {
    let places = positions[field] ?? []
    if places.count == count { return places }
    let id = schema.kind(record.key.kind)?.fields[field].id ?? ""
    diagnostics.append(
      .error(
        "translation.count",
        "'\(id)' has \(count) \(what)\(count == 1 ? "" : "s") here and \(places.count) "
          + "claim\(places.count == 1 ? "" : "s") in the table that is translated",
        at: Place(path: new.path, span: new.spans[field] ?? Span(line: 1, column: 1)),
        help: "give one for each of its rows, in the same order"))
    return nil
  }
}

extension ParsedTable {
  /// Whether it says something of records that must be there.
  fileprivate var holdsClaims: Bool {
    if case .claims = rows.first?.matter { true } else { false }
  }
}
