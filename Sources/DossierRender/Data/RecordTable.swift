import DossierSite
import DossierTables

/// The table of a kind's records: `data/missions.csv`.
///
/// What each column holds is declared once, here, for the table and for its description.
struct RecordTable {
  /// A column, with its type in the words of Table Schema.
  struct Column {
    var name: String
    var title: String
    var type = "string"
    var description: String?
    /// The resource to whose ids the cells refer.
    var target: String?
    /// The choices, where the cells take one of them.
    var choices: [String] = []
  }

  /// What a column says of a field.
  private enum Part: String {
    case value = ""
    case low, high, of, approximate
    case asOf = "as-of"
    case source, basis, note
  }

  /// A field with its columns.
  private struct FieldColumns {
    var index: FieldIndex
    var field: Field
    var parts: [Part]
  }

  private let scope: PageScope
  private let kindIndex: KindIndex
  private let kind: Kind
  private let fields: [FieldColumns]

  init(_ scope: PageScope, kind index: KindIndex) {
    self.scope = scope
    kindIndex = index
    kind = scope.site.schema.kinds[index]
    fields = kind.fields.indexed.compactMap { index, field in
      field.type == .series
        ? nil : FieldColumns(index: index, field: field, parts: Self.parts(of: field))
    }
  }

  private static func parts(of field: Field) -> [Part] {
    var parts: [Part] = [.value]
    let isNumber = field.type.isNumeric
    if isNumber, !field.isItemised { parts += [.low, .high] }
    if !field.of.isEmpty, isNumber { parts.append(.of) }
    if isNumber { parts.append(.approximate) }
    return parts + [.asOf, .source, .basis, .note]
  }

  /// The table as CSV: records in the order of their ids.
  func csv() -> [UInt8] {
    var csv = CSVWriter(header: columns().map(\.name))
    for row in rows() { csv.add(row) }
    return csv.bytes
  }

  /// In the order of the records' ids.
  func rows() -> [[DataCell]] {
    scope.site.recordsOfKind[kindIndex].map { record in
      head(of: record) + fields.flatMap { cells($0, of: record) }
    }
  }

  private func head(of record: RecordIndex) -> [DataCell] {
    let entry = scope.site.records[record]
    var cells: [DataCell] = [.word(entry.key.id), .text(entry.title)]
    cells += furtherLanguages.map { language in
      .text(entry.translations.first { $0.language == language }?.title ?? "")
    }
    cells += [.text(entry.short ?? ""), .text(entry.summary ?? "")]
    if kind.role == .article {
      cells += [
        .date(entry.article.date?.description ?? ""),
        .word(entry.article.authors.map(\.id).joined(separator: DataValue.separator)),
        .word(entry.article.topics.map(\.id).joined(separator: DataValue.separator)),
      ]
    }
    return cells + [
      .date(entry.updated?.description ?? ""), .date(entry.reviewed?.description ?? ""),
      .word(scope.publishedAddress(.record(record))),
    ]
  }

  private func cells(_ columns: FieldColumns, of record: RecordIndex) -> [DataCell] {
    let values = DataValues(scope: scope).dataValues(ofField: columns.index, of: record, kind)
    let shown = columns.field.isItemised ? values[...] : values.prefix(1)
    return columns.parts.map { part in
      let text = text(part, shown, areItems: columns.field.isItemised)
      switch part {
      case .note: return .text(text)
      case .value where shown.first?.isText == true: return .text(text)
      case .value where columns.field.type.isNumeric, .low, .high: return .number(text)
      case .value, .asOf: return .date(text)
      case .of, .approximate, .source, .basis: return .word(text)
      }
    }
  }

  private func text(_ part: Part, _ values: ArraySlice<DataValue>, areItems: Bool) -> String {
    guard let first = values.first else { return "" }
    guard values.count > 1 else { return cell(part, first, isItem: areItems) }
    let cells = values.map { cell(part, $0, isItem: areItems) }
    return cells.allSatisfy(\.isEmpty) ? "" : cells.joined(separator: DataValue.separator)
  }

  private func cell(_ part: Part, _ data: DataValue, isItem: Bool) -> String {
    switch part {
    case .value:
      isItem && data.value == DataValue.interval ? data.low + ".." + data.high : data.value
    case .low: data.low
    case .high: data.high
    case .of: data.of
    case .approximate: data.isApproximate ? "true" : ""
    case .asOf: data.asOf
    case .source: data.source
    case .basis: data.basis
    case .note: data.note
    }
  }

  private var furtherLanguages: ArraySlice<Language> {
    scope.site.schema.configuration.languages.dropFirst()
  }
}

// What the columns are.
extension RecordTable {
  /// The columns in their order.
  func columns() -> [Column] {
    headColumns() + fields.flatMap { field in field.parts.map { column(field.field, $0) } }
  }

  private func headColumns() -> [Column] {
    let strings = scope.edition.strings
    func column(_ name: String, _ key: String) -> Column { Column(name: name, title: strings[key]) }
    var columns = [column("id", "data-id"), column("title", "data-title")]
    columns += furtherLanguages.map { language in
      Column(
        name: "title.\(language.code)",
        title: strings["data-title"] + " (" + scope.site.schema.rules(of: language).ownName + ")")
    }
    columns += [column("short", "data-short"), column("summary", "data-summary")]
    if kind.role == .article {
      columns += [
        column("date", "published"), column("authors", "authors"), column("topics", "topics"),
      ]
    }
    return columns + [
      column("updated", "updated"), column("reviewed", "reviewed"), column("url", "data-url"),
    ]
  }

  private func column(_ field: Field, _ part: Part) -> Column {
    let strings = scope.edition.strings
    let label = field.label[scope.language]
    let name = Self.name(of: field)
    guard part != .value else {
      var column = Column(name: name, title: label, description: field.help?[scope.language])
      column.type = type(of: field)
      if case .reference(let kind) = field.type, !field.isList { column.target = folder(of: kind) }
      if case .choice(let choices) = field.type, !field.isList {
        column.choices = choices.map(\.id)
      }
      return column
    }
    let words = strings["data-" + part.rawValue]
    var column = Column(name: name + "." + part.rawValue, title: strings.labelled(label, words))
    if part == .low || part == .high { column.type = "number" }
    if part == .approximate, !field.isItemised { column.type = "boolean" }
    return column
  }

  private func type(of field: Field) -> String {
    if field.isItemised { return "string" }
    if field.type.isNumeric { return "number" }
    return field.type == .flag ? "boolean" : "string"
  }

  /// The folder of a kind that has a table.
  private func folder(of kind: String) -> String? {
    guard let index = scope.site.schema.kindIndex(kind), scope.routes.isListed(index) else {
      return nil
    }
    return scope.site.schema.kinds[index].folder
  }

  /// The name of a field's first column: its id, unless every table has a column of that name.
  static func name(of field: Field) -> String {
    ["id", "url"].contains(field.id) ? "field." + field.id : field.id
  }
}
