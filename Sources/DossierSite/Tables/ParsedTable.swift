import DossierSource

/// What one table says, record by record.
public struct ParsedTable: Sendable {
  let name: TableName
  let rows: [TableRecord]
}

/// What a table says of one record.
struct TableRecord: Sendable {
  var id: String
  /// The cell that names the record for the first time.
  var span: Span
  var matter: Matter

  enum Matter: Sendable {
    /// All that the file of a record could say.
    case record(Record)
    /// Claims by the index of their field, in the order in which the table names them first.
    case claims([(field: FieldIndex, fact: Fact)])
    /// Texts in another language.
    case translation(Translation)
  }
}
